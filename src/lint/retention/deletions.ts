/** What a campaign of Mautic does to delete contacts in time: whether it deletes, whom, and how long it waits. */
import { group } from '../../collections.js';
import { daysOf } from '../../declarations/periods.js';
import type { AnyUse, ItemOf } from '../../mautic/snapshot.js';
import type { RuleContext } from '../rule.js';

type Seen = Pick<RuleContext, 'snapshot' | 'uses' | 'policy'>;
type Campaign = ItemOf<'campaign'>;

/** Mautic sets it itself; an open of an e-mail moves it (seen in the source of 5.1.0). */
export const LAST_ACTIVE = 'contact_field:last_active';

/** Does a step of it delete the contact? */
export function deletesContacts({ snapshot, uses }: Pick<Seen, 'snapshot' | 'uses'>, campaign: Campaign): boolean {
  return uses.from(snapshot.reference(campaign), 'removes').some(({ to }) => to === 'record:contact');
}

/** Does time decide whom it deletes: a date in a filter of its segments, in a condition, or a wait before the deletion? */
export function goesByDate(seen: Seen, campaign: Campaign): boolean {
  const waits = campaign.events?.some(({ type, delay }) => type === 'lead.deletecontact' && delay !== 'P0D') ?? false;
  return waits || conditionsOf(seen, campaign).some(use => isDated(seen, use));
}

/** Does the last activity decide whom it deletes? */
export function goesByLastActivity(seen: Seen, campaign: Campaign): boolean {
  return deletesContacts(seen, campaign) && conditionsOf(seen, campaign).some(({ to }) => to === LAST_ACTIVE);
}

/** Its own conditions, and the filters of the segments it starts from and of those that these are made of. */
function conditionsOf(known: Seen, campaign: Campaign): readonly AnyUse[] {
  const { snapshot, uses } = known;
  const filters = [...uses.from(snapshot.reference(campaign), 'decides')];
  const open = startsOf(known, campaign);
  const seen = new Set(open);
  for (let segment = open.pop(); segment !== undefined; segment = open.pop()) {
    for (const use of uses.from(segment, 'filters')) {
      filters.push(use);
      if (!use.to.startsWith('segment:') || seen.has(use.to)) continue;
      seen.add(use.to);
      open.push(use.to);
    }
  }
  return filters;
}

/** The segments it starts from; nobody comes into one that is switched off. */
function startsOf({ snapshot, uses, policy }: Seen, campaign: Campaign): string[] {
  return uses.from(snapshot.reference(campaign), 'targets').flatMap(({ to }) => {
    const segment = snapshot.item(to);
    return to.startsWith('segment:') && (segment === undefined || policy.isLive(segment)) ? [to] : [];
  });
}

const DATES: ReadonlySet<string> = new Set(['date', 'datetime']);

/** That a date is there, or not, says nothing about how long ago it is; and what is newer than a relative date is not over. */
function isDated({ snapshot }: Seen, { to, op, value }: AnyUse): boolean {
  if (op === 'set' || op === 'unset' || (op === 'more' && waitIn(value) !== undefined)) return false;
  const target = snapshot.item(to);
  const type = target !== undefined && 'type' in target ? target.type : undefined;
  return to === 'record:dates' || to === LAST_ACTIVE || DATES.has(type ?? '') || op === 'date' || waitIn(value) !== undefined;
}

const BEFORE = /^-(\d+) (day|week|month|year)s?$/u;

/** How long ago a relative date such as `-24 months` lies, as a period. */
function waitIn(value: string | undefined): string | undefined {
  const match = BEFORE.exec(value ?? '');
  return match === null ? undefined : `P${match[1]}${(match[2] ?? '').charAt(0).toUpperCase()}`;
}

/** The time after which the first people come into its segments; undefined where no filter of one says it. */
export function waitOf(seen: Seen, campaign: Campaign): string | undefined {
  return shortest(startsOf(seen, campaign).map(segment => waitInto(seen, segment, new Set([segment]))));
}

/**
 * The time after which the first people come into a segment, by filters such as "last active before -24 months". Filters of a group hold
 * together, so that the longest of them counts; of groups, the shortest.
 * @param above segments that it is a part of
 */
function waitInto(seen: Seen, segment: string, above: ReadonlySet<string>): string | undefined {
  const groups = [...group(seen.uses.from(segment, 'filters'), use => use.group).values()];
  return shortest(groups.map(filters => longest([...group(filters, use => use.n).values()].map(row => waitBy(seen, row, above)))));
}

/** One filter, which may name several segments. */
function waitBy(seen: Seen, row: readonly AnyUse[], above: ReadonlySet<string>): string | undefined {
  const waits = row.map(({ to, op, value }) => {
    if (op === 'less') return waitIn(value);
    return (op === 'any-of' || op === 'all-of') && to.startsWith('segment:') && !above.has(to)
      ? waitInto(seen, to, new Set([...above, to]))
      : undefined;
  });
  return row[0]?.op === 'all-of' ? longest(waits) : shortest(waits);
}

/** Undefined where one of them is not known. */
function shortest(periods: readonly (string | undefined)[]): string | undefined {
  return periods.includes(undefined) ? undefined : byLength(periods)[0];
}

function longest(periods: readonly (string | undefined)[]): string | undefined {
  return byLength(periods).at(-1);
}

/** Shortest first. */
function byLength(periods: readonly (string | undefined)[]): string[] {
  return periods.flatMap(period => period ?? []).sort((a, b) => (daysOf(a) ?? 0) - (daysOf(b) ?? 0));
}
