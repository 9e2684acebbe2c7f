/** Whether data are kept longer than before, counted from another day, or not deleted any more. */
import type { Entry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import type { RetentionOf } from '../../declarations/retention.js';
import { wholeRetention } from '../../declarations/retention.js';
import type { Purpose, RetentionValue } from '../../generated/declaration.js';

export interface LengthChange {
  readonly kind: 'retention-longer' | 'retention-shorter' | 'retention-reworded' | 'clock-changed' | 'end-weaker';
  /** As written: a period, criteria, a start, an end; left out when nothing was written. */
  readonly before?: string;
  readonly after?: string;
}

/** From what spares people most: what is only looked at again may stay for ever. */
const ENDS: readonly string[] = ['delete', 'anonymise', 'review'];

/** Compares two retentions; without any, data stay without an end. */
export function lengthChanges(of: RetentionOf, before: RetentionValue | undefined, after: RetentionValue | undefined): LengthChange[] {
  if (before === undefined && after === undefined) return [];
  const [old, now] = [before, after].map(value => (value === undefined ? undefined : wholeRetention(value, of)));
  const [textBefore, textAfter] = [old, now].map(whole => whole?.period ?? whole?.criteria);
  const sides = { ...(textBefore === undefined ? {} : { before: textBefore }), ...(textAfter === undefined ? {} : { after: textAfter }) };
  const [daysBefore, daysAfter] = [daysIn(textBefore), daysIn(textAfter)];
  const found: LengthChange[] = [];
  if (daysAfter > daysBefore) found.push({ kind: 'retention-longer', ...sides });
  if (daysAfter < daysBefore) found.push({ kind: 'retention-shorter', ...sides });
  // Words have no length: other words may mean a longer time, and somebody should read them.
  if (daysAfter === daysBefore && daysAfter === OPEN && textBefore !== textAfter) found.push({ kind: 'retention-reworded', ...sides });
  if (old === undefined || now === undefined) return found;
  if (old.from !== undefined && now.from !== undefined && old.from !== now.from)
    found.push({ kind: 'clock-changed', before: old.from, after: now.from });
  if (ENDS.indexOf(now.end) > ENDS.indexOf(old.end)) found.push({ kind: 'end-weaker', before: old.end, after: now.end });
  return found;
}

/** The retention of data that serve several purposes; undefined, which is without an end, when one of them says nothing. */
export function longestRetention(purposes: readonly Entry<Purpose>[]): RetentionValue | undefined {
  const all = purposes.flatMap(({ value }) => value.retention ?? []);
  if (all.length < purposes.length) return undefined;
  const days = (value: RetentionValue): number => daysIn(wholeRetention(value, 'purpose').period);
  return all.sort((one, other) => (days(one) < days(other) ? 1 : days(one) > days(other) ? -1 : 0))[0];
}

const OPEN = Number.POSITIVE_INFINITY;

/** What is no period has no end that could be counted. */
function daysIn(text: string | undefined): number {
  return (text === undefined ? undefined : daysOf(text)) ?? OPEN;
}
