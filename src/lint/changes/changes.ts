/** Two policies → what changed for people. Pure; the order of files and entries does not matter. */
import { kindOrder } from '../../items.js';
import { compareText } from '../../text/order.js';
import { exceptionChanges } from './exceptions.js';
import { itemChanges } from './items.js';
import { type BranchChange, type ChangeKind, LESS, MORE, type Side } from './model.js';
import { ownValueChanges, purposeChanges } from './own-values.js';
import { recipientChanges } from './recipients.js';
import { severityChanges } from './severities.js';
import { type Joined, joinSides } from './sides.js';
import { trackingChanges } from './tracking.js';

const ORDER: ReadonlyMap<ChangeKind, number> = new Map([...MORE, ...LESS].map((kind, index) => [kind, index]));

/**
 * What changed for people between two times: more first, then less; each kind of change by kind of item and identity. Where a purpose
 * changed, the items that follow it are not told once more.
 */
export function changesBetween(before: Side, after: Side): BranchChange[] {
  return changesOf(joinSides(before, after));
}

/** The same of two sides that are joined already. */
export function changesOf(joined: Joined): BranchChange[] {
  const found = [
    ...itemChanges(joined),
    ...purposeChanges(joined),
    ...ownValueChanges(joined),
    ...recipientChanges(joined),
    ...trackingChanges(joined),
    ...exceptionChanges(joined),
    ...severityChanges(joined),
  ];
  return found.sort(inOrder);
}

function inOrder(one: BranchChange, other: BranchChange): number {
  return (
    (ORDER.get(one.kind) ?? 0) - (ORDER.get(other.kind) ?? 0) ||
    kindOrder(one.of) - kindOrder(other.of) ||
    compareText(one.subject, other.subject) ||
    compareText(JSON.stringify(one.values ?? []), JSON.stringify(other.values ?? []))
  );
}
