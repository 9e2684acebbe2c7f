/** Rules that failed, and rules of the team's own that could not be loaded, told on standard error. */
import type { Language } from '../finding.js';
import type { RuleFailure } from '../lint/rule-failure.js';
import type { Io } from './io.js';
import { say } from './messages.js';
import type { Catalogue } from './plugins/catalogue.js';
import { OwnRuleFault, ruleSentence } from './plugins/fault-words.js';
import { untold } from './plugins/told.js';

/** A rule that failed, in one sentence. */
export function failureSentence({ rule, cause }: RuleFailure, language: Language): string {
  if (cause instanceof OwnRuleFault) return ruleSentence(rule, cause, language);
  return say('rule-failure', language, { rule, detail: cause instanceof Error ? cause.message : String(cause) });
}

/** Tells what kept rules from being run. @returns whether there was anything */
export function tellFailures(
  { troubles }: Pick<Catalogue, 'troubles'>,
  failures: readonly RuleFailure[],
  language: Language,
  io: Io,
): boolean {
  const sentences = [
    ...troubles.map(({ code, data }) => say(code, language, data)),
    ...untold(failures).map(failure => failureSentence(failure, language)),
  ];
  for (const sentence of sentences) io.stderr.write(`${sentence}\n`);
  return sentences.length > 0;
}
