/** How many people, in two snapshots. */
import type { Count, Snapshot } from '../snapshot.js';
import type { CountChange, Drift } from './model.js';
import type { BothTokens } from './tokens.js';

/** In the order of the later snapshot; what only the earlier one counted comes last. */
export function countChanges(before: Snapshot, after: Snapshot, tokens: BothTokens): Pick<Drift, 'counts' | 'counted'> {
  if (before.counts === undefined || after.counts === undefined) {
    if (before.counts === after.counts) return { counts: [] };
    return { counts: [], counted: before.counts === undefined ? 'more' : 'less' };
  }
  const old = new Map(before.counts.map(count => [keyOf(count, tokens.before), count]));
  const now = new Map(after.counts.map(count => [keyOf(count, tokens.after), count]));
  return {
    counts: [...new Set([...now.keys(), ...old.keys()])].flatMap(key => {
      const [one, other] = [old.get(key), now.get(key)];
      const count = other ?? one;
      return count === undefined || one?.n === other?.n ? [] : [changeOf(count, one, other)];
    }),
  };
}

function keyOf({ of, how, before }: Count, token: (reference: string) => string): string {
  return JSON.stringify([token(of), how, before]);
}

function changeOf({ of, how, before: until }: Count, one: Count | undefined, other: Count | undefined): CountChange {
  return {
    of,
    how,
    ...(until === undefined ? {} : { until }),
    ...(one === undefined ? {} : { before: one.n }),
    ...(other === undefined ? {} : { after: other.n }),
  };
}
