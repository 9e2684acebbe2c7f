/** Conditions of filters and of campaign steps: which of them only people who said yes can fulfil. */
import { group } from '../../collections.js';
import type { AnyUse } from '../../mautic/snapshot.js';

export type Op = AnyUse['op'];

/** One condition. Its values stand beside each other: any of them will do, unless the operator asks for all. */
export interface Condition {
  readonly op: Op;
  readonly uses: readonly AnyUse[];
}

/** What holds when a condition does not. */
const OPPOSITE: Readonly<Partial<Record<NonNullable<Op>, NonNullable<Op>>>> = {
  'is-not': 'is',
  unset: 'set',
  'none-of': 'any-of',
  'not-all-of': 'all-of',
  'not-between': 'between',
  'not-matches': 'matches',
};

/** Does a condition say who is left out? Such a one is fulfilled by people of whom nothing is known. */
export function isNegative(op: Op): boolean {
  return op !== undefined && OPPOSITE[op] !== undefined;
}

/** Is something shown? unseen: it hangs on a value that was not kept. */
export type Shown = 'yes' | 'no' | 'unseen';

/** Does a value, compared in that way, stand for a yes? */
export type IsYes = (use: AnyUse, op: Op) => Shown;

const BEST: readonly Shown[] = ['yes', 'unseen', 'no'];

/** The most that one of several shows; where there is none, nothing. */
export function anyShown(found: readonly Shown[]): Shown {
  return BEST.find(shown => found.includes(shown)) ?? 'no';
}

/** What all of several show; where there is none, nothing. */
function allShown(found: readonly Shown[]): Shown {
  return BEST.findLast(shown => found.includes(shown)) ?? 'no';
}

/** Can only people who said yes fulfil it? */
export function provesYes({ op, uses }: Condition, isYes: IsYes): Shown {
  if (isNegative(op)) return 'no';
  const found = uses.map(use => isYes(use, op));
  return op === 'all-of' ? anyShown(found) : allShown(found);
}

/** Have all who do not fulfil it said yes? */
export function otherwiseProvesYes({ op, uses }: Condition, isYes: IsYes): Shown {
  const opposite = op === undefined ? undefined : OPPOSITE[op];
  return opposite === undefined ? 'no' : provesYes({ op: opposite, uses }, isYes);
}

/** The conditions among uses of one place, in order: the values of one row of a filter, or of one step, belong together. */
export function conditionsIn(uses: readonly AnyUse[]): readonly Condition[] {
  return [...group(uses, ({ n, id }) => n ?? id ?? 0).values()].map(own => ({ op: own[0]?.op, uses: own }));
}

/** The filters of a segment: in each group all conditions hold together, and any group will do. */
export function filterGroups(uses: readonly AnyUse[]): ReadonlyMap<number, readonly Condition[]> {
  const filters = uses.filter(({ how, at }) => how === 'filters' && at === 'segment.filter');
  return new Map([...group(filters, use => use.group ?? 1)].map(([number, own]) => [number, conditionsIn(own)]));
}
