/** One row of an answer → drafts: of the row itself and of everything nested in it. The row is not kept. */
import { isRecord, type UnknownRecord } from '../guards.js';
import type { Kind } from '../items.js';
import type { Draft, DraftUse, Source, Target } from './draft.js';
import { type Column, keyReading } from './kinds/columns.js';
import { READERS } from './kinds/index.js';
import type { KindReader, More, Nested } from './kinds/reader.js';
import { refId } from './texts/values.js';
import { asId, keyOf, rowsOf } from './texts.js';

/** Where drafts go. */
export interface Sink {
  readonly draft: (draft: Draft) => void;
  /** A row that is no item: without id, or without the text its key is made of. */
  readonly bad: (kind: Kind, id: number | undefined, row: unknown) => void;
  /** Uses that were seen so far in this answer, by their JSON. */
  readonly uses: Map<string, DraftUse>;
  /** Calls `read`, or repeats what came of it in this answer when the text was the same. */
  readonly once: (text: string, read: () => void) => void;
  /** Every row that was understood, for what its keys tell about the version. */
  readonly row: (kind: Kind, row: UnknownRecord, source: Source) => void;
}

interface Place {
  readonly source: Source;
  readonly own: boolean;
  readonly thin: boolean;
  /** The reference to the row that holds this one. */
  readonly link?: Readonly<Record<string, Target>>;
  /** Form fields are as old as their form. */
  readonly stamp?: string;
  readonly depth: number;
}

/** Variants nest translations, which nest variants: deep enough for what Mautic sends, an end for what it does not. */
const MAX_DEPTH = 4;

const FIELDS: ReadonlySet<Kind> = new Set<Kind>(['contact_field', 'company_field', 'form_field']);

/** Reads a row of an answer about its own kind. */
export function reduceRow(kind: Kind, row: unknown, source: Source, sink: Sink): void {
  reduceAt(kind, row, { source, own: true, thin: false, depth: 0 }, sink);
}

function reduceAt(kind: Kind, row: unknown, place: Place, sink: Sink): void {
  const reader = READERS[kind];
  const id = isRecord(row) ? asId(row.id) : undefined;
  const key = isRecord(row) ? keyReading(reader.key(row), FIELDS.has(kind)) : undefined;
  if (!isRecord(row) || id === undefined || key === undefined) {
    if (place.own || kind === 'form_field') sink.bad(kind, id, row);
    return;
  }
  const longForm = place.source === 'v2' || place.source === 'export' || reader.full(row);
  const draft = draftOf(reader, row, { ...place, thin: place.thin || !longForm }, id, key);
  if (place.own || kind === 'form_field') sink.row(kind, row, place.source);
  sink.draft(withoutPieces(draft, sink.uses));
  const category = keyOf(row, 'category');
  // e-mails are of the same few, again and again
  if (isRecord(category)) {
    sink.once(`category ${place.source} ${JSON.stringify(category)}`, () => reduceAt('category', category, inside(place, true), sink));
  }
  for (const nested of reader.nested ?? []) reduceNested(nested, row, draft, place, sink);
}

/**
 * Pieces of a text keep the whole text in memory: the copies let go of bodies. A use that was seen before is shared, so that it is there once
 * however many e-mails of an answer have it.
 */
function withoutPieces(draft: Draft, shared: Map<string, DraftUse>): Draft {
  const groups = Object.entries(draft.uses);
  if (groups.length === 0 && draft.kind !== 'form_field') return draft;
  const uses = groups.map(([name, group]): [string, readonly DraftUse[]] => [name, withoutRepeats(group, shared)]);
  return { ...draft, properties: structuredClone(draft.properties), uses: Object.fromEntries(uses) };
}

/** A body greets by name a hundred times; said once it is as true. */
function withoutRepeats(uses: readonly DraftUse[], shared: Map<string, DraftUse>): DraftUse[] {
  const once = new Set<DraftUse>();
  for (const use of uses) {
    const text = JSON.stringify(use);
    const known = shared.get(text) ?? structuredClone(use);
    shared.set(text, known);
    once.add(known);
  }
  return [...once];
}

