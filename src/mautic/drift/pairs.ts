/** Which item of one snapshot is which of the other (docs/snapshot-format.md, section 5), and what a reference means in both. */
import { group } from '../../collections.js';
import { kindOrder } from '../../items.js';
import { aliasOf, type Item, referencesOf, type Snapshot } from '../snapshot.js';

/** A snapshot with its references. */
export interface Indexed {
  readonly snapshot: Snapshot;
  /** By kind, then id. */
  readonly items: readonly Item[];
  readonly referenceOf: ReadonlyMap<Item, string>;
  readonly byReference: ReadonlyMap<string, Item>;
  readonly byNumber: ReadonlyMap<string, Item>;
}

export interface Pair {
  readonly before: Item;
  readonly after: Item;
}

export interface Pairing {
  readonly by: 'id' | 'identity';
  readonly pairs: readonly Pair[];
  readonly came: readonly Item[];
  readonly went: readonly Item[];
  /** Partners of the items of the earlier snapshot, and of the later one. */
  readonly afterOf: ReadonlyMap<Item, Item>;
  readonly beforeOf: ReadonlyMap<Item, Item>;
}

/** A snapshot by reference (`form:Newsletter`), and by number (`form:#2`), which outlives a new name. */
export function indexSnapshot(snapshot: Snapshot): Indexed {
  const references = referencesOf(snapshot.items);
  const referenceOf = new Map(snapshot.items.map((item, index) => [item, references[index] ?? '']));
  return {
    snapshot,
    items: [...snapshot.items].sort((a, b) => kindOrder(a.kind) - kindOrder(b.kind) || a.id - b.id),
    referenceOf,
    byReference: new Map(snapshot.items.map((item, index) => [references[index] ?? '', item])),
    byNumber: new Map(snapshot.items.map(item => [numberOf(item), item])),
  };
}

const numberOf = ({ kind, id }: Item): string => `${kind}:#${id}`;

/** By kind and id when the hosts are equal or one is not known: then a rename is seen. Ids of another host say nothing. */
export function pairItems(before: Indexed, after: Indexed): Pairing {
  const hosts = [before.snapshot.made.host, after.snapshot.made.host];
  const by = hosts[0] === hosts[1] || hosts.includes(undefined) ? 'id' : 'identity';
  const afterOf = new Map<Item, Item>();
  const beforeOf = new Map<Item, Item>();
  const match = (mine: readonly Item[], theirs: readonly Item[], keyOf: (item: Item, side: Indexed) => string): void => {
    const waiting = queues(theirs, item => keyOf(item, after));
    for (const item of mine) {
      const partner = waiting.get(keyOf(item, before))?.shift();
      if (partner === undefined) continue;
      afterOf.set(item, partner);
      beforeOf.set(partner, item);
    }
  };
  if (by === 'id') match(before.items, after.items, numberOf);
  else {
    const questions = (items: readonly Item[], wanted: boolean): Item[] => items.filter(item => (item.kind === 'form_field') === wanted);
    match(questions(before.items, false), questions(after.items, false), item => JSON.stringify([item.kind, item.key]));
    // A question is told by its form, and two forms may have one name.
    const inForm = (item: Item, side: Indexed): string => {
      const form = formOf(item, side);
      const partner = form === undefined || side === after ? form : afterOf.get(form);
      return JSON.stringify([partner === undefined ? item.key : numberOf(partner), item.kind === 'form_field' ? aliasOf(item) : '']);
    };
    match(questions(before.items, true), questions(after.items, true), inForm);
  }
  return {
    by,
    pairs: before.items.flatMap(item => {
      const partner = afterOf.get(item);
      return partner === undefined ? [] : [{ before: item, after: partner }];
    }),
    came: after.items.filter(item => !beforeOf.has(item)),
    went: before.items.filter(item => !afterOf.has(item)),
    afterOf,
    beforeOf,
  };
}

/** The form of a question, where it was seen. */
export function formOf(item: Item, side: Indexed): Item | undefined {
  return item.kind === 'form_field' && item.form !== undefined ? side.byReference.get(item.form) : undefined;
}

/** Lists by key, to be emptied from the front. */
export function queues<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, { shift(): T | undefined }> {
  return new Map([...group(entries, keyOf)].map(([key, list]) => [key, queue(list)]));
}

/** Taking from the front of an array moves all the rest. */
function queue<T>(list: readonly T[]): { shift(): T | undefined } {
  let next = 0;
  return { shift: () => list[next++] };
}
