/** Values of properties in words, and what stands between two of them. */
import type { PropertyValue, Side } from '../../mautic/drift/model.js';
import { joinedBy, type Sentence, text } from '../parts.js';
import { listedUpTo, quoted } from '../phrases.js';
import { dateIn, numberIn, periodIn } from '../values.js';
import { target, type Vocabulary } from './names.js';

const REFERENCES: ReadonlySet<string> = new Set(['category', 'form', 'other_mapping', 'variant_of', 'translation_of']);
const DATES: ReadonlySet<string> = new Set(['publish_up', 'publish_down', 'added', 'changed']);
/** Texts may be long: this much of what is the same is shown in front of a difference. */
const SAME_SHOWN = 20;
const SHORT = 60;
const ENTRIES_SHOWN = 5;

/** The name of a property. */
export function propertyName(name: string, { words, drift }: Vocabulary): string {
  const own = Object.hasOwn(drift.properties, name) ? drift.properties[name] : undefined;
  return own ?? (Object.hasOwn(words.explain.attributes, name) ? (words.explain.attributes[name] ?? name) : name);
}

export interface Between {
  readonly name: string;
  readonly before: PropertyValue | undefined;
  readonly after: PropertyValue | undefined;
}

/** `'a' → 'b'`; of lists, what came and what went. */
export function beforeAndAfter(change: Between, sides: { readonly before: Side; readonly after: Side }, vocabulary: Vocabulary): Sentence {
  const { name, before, after } = change;
  if (isList(before) || isList(after)) return lists(name, isList(before) ? before : [], isList(after) ? after : [], vocabulary);
  const [one, other] = typeof before === 'string' && typeof after === 'string' ? fromDifference(before, after) : [before, after];
  return arrow(single(name, one, sides.before, vocabulary), single(name, other, sides.after, vocabulary));
}

/** `before → after`, the same in every language. */
export function arrow(before: Sentence, after: Sentence): Sentence {
  return [...before, text(' → '), ...after];
}

function isList(value: PropertyValue | undefined): value is readonly string[] {
  return typeof value === 'object';
}

/** Two long texts, cut where they begin to differ. */
function fromDifference(before: string, after: string): readonly [string, string] {
  if (before.length <= SHORT && after.length <= SHORT) return [before, after];
  const [one, other] = [[...before], [...after]];
  let same = 0;
  while (same < one.length && one[same] === other[same]) same++;
  if (same <= SAME_SHOWN) return [before, after];
  const cut = (characters: readonly string[]): string => `…${characters.slice(same - SAME_SHOWN).join('')}`;
  return [cut(one), cut(other)];
}

/** One value; none is said as such. */
function single(name: string, value: PropertyValue | undefined, side: Side, vocabulary: Vocabulary): Sentence {
  const { words, drift } = vocabulary;
  const list = Object.hasOwn(drift.values, name) ? drift.values[name] : undefined;
  if (typeof value === 'string' && list !== undefined && Object.hasOwn(list, value)) return [text(list[value] ?? value)];
  if (value === undefined || value === '') return [text(words.nothing)];
  if (typeof value === 'boolean') return [text(value ? words.yes : words.no)];
  if (typeof value === 'number') return [text(numberIn(words, value))];
  if (typeof value !== 'string') return quotedList(value, vocabulary);
  if (DATES.has(name)) return /^\d{4}-\d{2}(?:-\d{2})?$/u.test(value) ? [text(dateIn(words, value))] : quoted(value, vocabulary.words);
  if (REFERENCES.has(name)) return value === 'none' ? [text(words.nothing)] : target(value, side, vocabulary);
  return name === 'delay' ? [text(delay(value, vocabulary))] : quoted(value, vocabulary.words);
}

function delay(value: string, { words, drift }: Vocabulary): string {
  if (value === 'P0D') return drift.atOnce;
  return value === 'date' ? drift.fixedDay : (periodIn(words, value) ?? drift.fixedDay);
}

/** Names of properties, tokens, hosts: what came and what went. */
function lists(name: string, before: readonly string[], after: readonly string[], vocabulary: Vocabulary): Sentence {
  const [old, now] = [new Set(before), new Set(after)];
  const shown = (entries: readonly string[]): readonly string[] =>
    name === 'masked' ? entries.map(entry => propertyName(entry, vocabulary)) : entries;
  const came = after.filter(entry => !old.has(entry));
  const went = before.filter(entry => !now.has(entry));
  const part = (label: string, entries: readonly string[]): Sentence[] =>
    entries.length === 0 ? [] : [[text(`${label} `), ...quotedList(shown(entries), vocabulary)]];
  const parts = [...part(vocabulary.drift.nowToo, came), ...part(vocabulary.drift.noLonger, went)];
  return parts.length === 0 ? [text(vocabulary.words.nothing)] : joinedBy('; ', parts);
}

/** `'a', 'b' and 3 more`. */
export function quotedList(entries: readonly string[], vocabulary: Vocabulary): Sentence {
  const list = entries.map(entry => quoted(entry, vocabulary.words));
  return entries.length > ENTRIES_SHOWN + 1 ? listedUpTo(ENTRIES_SHOWN, list, vocabulary.words) : joinedBy(', ', list);
}