function reduceNested(nested: Nested, row: UnknownRecord, holder: Draft, place: Place, sink: Sink): void {
  const inForm = nested.parent === 'form';
  // partial rows of forms hold their questions, but nothing says that these are whole
  if (place.depth >= MAX_DEPTH || (inForm && holder.thin)) return;
  const thin = nested.whole !== true || (place.source === 'v2' && !inForm);
  const link = nested.parent === undefined ? {} : { link: { [nested.parent]: { kind: holder.kind, id: holder.id } } };
  const stamp = inForm ? { stamp: holder.stamp } : {};
  for (const value of nested.keys.map(key => keyOf(row, key))) {
    const rows = isRecord(value) && Object.hasOwn(value, 'id') ? [value] : rowsOf(value);
    for (const entry of rows) if (isRecord(entry)) reduceAt(nested.kind, entry, { ...inside(place, thin), ...link, ...stamp }, sink);
  }
}

function inside(place: Place, thin: boolean): Place {
  return { source: place.source, own: false, thin, depth: place.depth + 1 };
}

function draftOf(reader: KindReader, row: UnknownRecord, place: Place, id: number, key: { value: string; masked: boolean }): Draft {
  const columns = place.thin ? reader.columns.filter(column => column.property === 'title') : reader.columns;
  const { properties, masked } = readColumns(columns, row, key);
  const more: More = place.thin ? {} : (reader.more?.(row, place.source) ?? {});
  const missing = place.own || reader.kind === 'form_field' ? missingKeys(reader, row, place) : [];
  return {
    kind: reader.kind,
    id,
    source: place.source,
    thin: place.thin,
    own: place.own,
    stamp: place.stamp ?? stampOf(row),
    missing,
    properties: Object.assign(properties, more.properties),
    masked: [...masked, ...(more.masked ?? [])],
    links: { ...referencesIn(reader.kind, row), ...more.links, ...place.link },
    uses: more.uses ?? {},
  };
}

/** The properties that a row shows, and which of them were masked. */
function readColumns(columns: readonly Column[], row: UnknownRecord, key: { value: string; masked: boolean }) {
  const properties: Record<string, unknown> = { key: key.value };
  const masked: string[] = key.masked ? ['key'] : [];
  for (const { property, keys, read } of columns) {
    const value = keyOf(row, ...keys);
    const reading = value === undefined ? undefined : read(value);
    if (reading === undefined) continue;
    properties[property] = reading.value;
    if (reading.masked === true) masked.push(property);
  }
  return { properties, masked };
}

function missingKeys(reader: KindReader, row: UnknownRecord, place: Place): string[] {
  return place.source === 'v2' && !place.thin ? Object.keys(reader.nulls ?? {}).filter(key => !Object.hasOwn(row, key)) : [];
}

/** Category, form, and the references between rows of one kind (variant, translation); null says that there is none. */
function referencesIn(kind: Kind, row: UnknownRecord): Record<string, Target | null> {
  const links: Record<string, Target | null> = {};
  const references = [
    { property: 'category', key: 'category', target: 'category' as const },
    { property: 'variant_of', key: 'variantParent', target: kind },
    { property: 'translation_of', key: 'translationParent', target: kind },
    // a focus item has a form, too, but that is a use
    ...(kind === 'form_field' ? [{ property: 'form', key: 'form', target: 'form' as const }] : []),
  ];
  for (const { property, key, target } of references) {
    const value = keyOf(row, key, `${key}Id`);
    const id = refId(value);
    if (value === null) links[property] = null;
    else if (id !== undefined) links[property] = { kind: target, id };
  }
  return links;
}

/** When the row was changed last, comparable as a text; `""` when it does not say. */
function stampOf(row: UnknownRecord): string {
  for (const value of [keyOf(row, 'dateModified'), keyOf(row, 'dateAdded')]) {
    const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (!Number.isNaN(time)) return new Date(time).toISOString();
  }
  return '';
}
