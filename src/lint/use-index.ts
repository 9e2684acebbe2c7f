/** The uses of a snapshot, indexed once and handed to every rule. */
import type { AnyUse, How } from '../mautic/snapshot.js';

export interface UseIndex {
  readonly all: readonly AnyUse[];
  /** Uses that an item makes, by its reference, in snapshot order. */
  from(reference: string, how?: How): readonly AnyUse[];
  /** Uses of an item, by its reference. */
  to(reference: string, how?: How): readonly AnyUse[];
  /** Every use of one sort. */
  how(how: How): readonly AnyUse[];
}

/** Indexes uses by source, by target and by sort. */
export function indexUses(all: readonly AnyUse[]): UseIndex {
  const bySource = group(all, use => use.from);
  const byTarget = group(all, use => use.to);
  const byHow = group(all, use => use.how);
  return {
    all,
    from: (reference, how) => pick(bySource.get(reference), how),
    to: (reference, how) => pick(byTarget.get(reference), how),
    how: how => byHow.get(how) ?? [],
  };
}

function pick(uses: readonly AnyUse[] | undefined, how: How | undefined): readonly AnyUse[] {
  if (uses === undefined) return [];
  return how === undefined ? uses : uses.filter(use => use.how === how);
}

/** Groups entries by a key, keeping their order. */
export function group<T, K>(entries: readonly T[], keyOf: (entry: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const found = groups.get(key);
    if (found === undefined) groups.set(key, [entry]);
    else found.push(entry);
  }
  return groups;
}
