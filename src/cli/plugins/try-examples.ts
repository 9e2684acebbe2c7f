/** `purposelint rules test`: the examples of rules are their tests. */
import type { Language } from '../../finding.js';
import { isRecord } from '../../guards.js';
import { RuleFailure } from '../../lint/rule-failure.js';
import { escapeTerminal } from '../../output/escape.js';
import { failureSentence } from '../failures.js';
import { say } from '../messages.js';
import { OwnRuleFault } from './fault-words.js';
import type { Loaded, OwnRule } from './load.js';

const EXAMPLES = ['bad', 'good'] as const;
type Which = (typeof EXAMPLES)[number];

export interface Tried {
  /** Lines for each rule: what was expected of each example, and what was found. */
  readonly lines: readonly string[];
  /** Sentences about rules that failed. */
  readonly failures: readonly string[];
  readonly all: number;
  readonly differing: number;
}

/** Runs both examples of every rule, each through the whole engine. */
export async function tryExamples({ thread, limits, own }: Pick<Loaded, 'thread' | 'limits' | 'own'>, language: Language): Promise<Tried> {
  const lines: string[] = [];
  const failures: string[] = [];
  let differing = 0;
  for (const { file, described } of own) {
    lines.push(escapeTerminal(`${described.id} (${file})`));
    for (const which of EXAMPLES) {
      const answer = await thread.ask({ do: 'example', rule: described.id, which });
      const failure = 'fault' in answer ? new RuleFailure(described.id, new OwnRuleFault(file, answer.fault, limits)) : undefined;
      if (failure !== undefined) failures.push(failureSentence(failure, language));
      const told =
        'ok' in answer
          ? compared(described, which, subjectsIn(answer.ok), language)
          : { line: say('rules-failed', language, { which }), isAsExpected: false };
      lines.push(`  ${told.line}`);
      if (!told.isAsExpected) differing += 1;
    }
  }
  return { lines, failures, all: own.length * EXAMPLES.length, differing };
}

function compared(
  { examples }: OwnRule['described'],
  which: Which,
  found: readonly string[],
  language: Language,
): { line: string; isAsExpected: boolean } {
  const named = which.padEnd(4);
  const { finds } = examples[which];
  const list = (subjects: readonly string[]): string => (subjects.length === 0 ? say('rules-nothing', language) : subjects.join(', '));
  const otherwise = {
    line: say('rules-otherwise', language, { which: named, expected: list(finds), found: list(found) }),
    isAsExpected: false,
  };
  if (JSON.stringify(found) !== JSON.stringify(finds)) return otherwise;
  if (which === 'bad' && finds.length === 0) return { line: say('rules-bad-empty', language, { which: named }), isAsExpected: false };
  if (which === 'good' && finds.length > 0)
    return { line: say('rules-good-finds', language, { which: named, expected: list(finds) }), isAsExpected: false };
  return { line: say('rules-as-expected', language, { which: named, subjects: list(found) }), isAsExpected: true };
}

function subjectsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map((finding: unknown) => (isRecord(finding) ? String(finding.subject) : '')) : [];
}
