/** One side of a comparison, and which thing of one side is which of the other. */
import type { Declarations, ItemEntry } from '../../declarations/model.js';
import type { SeveritySetting } from '../../finding.js';
import { comparableKey } from '../../items.js';
import type { Item, Snapshot } from '../../mautic/snapshot.js';
import type { Baseline } from '../baseline/baseline.js';
import { indexesOf } from '../indexes.js';
import { UNOBSERVED } from '../observer.js';
import { joinPolicy } from '../policy.js';
import { seenIn } from '../seen.js';
import type { Side } from './model.js';
import { type Pair, pairEntries, unpaired } from './pairs.js';

/** What a side is made of; null stands for a file that was not there. */
export interface SideInput {
  readonly declarations: Declarations;
  readonly snapshot: Snapshot | null;
  readonly baseline: Baseline | null;
  /** How heavy each rule weighs, by its id; left out: not known. */
  readonly severities?: ReadonlyMap<string, SeveritySetting>;
}

/** @param now the day on which both sides are looked at */
export function sideOf({ declarations, snapshot: file, baseline, severities }: SideInput, now: string): Side {
  const seen = seenIn({ snapshot: file });
  const { snapshot } = seen;
  const policy = joinPolicy(declarations, seen, now);
  const indexes = indexesOf({ declarations, seen, policy }, UNOBSERVED);
  return { declarations, snapshot, policy, indexes, baseline, ...(severities === undefined ? {} : { severities }) };
}

/** Two sides, joined. */
export interface Joined {
  readonly before: Side;
  readonly after: Side;
  /** Entries of all kinds that speak of things of now, each with the one that spoke of them before. */
  readonly pairs: readonly Pair[];
  /** Entries that no entry of now stands for. */
  readonly gone: readonly ItemEntry[];
  /** The item as it was; undefined when it was not there, or was not seen. */
  oldItem(item: Item): Item | undefined;
  /** What a purpose of before is called now. */
  purposeNow(key: string): string;
  /** Former keys of purposes that were renamed, by their key of now. */
  readonly formerKeys: ReadonlyMap<string, string>;
}

/**
 * Joins two sides. An item that was renamed in Mautic keeps its id, and a purpose says `renamed_from`: neither is a new thing. An entry that
 * a pattern stood for before, or that a pattern stands for now, is none either.
 */
export function joinSides(before: Side, after: Side): Joined {
  const oldItem = oldItems(before, after);
  const pairs = pairEntries(before, after, oldItem);
  const formerKeys = renamedPurposes(before, after);
  const nowOf = new Map([...formerKeys].map(([now, former]) => [former, now]));
  const gone = unpaired(before, after, pairs);
  return { before, after, pairs, gone, oldItem, purposeNow: key => nowOf.get(key) ?? key, formerKeys };
}

/** Ids of another host say nothing: there, an item is told by its reference. */
function oldItems(before: Side, after: Side): (item: Item) => Item | undefined {
  const hosts = [before.snapshot.made?.host, after.snapshot.made?.host];
  if (hosts[0] !== hosts[1] && !hosts.includes(undefined)) return item => before.snapshot.item(after.snapshot.reference(item));
  const byNumber = new Map(before.snapshot.all.map(item => [`${item.kind} ${item.id}`, item]));
  return item => byNumber.get(`${item.kind} ${item.id}`);
}

function renamedPurposes(before: Side, after: Side): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { key, value } of after.declarations.purposes.values()) {
    const former = value.renamed_from === undefined ? undefined : comparableKey(value.renamed_from);
    if (former === undefined || before.declarations.purposes.has(key) || after.declarations.purposes.has(former)) continue;
    if (before.declarations.purposes.has(former)) found.set(key, former);
  }
  return found;
}
