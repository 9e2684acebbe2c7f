/** The ways from one item to another, as data: schemas/where.v1.json. Addresses, names and codes are raw; words are those of the text. */
import type { WayStep as StepData, Way as WayData } from '../../generated/where.js';
import type { Gate } from '../../lint/paths/gates.js';
import type { Way, WayStep, Ways } from '../../lint/paths/ways.js';
import { plainText } from '../parts.js';
import { headOf, itemOf, stepOf, unseenOf, write } from './json.js';
import type { Telling } from './names.js';
import { remarksAt, stepSentence } from './path-steps.js';

/** `consents` is left out without declarations; a way is `free`, `asked`, or `unseen` where nobody can tell. */
export function pathJson({ from, to, purposes, ways, isCut, unseen }: Ways, telling: Telling): string {
  return write({
    format: 'purposelint-path',
    ...headOf(telling),
    from: itemOf(from, telling),
    to: itemOf(to, telling),
    ...(purposes === undefined ? {} : { consents: [...purposes] }),
    ways: ways.map(way => ({ consent: consentOf(way, purposes), steps: way.steps.map(step => stepIn(step, telling)) })),
    more: isCut,
    not_seen: unseenOf(unseen, telling),
  });
}

function consentOf({ consent }: Way, purposes: Ways['purposes']): WayData['consent'] {
  return purposes === undefined || purposes.length === 0 ? 'unknown' : consent;
}

function stepIn(step: WayStep, telling: Telling): StepData {
  const { move, gate, by } = step;
  return {
    from: move.start,
    to: move.end,
    text: plainText(stepSentence(step, telling)),
    ...(gate === undefined ? {} : { consent: codeOf(gate) }),
    ...(by.length === 0 ? {} : { looks_at: [...by] }),
    remarks: remarksAt(step, telling).map(plainText),
    use: stepOf(move.step),
  };
}

function codeOf(gate: Gate): NonNullable<StepData['consent']> {
  if (gate.is === 'asked') return `asked-${gate.ask.by}`;
  return gate.is === 'trusted' ? gate.trust : gate.is;
}
