/** The steps of a way, in words. */
import type { Way, WayStep } from '../../lint/paths/ways.js';
import { capital, listed, type Sentence, text } from '../parts.js';
import { fill } from '../template.js';
import { numberIn } from '../values.js';
import { named, namedLive, questionOf, type Telling } from './names.js';
import { pathWordsOf } from './path-words.js';
import { verbOf } from './paths.js';
import { placeOf } from './places.js';

/** `Segment 'Leads' chooses people by tag 'lead' (filter 1)`. */
export function stepSentence({ move: { step }, conditions }: WayStep, telling: Telling): Sentence {
  const { words } = telling;
  const target = telling.snapshot.item(step.to);
  const isQuestion = step.how === 'contains' && target?.kind === 'form_field';
  const name = isQuestion ? questionOf(target, telling) : named(step.to, telling);
  const places = placeOf({ step, deed: step.how === 'contains' ? 'shows' : step.how, recipients: [] }, telling);
  const together = conditions < 2 ? [] : fill(pathWordsOf(words.language).together, { count: [text(numberIn(words, conditions))] });
  const details = [...places, together].filter(({ length }) => length > 0);
  const inBrackets = details.flatMap((detail, index) => [text(index === 0 ? ' (' : ', '), ...detail]);
  return [
    ...capital(namedLive(step.from, telling)),
    text(` ${verbOf(step, telling)} `),
    ...name,
    ...inBrackets,
    ...(details.length === 0 ? [] : [text(')')]),
  ];
}

/** What is to be said of a step: whether a yes is asked for or looked for there, and what was not seen. */
export function remarksAt({ gate, by, move, unseen }: WayStep, telling: Telling): readonly Sentence[] {
  const { language, and } = telling.words;
  const words = pathWordsOf(language);
  const looked = listed(
    by.map(reference => named(reference, telling)),
    and,
  );
  const remarks: Sentence[] = [];
  if (gate?.is === 'asked') {
    const label = gate.ask.box === undefined ? [] : questionOf(gate.ask.box.field, telling);
    remarks.push(fill(words.gates[gate.ask.by], { label }));
  } else if (gate?.is === 'trusted') remarks.push(fill(words.gates[gate.trust], { item: named(move.start, telling) }));
  else if (gate !== undefined) remarks.push(fill(words.gates[gate.is], { items: looked }));
  if (unseen !== undefined) remarks.push([text(unseen === 'filters' ? words.filtersUnseen : words.stepsUnseen)]);
  return remarks;
}

/** What is said above a way. */
export function consentOf({ consent, steps }: Way, isKnown: boolean, { words }: Telling): Sentence {
  const { consents, plain } = pathWordsOf(words.language);
  if (!isKnown) return [text(plain(numberIn(words, steps.length)))];
  return [text(consents[consent])];
}
