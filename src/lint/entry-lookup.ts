/** Which declaration entry speaks of which item: `key#id` before `key`, an exact key before a glob, the glob with more literal characters first. */
import type { DeclaredKind, Declarations, ItemEntry, Problem } from '../declarations/model.js';
import { comparableKey, KINDS, type Kind } from '../items.js';
import { type Item, referencesOf } from '../mautic/snapshot.js';

export interface EntryLookup {
  /** The entry that declares an item. */
  entryOf(item: Item): ItemEntry | undefined;
  /** The items that an entry declares. */
  itemsOf(entry: ItemEntry): readonly Item[];
  /** The entry for a kind and key, also where Mautic has no such item. */
  entryFor(kind: string, key: string, id?: number): ItemEntry | undefined;
  /** Two globs that fit one item equally well. */
  readonly problems: readonly Problem[];
}

interface KindLookup {
  readonly exact: ReadonlyMap<string, ItemEntry>;
  readonly globs: readonly ItemEntry[];
}

/** Joins the entries of all kinds with the items of the snapshot, once. */
export function lookUpEntries(declarations: Declarations, items: readonly Item[]): EntryLookup {
  const lookups = new Map<string, KindLookup>(KINDS.map(kind => [kind, lookupOf(entriesOf(declarations, kind))]));
  const references = referencesOf(items);
  const entries = new Map<Item, ItemEntry>();
  const found = new Map<ItemEntry, Item[]>();
  const ties = new Map<ItemEntry, Problem>();

  items.forEach((item, index) => {
    const lookup = lookups.get(item.kind);
    if (lookup === undefined) return;
    const key = item.kind === 'form_field' ? formFieldKey(references[index] ?? '') : item.key;
    const entry = find(lookup, key, item.id, tie => ties.set(tie.glob, tie.problem));
    if (entry === undefined) return;
    entries.set(item, entry);
    const others = found.get(entry);
    if (others === undefined) found.set(entry, [item]);
    else others.push(item);
  });
  return {
    entryOf: item => entries.get(item),
    itemsOf: entry => found.get(entry) ?? [],
    entryFor: (kind, key, id) => {
      const lookup = lookups.get(kind);
      return lookup === undefined ? undefined : find(lookup, key, id, () => undefined);
    },
    problems: [...ties.values()],
  };
}

/** The entries of a kind; none for kinds that are never declared. */
export function entriesOf(declarations: Declarations, kind: Kind): readonly ItemEntry[] {
  return isDeclaredKind(declarations, kind) ? declarations.items[kind] : [];
}

function isDeclaredKind(declarations: Declarations, kind: string): kind is DeclaredKind {
  return Object.hasOwn(declarations.items, kind);
}

/** A question is declared inside its form: `Form#14/email` is looked up as that, then without the id. */
function formFieldKey(reference: string): string {
  return reference.slice('form_field:'.length).replace(/#\d+$/u, '');
}

function lookupOf(entries: readonly ItemEntry[]): KindLookup {
  const exact = new Map<string, ItemEntry>();
  for (const entry of entries) if (entry.glob === undefined) exact.set(exactKey(entry.key, entry.id), entry);
  const globs = entries.filter(entry => entry.glob !== undefined).sort((a, b) => (b.glob?.literals ?? 0) - (a.glob?.literals ?? 0));
  return { exact, globs };
}

function exactKey(key: string, id: number | undefined): string {
  return id === undefined ? comparableKey(key) : `${comparableKey(key)}#${id}`;
}

interface Tie {
  readonly glob: ItemEntry;
  readonly problem: Problem;
}

function find(lookup: KindLookup, key: string, id: number | undefined, onTie: (tie: Tie) => void): ItemEntry | undefined {
  const exact = lookup.exact.get(exactKey(key, id)) ?? lookup.exact.get(exactKey(key, undefined));
  if (exact !== undefined) return exact;
  const comparable = comparableKey(key);
  const matching = lookup.globs.filter(entry => entry.glob?.matches(comparable));
  const [best, second] = matching;
  if (best !== undefined && second !== undefined && best.glob?.literals === second.glob?.literals) onTie(tieOf(best, second, key));
  return best;
}

function tieOf(best: ItemEntry, second: ItemEntry, key: string): Tie {
  const data = { first: best.key, second: second.key, key };
  return { glob: second, problem: { code: 'glob-tie', subject: second.identity, place: second.place, data, related: [{ place: best.place }] } };
}
