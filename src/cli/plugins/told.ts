/** Failures of rules that are told already, and those that are not. */
import type { RuleFailure } from '../../lint/rule-failure.js';

/** The rule did not look, and that is told already, or is nothing to tell. */
export class ToldAlready extends Error {}

/** Failures that are still to be told. */
export function untold(failures: readonly RuleFailure[]): readonly RuleFailure[] {
  return failures.filter(({ cause }) => !(cause instanceof ToldAlready));
}
