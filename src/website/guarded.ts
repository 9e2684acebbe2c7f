/** What stands inside a condition starts when the code says so. */
import type { TextRange } from '../text/document.js';
import { startedBy } from '../text/search.js';
import type { Send } from './site.js';

/** @param conditions where one is open, in any order; they may overlap */
export function guarded(sends: readonly Send[], conditions: readonly TextRange[]): readonly Send[] {
  if (conditions.length === 0 || !sends.some(({ gate }) => gate === 'none')) return sends;
  const isInside = within(conditions);
  return sends.map(send => (send.gate === 'none' && isInside(send.start) ? { ...send, gate: 'code' } : send));
}

function within(ranges: readonly TextRange[]): (at: number) => boolean {
  const sorted = [...ranges].sort((a, b) => a.start - b.start);
  let furthest = 0;
  const ends = sorted.map(({ end }) => {
    furthest = Math.max(furthest, end);
    return furthest;
  });
  return at => (ends[startedBy(sorted, at) - 1] ?? 0) > at;
}
