/** What is seen more or less of Mautic than before: coverage, and properties that some items only now show, told for all of them together. */
import { group } from '../../collections.js';
import { KINDS, type Kind } from '../../items.js';
import { coverageWords } from '../../lint/coverage-words.js';
import type { CoverageChange, Drift, ItemChange, SeenState, Sight, Subject } from '../../mautic/drift/model.js';
import { joinedBy, type Sentence, text } from '../parts.js';
import { numberIn } from '../values.js';
import { nameOf, type Vocabulary } from './names.js';
import { arrow, propertyName } from './values.js';

/** As many items are named. */
const NAMED = 3;

/** First kinds and parts of which more or less was seen, then properties that items show now and did not before. */
export function sightSentences(drift: Drift, vocabulary: Vocabulary): Sentence[] {
  return [...drift.coverage.map(change => coverageSentence(change, vocabulary)), ...propertySentences(drift, vocabulary)];
}

function coverageSentence({ of, before, after }: CoverageChange, vocabulary: Vocabulary): Sentence {
  return [text(`${seenName(of, vocabulary)}: `), ...arrow(stateSentence(before, vocabulary), stateSentence(after, vocabulary))];
}

function seenName(of: string, { words }: Vocabulary): string {
  const seen = coverageWords(words.language);
  if (seen[of] !== undefined) return seen[of];
  const [kind = '', part = ''] = of.split('.');
  return `${seen[kind] ?? kind}, ${seen[part] ?? part}`;
}

function stateSentence({ state, why = [], unread, skipped }: SeenState, { words, drift }: Vocabulary): Sentence {
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
function propertySentences(drift: Drift, vocabulary: Vocabulary): Sentence[] {
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
    const names = properties.flatMap(([one]) => (one === undefined ? [] : [propertyName(one.name, vocabulary)]));
    const start = `${seenName(first.kind, vocabulary)}: ${vocabulary.drift.sight[first.sight]}: ${names.join(', ')}`;
    return [{ kind: first.kind, sentence: [text(`${start} (`), ...itemsNamed(items, vocabulary), text(')')] }];
  });
  return KINDS.flatMap(kind => sentences.filter(entry => entry.kind === kind).map(({ sentence }) => sentence));
}

function glimpsesOf({ after, properties, entries }: ItemChange): Glimpse[] {
  const inEntries = entries.flatMap(entry => (entry.before === undefined || entry.after === undefined ? [] : entry.properties));
  const seen = new Map([...properties, ...inEntries].flatMap(({ name, sight }) => (sight === undefined ? [] : [[name, sight] as const])));
  return [...seen].map(([name, sight]) => ({ kind: after.item.kind, sight, name, subject: after }));
}

function itemsNamed(items: readonly Subject[], vocabulary: Vocabulary): Sentence {
  if (items.length > NAMED) return [text(vocabulary.drift.items(numberIn(vocabulary.words, items.length)))];
  return joinedBy(
    ', ',
    items.map(subject => nameOf(subject, vocabulary)),
  );
}
