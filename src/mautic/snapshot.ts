/** Types of the snapshot, from its schema, and how its items are referred to. */
import type { Count, Coverage, Item, SnapshotFile, Use } from '../generated/snapshot.js';
import { aliasInKey, formatIdentity, type Kind } from '../items.js';

export type { Action, CampaignEvent, Count, Coverage, Item, Option, Use } from '../generated/snapshot.js';

export type Snapshot = SnapshotFile;
/** A use that the code of the website makes, from `tracking:website`: it is known for one run, and never stored. */
export interface SiteUse extends Omit<Use, 'at'> {
  readonly at: 'site';
  readonly file: string;
  /** Where the code says so, in UTF-16 units of the file. */
  readonly range: readonly [start: number, end: number];
}
/** An edge of the graph: of the snapshot, or of the website. */
export type AnyUse = Use | SiteUse;
export type Made = Snapshot['made'];
export type How = Use['how'];
/** A kind, or `kind.part`. */
export type CoverageName = Coverage['of'];
export type ReasonCode = NonNullable<Coverage['why']>[number];
export type CountHow = Count['how'];

/** The item type of a kind. */
export type ItemOf<K extends Kind> = Extract<Item, { kind: K }>;

/** An item of a given kind? Narrows the union. */
export function isItemOf<K extends Kind>(item: Item, kind: K): item is ItemOf<K> {
  return item.kind === kind;
}

/**
 * How every item is referred to: `kind:key`; with `#id` when two items of the kind share the key, when the key ends in `#` and digits or
 * was masked; `kind:#id` when the key is empty. Form fields carry the reference of their form, and `#id` when the form has the alias twice.
 * @returns the reference of each item, in the order given
 */
export function referencesOf(items: readonly Item[]): string[] {
  const seen = new Map<string, number>();
  const plain = items.map(item => (item.kind === 'form_field' ? fieldReference(item) : formatIdentity(item.kind, item.key)));
  for (const reference of plain) seen.set(reference, (seen.get(reference) ?? 0) + 1);
  return items.map((item, index) => {
    const reference = plain[index] ?? '';
    const key = item.kind === 'form_field' ? aliasOf(item) : item.key;
    const ambiguous = (seen.get(reference) ?? 0) > 1 || key === '' || (key.includes('#') && /#\d+$/u.test(key)) || masksKey(item);
    return ambiguous ? `${reference}#${item.id}` : reference;
  });
}

/** The alias of a form field. */
export function aliasOf(field: ItemOf<'form_field'>): string {
  return aliasInKey(field.key);
}

function fieldReference(field: ItemOf<'form_field'>): string {
  const form = field.form === undefined ? field.key.slice(0, field.key.lastIndexOf('/')) : field.form.slice('form:'.length);
  return `form_field:${form}/${aliasOf(field)}`;
}

function masksKey(item: Item): boolean {
  return item.masked?.includes('key') ?? false;
}
