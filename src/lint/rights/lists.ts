/** The lists that marketing is sent to, and whether people can see and leave them. */
import { group } from '../../collections.js';
import { comparableKey } from '../../items.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { helped } from '../policy.js';
import { definedPurposes, hasTrait } from '../purposes/item-purposes.js';
import type { RuleContext } from '../rule.js';

type Segment = ItemOf<'segment'>;
type Known = Pick<RuleContext, 'snapshot' | 'uses' | 'policy'>;

/**
 * The live segments that marketing goes to, in the order of the snapshot. Of a segment that only serves others (`helper_for`), those others
 * are meant: they are the topic that people know.
 */
export function marketingLists(context: Known): readonly Segment[] {
  const { snapshot, policy } = context;
  const byKey = group(snapshot.items('segment'), segment => comparableKey(segment.key));
  const helpedBy = (segment: Segment): readonly Segment[] =>
    helped(policy.entryOf(segment)).flatMap(({ key, id }) => byKey.get(key)?.filter(other => id === undefined || other.id === id) ?? []);
  const mailed = snapshot.items('segment').filter(segment => policy.isLive(segment) && isMailed(context, segment));
  // The list grows while it is gone through: what is helped may help others.
  const reached = new Set(mailed);
  for (const segment of reached) for (const other of helpedBy(segment)) if (policy.isLive(other)) reached.add(other);
  const wanted = new Set([...reached].filter(segment => helpedBy(segment).length === 0));
  return snapshot.items('segment').filter(segment => wanted.has(segment));
}

/** Where nobody has said what a sender is for, the segment's own purposes tell. */
function isMailed(context: Known, segment: Segment): boolean {
  const { snapshot, uses } = context;
  return uses.to(snapshot.reference(segment), 'targets').some(({ from }) => {
    const sender = snapshot.item(from);
    if (sender === undefined || !isSender(context, sender)) return false;
    const purposes = definedPurposes(context, sender);
    return hasTrait(purposes.length === 0 ? definedPurposes(context, segment) : purposes, 'marketing');
  });
}

/** A live e-mail, or a live campaign that sends people something. */
function isSender({ snapshot, uses, policy }: Known, item: Item): boolean {
  if (!policy.isLive(item)) return false;
  return item.kind === 'email' || uses.from(snapshot.reference(item), 'sends').some(({ staff }) => staff !== true);
}

/** Is it not in Mautic's preference centre, or there under a name that nobody outside the team understands? What was not seen is not judged. */
export function isHidden({ in_preference_centre, public_name, key }: Segment): boolean {
  return in_preference_centre === false || (public_name !== undefined && isJargon(public_name, key));
}

/** No name at all, the alias itself (`menu-readers-nl`), an underscore (`seg_nl`), or a mark of the team at its end (`Readers v2`). */
function isJargon(name: string, alias: string): boolean {
  if (name === alias) return /[-\d]/u.test(name);
  return /^\s*$|_|(?:^|[\s-])(?:seg|tmp|test|v\d+)\s*$/u.test(name.toLowerCase());
}
