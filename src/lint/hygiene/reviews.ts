/** What nobody has looked at for too long, by the day in `reviewed`. */
import { group } from '../../collections.js';
import { addDays } from '../../declarations/days.js';
import type { ItemEntry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import type { FilePlace } from '../../finding.js';
import { compareText } from '../../text/order.js';
import { nameOfEntry, type Told, toldBy, valueAt } from '../places.js';
import { nameOfPurpose } from '../policy.js';
import type { RuleContext } from '../rule.js';

export interface Overdue {
  readonly subject: string;
  readonly place: FilePlace;
  readonly item: string;
  readonly kind: string;
  /** How long a review holds. */
  readonly period: string;
  /** Day of the last one. */
  readonly date?: string;
}

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'now'>;

/** Sensitive data are looked at twice a year. */
const SENSITIVE = 'P6M';
/** As many as somebody looks at in an afternoon. */
const MOST = 10;

/**
 * The ten oldest, first what was never looked at. What one line mends is one of them: the entries of a file that have no day of their own
 * stand together for their file, so that a team that never wrote a day is not flooded.
 * @param after how long a review holds
 */
export function overdueReviews(context: Known, after: string): Overdue[] {
  const told = toldBy(context.declarations);
  const reviewables = reviewablesIn(context).filter(({ place }) => !told.has(place, 'reviewed'));
  const found = [...group(reviewables, ({ place }) => place.file)].flatMap(([file, entries]) =>
    overdueIn(file, entries, after, context.now, told),
  );
  return found.sort((a, b) => compareText(a.date ?? '', b.date ?? '')).slice(0, MOST);
}

interface Reviewable {
  readonly subject: string;
  readonly place: FilePlace;
  /** Its name; asked for where it is overdue. */
  readonly nameOf: () => string;
  readonly kind: string;
  /** Where its own day stands; undefined when it has none. */
  readonly dated?: FilePlace | undefined;
  /** Its own day, else that of its file. */
  readonly reviewed?: string | undefined;
  readonly isSensitive?: boolean;
}

function overdueIn(file: string, entries: readonly Reviewable[], after: string, now: string, told: Told): Overdue[] {
  const sensitive = (daysOf(SENSITIVE) ?? 0) < (daysOf(after) ?? 0) ? SENSITIVE : after;
  const due = new Map([after, sensitive].map(period => [period, dueDay(period, now)]));
  const isOver = (date: string | undefined, period: string): boolean => date === undefined || date < (due.get(period) ?? '');
  const shared = entries.filter(({ dated }) => dated === undefined);
  const day = shared[0]?.reviewed;
  const isTold = told.has({ file, path: [], at: 'value' }, 'defaults') || told.has({ file, path: ['defaults'], at: 'value' }, 'reviewed');
  // Where most have a day of their own, one that has none was forgotten, not the file.
  const isForgotten = day === undefined && shared.length * 2 < entries.length;
  const isFileOver = shared.length > 0 && !isTold && !isForgotten && isOver(day, after);
  const single = entries.flatMap(({ subject, kind, nameOf, dated, reviewed, isSensitive = false, place }): Overdue[] => {
    const period = isSensitive ? sensitive : after;
    const isCovered = dated === undefined && (isFileOver || (isTold && reviewed === undefined));
    if (isCovered || !isOver(reviewed, period)) return [];
    return [{ subject, kind, item: nameOf(), place: dated ?? place, period, ...dayOf(reviewed) }];
  });
  if (!isFileOver) return single;
  const place: FilePlace = { file, path: day === undefined ? [] : ['defaults', 'reviewed'], at: 'value' };
  return [{ subject: `file:${file}`, place, item: file, kind: 'file', period: after, ...dayOf(day) }, ...single];
}

/** A review before that day holds no longer. */
function dueDay(period: string, now: string): string {
  const days = daysOf(period);
  return days === undefined ? '' : addDays(now, -Math.ceil(days));
}

function dayOf(date: string | undefined): Pick<Overdue, 'date'> {
  return date === undefined ? {} : { date };
}

/** What has a `reviewed` and is about people: not what says nothing about them, what is gone, or what is not there yet. */
function reviewablesIn({ declarations, policy }: Known): Reviewable[] {
  const { purposes, recipients, systems, notices } = declarations;
  const maps = [
    ...[...purposes.values()].map(entry => ({ entry, kind: 'purpose', item: nameOfPurpose(entry) })),
    ...[...recipients.values()].map(entry => ({ entry, kind: 'recipient', item: entry.value.name })),
    ...[...systems.values()].map(entry => ({ entry, kind: 'system', item: entry.key })),
    ...[...notices.values()].map(entry => ({ entry, kind: 'notice', item: entry.key })),
  ].flatMap(({ entry: { key, value, place, defaults }, kind, item }) => {
    if (place === null) return [];
    const reviewed = value.reviewed ?? defaults?.reviewed;
    return [{ subject: `${kind}:${key}`, place, nameOf: () => item, kind, dated: datedAt(place, value.reviewed), reviewed }];
  });
  // What nobody has decided about is still to be looked at for the first time.
  const looked = policy.entries.filter(entry => isLookedAt(entry) && policy.standingOf(entry).state !== 'undecided');
  const items = looked.map((entry): Reviewable => {
    const { identity, place, kind, value, form } = entry;
    const dated = datedAt(place, value.reviewed) ?? (form === undefined ? undefined : datedAt(form.place, form.value.reviewed));
    const reviewed = value.reviewed ?? form?.value.reviewed ?? entry.defaults?.reviewed;
    const nameOf = () => nameOfEntry(entry, policy);
    return { subject: identity, place, nameOf, kind, dated, reviewed, isSensitive: value.special !== undefined };
  });
  return [...maps, ...items];
}

function datedAt(place: FilePlace, reviewed: string | undefined): FilePlace | undefined {
  return reviewed === undefined ? undefined : valueAt(place, 'reviewed');
}

/** A question is looked at with its form, unless it has a day of its own or asks for something sensitive. */
function isLookedAt({ kind, value }: ItemEntry): boolean {
  if (value.personal === false || value.status === 'retired' || value.status === 'planned') return false;
  return kind !== 'form_field' || value.reviewed !== undefined || value.special !== undefined;
}
