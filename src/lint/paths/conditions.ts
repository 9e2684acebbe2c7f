/** Conditions of filters and of campaign steps: which of them only people who said yes can fulfil. */
import type { AnyUse } from '../../mautic/snapshot.js';
import { group } from '../use-index.js';

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

/** Does a value, compared in that way, stand for a yes? */
export type IsYes = (use: AnyUse, op: Op) => boolean;

/** Can only people who said yes fulfil it? */
export function provesYes({ op, uses }: Condition, isYes: IsYes): boolean {
  if (isNegative(op) || uses.length === 0) return false;
  return op === 'all-of' ? uses.some(use => isYes(use, op)) : uses.every(use => isYes(use, op));
}

/** Have all who do not fulfil it said yes? */
export function otherwiseProvesYes({ op, uses }: Condition, isYes: IsYes): boolean {
  const opposite = op === undefined ? undefined : OPPOSITE[op];
  return opposite !== undefined && provesYes({ op: opposite, uses }, isYes);
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
