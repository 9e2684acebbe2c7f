/** What could not be checked, by its cause: rules that did not run share a finding when the same thing kept them from it. */
import type { NotRun } from './rule.js';
import { group } from './use-index.js';

export interface Unchecked {
  /** Reason code of coverage, or `no-snapshot`, or `unknown`. */
  readonly reason: string;
  /** Kinds and parts that were not seen well enough, in the order of the first rule that wanted them; `counts` for numbers of people. */
  readonly what: readonly string[];
  readonly rules: readonly string[];
}

/** Of several reasons the one that explains the others: what was refused has rows missing, too. */
const FIRST_REASONS: readonly string[] = [
  'no-snapshot',
  'refused',
  'own-only',
  'error-500',
  'bad-row',
  'connection',
  'repeated',
  'moved',
  'export-subset',
  'people',
  'not-an-answer',
  'conflict',
  'v2-login',
  'not-in-files',
  'not-asked',
  'old-keys',
  'not-in-version',
  'not-in-api',
  'plugin-off',
  'rows-missing',
  'thin-answer',
  'no-total',
];

/** Groups what was not run by cause. */
export function uncheckedByCause(notRun: readonly NotRun[]): Unchecked[] {
  return [...group(notRun, causeOf)].map(([reason, entries]) => ({
    reason,
    what: kindsOf(entries),
    rules: [...new Set(entries.map(({ rule }) => rule))],
  }));
}

function causeOf({ why }: NotRun): string {
  return FIRST_REASONS.find(reason => why.includes(reason)) ?? 'unknown';
}

/** The questions of forms are seen as far as the forms are. */
function kindsOf(entries: readonly NotRun[]): string[] {
  const seen = new Set(entries.map(({ of }) => (of.endsWith('.counts') ? 'counts' : of)));
  seen.delete('snapshot');
  return [...seen].filter(of => of !== 'form_field' || !seen.has('form'));
}
