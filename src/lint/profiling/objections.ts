/** Ways to say no to profiling and stay on the list, and whether anything goes by them. */
import type { Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { Objection, Purpose } from '../../generated/declaration.js';
import { comparableKey, type Kind } from '../../items.js';
import type { How } from '../../mautic/snapshot.js';
import { valueAt } from '../places.js';
import { purposesIn } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { profilingConsents } from './consent-holders.js';
import { isMailing } from './mailings.js';
import { profiles } from './uses.js';

export interface NoWayOut {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
}

/** Kinds in which a no can be heeded: if one was not seen completely, it may be heeded there. */
export const HEEDING_KINDS: readonly Kind[] = ['segment', 'campaign', 'email', 'dynamic_content'];
const HEEDING: ReadonlySet<How> = new Set<How>(['filters', 'decides', 'targets', 'excludes']);

/** What is held against Mautic: the identity of a field, tag or segment; `taken`: a sentence or a category, taken at its word. */
type WayOut = string | 'taken';

/** Purposes that profile people without a way out, or with one that nothing in Mautic goes by. */
export function profilingWithoutWayOut(context: RuleContext): NoWayOut[] {
  const { own } = profilingConsents(context);
  const profiled = profiledByItems(context);
  return [...context.declarations.purposes.values()].flatMap(purpose => {
    const { key, place, value } = purpose;
    if (place === null || !(profiles(value) || profiled.has(key))) return [];
    const objections = [value.objection, ...trackingObjections(context, key)].flatMap(objection => waysOf(objection));
    // A yes of its own can be taken back without leaving the list.
    const ways: WayOut[] = [...objections, ...(isMailing(value) ? [] : (own.get(key) ?? []))];
    if (ways.some(way => isHeeded(context, way))) return [];
    return [{ purpose, place: value.objection === undefined ? place : valueAt(place, 'objection') }];
  });
}

/** Keys of purposes for which an item is profiled more than they say. */
function profiledByItems({ policy }: RuleContext): ReadonlySet<string> {
  const entries = policy.entries.filter(({ value }) => (value.profiling ?? 'none') !== 'none');
  return new Set(entries.flatMap(entry => purposesIn(policy.standingOf(entry))));
}

function trackingObjections({ declarations }: RuleContext, purpose: string): (Objection | undefined)[] {
  return Object.values(declarations.tracking).flatMap(({ value }) => (value.purposes?.includes(purpose) === true ? [value.objection] : []));
}

/** What is held against Mautic of an objection. */
export function waysOf(objection: Objection | undefined): WayOut[] {
  if (objection === undefined) return [];
  if (typeof objection === 'string') return objection.trim() === '' ? [] : ['taken'];
  const { field, category, segment, where } = objection;
  if (field !== undefined) return [identity('contact_field', field)];
  if (segment !== undefined) return [identity('segment', segment)];
  return category === undefined && (where ?? '').trim() === '' ? [] : ['taken'];
}

function identity(kind: Kind, written: string): string {
  const key = comparableKey(written);
  return key.startsWith(`${kind}:`) ? key : `${kind}:${key}`;
}

/** What Mautic does not have is told by other rules. */
function isHeeded({ snapshot, uses, policy }: RuleContext, way: WayOut): boolean {
  const isUnknown = snapshot.item(way) === undefined || HEEDING_KINDS.some(kind => snapshot.coverage(kind).state !== 'complete');
  if (way === 'taken' || isUnknown) return true;
  return uses.to(way).some(({ how, from }) => {
    const item = HEEDING.has(how) ? snapshot.item(from) : undefined;
    return item !== undefined && policy.isLive(item);
  });
}
