/**
 * Several answers about one item → one item, property by property, so that the order of the answers never matters (snapshot format,
 * section 7): the later answer wins, then the better source, then the greater text.
 */
import type { Kind } from '../items.js';
import type { Draft, DraftUse, Source, Target } from './draft.js';
import { READERS } from './kinds/index.js';
import { compareBytes } from './texts/values.js';

interface Cell<T> {
  readonly value: T;
  readonly stamp: string;
  readonly rank: number;
  readonly masked: boolean;
  /** Another answer of the same time and source says something else. */
  readonly conflict: boolean;
}

type Cells<T> = Map<string, Cell<T>>;

/** Made when there is something to put in: a hundred thousand tags have neither references nor uses. */
interface CellSet {
  properties?: Cells<unknown>;
  links?: Cells<Target | null>;
  uses?: Cells<readonly DraftUse[]>;
}

/** Most items are in one answer only: it is taken apart when a second one comes, or in the end. */
interface Pile {
  only?: Draft | undefined;
  cells?: CellSet;
}

export interface MergedItem {
  readonly kind: Kind;
  readonly id: number;
  /** Seen as a row of an answer about its own kind. */
  own: boolean;
  /** Sources of full rows. */
  sources: readonly Source[];
  readonly full: Pile;
  readonly thin: Pile;
  /** What API v2 left out, by key: it counts as null when another row of the kind has the key. */
  missing?: Map<string, string>;
  /** Keys and the times at which they were seen in answers of its own kind: more than one is a rename, or two instances. */
  names: readonly { readonly key: string; readonly stamp: string }[];
}

const RANKS: Readonly<Record<Source, number>> = { 'v1-single': 3, 'v1-list': 2, v2: 1, export: 0 };

const NONE: readonly never[] = [];

/** An item before any answer has shown more of it than its id. */
export function emptyItem(kind: Kind, id: number): MergedItem {
  return { kind, id, own: false, sources: NONE, full: {}, thin: {}, names: NONE };
}

/** Adds what one answer shows of an item. */
export function addDraft(item: MergedItem, draft: Draft): void {
  const { stamp } = draft;
  const pile = draft.thin ? item.thin : item.full;
  if (pile.only === undefined && pile.cells === undefined) pile.only = draft;
  else {
    pile.cells = putDraft(cellsOf(pile), draft);
    pile.only = undefined;
  }
  item.own ||= draft.own;
  if (draft.thin) return;
  if (!item.sources.includes(draft.source)) item.sources = [...item.sources, draft.source];
  for (const key of draft.missing) {
    item.missing ??= new Map();
    if (stamp >= (item.missing.get(key) ?? '')) item.missing.set(key, stamp);
  }
  const { key } = draft.properties;
  if (!draft.own || typeof key !== 'string') return;
  if (!item.names.some(name => name.key === key && name.stamp === stamp)) item.names = [...item.names, { key, stamp }];
}

/** What full answers show of an item, so far. */
export function fullCells(item: MergedItem): Readonly<CellSet> {
  return cellsOf(item.full);
}

function cellsOf({ only, cells }: Pile): CellSet {
  return only === undefined ? (cells ?? {}) : putDraft({}, only);
}

function putDraft(set: CellSet, { properties, links, uses, stamp, source, masked }: Draft): CellSet {
  const rank = RANKS[source];
  set.properties = put(set.properties, properties, stamp, rank, masked);
  if (Object.keys(links).length > 0) set.links = put(set.links, links, stamp, rank);
  if (Object.keys(uses).length > 0) set.uses = put(set.uses, uses, stamp, rank);
  return set;
}

function put<T>(
  known: Cells<T> | undefined,
  values: Readonly<Record<string, T>>,
  stamp: string,
  rank: number,
  masked: readonly string[] = NONE,
): Cells<T> {
  const target = known ?? new Map<string, Cell<T>>();
  for (const [name, value] of Object.entries(values)) {
    const cell = { value, stamp, rank, masked: masked.includes(name), conflict: false };
    const before = target.get(name);
    target.set(name, before === undefined ? cell : better(before, cell));
  }
  return target;
}

