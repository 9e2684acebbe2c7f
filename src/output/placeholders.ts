/** How each placeholder of a message is shown. */
import type { FindingData, NamedItem, PlainValue } from '../finding.js';
import { code, listed, type Sentence, text, value } from './parts.js';
import { listedUpTo, wordIn } from './phrases.js';
import { countryIn, cutKey, cutName, dateIn, numberIn, peopleIn, percentIn, periodIn } from './values.js';
import type { Words } from './words.js';

export interface Say {
  readonly words: Words;
  /** The rule's own word for a code, with its placeholders filled in; undefined when it has none. */
  readonly word: (code: string) => Sentence | undefined;
}

type Formatter = (data: FindingData, say: Say) => Sentence;

/** Most items of a list before the rest is counted. */
const PLACES = 3;
const NAMES = 5;
/** Reports that list what was not checked have all of them. */
const RULES = 8;

const name = (raw: string | undefined): Sentence => (raw === undefined || raw === '' ? [] : [value(cutName(raw))]);
const key = (raw: string | undefined): Sentence => (raw === undefined || raw === '' ? [] : [value(cutKey(raw))]);
const typed = (raw: string | undefined): Sentence => (raw === undefined || raw === '' ? [] : [code(cutKey(raw))]);
const plain = (raw: string | number | undefined): Sentence => (raw === undefined ? [] : [value(cutName(String(raw)))]);

/** A word of a closed list. */
const worded = (list: Readonly<Record<string, string>>, raw: string | undefined): Sentence =>
  raw === undefined || raw === '' ? [] : wordIn(list, raw);

function wordsIn(list: Readonly<Record<string, string>>, raw: string | readonly string[] | undefined, { words }: Say): Sentence {
  const entries = raw === undefined ? [] : typeof raw === 'string' ? [raw] : raw;
  return listed(
    entries.map(entry => worded(list, entry)),
    words.and,
  );
}

/** The rule's word for a code; a code without a word is a key to type. */
function coded(raw: string | undefined, say: Say): Sentence {
  return raw === undefined || raw === '' ? [] : (say.word(raw) ?? typed(raw));
}

function codes(raw: readonly string[] | undefined, say: Say): Sentence {
  return listed(
    (raw ?? []).map(entry => say.word(entry) ?? typed(entry)),
    say.words.and,
  );
}

function names(entries: readonly Sentence[], say: Say, most: number): Sentence {
  const [open, close] = say.words.quotes;
  const quotedEntries = entries.map(entry => [text(open), ...entry, text(close)]);
  return listedUpTo(most, quotedEntries, say.words);
}

const quotedNames = (list: readonly string[] | undefined, say: Say, most = NAMES): Sentence => names((list ?? []).map(name), say, most);

function places(list: readonly NamedItem[] | undefined, say: Say): Sentence {
  const [open, close] = say.words.quotes;
  const entries = (list ?? []).map(item => [
    text(open),
    ...name(item.name),
    text(`${close} (`),
    ...worded(say.words.kinds, item.kind),
    text(')'),
  ]);
  return listedUpTo(PLACES, entries, say.words);
}

/** A value in words: the rule's own word for it, yes, no, nothing, a number, a period, a list; else as it is. */
function inWords(raw: PlainValue | undefined, { words, word }: Say): Sentence {
  if (raw === undefined) return [];
  if (raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0)) return [text(words.nothing)];
  if (typeof raw === 'boolean') return [text(raw ? words.yes : words.no)];
  if (typeof raw === 'number') return [text(numberIn(words, raw))];
  if (typeof raw !== 'string') return listed(raw.map(name), words.and);
  const period = periodIn(words, raw);
  return word(raw) ?? (period === undefined ? name(raw) : [text(period)]);
}

/** What is no field but stands in place of one (`tracking:page_hit`) has a word of the rule. */
function field({ field }: FindingData, say: Say): Sentence {
  if (field === undefined) return [];
  const { label, alias } = field;
  const word = alias.includes(':') ? say.word(alias) : undefined;
  if (word !== undefined) return word;
  return label === '' || label === alias ? name(alias) : [...name(label), text(' ('), ...name(alias), text(')')];
}

