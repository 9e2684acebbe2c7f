/** Entries of the item maps: keys with ids and globs, what the file gives them, the questions of forms. */
import type { DocumentPath, FilePlace } from '../finding.js';
import type { DeclarationFile as Content, Defaults } from '../generated/declaration.js';
import { comparableKey, formatIdentity, isComparable, parseIdentity } from '../items.js';
import { globOf, isTooWide, LEAST_LITERALS, unescapeKey } from './globs.js';
import type { DeclaredKind, ItemEntry, ItemValues, Problem, Says } from './model.js';
import { type Twice, watchTwice } from './twice.js';

/** A file with what in it is valid. */
export interface ContentOf {
  readonly path: string;
  readonly content: Content;
}

/** What the entries are read with: where problems go, how lines are found, and entries made before, by the map in which they stand. */
export interface Reading {
  readonly problems: Problem[];
  readonly lineOf: (place: FilePlace) => number;
  readonly made?: WeakMap<object, readonly ItemEntry[]> | undefined;
}

type NamedValues<T> = Readonly<Record<string, T | null>>;

/** The entries of one kind over all files, in their order. */
export function itemEntries<K extends DeclaredKind>(
  kind: K,
  section: string,
  files: readonly ContentOf[],
  values: (content: Content) => NamedValues<ItemValues[K]> | null | undefined,
  // Always `{}`: only the caller, who knows the type, can write that without a cast.
  empty: ItemValues[K],
  reading: Reading,
): ItemEntry<K>[] {
  const twice = watchTwice(reading.problems, reading.lineOf);
  return files.flatMap(({ path, content }) => {
    const { defaults } = content;
    return entriesIn(values(content), { kind, file: path, path: [section], empty, defaults }, reading).filter(isTaken(reading, twice));
  });
}

/** The questions of forms as entries of their own. A form that is a glob makes globs of its questions. */
export function questionEntries(forms: readonly ItemEntry<'form'>[], reading: Reading): ItemEntry<'form_field'>[] {
  const twice = watchTwice(reading.problems, reading.lineOf);
  return forms.flatMap(form => {
    const { file, path } = form.place;
    const { defaults } = form;
    const within = { kind: 'form_field', file, path: [...path, 'fields'], empty: {}, defaults, form } as const;
    return entriesIn(form.value.fields, within, reading).filter(isTaken(reading, twice));
  });
}

/** What is the same for all entries of a map. */
interface Within<K extends DeclaredKind> {
  readonly kind: K;
  readonly file: string;
  readonly path: DocumentPath;
  /** The value of an entry that says nothing. */
  readonly empty: ItemValues[K];
  readonly defaults: Defaults | undefined;
  /** Of questions. */
  readonly form?: ItemEntry<'form'>;
}

function entriesIn<K extends DeclaredKind>(
  map: NamedValues<ItemValues[K]> | null | undefined,
  within: Within<K>,
  { made }: Reading,
): readonly ItemEntry<K>[] {
  if (map === null || map === undefined) return [];
  const known = made?.get(map);
  if (known !== undefined && areOf(known, within)) return known;
  const entries = Object.entries(map).map(([name, value]) => newEntry(name, value ?? within.empty, within));
  made?.set(map, entries);
  return entries;
}

/** Aliases of YAML give one map to several sections or forms. */
function areOf<K extends DeclaredKind>(entries: readonly ItemEntry[], { kind, form }: Within<K>): entries is readonly ItemEntry<K>[] {
  return entries.every(entry => entry.kind === kind && entry.form === form);
}

/** Tells what is wrong with an entry; one that stands for almost anything, or that is there already, does not count. */
function isTaken({ problems }: Reading, twice: Twice): (entry: ItemEntry) => boolean {
  return ({ kind, identity, glob, value, says, place, form }) => {
    const name = String(place.path.at(-1));
    // The questions of a form that is a pattern are told by their own names.
    const isWide = form === undefined ? glob !== undefined && glob.literals < LEAST_LITERALS : isTooWide(name);
    if (isWide) problems.push({ code: 'glob', subject: identity, place, data: { key: name } });
    if (isWide || !twice.isNew(glob === undefined ? identity : `${identity} glob`, name, identity, place)) return false;
    if (says === 'not-personal' && hasPurposes(value))
      problems.push({ code: 'both-states', subject: identity, place, data: { item: name, kind } });
    return true;
  };
}

function newEntry<K extends DeclaredKind>(name: string, value: ItemValues[K], within: Within<K>): ItemEntry<K> {
  const { kind, file, path, defaults, form } = within;
  const comparable = comparableKey(form === undefined ? name : `${String(path[1])}/${name}`);
  const glob = globOf(comparable);
  const { key, id } = glob === null ? nameAndId(kind, unescapeKey(comparable)) : { key: comparable, id: undefined };
  const place: FilePlace = { file, path: [...path, name], at: 'key' };
  const entry: Writable<ItemEntry<K>> = {
    kind,
    key,
    identity: formatIdentity(kind, key, id),
    value: withComparable(value),
    says: saysOf(value),
    place,
  };
  if (id !== undefined) entry.id = id;
  if (glob !== null) entry.glob = glob;
  if (defaults !== undefined) entry.defaults = defaults;
  if (form !== undefined) entry.form = form;
  return entry;
}

/** Purposes in the form in which names are compared. */
function withComparable<T extends { readonly purposes?: readonly string[] }>(value: T): T {
  const { purposes } = value;
  return purposes === undefined || purposes.every(isComparable) ? value : { ...value, purposes: purposes.map(comparableKey) };
}

/** What the value of an entry says; an empty list of purposes is a question left open. */
export function saysOf({ personal, purposes }: { readonly personal?: unknown; readonly purposes?: unknown }): Says {
  if (personal === false) return 'not-personal';
  if (!Array.isArray(purposes)) return 'nothing';
  return purposes.length === 0 ? 'undecided' : 'purposes';
}

type Writable<T> = { -readonly [P in keyof T]: T[P] };

/** Tags are told by their text alone: a number behind `#` is part of it. */
function nameAndId(kind: DeclaredKind, text: string): { key: string; id?: number | undefined } {
  if (kind === 'tag' || kind === 'form_field') return { key: text };
  const parsed = parseIdentity(`${kind}:${text}`);
  return parsed === null || parsed.key === '' ? { key: text } : { key: parsed.key, id: parsed.id };
}

function hasPurposes({ purposes = [] }: { readonly purposes?: readonly string[] }): boolean {
  return purposes.length > 0;
}
