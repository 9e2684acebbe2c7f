/** Retention in its whole form, with what may be left out filled in (docs/declaration-format.md, section 3.3). */
import type { Retention, RetentionValue } from '../generated/declaration.js';

/** What the retention is of: that decides where the clock starts when nothing is said. */
export type RetentionOf = 'purpose' | 'item' | 'tag' | 'results' | 'tracking' | 'visitors' | 'suppression';

export interface WholeRetention extends Retention {
  /** What happens then: `delete` when nothing is said. */
  readonly end: NonNullable<Retention['then']>;
}

/** On an item, the clock is that of its purposes. */
const STARTS: Readonly<Partial<Record<RetentionOf, NonNullable<Retention['from']>>>> = {
  tag: 'collected',
  results: 'collected',
  tracking: 'collected',
  visitors: 'last-action',
};

/** A period alone is short for `{period: …}`. `from` stays open where nothing gives it: on a purpose it must be written, on an item it is inherited. */
export function wholeRetention(value: RetentionValue, of: RetentionOf): WholeRetention {
  const written = typeof value === 'string' ? { period: value } : value;
  const from = STARTS[of];
  return { ...(from === undefined ? {} : { from }), ...written, end: written.then ?? 'delete' };
}
