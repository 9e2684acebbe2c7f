/** A drift as sections of entries, before a format writes it. */

import type { Language as LanguageCode } from '../../finding.js';
import { type Kind, screenLink } from '../../items.js';
import type { Arrival, Drift, ItemChange, Renaming, Side, Subject } from '../../mautic/drift/model.js';
import { capital, type Sentence, text } from '../parts.js';
import { numberIn } from '../values.js';
import { wordsOf } from '../words.js';
import { countSentences } from './counts.js';
import { factsOf, questionFacts } from './facts.js';
import { isAnswered, itemNamed, type Language, nameOf, ofForm } from './names.js';
import { sightSentences } from './sight.js';
import { quotedList } from './values.js';
import { driftWordsOf, type SectionName } from './words.js';

export interface DriftOptions {
  readonly language: LanguageCode;
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
export function languageOf(language: LanguageCode): Language {
  return { words: wordsOf(language), drift: driftWordsOf(language) };
}

/** The sections that have something to say, in their order. */
export function sectionsOf(drift: Drift, { language: code, url }: DriftOptions): Section[] {
  const language = languageOf(code);
  const { host } = drift.after.made;
  const base = url ?? (host === undefined ? undefined : `https://${host}`);
  const link = (subject: Subject, side: Side): Pick<Entry, 'link'> => {
    const address = base === undefined ? null : linkOf(subject, side, base);
    return address === null ? {} : { link: address };
  };
  const came = (isProven: boolean): Entry[] =>
    drift.came
      .filter(arrival => arrival.isProven === isProven)
      .map(arrival => ({ ...arrivalEntry(arrival, drift.after, language), ...link(arrival, drift.after) }));
  // The screen of an item that is gone is gone, too.
  const went = (isProven: boolean): Entry[] =>
    drift.went
      .filter(arrival => arrival.isProven === isProven)
      .map(arrival => ({ ...arrivalEntry(arrival, drift.before, language), lines: [], ...(isProven ? {} : link(arrival, drift.before)) }));
  const changed = drift.changed.map(change => ({ change, entry: changedEntry(change, drift, language) }));
  const plain = (sentences: readonly Sentence[]): Entry[] => sentences.map(sentence => ({ sentence: capital(sentence), lines: [] }));
  const entries: Readonly<Record<SectionName, readonly Entry[]>> = {
    came: came(true),
    seenNow: came(false),
    went: went(true),
    unseen: went(false),
    renamed: drift.renamed.map(renaming => ({ ...renamedEntry(renaming, language), ...link(renaming.after, drift.after) })),
    changed: changed.flatMap(({ change, entry }) => (entry === undefined ? [] : [{ ...entry, ...link(change.after, drift.after) }])),
    edited: changed
      .filter(({ change, entry }) => entry === undefined && isEdited(change))
      .map(({ change: { after } }) => ({ sentence: capital(itemNamed(after, language)), lines: [], ...link(after, drift.after) })),
    sight: plain(sightSentences(drift, language)),
    counts: plain(countSentences(drift, language)),
  };
  return ORDER.flatMap(name =>
    entries[name].length === 0 ? [] : [{ name, title: language.drift.sections[name], entries: entries[name] }],
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
function arrivalEntry(arrival: Arrival, side: Side, language: Language): Entry {
  const { words, drift } = language;
  const asked = arrival.questions.filter(({ item }) => isAnswered(item));
  const count = asked.length === 0 ? [] : [text(` (${drift.withQuestions(numberIn(words, asked.length))})`)];
  const names = asked.map(({ item }) => ('title' in item && item.title !== undefined ? item.title : item.key));
  return {
    sentence: capital([...itemNamed(arrival, language), ...ofForm(arrival, side, language), ...count]),
    lines: asked.length === 0 ? [] : [[text(`${drift.asks} `), ...quotedList(names, language)]],
  };
}

function renamedEntry({ before, after }: Renaming, language: Language): Entry {
  const sentence = [...itemNamed(before, language), text(` ${language.drift.named} `), ...nameOf(after, language)];
  return { sentence: capital(sentence), lines: [] };
}

/** One change is one sentence; several stand below the name of the item. None: it is only seen otherwise. */
function changedEntry(change: ItemChange, drift: Drift, language: Language): Entry | undefined {
  const { after } = change;
  const own = factsOf(change, drift, language).map(fact => ({ ...fact, question: undefined }));
  const facts = [...own, ...questionFacts(change, drift, language)];
  const [first] = facts;
  if (first === undefined) return undefined;
  const name: Sentence = [...itemNamed(after, language), ...ofForm(after, drift.after, language)];
  const glue = (isVerb: boolean): Sentence => [text(isVerb ? ' ' : ': ')];
  if (facts.length === 1) {
    const form: Sentence = [text(` ${language.drift.ofForm} `), ...nameOf(after, language)];
    const subject = first.question === undefined ? name : [...first.question, ...form];
    return { sentence: capital([...subject, ...glue(first.isVerb), ...first.sentence]), lines: [] };
  }
  const lines = facts.map(({ isVerb, sentence, question }) =>
    question === undefined ? sentence : [...question, ...glue(isVerb), ...sentence],
  );
  return { sentence: capital(name), lines: shortened(lines, language) };
}

/** Somebody saved it, and nothing that a snapshot holds is different. */
function isEdited({ properties }: ItemChange): boolean {
  return properties.some(({ name, sight }) => name === 'changed' && sight === undefined);
}

function shortened(lines: readonly Sentence[], { words, drift }: Language): readonly Sentence[] {
  if (lines.length <= LINES) return lines;
  const between = numberIn(words, lines.length - FIRST - LAST);
  return [...lines.slice(0, FIRST), [text(drift.moreLines(between))], ...lines.slice(-LAST)];
}
