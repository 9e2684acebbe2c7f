/** Items of the snapshot by kind and key. */
import { group } from '../../collections.js';
import { comparableKey, formatIdentity, type Kind } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import type { SnapshotView } from '../snapshot-view.js';

/** What Mautic has, by kind and key. Keys are in the form in which keys are compared. */
export interface ItemLookup {
  has(kind: Kind, key: string, id?: number): 'one' | 'many' | 'none';
  /** How the items that share a key are told apart: `kind:key#id`, of questions by the id of their form. */
  references(kind: Kind, key: string): readonly string[];
  keys(kind: Kind): Iterable<string>;
  /** Was every item of the kind seen? */
  complete(kind: Kind): boolean;
}

/** A kind is looked through when one of its keys is first asked for. */
export function lookUpItems(snapshot: SnapshotView): ItemLookup {
  const keysOf = laterBy((kind: Kind) => group<Item, string>(snapshot.items(kind), item => comparableKey(item.key)));
  const named = (kind: Kind, key: string) => keysOf(kind).get(comparableKey(key)) ?? [];
  return {
    has: (kind, key, id) => {
      const items = named(kind, key);
      // A question of one of two forms: `Table#1/iban`.
      if (items.length === 0 && snapshot.item(formatIdentity(kind, key, id)) !== undefined) return 'one';
      if (id !== undefined) return items.some(item => item.id === id) ? 'one' : 'none';
      return items.length > 1 ? 'many' : items.length === 1 ? 'one' : 'none';
    },
    references: (kind, key) => named(kind, key).map(snapshot.reference),
    keys: kind => keysOf(kind).keys(),
    complete: kind => snapshot.coverage(kind).state === 'complete',
  };
}
