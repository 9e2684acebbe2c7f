/** Which entry of now speaks of what an entry of before spoke of: by its name, by what Mautic shows, else by its key. */

import { group } from '../../collections.js';
import type { ItemEntry } from '../../declarations/model.js';
import { comparableKey } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import type { Side } from './model.js';

/** Things that an entry of now speaks of, and the entry that spoke of them before. */
export interface Pair {
  readonly entry: ItemEntry;
  /** Undefined when none did: they are new. */
  readonly old: ItemEntry | undefined;
  /** The one of both that goes by the name of these things: the old one, where an entry for more than them has taken its place. */
  readonly named: ItemEntry;
}

type Join = readonly [old: ItemEntry, entry: ItemEntry];

/**
 * The pairs of two sides. An entry of now is in several where it has taken the place of several, such as a pattern for all of them: each of
 * them may have said something else.
 * @param oldItem an item as it was; undefined when it was not there, or was not seen
 */
export function pairEntries(before: Side, after: Side, oldItem: (item: Item) => Item | undefined): Pair[] {
  const [own, now] = [before.policy.entries, after.policy.entries];
  const byIdentity = new Map(own.map(entry => [entry.identity, entry]));
  const kept = new Set(now.flatMap(({ identity }) => (byIdentity.has(identity) ? [identity] : [])));
  const join = (old: ItemEntry | undefined, entry: ItemEntry | undefined): Join[] => {
    if (old === undefined || entry === undefined) return [];
    // Between two that stay, things only move when somebody renames them in Mautic to what another one is called.
    return kept.has(old.identity) && kept.has(entry.identity) && old.identity !== entry.identity ? [] : [[old, entry]];
  };
  const shown = after.snapshot.all.flatMap(item => {
    const was = oldItem(item);
    return was === undefined ? [] : join(before.policy.entryOf(was), after.policy.entryOf(item));
  });
  const seen = new Set(shown.flat());
  const isUnseen = (entry: ItemEntry): boolean => !kept.has(entry.identity) && !seen.has(entry);
  const moved = own.filter(old => isUnseen(old) && !isMissing(old, after));
  const joins = [
    ...now.flatMap(entry => join(byIdentity.get(entry.identity), entry)),
    ...shown,
    ...moved.flatMap(old => join(old, after.policy.entryFor(old.kind, old.key, old.id))),
    ...now.filter(isUnseen).flatMap(entry => join(before.policy.entryFor(entry.kind, entry.key, entry.id), entry)),
  ];
  const olds = group(joins, ([, entry]) => entry);
  return now.flatMap((entry): Pair[] => {
    const found = new Set((olds.get(entry) ?? []).map(([old]) => old));
    if (found.size === 0) return [{ entry, old: undefined, named: entry }];
    return [...found].map(old => ({ entry, old, named: isMoreThan(entry, old, kept) ? old : entry }));
  });
}

/** Entries of before that are in no pair: what they spoke of is gone, or undeclared. */
export function unpaired(before: Side, after: Side, pairs: readonly Pair[]): readonly ItemEntry[] {
  const paired = new Set(pairs.map(({ old }) => old));
  const still = new Set(after.policy.entries.map(({ identity }) => identity));
  return before.policy.entries.filter(old => !paired.has(old) && !still.has(old.identity));
}

/** The items of one side that a pair is about, by the entry that it has there. */
export function itemsOfPair({ named }: Pair, entry: ItemEntry, { policy }: Side): readonly Item[] {
  const items = policy.itemsOf(entry);
  return covers(entry, named) ? items.filter(item => speaksOf(named, item)) : items;
}

/** One that was there before has things of its own; so has a pattern, beside those whose names it fits. */
function isMoreThan(entry: ItemEntry, old: ItemEntry, kept: ReadonlySet<string>): boolean {
  return entry.identity !== old.identity && (kept.has(entry.identity) || covers(entry, old));
}

function covers(wide: ItemEntry, narrow: ItemEntry): boolean {
  return wide.glob?.matches(narrow.key) ?? (wide.id === undefined && narrow.id !== undefined && wide.key === narrow.key);
}

/** All items of the kind were seen, and none of them is meant. */
function isMissing(entry: ItemEntry, { snapshot }: Side): boolean {
  return snapshot.coverage(entry.kind).state === 'complete' && !snapshot.items(entry.kind).some(item => speaksOf(entry, item));
}

function speaksOf({ glob, key, id }: ItemEntry, item: Item): boolean {
  const name = comparableKey(item.key);
  return glob?.matches(name) ?? (name === key && (id === undefined || id === item.id));
}
