/** A drift as sections of entries, before a format writes it. */

import type { Language } from '../../finding.js';
import { type Kind, screenLink } from '../../items.js';
import type { Arrival, Drift, ItemChange, Renaming, Side, Subject } from '../../mautic/drift/model.js';
import { capital, type Sentence, text } from '../parts.js';
import { numberIn } from '../values.js';
import { wordsOf } from '../words.js';
import { countSentences } from './counts.js';
import { factsOf, questionFacts } from './facts.js';
import { isAnswered, itemNamed, nameOf, ofForm, type Vocabulary } from './names.js';
import { sightSentences } from './sight.js';
import { quotedList } from './values.js';
import { driftWordsOf, type SectionName } from './words.js';

export interface DriftOptions {
  readonly language: Language;
  /** Address of the instance; else links go to `https://<host>` of the later snapshot. */
  readonly url?: string;
}

/** One item, or one sentence. */
export interface Entry {
  readonly sentence: Sentence;
  /** The item's screen in Mautic. */
  readonly link?: string;
  readonly lines: readonly Sentence[];
}

export interface Section {
  readonly name: SectionName;
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Of an item with more changes than that, those in the middle are only counted. */
const LINES = 30;
const [FIRST, LAST] = [20, 5];

/** The words of all messages, and those of drift. */
export function vocabularyOf(language: Language): Vocabulary {
  return { words: wordsOf(language), drift: driftWordsOf(language) };
}

/** The sections that have something to say, in their order. */
export function sectionsOf(drift: Drift, { language, url }: DriftOptions): Section[] {
  const vocabulary = vocabularyOf(language);
  const { host } = drift.after.made;
  const base = url ?? (host === undefined ? undefined : `https://${host}`);
  const link = (subject: Subject, side: Side): Pick<Entry, 'link'> => {
    const address = base === undefined ? null : linkOf(subject, side, base);
    return address === null ? {} : { link: address };
  };
  const came = (isProven: boolean): Entry[] =>
    drift.came
      .filter(arrival => arrival.isProven === isProven)
      .map(arrival => ({ ...arrivalEntry(arrival, drift.after, vocabulary), ...link(arrival, drift.after) }));
  // The screen of an item that is gone is gone, too.
  const went = (isProven: boolean): Entry[] =>
    drift.went
      .filter(arrival => arrival.isProven === isProven)
      .map(arrival => ({
        ...arrivalEntry(arrival, drift.before, vocabulary),
        lines: [],
        ...(isProven ? {} : link(arrival, drift.before)),
      }));
  const changed = drift.changed.map(change => ({ change, entry: changedEntry(change, drift, vocabulary) }));
  const plain = (sentences: readonly Sentence[]): Entry[] => sentences.map(sentence => ({ sentence: capital(sentence), lines: [] }));
  const entries: Readonly<Record<SectionName, readonly Entry[]>> = {
    came: came(true),
    seenNow: came(false),
    went: went(true),
    unseen: went(false),
    renamed: drift.renamed.map(renaming => ({ ...renamedEntry(renaming, vocabulary), ...link(renaming.after, drift.after) })),
    changed: changed.flatMap(({ change, entry }) => (entry === undefined ? [] : [{ ...entry, ...link(change.after, drift.after) }])),
    edited: changed
      .filter(({ change, entry }) => entry === undefined && isEdited(change))
      .map(({ change: { after } }) => ({ sentence: capital(itemNamed(after, vocabulary)), lines: [], ...link(after, drift.after) })),
    sight: plain(sightSentences(drift, vocabulary)),
    counts: plain(countSentences(drift, vocabulary)),
  };
  return ORDER.flatMap(name =>
    entries[name].length === 0 ? [] : [{ name, title: vocabulary.drift.sections[name], entries: entries[name] }],
  );
}

const ORDER: readonly SectionName[] = ['came', 'seenNow', 'went', 'unseen', 'renamed', 'changed', 'edited', 'sight', 'counts'];

/** A question is shown on the screen of its form. */
function linkOf({ item }: Subject, side: Side, base: string): string | null {
  if (item.kind === 'category') return screenLink(base, item.kind, item.id, item.bundle);
  const shown: { readonly kind: Kind; readonly id: number } | undefined =
    item.kind === 'form_field' ? (item.form === undefined ? undefined : side.items.get(item.form)) : item;
  return shown === undefined ? null : screenLink(base, shown.kind, shown.id);
}

/** A form with how many questions, and which. */
function arrivalEntry(arrival: Arrival, side: Side, vocabulary: Vocabulary): Entry {
  const { words, drift } = vocabulary;
  const asked = arrival.questions.filter(({ item }) => isAnswered(item));
  const count = asked.length === 0 ? [] : [text(` (${drift.withQuestions(numberIn(words, asked.length))})`)];
  const names = asked.map(({ item }) => ('title' in item && item.title !== undefined ? item.title : item.key));
  return {
    sentence: capital([...itemNamed(arrival, vocabulary), ...ofForm(arrival, side, vocabulary), ...count]),
    lines: asked.length === 0 ? [] : [[text(`${drift.asks} `), ...quotedList(names, vocabulary)]],
  };
}

function renamedEntry({ before, after }: Renaming, vocabulary: Vocabulary): Entry {
  const sentence = [...itemNamed(before, vocabulary), text(` ${vocabulary.drift.named} `), ...nameOf(after, vocabulary)];
  return { sentence: capital(sentence), lines: [] };
}

/** One change is one sentence; several stand below the name of the item. None: it is only seen otherwise. */
function changedEntry(change: ItemChange, drift: Drift, vocabulary: Vocabulary): Entry | undefined {
  const { after } = change;
  const own = factsOf(change, drift, vocabulary).map(fact => ({ ...fact, question: undefined }));
  const facts = [...own, ...questionFacts(change, drift, vocabulary)];
  const [first] = facts;
  if (first === undefined) return undefined;
  const name: Sentence = [...itemNamed(after, vocabulary), ...ofForm(after, drift.after, vocabulary)];
  const glue = (isVerb: boolean): Sentence => [text(isVerb ? ' ' : ': ')];
  if (facts.length === 1) {
    const form: Sentence = [text(` ${vocabulary.drift.ofForm} `), ...nameOf(after, vocabulary)];
    const subject = first.question === undefined ? name : [...first.question, ...form];
    return { sentence: capital([...subject, ...glue(first.isVerb), ...first.sentence]), lines: [] };
  }
  const lines = facts.map(({ isVerb, sentence, question }) =>
    question === undefined ? sentence : [...question, ...glue(isVerb), ...sentence],
  );
  return { sentence: capital(name), lines: shortened(lines, vocabulary) };
}

/** Somebody saved it, and nothing that a snapshot holds is different. */
function isEdited({ properties }: ItemChange): boolean {
  return properties.some(({ name, sight }) => name === 'changed' && sight === undefined);
}

function shortened(lines: readonly Sentence[], { words, drift }: Vocabulary): readonly Sentence[] {
  if (lines.length <= LINES) return lines;
  const between = numberIn(words, lines.length - FIRST - LAST);
  return [...lines.slice(0, FIRST), [text(drift.moreLines(between))], ...lines.slice(-LAST)];
}
