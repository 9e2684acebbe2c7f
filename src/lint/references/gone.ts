/** Items that are gone and still named: Mautic deletes what is in use without a word (seen live, 5.1.0, 6.0.8, 7.0.2). */
import { group } from '../../collections.js';
import { coreFields } from '../../generated/data.js';
import { isKind, type Kind, parseIdentity } from '../../items.js';
import type { AnyUse, Item } from '../../mautic/snapshot.js';
import { later } from '../../text/later.js';
import type { RuleContext } from '../rule.js';
import type { SnapshotView } from '../snapshot-view.js';
import { onOtherObject } from './fields.js';

/** Columns of contacts that can be named like fields and are never in the list of fields (Mautic 5.1, table `leads`), or not in an old one. */
const COLUMNS = later(
  (): ReadonlySet<string> =>
    new Set([...coreFields().columns, 'id', 'owner_id', 'stage_id', 'date_added', 'date_identified', 'date_modified']),
);

export interface Gone {
  readonly reference: string;
  readonly kind: Kind;
  /** Its key, or `#41` where only the id is known. */
  readonly key: string;
  /** All that names it, each once: what is live first, and of that what is declared. */
  readonly users: readonly Item[];
  /** The same as people look for it: of a question the form. */
  readonly holders: readonly Item[];
}

type Known = Pick<RuleContext, 'snapshot' | 'uses' | 'policy' | 'kinds'>;

/**
 * Every item that a use names and no list has, in the order of the snapshot's uses. Only of kinds that were seen completely (`kinds`). A
 * question of a form that is gone counts as the form. What `wrong-object` tells, the field of the other object, is not gone; what only the
 * website names is told by rules of its own.
 */
export function goneItems(context: Known): readonly Gone[] {
  const named = group(
    context.uses.all.filter(({ to }) => isMissing(context, to)),
    ({ to }) => ownerOf(to, context.snapshot),
  );
  return [...named].flatMap(([reference, uses]) => {
    const kind = parseIdentity(reference)?.kind;
    if (!isKind(kind) || !context.kinds.has(kind) || uses.every(({ at }) => at === 'site') || (kind === 'tag' && !isTagMissed(uses)))
      return [];
    const users = usersOf(context, uses);
    const holders = new Set(users.map(item => holderIn(context.snapshot, item)));
    return [{ reference, kind, key: reference.slice(kind.length + 1), users, holders: [...holders] }];
  });
}

function isMissing({ snapshot }: Known, reference: string): boolean {
  if (snapshot.item(reference) !== undefined) return false;
  const { kind, key = '' } = parseIdentity(reference) ?? {};
  if (!isKind(kind) || key === '*') return false;
  const isColumn = (kind === 'contact_field' || kind === 'company_field') && COLUMNS().has(key);
  return !isColumn && onOtherObject(snapshot, reference) === undefined;
}

/** The form, where it is the form of a question that is gone; else the reference itself. */
function ownerOf(reference: string, snapshot: SnapshotView): string {
  const question = /^form_field:(.*)\//su.exec(reference);
  const form = `form:${question?.[1] ?? ''}`;
  return question === null || snapshot.item(form) !== undefined ? reference : form;
}

/** An action makes the tag that it adds, and one that takes a tag off nobody does no harm; a filter or a step that waits for it does. */
function isTagMissed(uses: readonly AnyUse[]): boolean {
  return uses.every(({ how }) => how !== 'adds') && uses.some(({ how }) => how !== 'removes');
}

function usersOf({ snapshot, policy }: Known, uses: readonly AnyUse[]): Item[] {
  const users = [...new Set(uses.map(({ from }) => from))].flatMap(from => snapshot.item(from) ?? []);
  const rank = (item: Item): number => (policy.isLive(holderIn(snapshot, item)) ? 0 : 2) + (policy.entryOf(item) === undefined ? 1 : 0);
  return users.sort((one, other) => rank(one) - rank(other));
}

function holderIn(snapshot: SnapshotView, item: Item): Item {
  return (item.kind === 'form_field' ? snapshot.item(item.form ?? '') : undefined) ?? item;
}
