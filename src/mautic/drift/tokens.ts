/** References of two snapshots made comparable: equal tokens mean the same item, whatever it is called in which snapshot. */
import type { Item } from '../snapshot.js';
import type { Indexed, Pairing } from './pairs.js';

export type Tokens = (reference: string) => string;

export interface BothTokens {
  readonly before: Tokens;
  readonly after: Tokens;
}

/** An item that both have goes by its later reference, marked; one that only one has by its own, so that it may be made anew. */
export function tokensOf(before: Indexed, after: Indexed, { by, afterOf, beforeOf }: Pairing): BothTokens {
  const nameAfter = (item: Item): string => `${beforeOf.has(item) ? '=' : ''}${after.referenceOf.get(item) ?? ''}`;
  const nameBefore = (item: Item): string => {
    const partner = afterOf.get(item);
    return partner === undefined ? (before.referenceOf.get(item) ?? '') : nameAfter(partner);
  };
  const hasIds = by === 'id';
  return {
    before: tokens(before, nameBefore, reference => named(hasIds ? after.byNumber.get(reference) : undefined, nameAfter)),
    after: tokens(after, nameAfter, reference => named(hasIds ? before.byNumber.get(reference) : undefined, nameBefore)),
  };
}

/** @param seenElsewhere what a reference by number (`segment:#28`) is called in the snapshot that saw the item */
function tokens(side: Indexed, nameOf: (item: Item) => string, seenElsewhere: (reference: string) => string | undefined): Tokens {
  const token = (reference: string): string => {
    const item = side.byReference.get(reference);
    if (item !== undefined) return nameOf(item);
    const slash = reference.startsWith(FIELD) ? reference.lastIndexOf('/') : -1;
    // A question that was not seen still stands in a form that may have been renamed.
    if (slash >= 0) return `${FIELD}${token(`form:${reference.slice(FIELD.length, slash)}`)}${reference.slice(slash)}`;
    return seenElsewhere(reference) ?? reference;
  };
  return token;
}

const FIELD = 'form_field:';

function named(item: Item | undefined, nameOf: (item: Item) => string): string | undefined {
  return item === undefined ? undefined : nameOf(item);
}
