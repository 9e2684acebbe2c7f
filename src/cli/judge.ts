/** All rules over what was read, as the configuration sets them. */
import { type LintInput, type LintResult, lint } from '../lint/lint.js';
import type { Configuration } from './configuration.js';

/** Judges declarations against a snapshot with the preset and the settings of the configuration. Pure, as `lint` is. */
export function judge(
  config: Configuration,
  input: Pick<LintInput, 'rules' | 'declarations' | 'snapshot' | 'now' | 'watch' | 'baseline' | 'isPart' | 'site' | 'base'>,
): LintResult {
  const url = config.url === undefined ? {} : { url: config.url };
  return lint({ ...input, preset: config.preset, configured: config.rules, ...url });
}
