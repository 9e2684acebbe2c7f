/** The uses of a snapshot, indexed once and handed to every rule. */
import type { How, Use } from '../mautic/snapshot.js';

export interface UseIndex {
  readonly all: readonly Use[];
  /** Uses that an item makes, by its reference, in snapshot order. */
  from(reference: string, how?: How): readonly Use[];
  /** Uses of an item, by its reference. */
  to(reference: string, how?: How): readonly Use[];
  /** Every use of one sort. */
  how(how: How): readonly Use[];
}

/** Indexes uses by source, by target and by sort. */
export function indexUses(all: readonly Use[]): UseIndex {
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

function pick(uses: readonly Use[] | undefined, how: How | undefined): readonly Use[] {
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
