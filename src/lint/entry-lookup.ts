/** Which declaration entry speaks of which item: `key#id` before `key`, an exact key before a glob, the glob with more literal characters first. */

import { append, group } from '../collections.js';
import { type Glob, globOf } from '../declarations/globs.js';
import type { Declarations, DeclaredKind, ItemEntry, Problem } from '../declarations/model.js';
import { aliasInKey, comparableKey, KINDS, type Kind } from '../items.js';
import { aliasOf, type Item } from '../mautic/snapshot.js';
import type { SnapshotView } from './snapshot-view.js';

export interface EntryLookup {
  /** Every entry, kind by kind. */
  readonly entries: readonly ItemEntry[];
  /** The entry that declares an item. */
  entryOf(item: Item): ItemEntry | undefined;
  /** The items that an entry declares. */
  itemsOf(entry: ItemEntry): readonly Item[];
  /** The entry for a kind and key, also where Mautic has no such item. */
  entryFor(kind: string, key: string, id?: number): ItemEntry | undefined;
  /** Two globs that fit one item equally well. */
  readonly problems: readonly Problem[];
}

interface Names {
  readonly exact: ReadonlyMap<string, ItemEntry>;
  /** Does one of them end in an id? That of a tag may, too. */
  readonly withIds: boolean;
  /** Most literal characters first. */
  readonly globs: readonly { readonly glob: Glob; readonly entry: ItemEntry }[];
}

const NO_NAMES: Names = { exact: new Map(), withIds: false, globs: [] };

const NO_ITEMS: readonly Item[] = [];

/** Joins the entries of all kinds with the items of the snapshot, once. */
export function lookUpEntries(declarations: Declarations, snapshot: Pick<SnapshotView, 'items' | 'item'>): EntryLookup {
  const names = new Map<string, Names>(KINDS.map(kind => [kind, namesOf(entriesOf(declarations, kind), entry => entry.key)]));
  // A question belongs to the entry of its form, however that entry names the form.
  const questions = new Map(
    [...group(declarations.items.form_field, (entry): ItemEntry | undefined => entry.form)].map(([form, own]) => [
      form,
      namesOf(own, ({ key }) => aliasInKey(key)),
    ]),
  );
  const entries = new Map<Item, ItemEntry>();
  const found = new Map<ItemEntry, Item[]>();
  const ties = new Map<ItemEntry, Problem>();

  const onTie = (tie: Tie) => ties.set(tie.entry, tie.problem);
  const entryFor = (item: Item): ItemEntry | undefined => {
    if (item.kind !== 'form_field') return find(names.get(item.kind) ?? NO_NAMES, item.key, item.id, onTie);
    const form = snapshot.item(item.form ?? '');
    const formEntry = form === undefined ? undefined : entries.get(form);
    if (formEntry === undefined) return find(names.get(item.kind) ?? NO_NAMES, item.key, item.id, onTie);
    return find(questions.get(formEntry) ?? NO_NAMES, aliasOf(item), item.id, onTie);
  };

  // Snapshot order has forms before their questions; here that must not depend on it.
  for (const item of KINDS.flatMap((kind): readonly Item[] => snapshot.items(kind))) {
    const entry = entryFor(item);
    if (entry === undefined) continue;
    entries.set(item, entry);
    append(found, entry, item);
  }
  return {
    entries: KINDS.flatMap(kind => entriesOf(declarations, kind)),
    entryOf: item => entries.get(item),
    itemsOf: entry => found.get(entry) ?? NO_ITEMS,
    entryFor: (kind, key, id) => find(names.get(kind) ?? NO_NAMES, key, id, () => undefined),
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

function namesOf(entries: readonly ItemEntry[], keyOf: (entry: ItemEntry) => string): Names {
  const exact = new Map<string, ItemEntry>();
  const globs: { glob: Glob; entry: ItemEntry }[] = [];
  let withIds = false;
  for (const entry of entries) {
    const key = keyOf(entry);
    const glob = entry.glob === undefined ? null : globOf(key);
    if (glob !== null) globs.push({ glob, entry });
    else {
      const name = exactKey(key, entry.id);
      withIds ||= name.includes('#');
      exact.set(name, entry);
    }
  }
  return { exact, withIds, globs: globs.sort((a, b) => b.glob.literals - a.glob.literals) };
}

function exactKey(key: string, id: number | undefined): string {
  return id === undefined ? comparableKey(key) : `${comparableKey(key)}#${id}`;
}

interface Tie {
  readonly entry: ItemEntry;
  readonly problem: Problem;
}

function find({ exact, withIds, globs }: Names, key: string, id: number | undefined, onTie: (tie: Tie) => void): ItemEntry | undefined {
  const comparable = comparableKey(key);
  const named = (withIds ? exact.get(exactKey(key, id)) : undefined) ?? exact.get(comparable);
  if (named !== undefined || globs.length === 0) return named;
  const [best, second] = globs.filter(({ glob }) => glob.matches(comparable));
  if (best !== undefined && second !== undefined && best.glob.literals === second.glob.literals)
    onTie(tieOf(best.entry, second.entry, key));
  return best?.entry;
}

function tieOf(best: ItemEntry, second: ItemEntry, key: string): Tie {
  const data = { first: best.key, second: second.key, key };
  const problem = { code: 'glob-tie', subject: second.identity, place: second.place, data, related: [{ place: best.place }] };
  return { entry: second, problem };
}
