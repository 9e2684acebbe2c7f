/** Audiences with people in them who never gave their address themselves: bought, borrowed or found. */
import type { ItemEntry } from '../../declarations/model.js';
import { comparableKey } from '../../items.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import type { Indexed } from '../forms/questions.js';
import { audiencesOf, isOpen } from '../paths/audiences.js';
import { isLiveIn, walkBack } from '../paths/backwards.js';
import type { Move } from '../paths/moves.js';
import type { Right } from '../paths/rights.js';

/** What people are in. That a datum of theirs comes from elsewhere says nothing of their address. */
const HOLDS = /^(?:campaign|form|point_trigger|segment|tag):/u;

/**
 * The segments that get e-mails of a soft opt-in, by a campaign too, or hold its customers, and have such people in them; each with the tag or
 * segment that they come from.
 * @param key of the purpose
 * @param own the segment of its customers, as declared
 * @param emails those of the purpose
 */
export function foreignAudiences(
  key: string,
  own: string | undefined,
  emails: readonly ItemOf<'email'>[],
  context: Indexed,
): readonly Item[] {
  const { snapshot, uses, policy, indexes } = context;
  const foreignIn = foreignBehind(context);
  const found = new Set<Item>();
  const look = (references: readonly string[], purposes: readonly string[]): void => {
    for (const reference of references) {
      const segment = snapshot.item(reference);
      const foreign = segment?.kind === 'segment' ? foreignIn(reference, purposes) : undefined;
      if (segment !== undefined && foreign !== undefined) found.add(segment).add(foreign);
    }
  };
  if (own !== undefined) look([comparableKey(own.startsWith('segment:') ? own : `segment:${own}`)], [key]);
  for (const email of emails) {
    const reference = snapshot.reference(email);
    const purposes = policy.purposesOf(email);
    const right = indexes.paths.right(purposes);
    const byCampaign = audiencesOf(reference, context).filter(audience => isOpen(audience, right));
    look([...uses.from(reference, 'targets').map(({ to }) => to), ...byCampaign.map(({ source }) => source)], purposes);
  }
  return [...found];
}

/** Where people of a segment come from who are foreign, past all that lets in only customers, or people who said yes. */
function foreignBehind(context: Indexed): (segment: string, purposes: readonly string[]) => Item | undefined {
  const { snapshot, policy, indexes } = context;
  const { paths } = indexes;
  const isLive = isLiveIn(context);
  const rights = laterBy((purposes: string) => rightOfOwn(paths.right(purposes.split('\n')), context));
  return (segment, purposes) => {
    const right = rights(purposes.join('\n'));
    const passes = (move: Move): boolean => HOLDS.test(move.start) && isLive(move) && paths.gate(move, right) === undefined;
    const items = walkBack([segment], paths.moves, passes).flatMap(({ reference }) => snapshot.item(reference) ?? []);
    return items.find(item => isForeign(policy.entryOf(item)));
  };
}

/** That a segment is declared as the customers' does not make its people so, nor does what stands for people from elsewhere. */
function rightOfOwn(declared: Right, { snapshot, policy, indexes: { paths } }: Indexed): Right {
  const isFromElsewhere = (reference: string): boolean => {
    const item = snapshot.item(reference);
    return item !== undefined && isForeign(policy.entryOf(item));
  };
  return paths.rightBy({
    ...declared,
    trust: reference => (declared.trust(reference) === 'members' ? 'members' : undefined),
    areCustomers: conditions =>
      !conditions.some(({ uses }) => uses.some(({ to }) => isFromElsewhere(to))) && declared.areCustomers(conditions),
  });
}

function isForeign(entry: ItemEntry | undefined): boolean {
  return entry?.value.source?.some(source => /^(?:third-party|public):/u.test(source)) ?? false;
}