/** Associative and commutative: the greatest of all cells, whatever their order. */
function better<T>(a: Cell<T>, b: Cell<T>): Cell<T> {
  if (a.stamp !== b.stamp) return a.stamp > b.stamp ? a : b;
  if (a.rank !== b.rank) return a.rank > b.rank ? a : b;
  const order = compareBytes(JSON.stringify(a.value) ?? '', JSON.stringify(b.value) ?? '');
  if (order === 0) return a.conflict ? a : b;
  return { ...(order > 0 ? a : b), conflict: true };
}

/** Whether answers of one time (or without one) give the item different keys: a rename has a later answer, two instances do not. */
export function contradicts(item: MergedItem): boolean {
  if (item.names.length < 2) return false;
  const last =
    item.names
      .map(name => name.stamp)
      .sort()
      .at(-1) ?? '';
  return new Set(item.names.filter(name => name.stamp === last || name.stamp === '').map(name => name.key)).size > 1;
}

/** What is known of an item in the end. */
export interface Known {
  readonly kind: Kind;
  readonly id: number;
  readonly thin: boolean;
  readonly conflict: boolean;
  readonly masked: readonly string[];
  readonly properties: Draft['properties'];
  readonly links: Draft['links'];
  readonly uses: Draft['uses'];
}

/** @param carried keys that some row of API v2 of this kind has */
export function settle(item: MergedItem, carried: ReadonlySet<string>): Known {
  const thin = item.sources.length === 0;
  const { kind, id } = item;
  const { only } = thin ? item.thin : item.full;
  if (only !== undefined && nullsOf(item, carried).length === 0) {
    const { properties, links, uses } = only;
    return {
      kind,
      id,
      thin,
      conflict: false,
      masked: only.masked.filter(name => Object.hasOwn(properties, name)),
      properties,
      links,
      uses,
    };
  }
  const set = thin ? cellsOf(item.thin) : withNulls(item, carried);
  const all = [set.properties, set.links, set.uses].flatMap(cells => [...(cells?.values() ?? [])]);
  return {
    kind,
    id,
    thin,
    conflict: all.some(cell => cell.conflict),
    masked: [...(set.properties ?? [])].filter(([, cell]) => cell.masked).map(([name]) => name),
    properties: valuesOf(set.properties),
    links: valuesOf(set.links),
    uses: valuesOf(set.uses),
  };
}

function valuesOf<T>(cells: Cells<T> | undefined): Readonly<Record<string, T>> {
  return Object.fromEntries([...(cells ?? [])].map(([name, cell]) => [name, cell.value]));
}

/** Keys that this item's rows of API v2 left out and others have, with the time of the row. */
function nullsOf({ missing }: MergedItem, carried: ReadonlySet<string>): [key: string, stamp: string][] {
  return missing === undefined ? [] : [...missing].filter(([key]) => carried.has(key)).sort(([a], [b]) => compareBytes(a, b));
}

/** The full cells with the nulls that API v2 left out. */
function withNulls(item: MergedItem, carried: ReadonlySet<string>): CellSet {
  const keys = nullsOf(item, carried);
  const full = cellsOf(item.full);
  if (keys.length === 0) return full;
  const properties = new Map(full.properties);
  const links = new Map(full.links);
  const uses = new Map(full.uses);
  for (const [key, stamp] of keys) {
    const effect = READERS[item.kind].nulls?.[key] ?? {};
    fill(properties, effect.properties ?? {}, stamp);
    fill(links, effect.links ?? {}, stamp);
    fill(uses, Object.fromEntries((effect.uses ?? []).map(group => [group, NONE])), stamp);
  }
  return { properties, links, uses };
}

/** A null that was left out beats older answers and exports, never what a row says. */
function fill<T>(target: Cells<T>, values: Readonly<Record<string, T>>, stamp: string): void {
  for (const [name, value] of Object.entries(values)) {
    const known = target.get(name);
    const stands = known !== undefined && (known.stamp > stamp || (known.stamp === stamp && known.rank >= RANKS.v2));
    if (!stands) target.set(name, { value, stamp, rank: RANKS.v2, masked: false, conflict: false });
  }
}
