/** The uses of a snapshot, indexed once and handed to every rule. */
import { group } from '../collections.js';
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
