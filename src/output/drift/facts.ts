/** What changed about one item, each change as half a sentence that follows the name of the item. */
import type { Drift, Entry, EntryChange, ItemChange, PropertyChange, Sight } from '../../mautic/drift/model.js';
import { joinedBy, type Sentence, text } from '../parts.js';
import { quoted } from '../phrases.js';
import { aliasIn, itemNamed, type Vocabulary } from './names.js';
import { useTold } from './uses.js';
import { arrow, beforeAndAfter, propertyName } from './values.js';

/** `is now required`; where it is no verb, a colon stands in front. */
export interface Fact {
  readonly isVerb: boolean;
  readonly sentence: Sentence;
}

/** A fact about a question of a form, with the name of the question. */
interface QuestionFact extends Fact {
  readonly question: Sentence;
}

/** A snapshot says these only when they are so. */
const SAID_WHEN_SO: ReadonlySet<string> = new Set(['pending', 'thin']);

type Sides = Pick<Drift, 'before' | 'after'>;

const verb = (sentence: Sentence): Fact => ({ isVerb: true, sentence });
const noun = (sentence: Sentence): Fact => ({ isVerb: false, sentence });

/** All but what is only seen now or no longer, which is told for all items together, and the month of the last change. */
export function factsOf(change: ItemChange, sides: Sides, vocabulary: Vocabulary): Fact[] {
  const { before, after, properties, entries, reordered, uses, filters } = change;
  const { drift } = vocabulary;
  const real = properties.filter(({ sight }) => sight === undefined);
  return [
    ...real.filter(({ name }) => name !== 'changed').map(property => propertyFact(property, change, sides, vocabulary)),
    ...entries.map(entry => entryFact(entry, change, sides, vocabulary)).filter(fact => fact !== undefined),
    ...reordered.map(list => noun([text(drift.reordered(propertyName(list, vocabulary)))])),
    ...uses.map(use => verb(useTold(use, { subject: before, side: sides.before }, { subject: after, side: sides.after }, vocabulary))),
    ...(filters === undefined ? [] : [noun([text(filters === 'regrouped' ? drift.regrouped : drift.reorderedFilters)])]),
  ];
}

function propertyFact(
  { name, before, after }: PropertyChange,
  { after: { item } }: ItemChange,
  sides: Sides,
  vocabulary: Vocabulary,
): Fact {
  const flag = Object.hasOwn(vocabulary.drift.flags, name) ? vocabulary.drift.flags[name] : undefined;
  if (flag !== undefined && (SAID_WHEN_SO.has(name) || (typeof before === 'boolean' && typeof after === 'boolean'))) {
    return verb([text(flag[after === true ? 0 : 1](item.kind))]);
  }
  return noun([text(`${propertyName(name, vocabulary)}: `), ...beforeAndAfter({ name, before, after }, sides, vocabulary)]);
}

/** Undefined when the entry itself is the same, and only more or less is seen of it. */
function entryFact(
  { list, before, after, properties }: EntryChange,
  change: ItemChange,
  sides: Sides,
  vocabulary: Vocabulary,
): Fact | undefined {
  const { drift } = vocabulary;
  const entry = after ?? before;
  if (entry === undefined) return undefined;
  const label: Sentence = [
    text(`${drift.entries[list]} `),
    ...quoted(entryName(after === undefined ? entry : (before ?? entry)), vocabulary.words),
  ];
  if (before === undefined) return noun([...label, text(` ${drift.entryIsNew[list]}`)]);
  if (after === undefined) return noun([...label, text(` ${drift.entryIsGone[list]}`)]);
  const real = properties.filter(({ sight }) => sight === undefined);
  if (real.length === 0) return undefined;
  const told = real.map(
    (property): Sentence => [text(`${propertyName(property.name, vocabulary)} `), ...entryValues(property, change, sides, vocabulary)],
  );
  return noun([...label, text(': '), ...joinedBy('; ', told)]);
}

function entryValues({ name, before, after }: PropertyChange, change: ItemChange, sides: Sides, vocabulary: Vocabulary): Sentence {
  if (name !== 'parent' && name !== 'jump_to') return beforeAndAfter({ name, before, after }, sides, vocabulary);
  return arrow(stepNamed(before, change.before.item, vocabulary), stepNamed(after, change.after.item, vocabulary));
}

/** A step of a campaign, which others name by its number. */
function stepNamed(id: unknown, item: ItemChange['after']['item'], vocabulary: Vocabulary): Sentence {
  const step = item.kind === 'campaign' ? item.events?.find(event => event.id === id) : undefined;
  return step === undefined ? [text(vocabulary.words.nothing)] : quoted(step.name, vocabulary.words);
}

function entryName(entry: Entry): string {
  const name = 'label' in entry ? entry.label : entry.name;
  return name !== '' ? name : 'value' in entry ? entry.value : entry.type;
}

/** What changed about the questions of a form, in the order: came, went, renamed, changed. */
export function questionFacts({ questions }: ItemChange, sides: Sides, vocabulary: Vocabulary): QuestionFact[] {
  if (questions === undefined) return [];
  const { drift } = vocabulary;
  const seen = (isProven: boolean, sense: string, sight: Sight): Fact => verb([text(isProven ? sense : drift.isSeen[sight]('form_field'))]);
  return [
    ...questions.came.map(came => ({ ...seen(came.isProven, drift.isNew('form_field'), 'more'), question: itemNamed(came, vocabulary) })),
    ...questions.went.map(went => ({ ...seen(went.isProven, drift.isGone('form_field'), 'less'), question: itemNamed(went, vocabulary) })),
    ...questions.renamed.map(({ before, after }) => {
      const aliases = arrow(quoted(aliasIn(before), vocabulary.words), quoted(aliasIn(after), vocabulary.words));
      return { ...noun([text(`${propertyName('alias', vocabulary)}: `), ...aliases]), question: itemNamed(after, vocabulary) };
    }),
    ...questions.changed.flatMap(change =>
      factsOf(change, sides, vocabulary).map(fact => ({ ...fact, question: itemNamed(change.after, vocabulary) })),
    ),
  ];
}
