/** What changed in Mautic between two snapshots. */
import { append } from '../../collections.js';
import { aliasOf, type Item, type Snapshot, type Use } from '../snapshot.js';
import { countChanges } from './counts.js';
import { coverageChanges, type Seen, seenIn } from './coverage.js';
import { entryChanges } from './entries.js';
import { nested } from './forms.js';
import type { Arrival, Changes, Drift, ItemChange, Renaming, Subject } from './model.js';
import { type Indexed, indexSnapshot, type Pair, pairItems } from './pairs.js';
import { propertyChanges } from './properties.js';
import { tokensOf } from './tokens.js';
import { useChanges } from './uses.js';

/**
 * Compares two snapshots. Items are paired by kind and id when the hosts are equal or one is not known, else by identity; what follows from a
 * rename, or from a short form of an item, is no change of its own.
 * @returns lists by kind, then id; the order of items in the snapshots does not matter
 */
export function driftOf(before: Snapshot, after: Snapshot): Drift {
  const [old, now] = [indexSnapshot(before), indexSnapshot(after)];
  const pairing = pairItems(old, now);
  const tokens = tokensOf(old, now, pairing);
  const byId = pairing.by === 'id';
  const seen = { before: seenIn(before), after: seenIn(after) };
  const uses = { before: usesBySource(old), after: usesBySource(now) };
  const changes = pairing.pairs.flatMap(pair => {
    const lists = entryChanges(pair.before, pair.after, byId);
    const used = useChanges(
      { item: pair.before, uses: uses.before.get(pair.before) ?? [], tokens: tokens.before, isUnseen: seen.before.isUnseen },
      { item: pair.after, uses: uses.after.get(pair.after) ?? [], tokens: tokens.after, isUnseen: seen.after.isUnseen },
      byId,
    );
    const properties = [...propertyChanges(pair.before, pair.after, tokens, byId), ...lists.properties];
    const change: ItemChange = { ...subjects(pair, old, now), ...lists, properties, ...used };
    return isSame(change) ? [] : [change];
  });
  const flat: Changes = {
    came: pairing.came.map(item => arrival(item, now, seen.before)),
    went: pairing.went.map(item => arrival(item, old, seen.after)),
    renamed: pairing.pairs.filter(isRenamed).map((pair): Renaming => subjects(pair, old, now)),
    changed: changes,
  };
  return {
    before: { made: before.made, items: old.byReference },
    after: { made: after.made, items: now.byReference },
    pairedBy: pairing.by,
    ...nested(flat, old, now, pairing),
    coverage: coverageChanges(before, after),
    ...countChanges(before, after, tokens),
  };
}

/** Whether both say the same of Mautic; the circumstances (dates, versions, hosts) may differ. */
export function isEmpty({ came, went, renamed, changed, coverage, counts, counted }: Drift): boolean {
  return [came, went, renamed, changed, coverage, counts].every(list => list.length === 0) && counted === undefined;
}

function isSame({ properties, entries, reordered, uses, filters }: ItemChange): boolean {
  return [properties, entries, reordered, uses].every(list => list.length === 0) && filters === undefined;
}

function isRenamed({ before, after }: Pair): boolean {
  return keyText(before) !== keyText(after);
}

/** The key of a question begins with that of its form, which may be renamed. */
function keyText(item: Item): string {
  return item.kind === 'form_field' ? aliasOf(item) : item.key;
}

function subjects({ before, after }: Pair, old: Indexed, now: Indexed): { readonly before: Subject; readonly after: Subject } {
  return { before: subject(before, old), after: subject(after, now) };
}

function subject(item: Item, side: Indexed): Subject {
  return { item, reference: side.referenceOf.get(item) ?? '' };
}

function arrival(item: Item, side: Indexed, other: Seen): Arrival {
  return { ...subject(item, side), isProven: other.isComplete(item.kind), questions: [] };
}

function usesBySource({ snapshot, byReference }: Indexed): ReadonlyMap<Item, readonly Use[]> {
  const found = new Map<Item, Use[]>();
  for (const use of snapshot.uses) {
    const item = byReference.get(use.from);
    if (item !== undefined) append(found, item, use);
  }
  return found;
}
