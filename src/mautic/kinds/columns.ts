/** Building blocks of the tables that say which key of Mautic becomes which property of an item. */
import { asDay, asFlag, asMonth, clean, cleanKey, openWord } from '../texts.js';

export interface Reading {
  readonly value: unknown;
  readonly masked?: boolean;
}

/** One property: the keys it may come from (camelCase; the snake_case of exports is found, too) and what becomes of the value. */
export interface Column {
  readonly property: string;
  readonly keys: readonly string[];
  /** Gets the value of the first key that is there (null is a value); undefined: this answer does not show it. */
  readonly read: (value: unknown) => Reading | undefined;
}

const seen = (value: unknown): Reading | undefined => (value === undefined ? undefined : { value });

/**
 * A text that people write: markup and blanks cleaned away, mail addresses and the like masked, and cut.
 * @param limit in characters
 */
export function text(property: string, key: string | readonly string[], limit: number): Column {
  return {
    property,
    keys: [key].flat(),
    read: value => {
      const cleaned = clean(value, limit);
      return { value: cleaned.text, masked: cleaned.masked };
    },
  };
}

/** A text that is kept whole (aliases): decoded and masked, never shortened by meaning, only bounded. */
export function name(property: string, key: string): Column {
  return { property, keys: [key], read: value => keyReading(value) };
}

/** A yes/no; what JSON null says differs by key (docs/snapshot-format.md, section 3.2). */
export function flag(property: string, key: string | readonly string[], whenNull?: false): Column {
  return { property, keys: [key].flat(), read: value => seen(value === null ? whenNull : asFlag(value)) };
}

/** A word of Mautic's own, such as a type, to which plugins may add; what does not look like one, or could be a person's, is `other`. */
export function word(property: string, key: string | readonly string[]): Column {
  return { property, keys: [key].flat(), read: value => ({ value: openWord(value) }) };
}

/** A word of a closed list; any other counts as not shown. */
export function choice(property: string, key: string, allowed: readonly string[]): Column {
  return { property, keys: [key], read: value => seen(allowed.find(entry => entry === value)) };
}

/** The day (UTC) of a date, without the hour; what is no date counts as not shown. */
function day(property: string, key: string): Column {
  return { property, keys: [key], read: value => seen(asDay(value)) };
}

/** The month of a date, and not its day; what is no date counts as not shown. */
function month(property: string, key: string): Column {
  return { property, keys: [key], read: value => seen(asMonth(value)) };
}

/** A whole number, also as a text of digits; signs are allowed. */
export function whole(property: string, key: string): Column {
  return { property, keys: [key], read: value => seen(asWhole(value)) };
}

/** A counter of which only "more than none" is kept. */
export function some(property: string, key: string): Column {
  return {
    property,
    keys: [key],
    read: value => {
      const number = asWhole(value);
      return number === undefined ? undefined : { value: number > 0 };
    },
  };
}

/** A whole number, or a text of up to 15 digits that is one; undefined for anything else. */
export function asWhole(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d{1,15}$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

const KEY_LIMIT = 191;
/** What Mautic makes aliases of fields from; nothing of a person's can be told apart in it, and uses name it. */
const ALIAS = /^[\w-]+$/u;

/**
 * The text of a key: a text or a number; bounded, because Mautic's columns are (191 characters).
 * @param alias of a field: never masked
 */
export function keyReading(value: unknown, alias = false): { readonly value: string; readonly masked: boolean } | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  const cleaned = alias && ALIAS.test(text) ? { text, masked: false } : cleanKey(text);
  const letters = [...cleaned.text];
  return { value: letters.length > KEY_LIMIT ? letters.slice(0, KEY_LIMIT).join('') : cleaned.text, masked: cleaned.masked };
}

export const PUBLISHED = flag('published', 'isPublished');
export const DATES = [day('publish_up', 'publishUp'), day('publish_down', 'publishDown')];
export const LANGUAGE = text('language', ['language', 'lang'], 30);
export const DESCRIPTION = text('description', 'description', 160);
export const ADDED = day('added', 'dateAdded');
export const CHANGED = month('changed', 'dateModified');