/** Nothing that a template may hold is missing here: the type says so. */
export const PLACEHOLDERS: Readonly<Record<keyof FindingData, Formatter>> = {
  item: ({ item }) => name(item),
  other_item: ({ other_item }) => name(other_item),
  kind: ({ kind }, { words }) => worded(words.kinds, kind),
  field,
  label: ({ label }) => name(label),
  form: ({ form }) => name(form),
  segment: ({ segment }) => name(segment),
  tag: ({ tag }) => name(tag),
  email: ({ email }) => name(email),
  notice: ({ notice }) => name(notice),
  purpose: ({ purpose }) => name(purpose),
  purposes: ({ purposes }, say) => quotedNames(purposes, say, Number.POSITIVE_INFINITY),
  new_purposes: ({ new_purposes }, say) => quotedNames(new_purposes, say, Number.POSITIVE_INFINITY),
  recipient: ({ recipient }) => name(recipient),
  system: ({ system }) => name(system),
  key: ({ key: raw }) => key(raw),
  section: ({ section }) => key(section),
  people: ({ people }, { words }) => (people === undefined || people === 0 ? [] : [text(peopleIn(words, people))]),
  count: ({ count }, { words }) => (count === undefined ? [] : [text(numberIn(words, count))]),
  limit: ({ limit }, say) => inWords(limit, say),
  percent: ({ percent }, { words }) => (percent === undefined ? [] : [text(percentIn(words, percent))]),
  period: ({ period }, say) => inWords(period, say),
  date: ({ date }, { words }) => (date === undefined ? [] : [value(dateIn(words, date))]),
  year: ({ year }) => plain(year),
  version: ({ version }) => plain(version),
  age: ({ age }) => plain(age),
  line: ({ line }) => plain(line),
  missing: ({ missing }, say) => codes(missing, say),
  reason: ({ reason }, say) => coded(reason, say),
  detail: ({ detail }, say) => coded(detail, say),
  changes: ({ changes }, say) => codes(changes, say),
  what: ({ what }, say) => codes(what, say),
  criteria: ({ criteria }, say) => codes(criteria, say),
  stores: ({ stores }, say) => codes(stores, say),
  places: ({ places: list }, say) => places(list, say),
  fields: ({ fields }, say) => quotedNames(fields, say),
  labels: ({ labels }, say) => quotedNames(labels, say),
  options: ({ options }, say) => quotedNames(options, say),
  value: ({ value: raw }) => name(raw),
  text: ({ text: raw }) => name(raw),
  live: ({ live }, say) => inWords(live, say),
  declared: ({ declared }, say) => inWords(declared, say),
  near: ({ near }) => key(near),
  basis: ({ basis }, say) => wordsIn(say.words.bases, basis, say),
  category: ({ category }, { words }) => worded(words.categories, category),
  channel: ({ channel }, { words }) => worded(words.channels, channel),
  channels: ({ channels }, say) => wordsIn(say.words.channels, channels, say),
  precise: ({ precise }, say) => coded(precise, say),
  coarse: ({ coarse }, say) => coded(coarse, say),
  country: ({ country }, { words }) => (country === undefined ? [] : [value(countryIn(words, country))]),
  authority: ({ authority }) => name(authority),
  host: ({ host }) => key(host),
  rules: ({ rules }, say) => listedUpTo(RULES, (rules ?? []).map(key), say.words),
  token: ({ token }) => typed(token),
  allowed: ({ allowed }, say) => coded(allowed, say),
  found: ({ found }, say) => coded(found, say),
  place: ({ place }, say) => coded(place, say),
  list: ({ list }, say) => coded(list, say),
  values: ({ values }, { words }) => listed((values ?? []).map(typed), words.and),
  file: ({ file }) => key(file),
  first: ({ first }) => key(first),
  second: ({ second }) => key(second),
};

/** Is this the name of a placeholder? */
export function isPlaceholder(candidate: string): candidate is keyof FindingData {
  return Object.hasOwn(PLACEHOLDERS, candidate);
}
