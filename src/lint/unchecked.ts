/** What could not be checked, by its cause: rules that did not run share a finding when the same thing kept them from it. */
import { group } from '../collections.js';
import type { NotRun } from './rule.js';

export interface Unchecked {
  /** Reason code of coverage, or `no-snapshot`, `not-counted`, `not-stated`, `settings`, `failed` or `unknown`. */
  readonly reason: string;
  /** Kinds and parts that were not seen well enough, in the order of the first rule that wanted them; `counts` for numbers of people; names of settings. */
  readonly what: readonly string[];
  readonly rules: readonly string[];
}

/** Of several reasons the one that explains the others: what was refused has rows missing, too. */
const FIRST_REASONS: readonly string[] = [
  'failed',
  'settings',
  'no-base',
  'no-website',
  'no-snapshot',
  'not-stated',
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

/** Reasons about which nobody can do anything: this Mautic has no such thing, no API shows it, or there is no change or website to judge. */
const NOTHING_TO_DO: ReadonlySet<string> = new Set(['not-in-version', 'not-in-api', 'plugin-off', 'old-keys', 'no-base', 'no-website']);

/** Whether somebody can do something about it. */
export function canBeMended(why: readonly string[]): boolean {
  return !why.some(reason => NOTHING_TO_DO.has(reason));
}

/** Is something left unseen? A rule that judges a change or a website has nothing to look at in a run without one. */
export function isGap(entry: NotRun): boolean {
  return !NOTHING_TO_JUDGE.has(causeOf(entry));
}

const NOTHING_TO_JUDGE: ReadonlySet<string> = new Set(['no-base', 'no-website']);

/** Groups what was not run by cause. */
export function uncheckedByCause(notRun: readonly NotRun[]): Unchecked[] {
  return [...group(notRun, causeOf)].map(([reason, entries]) => ({
    reason,
    what: kindsOf(entries),
    rules: [...new Set(entries.map(({ rule }) => rule))],
  }));
}

/** What kept a rule from running. Counting people is slow, so a snapshot without numbers is a choice, not a gap: a cause of its own. */
export function causeOf({ of, why }: NotRun): string {
  if (of.endsWith('.counts') && why.includes('not-asked')) return 'not-counted';
  return FIRST_REASONS.find(reason => why.includes(reason)) ?? 'unknown';
}

/** Settings by the name under which they are stated, numbers of people as one. */
function nameOf(of: NotRun['of']): string {
  if (of.startsWith('setting.')) return of.slice('setting.'.length);
  return of.endsWith('.counts') && of !== 'form.counts' ? 'counts' : of;
}

/** What is told once by something wider: parts of a kind by the kind, questions by their forms. */
function kindsOf(entries: readonly NotRun[]): string[] {
  const seen = new Set<string>(entries.map(({ of }) => nameOf(of)));
  for (const nothing of ['snapshot', 'rule']) seen.delete(nothing);
  const wider = (of: string): string[] => [
    ...(of.includes('.') ? [of.slice(0, of.indexOf('.'))] : []),
    ...(of.startsWith('form_field') ? ['form'] : []),
  ];
  return [...seen].filter(of => !wider(of).some(name => seen.has(name)));
}
