/** Where on their way people are asked for a yes, or let pass only with one. */
import type { FormItem } from '../forms/questions.js';
import type { Ask } from './asking.js';
import { isWithoutAct } from './confirming-steps.js';
import type { Move } from './moves.js';
import { groupPlace, stepPlace } from './openings.js';
import type { Ground, Right, Trust } from './rights.js';

export type Gate =
  | { readonly is: 'asked'; readonly form: FormItem; readonly ask: Ask }
  /** Everybody where the move starts has said yes. */
  | { readonly is: 'trusted'; readonly trust: Trust }
  | { readonly is: 'checked' }
  /** What was not seen may check it or not. */
  | { readonly is: 'unseen' };

/** What a move asks of people; undefined: whoever is at its start gets to its end. */
export function gateOf(move: Move, right: Right, ground: Ground): Gate | undefined {
  const asked = askedAt(move.start, right, ground);
  if (asked !== undefined) return asked;
  const said = right.trust(move.start);
  const trust = said === 'members' && right.state(move.start) === 'open' ? undefined : said;
  if (trust === undefined) return checkedBy(move, right);
  // What it does for people who did not confirm, confirms nothing.
  return trust === 'confirmation' && isWithoutAct(move.step.use, ground.structure) ? undefined : { is: 'trusted', trust };
}

/** People at a form, or at one of its questions. */
function askedAt(start: string, { purposes }: Right, { context, asking }: Ground): Gate | undefined {
  if (!start.startsWith('form')) return undefined;
  const item = context.snapshot.item(start);
  const form = item?.kind === 'form_field' ? context.snapshot.item(item.form ?? '') : item;
  if (form?.kind !== 'form') return undefined;
  const [ask] = purposes.flatMap(purpose => asking.ask(form, purpose) ?? []);
  return ask === undefined ? undefined : { is: 'asked', form, ask };
}

function checkedBy({ step, start, end }: Move, right: Right): Gate | undefined {
  const { use, how } = step;
  const leftOut = how === 'targets' ? right.leavesOutTheRest(end) : 'no';
  if (leftOut === 'yes') return { is: 'checked' };
  const states = [
    ...(leftOut === 'unseen' ? [leftOut] : []),
    ...(start.startsWith('segment:') ? [right.state(start)] : []),
    ...(use?.at === 'campaign.event' && use.id !== undefined ? [right.state(stepPlace(start, use.id))] : []),
    ...(how === 'filters' ? [right.state(groupPlace(end, use?.group ?? 1))] : []),
  ];
  if (states.includes('shut')) return { is: 'checked' };
  return states.includes('unseen') || states.includes('unclear') ? { is: 'unseen' } : undefined;
}
