/** People who are still there although the time of a purpose is over, as far as the snapshot counted them. */
import { group } from '../../collections.js';
import { addDays } from '../../declarations/days.js';
import type { Entry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { type WholeRetention, wholeRetention } from '../../declarations/retention.js';
import type { FilePlace, People } from '../../finding.js';
import type { LegalHold, Purpose } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { LAST_ACTIVE } from './deletions.js';
import { olderThan } from './older.js';

export interface Overdue {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  readonly people: People;
  /** In which the time of the oldest of them was over. */
  readonly year: number;
}

interface Stated {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  /** None where criteria decide. */
  readonly days: number | undefined;
  readonly end: WholeRetention['end'];
  /** What was counted: the last activity, the day they came, or a date field; none for what starts elsewhere, such as the end of a contract. */
  readonly of: string | undefined;
}

interface Clock extends Stated {
  readonly days: number;
  readonly of: string;
}

const DAY_ADDED = 'record:dates';
/** Clocks that every contact has; a date field has one for the people of its purpose. */
const OF_ALL: ReadonlySet<string> = new Set([LAST_ACTIVE, DAY_ADDED]);

/**
 * Mautic counts all contacts, not those of a purpose: of the purposes that read one clock, only the one that keeps longest is judged, since
 * who is overdue there is overdue for all. A clock that every contact has says nothing where a purpose for the same people keeps longer by
 * another one, or by criteria. Counted are those whose time was over before the latest first of January: so many for certain.
 */
export function overdueContacts({
  declarations,
  policy,
  snapshot,
  now,
}: Pick<RuleContext, 'declarations' | 'policy' | 'snapshot' | 'now'>): Overdue[] {
  const stated = [...declarations.purposes.values()].flatMap(purpose => statedBy(purpose) ?? []);
  return [...group(stated.filter(isClock), ({ of }) => of).values()].flatMap(sharing => {
    const longest = sharing.reduce((before, next) => (next.days > before.days ? next : before));
    const { purpose, place, days, of } = longest;
    if (longest.end !== 'delete' || stated.some(other => keepsLonger(other, longest))) return [];
    const alias = of.slice(of.indexOf(':') + 1);
    if (holds(purpose.value.legal_hold, now) || holds(policy.entryFor('contact_field', alias)?.value.legal_hold, now)) return [];
    const found = olderThan(snapshot, of, addDays(now, -Math.ceil(days)));
    if (found === undefined) return [];
    const over = addDays(`${found.before - 1}-12-31`, Math.ceil(days));
    return [{ purpose, place, people: found.people, year: Number(over.slice(0, 4)) }];
  });
}

/** What a purpose says of its end, and where its clock can be read: what starts it outside Mautic needs `from_field`. */
function statedBy(purpose: Entry<Purpose>): Stated | undefined {
  const { place, value } = purpose;
  if (place === null || value.retention === undefined) return undefined;
  const { period, from, from_field, end } = wholeRetention(value.retention, 'purpose');
  const days = period === undefined ? undefined : daysOf(period);
  const field = from_field === undefined ? undefined : comparableKey(from_field).replace(/^contact_field:/u, '');
  const standard = from === 'last-action' ? LAST_ACTIVE : from === 'collected' ? DAY_ADDED : undefined;
  const of = field === undefined ? standard : field === 'date_added' ? DAY_ADDED : `contact_field:${field}`;
  return { purpose, place: valueAt(place, 'retention'), days, end, of };
}

function isClock(stated: Stated): stated is Clock {
  return stated.days !== undefined && stated.of !== undefined;
}

/** Groups of people that one of the two does not name may be the same. */
function keepsLonger(other: Stated, { purpose, days, of }: Clock): boolean {
  if (!OF_ALL.has(of) || (other.days !== undefined && (other.of === of || other.days <= days))) return false;
  const { subjects } = other.purpose.value;
  return subjects === undefined || (purpose.value.subjects?.some(subject => subjects.includes(subject)) ?? true);
}

function holds(hold: LegalHold | undefined, now: string): boolean {
  return hold !== undefined && (hold.until === undefined || hold.until >= now);
}
