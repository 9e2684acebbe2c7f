/** How many people have a date that lies before a day, as far as the snapshot counted them. */
import type { People } from '../../finding.js';
import { peopleIn } from '../declared/undeclared.js';
import type { SnapshotView } from '../snapshot-view.js';

export interface Older {
  readonly people: People;
  /** The year on whose first of January the first of them were counted: the oldest date lies before it. */
  readonly before: number;
}

/** A pull counts before each first of January of so many years (snapshot format, section 6). */
const YEARS = 10;

/**
 * The count of the latest first of January that is not after the day; undefined when nobody was counted.
 * @param of what has the date: `contact_field:last_active`, `record:dates`
 * @param day such as 2024-11-25
 */
export function olderThan(snapshot: SnapshotView, of: string, day: string): Older | undefined {
  const last = Number(day.slice(0, 4));
  const counted = Array.from({ length: YEARS }, (_, back) => last - YEARS + 1 + back).flatMap(before => {
    const count = snapshot.count(of, 'older', `${before}-01-01`);
    return count === undefined ? [] : [{ before, ...peopleIn(count) }];
  });
  const people = counted.at(-1)?.people;
  const oldest = counted.find(entry => entry.people !== undefined);
  return people === undefined || oldest === undefined ? undefined : { people, before: oldest.before };
}
