/** All rules of a run: ours, and those of the team's own. */
import { rules as builtIn } from '../../../rules/index.js';
import type { Language } from '../../finding.js';
import type { LintInput } from '../../lint/lint.js';
import type { Example, Rule } from '../../lint/rule.js';
import type { Configuration } from '../configuration.js';
import type { Io } from '../io.js';
import type { MessageCode } from '../messages.js';

/** What is judged. */
export type Judged = Omit<LintInput, 'preset' | 'rules' | 'configured' | 'url' | 'watch'>;

/** A sentence to be said. */
export interface Sentence {
  readonly code: MessageCode;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface Catalogue {
  /** With the settings of all rules. */
  readonly config: Configuration;
  /** By their names and texts: the team's own ones only say that they did not look before they are `ready`. */
  readonly rules: readonly Rule[];
  /** Files with rules of the team's own. */
  readonly files: readonly string[];
  /** What keeps rules of the team's own from being run: then the run ends with exit code 2. */
  readonly troubles: readonly Sentence[];
  /** Runs the team's own rules over a policy. @returns all rules, those with what they found */
  readonly ready: (judged: Judged) => Promise<readonly Rule[]>;
  /** Runs a rule over its examples, for those who explain it. @returns all rules, for each example */
  readonly readyFor: (rule: Rule) => Promise<(example: Example) => readonly Rule[]>;
}

/**
 * Loads the team's own rules, if there are any; else nothing is loaded.
 * @throws Stop (exit 2) when `plugins` names what may not be run, or `rules` what is no rule
 */
export async function openCatalogue(config: Configuration, language: Language, io: Io): Promise<Catalogue> {
  if (config.plugins.length > 0) return (await import('./own-rules.js')).openOwnRules(config, language, io);
  return { config, rules: builtIn, files: [], troubles: [], ready: async () => builtIn, readyFor: async () => () => builtIn };
}
