/** What a run leaves open that fixes may end: findings, and marks that are still to be written. */
import type { Finding } from '../finding.js';
import type { LintResult } from '../lint/lint.js';
import { unmarked } from '../lint/marks.js';

export type Fixable = Pick<Finding, 'rule' | 'subject' | 'fingerprint' | 'fixes'>;

/** What was waived or accepted stays as it is. */
export function fixable({ findings, context }: LintResult): readonly Fixable[] {
  const marks = unmarked(context).map(({ fix, ...about }) => ({ ...about, fingerprint: `${fix.id} ${about.subject}`, fixes: [fix] }));
  return [...findings.filter(({ state }) => state === 'open'), ...marks];
}
