/** Where on their way people are asked for a yes, or let pass only with one. */
import type { FormItem } from '../forms/questions.js';
import type { Ask } from './asking.js';
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
  return askedAt(move.start, right, ground) ?? trustedAt(move.start, right) ?? checkedBy(move, right);
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

function trustedAt(start: string, right: Right): Gate | undefined {
  const trust = right.trust(start);
  return trust === undefined ? undefined : { is: 'trusted', trust };
}

function checkedBy({ step, start, end }: Move, right: Right): Gate | undefined {
  const { use, how } = step;
  if (how === 'targets' && right.leavesOutTheRest(end)) return { is: 'checked' };
  const states = [
    ...(start.startsWith('segment:') ? [right.state(start)] : []),
    ...(use?.at === 'campaign.event' && use.id !== undefined ? [right.state(stepPlace(start, use.id))] : []),
    ...(how === 'filters' ? [right.state(groupPlace(end, use?.group ?? 1))] : []),
  ];
  if (states.includes('shut')) return { is: 'checked' };
  return states.includes('unseen') ? { is: 'unseen' } : undefined;
}
