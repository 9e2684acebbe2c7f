/** Where the people come from whom something reaches. */
import { isKind, parseIdentity } from '../../items.js';
import { laterBy } from '../../text/later.js';
import type { Known } from '../forms/questions.js';
import { type Leg, type Visit, walk } from '../usage/walk.js';
import type { Move, MoveIndex } from './moves.js';

/**
 * Walks from several goals at once back to all that leads to one of them, each by a shortest path to the nearest. Linear in the moves offered.
 * @param passes whether people take a move
 */
export function walkBack(
  goals: Iterable<string>,
  { to, everyOne }: Pick<MoveIndex, 'to' | 'everyOne'>,
  passes: (move: Move) => boolean,
): readonly Visit[] {
  // The first way to a place is the shortest; a place is asked about no more once it was reached.
  const reached = new Set<string>();
  return walk(goals, ({ reference }) => {
    const legs: Leg[] = [];
    for (const move of to(reference)) {
      const { step, start } = move;
      if (reached.has(start) || !passes(move)) continue;
      reached.add(start);
      // Who is at any item of the kind goes here.
      const ends = start.endsWith(':*') ? everyOne(start) : [start];
      for (const end of ends) legs.push({ step, end });
    }
    return legs;
  });
}

/** Do both ends of a move work today? What was not seen may; a question works with its form. */
export function isLiveIn({ snapshot, policy }: Pick<Known, 'snapshot' | 'policy'>): (move: Move) => boolean {
  const isLive = laterBy((reference: string): boolean => {
    const item = snapshot.item(reference);
    if (item !== undefined) return item.kind === 'form_field' || policy.isLive(item);
    // Mautic makes a tag when it is first given; what else is missing from a whole list is gone.
    const { kind, key } = parseIdentity(reference) ?? {};
    return !isKind(kind) || kind === 'tag' || key === '*' || snapshot.coverage(kind).state !== 'complete';
  });
  return ({ start, end }) => isLive(start) && isLive(end);
}
