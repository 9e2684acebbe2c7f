/** Entries of the item maps: keys with ids and globs, what the file gives them, the questions of forms. */
import type { FilePlace } from '../finding.js';
import type { DeclarationFile as Content, Defaults, Form } from '../generated/declaration.js';
import { comparableKey, formatIdentity, parseIdentity } from '../items.js';
import { globOf, isTooWide, LEAST_LITERALS, unescapeKey } from './globs.js';
import type { DeclaredKind, ItemEntry, ItemValues, Problem } from './model.js';
import { type Twice, watchTwice } from './twice.js';

/** A file with what in it is valid. */
export interface ContentOf {
  readonly path: string;
  readonly content: Content;
}

/** What the entries are read with: where problems go, how lines are found, and entries made before, by their values. */
export interface Reading {
  readonly problems: Problem[];
  readonly lineOf: (place: FilePlace) => number;
  readonly made?: WeakMap<object, ItemEntry> | undefined;
}

type NamedValues<T> = Readonly<Record<string, T | null>> | null | undefined;

/** The entries of one kind over all files, in their order. */
export function itemEntries<K extends DeclaredKind>(
  kind: K,
  section: string,
  files: readonly ContentOf[],
  values: (content: Content) => NamedValues<ItemValues[K]>,
  empty: ItemValues[K],
  reading: Reading,
): ItemEntry<K>[] {
  const twice = watchTwice(reading.problems, reading.lineOf);
  return files.flatMap(({ path, content }) =>
    Object.entries(values(content) ?? {}).flatMap(([written, value]) => {
      const place: FilePlace = { file: path, path: [section, written], at: 'key' };
      return entryOf(kind, { written, value: value ?? empty, place, defaults: content.defaults, name: written }, reading, twice) ?? [];
    }),
  );
}

/** The questions of forms as entries of their own. A form that is a glob makes globs of its questions. */
export function questionEntries(
  forms: readonly ItemEntry<'form'>[],
  files: readonly ContentOf[],
  reading: Reading,
): ItemEntry<'form_field'>[] {
  const twice = watchTwice(reading.problems, reading.lineOf);
  const defaults = new Map(files.map(({ path, content }) => [path, content.defaults]));
  return forms.flatMap(form => {
    const { file, path } = form.place;
    return Object.entries(questionsOf(form.value)).flatMap(([alias, value]) => {
      const place: FilePlace = { file, path: [...path, 'fields', alias], at: 'key' };
      const written = `${String(path[1])}/${alias}`;
      if (isTooWide(alias)) return tooWide(alias, formatIdentity('form_field', written), place, reading) ?? [];
      return (
        entryOf('form_field', { written, value: value ?? {}, place, defaults: defaults.get(file), form, name: alias }, reading, twice) ?? []
      );
    });
  });
}

function questionsOf(form: NonNullable<Form>): NonNullable<NonNullable<Form>['fields']> {
  return form.fields ?? {};
}

/** An entry as it is written. */
interface Written<K extends DeclaredKind> {
  readonly written: string;
  readonly value: ItemValues[K];
  readonly place: FilePlace;
  readonly defaults: Defaults | undefined;
  /** Of a question. */
  readonly form?: ItemEntry<'form'>;
  /** What people call it in its map. */
  readonly name: string;
}

function entryOf<K extends DeclaredKind>(kind: K, given: Written<K>, reading: Reading, twice: Twice): ItemEntry<K> | undefined {
  const { value, place, name } = given;
  const known = reading.made?.get(value);
  const entry = known !== undefined && isStill(known, kind, given) ? known : newEntry(kind, given);
  const { glob, identity } = entry;
  if (glob !== undefined && glob.literals < LEAST_LITERALS) return tooWide(given.written, identity, place, reading);
  if (!twice.isNew(glob === undefined ? identity : `${identity} glob`, name, identity, place)) return undefined;
  if (hasBothStates(value)) reading.problems.push({ code: 'both-states', subject: identity, place, data: { item: name, kind } });
  reading.made?.set(value, entry);
  return entry;
}

/** Aliases give one value to several entries, and what is empty has the same value everywhere. */
function isStill<K extends DeclaredKind>(entry: ItemEntry, kind: K, { place, form }: Written<K>): entry is ItemEntry<K> {
  const { file, path } = entry.place;
  const isThere = file === place.file && path.length === place.path.length && path.every((step, index) => step === place.path[index]);
  return isThere && entry.kind === kind && entry.form === form;
}

function newEntry<K extends DeclaredKind>(kind: K, { written, value, place, defaults, form }: Written<K>): ItemEntry<K> {
  const comparable = comparableKey(written);
  const glob = globOf(comparable);
  const { key, id } = glob === null ? nameAndId(kind, unescapeKey(comparable)) : { key: comparable, id: undefined };
  const entry: Writable<ItemEntry<K>> = { kind, key, identity: formatIdentity(kind, key, id), value, place };
  if (id !== undefined) entry.id = id;
  if (glob !== null) entry.glob = glob;
  if (defaults !== undefined) entry.defaults = defaults;
  if (form !== undefined) entry.form = form;
  return entry;
}

type Writable<T> = { -readonly [P in keyof T]: T[P] };

/** Tags are told by their text alone: a number behind `#` is part of it. */
function nameAndId(kind: DeclaredKind, text: string): { key: string; id?: number | undefined } {
  if (kind === 'tag' || kind === 'form_field') return { key: text };
  const parsed = parseIdentity(`${kind}:${text}`);
  return parsed === null || parsed.key === '' ? { key: text } : { key: parsed.key, id: parsed.id };
}

function hasBothStates({ personal, purposes }: { personal?: boolean; purposes?: readonly string[] }): boolean {
  return personal === false && purposes !== undefined && purposes.length > 0;
}

function tooWide(key: string, subject: string, place: FilePlace, { problems }: Reading): undefined {
  problems.push({ code: 'glob', subject, place, data: { key } });
}
