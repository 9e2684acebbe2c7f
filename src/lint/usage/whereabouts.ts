/** Where an item is used, as data: its uses, what it does itself, and what was not looked at. */
import { parseIdentity } from '../../items.js';
import type { SnapshotView } from '../snapshot-view.js';
import { type DirectUse, deedsOf, directUses } from './direct.js';
import { indirectUsers } from './reach.js';
import type { Found } from './resolve.js';
import type { Step, StepIndex } from './steps.js';
import { type Unseen, unseenAround } from './surroundings.js';
import type { Visit } from './walk.js';

export interface Whereabouts {
  readonly subject: Found;
  readonly direct: readonly DirectUse[];
  readonly indirect: readonly Visit[];
  readonly does: readonly Step[];
  readonly unseen: Unseen;
}

/** Gathers it. Linear in the steps of the snapshot. */
export function whereaboutsOf(subject: Found, snapshot: SnapshotView, index: StepIndex): Whereabouts {
  const { reference, item } = subject;
  const direct = directUses(reference, item, index);
  // A use by way of the whole record or of any item is told, and ends there: it says nothing of this item.
  const named = direct.filter(({ scope }) => scope === undefined).map(({ step }) => step);
  const users = new Set(direct.map(({ step }) => step.from));
  // A question is held by its form, and whoever shows the form uses the question.
  const holders = index.to(reference).filter(({ how }) => how === 'contains');
  const indirect = indirectUsers(reference, [...named, ...holders], index).filter(visit => !users.has(visit.reference));
  const userKinds = new Set([...[...named, ...holders].map(({ from }) => from), ...indirect.map(visit => visit.reference)].map(kindOf));
  return {
    subject,
    direct,
    indirect,
    does: deedsOf(reference, index),
    unseen: unseenAround([kindOf(reference)], snapshot, [...userKinds]),
  };
}

function kindOf(reference: string): string {
  return parseIdentity(reference)?.kind ?? '';
}
