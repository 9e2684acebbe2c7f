/** The team's own rules beside ours: settings, texts and findings like those of any other rule. */
import { rules as builtIn } from '../../../rules/index.js';
import type { Language, RuleFinding } from '../../finding.js';
import type { Rule } from '../../lint/rule.js';
import type { Configuration } from '../configuration.js';
import type { Io } from '../io.js';
import { configuredRules } from '../rule-settings.js';
import type { Catalogue, Judged } from './catalogue.js';
import { OwnRuleFault } from './fault-words.js';
import { areFindings, filesOf } from './finding-shape.js';
import { loadRules, type OwnRule } from './load.js';
import { pluginFiles } from './plugin-files.js';
import { policyInput } from './policy-input.js';
import type { Answer } from './protocol.js';
import { ToldAlready } from './told.js';

/** Loads the rules that `plugins` names. @throws as `openCatalogue` does */
export async function openOwnRules(given: Configuration, language: Language, io: Io): Promise<Catalogue> {
  const files = pluginFiles(given);
  const { thread, limits, own, troubles, missing } = await loadRules(given.root, files, language, io);
  const standIns = missing.filter(id => !builtIn.some(rule => rule.id === id)).map(standIn);
  const withCheck = (checkOf: (rule: OwnRule) => Rule['check']): readonly Rule[] => [
    ...builtIn,
    ...own.map(rule => ({ ...rule.described, check: checkOf(rule) })),
    ...standIns,
  ];
  const rules = withCheck(({ described }) => notLooked(described.id));
  // While a file cannot be read, what is set for its rules is no mistake.
  const others = troubles.length > 0 ? 'leave' : 'refuse';
  const config = { ...given, rules: configuredRules(given.layers, rules, language, others) };

  /** What the thread said, as the check of a rule. */
  const checkBy =
    (answerOf: (id: string) => Answer | undefined) =>
    ({ file, described }: OwnRule): Rule['check'] =>
    context => {
      const answer = answerOf(described.id);
      if (answer !== undefined && 'fault' in answer) throw new OwnRuleFault(file, answer.fault, limits);
      return findingsIn(answer?.ok, filesOf(context));
    };

  async function ready(judged: Judged): Promise<readonly Rule[]> {
    const ids = own.map(({ described }) => described.id);
    const taken = await thread.tell({ do: 'policy', input: policyInput(judged, config), rules: ids });
    const answers = new Map<string, Answer>();
    if ('fault' in taken) for (const id of ids) answers.set(id, taken);
    else for (const id of idsIn(taken.ok)) answers.set(id, await thread.ask({ do: 'check', rule: id }));
    return withCheck(checkBy(id => answers.get(id)));
  }

  async function readyFor({ id, examples }: Rule): Promise<(example: Rule['examples']['bad']) => readonly Rule[]> {
    if (!own.some(({ described }) => described.id === id)) return () => rules;
    const bad = await thread.ask({ do: 'example', rule: id, which: 'bad' });
    const good = await thread.ask({ do: 'example', rule: id, which: 'good' });
    return example => withCheck(checkBy(other => (other === id ? (example === examples.bad ? bad : good) : undefined)));
  }

  return { config, rules, files, troubles, ready, readyFor };
}

/** In place of a rule that is there but cannot be run: settings, waivers and accepted findings of it are no mistakes. */
function standIn(id: string): Rule {
  const text = { title: id, message: id, why: id, next: id };
  const example = { declarations: '', finds: [] };
  return {
    id,
    family: 'declaration',
    since: '',
    evidence: 'certain',
    severity: { recommended: 'warn', strict: 'warn' },
    waivable: true,
    fix: 'none',
    law: [],
    text: { en: text, it: text },
    examples: { bad: example, good: example },
    check: notLooked(id),
  };
}

function notLooked(id: string): Rule['check'] {
  return () => {
    throw new ToldAlready(id);
  };
}

function idsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter(id => typeof id === 'string') : [];
}

function findingsIn(value: unknown, files: ReadonlySet<string>): readonly RuleFinding[] {
  return areFindings(value, files) ? value : [];
}
