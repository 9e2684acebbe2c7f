/** Steps in words: what one item does with another, and the way from a user to the item asked about. */
import { parseIdentity } from '../../items.js';
import type { Step } from '../../lint/usage/steps.js';
import { stepsBack, type Visit } from '../../lint/usage/walk.js';
import { type Sentence, text } from '../parts.js';
import { fill } from '../template.js';
import { numberIn } from '../values.js';
import { named, namedLive, questionOf, type Telling } from './names.js';

/** So many steps of a way are told, so that a long chain of segments does not tell itself again and again. */
const TOLD = 6;

/** `sends`, in front of the name of the target. */
export function verbOf({ how, to }: Step, { where }: Telling): string {
  return where.verbsFor[`${how} ${parseIdentity(to)?.kind ?? ''}`] ?? where.verbs[how];
}

/** `campaign 'Welcome' → sends e-mail 'Menu' → reads this`; the rest of a longer way is counted. */
export function wayOf(visit: Visit, telling: Telling): Sentence {
  const rest = visit.distance - TOLD;
  const phrases = stepsBack(visit, TOLD).flatMap((step, index) => [text(' → '), ...phrase(step, index === visit.distance - 1, telling)]);
  const start = namedLive(visit.reference, telling);
  if (rest <= 0) return [...start, ...phrases];
  return [...start, ...phrases, text(' → … '), ...fill(telling.where.steps, { count: [text(numberIn(telling.words, rest))] })];
}

function phrase(step: Step, isLast: boolean, telling: Telling): Sentence {
  const target = telling.snapshot.item(step.to);
  const isQuestion = step.how === 'contains' && target?.kind === 'form_field';
  const name = isQuestion ? questionOf(target, telling) : named(step.to, telling);
  return [text(`${verbOf(step, telling)} `), ...(isLast ? [text(telling.where.it)] : name)];
}
