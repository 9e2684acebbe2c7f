/** Values of ours as YAML, the way people would write them. */
import { later } from './later.js';

const PLAIN_KEY = /^[A-Za-z_][\w-]*(?:[ ./][\w-]+)*$/u;
/** A colon inside of a word is no key. */
const PLAIN_VALUE = /^[A-Za-z_][\w-]*(?:[ ./:][\w-]+)*$/u;
const WORDS: ReadonlySet<string> = new Set(['true', 'false', 'null', 'yes', 'no', 'on', 'off', 'y', 'n']);

/** Marks that turn or hide what a person reads; in double quotes they can be written out. */
const UNSEEN = later(() => /[\p{Bidi_Control}\u007f-\u009f\u200b\u2028\u2029\ufeff]/gu);

/** A text as a YAML key: plain where every reader takes it as text, else in double quotes (JSON strings are YAML). */
export function keyText(text: string): string {
  return PLAIN_KEY.test(text) && !WORDS.has(text.toLowerCase()) ? text : quoted(text);
}

/** A value as YAML of one line, good in block and in braces: texts plain where every reader takes them as text; lists in brackets. */
export function valueText(value: string | number | boolean | readonly string[]): string {
  if (typeof value === 'object') return `[${value.map(valueText).join(', ')}]`;
  if (typeof value !== 'string') return String(value);
  return PLAIN_VALUE.test(value) && !WORDS.has(value.toLowerCase()) ? value : quoted(value);
}

/** A text as the item of a list in block YAML. */
export function itemLine(text: string): string {
  return `- ${valueText(text)}`;
}

function quoted(text: string): string {
  return JSON.stringify(text).replace(UNSEEN(), mark => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
