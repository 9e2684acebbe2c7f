/** One change in words. */
import type { Language } from '../../finding.js';
import { isKind, parseIdentity } from '../../items.js';
import type { BranchChange, ChangeKind, Named } from '../../lint/changes/model.js';
import { isThirdCountry } from '../../lint/countries.js';
import { capital, code, listed, type Sentence, text, value } from '../parts.js';
import { listedUpTo, quoted, wordIn } from '../phrases.js';
import { fill } from '../template.js';
import { countryIn, cutKey, dateIn, numberIn, periodIn } from '../values.js';
import { type Words, wordsOf } from '../words.js';
import { type ChangeWords, changeWordsOf } from './words.js';

export interface Vocabulary {
  readonly words: Words;
  readonly own: ChangeWords;
}

/** The words of all messages, and those of comparisons. */
export function vocabularyOf(language: Language): Vocabulary {
  return { words: wordsOf(language), own: changeWordsOf(language) };
}

type List = Readonly<Record<string, string>>;
type Form = (raw: string | number, vocabulary: Vocabulary) => Sentence;

/** Most names before the rest is counted. */
const NAMES = 5;

/** A change as a sentence without a full stop. */
export function sentenceOf(change: BranchChange, vocabulary: Vocabulary): Sentence {
  const { own } = vocabulary;
  const parts: Readonly<Record<string, Sentence>> = {
    item: itemNamed(change, vocabulary),
    values: listOf(change, vocabulary),
    before: sideOf(change, 'before', vocabulary),
    after: sideOf(change, 'after', vocabulary),
    required: change.required === true ? [text(own.required)] : [],
    undeclared: change.undeclared === true ? [text(own.undeclared)] : [],
  };
  return capital(fill(own.told[change.kind], parts));
}

/** `contact field 'Shoe size' (shoe_size)`; what is no item goes by its name or by the key to look up. */
function itemNamed({ subject, name, of, form }: BranchChange, vocabulary: Vocabulary): Sentence {
  const { words, own } = vocabulary;
  if (of === 'tracking') return wordIn(own.surfaces, name);
  if (of === 'waiver' || of === 'budget' || of === 'baseline' || of === 'rule') return [code(cutKey(name))];
  const kind = of === 'form_field' ? [text(own.question)] : wordIn(words.kinds, of);
  const key = isKind(of) && of !== 'form_field' ? keyIn(subject) : '';
  return [
    ...kind,
    text(' '),
    ...quoted(name, vocabulary.words),
    ...(key === '' || key === name ? [] : [text(' ('), code(cutKey(key)), text(')')]),
    ...(form === undefined ? [] : [text(` ${own.ofForm} `), ...quoted(form, vocabulary.words)]),
  ];
}

function keyIn(subject: string): string {
  const { key, id } = parseIdentity(subject) ?? { key: subject };
  return id === undefined ? key : `${key}#${id}`;
}

/** Names of things in quotes, words of closed lists as they are, the rest to be typed. */
function listOf({ kind, values = [] }: BranchChange, vocabulary: Vocabulary): Sentence {
  const { words, own } = vocabulary;
  const lists: Readonly<Partial<Record<ChangeKind, List>>> = {
    'special-added': words.categories,
    'special-gone': words.categories,
    'subjects-added': own.subjects,
    'channels-added': words.channels,
  };
  const isTyped = /^(?:cookie|waiver|baseline)-/u.test(kind);
  const shown = ({ key, name }: Named): Sentence => {
    const words = lists[kind];
    if (words !== undefined) return wordIn(words, key);
    return isTyped ? [code(cutKey(key))] : quoted(name, vocabulary.words);
  };
  return listedUpTo(NAMES, values.map(shown), words);
}

function sideOf(change: BranchChange, side: 'before' | 'after', vocabulary: Vocabulary): Sentence {
  const { words, own } = vocabulary;
  if (change.bases !== undefined)
    return listed(
      change.bases[side].map(basis => [text(words.bases[basis])]),
      words.and,
    );
  const raw = change[side];
  if (raw !== undefined) return (FORMS[change.kind] ?? plain)(raw, vocabulary);
  return ENDLESS.has(change.kind) ? [text(own.endless)] : [];
}

const plain: Form = (raw, vocabulary) =>
  typeof raw === 'number' ? [text(numberIn(vocabulary.words, raw))] : quoted(raw, vocabulary.words);
const period: Form = (raw, vocabulary) => {
  const words = periodIn(vocabulary.words, String(raw));
  return words === undefined ? plain(raw, vocabulary) : [text(words)];
};
const lifetime: Form = (raw, vocabulary) => (raw === 'session' ? [text(vocabulary.own.session)] : period(raw, vocabulary));
const day: Form = (raw, { words }) => [value(dateIn(words, String(raw)))];
const mode: Form = (raw, { own }) => wordIn(own.modes, String(raw));
const rating: Form = (raw, { own }) => wordIn(own.ratings, String(raw));
const severity: Form = (raw, { own }) => wordIn(own.severities, String(raw));
const country: Form = (raw, { words, own }) => {
  const name = value(countryIn(words, String(raw)));
  return isThirdCountry(String(raw)) ? [name, text(` (${own.abroad})`)] : [name];
};

/** Without a value on one side of these, nothing ends. */
const ENDLESS: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'retention-longer',
  'retention-shorter',
  'retention-reworded',
  'waiver-longer',
  'budget-raised',
]);

const FORMS: Readonly<Partial<Record<ChangeKind, Form>>> = {
  'new-recipient': country,
  'recipient-abroad': country,
  'retention-longer': period,
  'retention-shorter': period,
  'clock-changed': (raw, { own }) => wordIn(own.starts, String(raw)),
  'end-weaker': (raw, { own }) => wordIn(own.ends, String(raw)),
  'profiling-raised': rating,
  'profiling-lowered': rating,
  'tracking-raised': mode,
  'tracking-lowered': mode,
  'gate-opened': (raw, { own }) => wordIn(own.gates, String(raw)),
  'cookie-longer': lifetime,
  'cookie-shorter': lifetime,
  'waiver-added': day,
  'waiver-longer': day,
  'rule-weaker': severity,
  'rule-stronger': severity,
};
