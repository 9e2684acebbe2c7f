/** What is live and does nothing: nobody answers, nobody is in it, nobody gets it. */
import { addMonths } from '../../declarations/days.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { later } from '../../text/later.js';
import type { RuleContext } from '../rule.js';
import { versionsByOriginal } from './versions.js';

/** So long must nothing have happened, in months. */
const MONTHS = 12;

type Known = Pick<RuleContext, 'snapshot' | 'uses' | 'policy' | 'now' | 'declarations'>;
type Looked = Known & { readonly versions: () => ReadonlyMap<string, readonly Item[]> };
type Watched = ItemOf<'form'> | ItemOf<'segment'> | ItemOf<'point_action'> | ItemOf<'campaign'>;

export interface Idle {
  readonly item: Watched;
  /** The month of its last change, or the day it was added. */
  readonly since: string;
}

/**
 * The live items of a kind that were neither changed in the last twelve months nor ever used by anybody. Mautic does not tell when something
 * was last used: what was used once, and what nobody has counted, is not among them. Nor is what has a season, or is still planned.
 */
export function idleItems(context: Known, kind: Watched['kind']): readonly Idle[] {
  const { snapshot, policy, now } = context;
  const looked = { ...context, versions: later(() => versionsByOriginal(snapshot)) };
  const limit = addMonths(now, -MONTHS).slice(0, 'YYYY-MM'.length);
  return snapshot.items(kind).flatMap((item): Idle[] => {
    const since = lastChange(item);
    const isOld = since !== undefined && since < limit;
    return isOld && policy.isLive(item) && !isExpected(context, item) && isIdle(looked, item) === true ? [{ item, since }] : [];
  });
}

function lastChange(item: Watched): string | undefined {
  const changed = 'changed' in item ? item.changed : '';
  const since = changed === '' ? item.added : changed;
  return since === '' ? undefined : since;
}

/** Has one of its purposes a season, or is it not meant to be there yet? */
function isExpected({ policy }: Known, item: Item): boolean {
  const seasons = policy.purposes(policy.purposesOf(item)).some(({ value }) => value.active !== undefined);
  return seasons || policy.entryOf(item)?.value.status === 'planned';
}

/** Undefined: Mautic does not show it, or nobody has counted. */
function isIdle(context: Looked, item: Item): boolean | undefined {
  const { snapshot, uses } = context;
  const reference = snapshot.reference(item);
  switch (item.kind) {
    case 'form':
      return isNone(snapshot.count(reference, 'answers'));
    case 'segment':
      // A segment that is not rebuilt is empty whoever belongs into it.
      return item.built === undefined || item.built === 'current' ? isNone(snapshot.count(reference, 'people')) : undefined;
    case 'email':
    case 'page':
    case 'text_message':
    case 'dynamic_content':
      return areAll([item, ...(context.versions().get(reference) ?? [])].map(isUnused));
    case 'campaign':
      return areIdle(
        context,
        uses.from(reference, 'sends').map(({ to }) => to),
      );
    case 'point_action':
      return areIdle(
        context,
        uses
          .from(reference, 'decides')
          .map(({ to }) => to)
          .filter(to => !to.startsWith('tracking:')),
      );
    default:
      return undefined;
  }
}

/** Was it never sent or looked at, as itself? */
function isUnused(item: Item): boolean | undefined {
  const used = item.kind === 'page' ? item.visited : 'sent' in item ? item.sent : undefined;
  return used === undefined ? undefined : !used;
}

/** Undefined: of one nobody knows, and the others are. */
function areAll(states: readonly (boolean | undefined)[]): boolean | undefined {
  return states.includes(false) ? false : states.includes(undefined) ? undefined : true;
}

function isNone(count: number | string | undefined): boolean | undefined {
  return count === undefined ? undefined : count === 0;
}

/** It does nothing when all that it waits for, or sends, is idle. */
function areIdle(context: Looked, references: readonly string[]): boolean {
  const items = references.map(reference => context.snapshot.item(reference));
  return items.length > 0 && items.every(item => item !== undefined && isIdle(context, item) === true);
}
