/** Where the declarations name purposes. */
import type { Declarations } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { comparableKey, KINDS } from '../../items.js';
import { entriesOf } from '../entry-lookup.js';
import { valueAt } from '../places.js';

export interface PurposeReference {
  /** As written. */
  readonly text: string;
  readonly subject: string;
  readonly place: FilePlace;
}

/** What people write for "to be decided": no purpose, and no wrong name of one. */
export const UNDECIDED_WORD = /^(todo|tbd|\?+)$/iu;

/** A prefix of another kind of thing: told as such by `schema-valid`. */
const OTHER_PREFIX = new RegExp(`^(?:${[...KINDS, 'recipient', 'system', 'notice', 'plugin', 'tracking'].join('|')}):`, 'u');

/** Every name of a purpose that is not defined: at items, tracking surfaces, notices and plugins, in this order. */
export function undefinedPurposes(declarations: Declarations): PurposeReference[] {
  const { purposes, tracking, notices, instance } = declarations;
  const found: PurposeReference[] = [];
  const look = (subject: string, place: FilePlace | null | undefined, names: readonly string[] | undefined, ...path: string[]) => {
    if (place === null || place === undefined || names === undefined) return;
    names.forEach((text, index) => {
      if (purposes.has(text) || purposes.has(comparableKey(text)) || UNDECIDED_WORD.test(text) || OTHER_PREFIX.test(text)) return;
      found.push({ text, subject, place: valueAt(place, ...path, index) });
    });
  };
  for (const entry of KINDS.flatMap(kind => entriesOf(declarations, kind)))
    look(entry.identity, entry.place, entry.value.purposes, 'purposes');
  for (const { key, value, place } of Object.values(tracking)) look(`tracking:${key}`, place, value.purposes, 'purposes');
  for (const { key, value, place } of notices.values()) look(`notice:${key}`, place, value.covers?.purposes, 'covers', 'purposes');
  const plugins = instance.places.get('plugins');
  for (const [name, plugin] of Object.entries(instance.value.plugins ?? {}))
    look(`plugin:${name}`, plugins, plugin.purposes, name, 'purposes');
  return found;
}
