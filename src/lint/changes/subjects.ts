/** What changes are about, with its name and its place. */
import type { Entry, ItemEntry } from '../../declarations/model.js';
import type { Purpose, Recipient } from '../../generated/declaration.js';
import type { Kind } from '../../items.js';
import { comparableKey } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { labelOf } from '../labels.js';
import { nameOfEntry } from '../places.js';
import { nameOfPurpose } from '../policy.js';
import type { Named, Side, Subject } from './model.js';
import type { Pair } from './pairs.js';

/** Kinds whose items say something about a person. */
export const DATA: ReadonlySet<Kind> = new Set<Kind>([
  'contact_field',
  'company_field',
  'form_field',
  'tag',
  'segment',
  'point_action',
  'point_trigger',
  'point_group',
  'stage',
]);

/** Kinds that collect data, act on them or hand them on. Messages and pages come and go every week. */
export const COLLECTORS: ReadonlySet<Kind> = new Set<Kind>(['form', 'focus_item', 'campaign', 'webhook']);

/** An entry as the subject of a change. */
export function entrySubject(entry: ItemEntry, { policy }: Side): Subject {
  return {
    subject: entry.identity,
    name: nameOfEntry(entry, policy),
    of: entry.kind,
    ...(entry.form === undefined ? {} : { form: nameOfEntry(entry.form, policy) }),
    place: entry.place,
  };
}

/** What a pair is about as the subject of a change, which stands in the entry of now. */
export function pairSubject({ entry, named }: Pair, { before, after }: { readonly before: Side; readonly after: Side }): Subject {
  return { ...entrySubject(named, named === entry ? after : before), place: entry.place };
}

/** An item of Mautic as the subject of a change. */
export function itemSubject(item: Item, { snapshot }: Side): Subject {
  const subject = snapshot.reference(item);
  const form = item.kind === 'form_field' ? snapshot.item(item.form ?? '') : undefined;
  const ofForm = form === undefined ? {} : { form: labelOf(form) };
  return { subject, name: labelOf(item), of: item.kind, ...ofForm, place: { item: subject } };
}

/** An entry of a map whose names are the team's own; undefined for what is built in. */
export function ownSubject<T>(of: string, { key, place }: Entry<T>, name: string): Subject | undefined {
  return place === null ? undefined : { subject: `${of}:${key}`, name, of, place };
}

/** Purposes by their keys, as the first side calls them that has them; one that is not defined goes by its key. */
export function namedPurposes(keys: readonly string[], ...sides: readonly Side[]): Named[] {
  const entries = sides.map(({ declarations }) => declarations.purposes);
  return keys.map(key => ({ key, name: nameIn(entries, key, nameOfPurpose) }));
}

/** Recipients by their keys, as the first side calls them that has them. */
export function namedRecipients(keys: readonly string[], ...sides: readonly Side[]): Named[] {
  const entries = sides.map(({ declarations }) => declarations.recipients);
  return keys.map(key => ({ key, name: nameIn(entries, key, ({ value }) => value.name) }));
}

function nameIn<T extends Purpose | Recipient>(
  maps: readonly ReadonlyMap<string, Entry<T>>[],
  key: string,
  nameOf: (entry: Entry<T>) => string,
): string {
  const [entry] = maps.flatMap(entries => entries.get(comparableKey(key)) ?? []);
  return entry === undefined ? key : nameOf(entry);
}

/** Words of a closed list, which the reader's language has names for. */
export function named(codes: readonly string[]): Named[] {
  return codes.map(key => ({ key, name: key }));
}

/** What is only in the first list. */
export function without<T>(some: readonly T[], others: readonly T[]): T[] {
  const known = new Set(others);
  return some.filter(entry => !known.has(entry));
}
