/** All rules over what was read, as the configuration sets them. */
import { type Lint, type LintInput, type LintResult, lint } from '../lint/lint.js';
import type { Configuration } from './configuration.js';

/** Judges declarations against a snapshot with the preset and the settings of the configuration. `lintWith`: who runs the rules. */
export function judge(
  config: Configuration,
  input: Pick<LintInput, 'rules' | 'declarations' | 'snapshot' | 'now' | 'watch' | 'baseline' | 'site' | 'base'>,
  lintWith: Lint = lint,
): LintResult {
  const url = config.url === undefined ? {} : { url: config.url };
  return lintWith({ ...input, preset: config.preset, configured: config.rules, ...url });
}
