/** What is seen more or less of Mautic than before: coverage, and properties that some items only now show, told for all of them together. */
import { group } from '../../collections.js';
import { KINDS, type Kind } from '../../items.js';
import { coverageWords } from '../../lint/coverage-words.js';
import type { CoverageChange, Drift, ItemChange, SeenState, Sight, Subject } from '../../mautic/drift/model.js';
import { joinedBy, type Sentence, text } from '../parts.js';
import { numberIn } from '../values.js';
import { type Language, nameOf } from './names.js';
import { arrow, propertyName } from './values.js';

/** As many items are named. */
const NAMED = 3;

/** First kinds and parts of which more or less was seen, then properties that items show now and did not before. */
export function sightSentences(drift: Drift, language: Language): Sentence[] {
  return [...drift.coverage.map(change => coverageSentence(change, language)), ...propertySentences(drift, language)];
}

function coverageSentence({ of, before, after }: CoverageChange, language: Language): Sentence {
  return [text(`${seenName(of, language)}: `), ...arrow(stateSentence(before, language), stateSentence(after, language))];
}

function seenName(of: string, { words }: Language): string {
  const seen = coverageWords(words.language);
  if (seen[of] !== undefined) return seen[of];
  const [kind = '', part = ''] = of.split('.');
  return `${seen[kind] ?? kind}, ${seen[part] ?? part}`;
}

function stateSentence({ state, why = [], unread, skipped }: SeenState, { words, drift }: Language): Sentence {
  const facts = [
    ...why.map(reason => words.unseen[reason]),
    ...(unread === undefined ? [] : [drift.unread(numberIn(words, unread))]),
    ...(skipped === undefined ? [] : [drift.skipped(numberIn(words, skipped))]),
  ];
  return [text(`${drift.states[state]}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}`)];
}

interface Glimpse {
  readonly kind: Kind;
  readonly sight: Sight;
  readonly name: string;
  readonly subject: Subject;
}

/** One sentence for the properties of a kind that the same items show or no longer show. */
function propertySentences(drift: Drift, language: Language): Sentence[] {
  const changes = drift.changed.flatMap(change => [change, ...(change.questions?.changed ?? [])]);
  const glimpses = changes.flatMap(glimpsesOf);
  const byProperty = group(glimpses, ({ kind, sight, name }) => JSON.stringify([kind, sight, name]));
  const byItems = group([...byProperty.values()], same => {
    const [first] = same;
    return JSON.stringify([first?.kind, first?.sight, same.map(({ subject }) => subject.item.id)]);
  });
  const sentences = [...byItems.values()].flatMap(properties => {
    const [first] = properties.flat();
    if (first === undefined) return [];
    const items = properties[0]?.map(({ subject }) => subject) ?? [];
    const names = properties.flatMap(([one]) => (one === undefined ? [] : [propertyName(one.name, language)]));
    const start = `${seenName(first.kind, language)}: ${language.drift.sight[first.sight]}: ${names.join(', ')}`;
    return [{ kind: first.kind, sentence: [text(`${start} (`), ...itemsNamed(items, language), text(')')] }];
  });
  return KINDS.flatMap(kind => sentences.filter(entry => entry.kind === kind).map(({ sentence }) => sentence));
}

function glimpsesOf({ after, properties, entries }: ItemChange): Glimpse[] {
  const inEntries = entries.flatMap(entry => (entry.before === undefined || entry.after === undefined ? [] : entry.properties));
  const seen = new Map([...properties, ...inEntries].flatMap(({ name, sight }) => (sight === undefined ? [] : [[name, sight] as const])));
  return [...seen].map(([name, sight]) => ({ kind: after.item.kind, sight, name, subject: after }));
}

function itemsNamed(items: readonly Subject[], language: Language): Sentence {
  if (items.length > NAMED) return [text(language.drift.items(numberIn(language.words, items.length)))];
  return joinedBy(
    ', ',
    items.map(subject => nameOf(subject, language)),
  );
}
