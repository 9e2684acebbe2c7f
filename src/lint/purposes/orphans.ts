/** Purposes that nothing in Mautic serves any more. */
import { group } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { Purpose } from '../../generated/declaration.js';
import { comparableKey, formatIdentity, type Kind } from '../../items.js';
import { later } from '../../text/later.js';
import { type Field, fieldsOf } from '../declared/core-fields.js';
import { entriesOf } from '../entry-lookup.js';
import { isEntryOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { isBackground } from './item-purposes.js';

export interface Orphan {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  /** Fields that are kept for it and for nothing else. */
  readonly fields: readonly Field[];
}

/** What carries a purpose out; fields, tags and stages only hold what it needs. */
export const SERVING = [
  'form',
  'segment',
  'point_action',
  'point_trigger',
  'campaign',
  'email',
  'page',
  'dynamic_content',
  'focus_item',
  'text_message',
  'message',
  'webhook',
] as const satisfies readonly Kind[];

/**
 * The declared purposes of which no live item, tracking surface or plugin is, each with what only it keeps. Not what the law asks for or what
 * goes on in the background, nor a purpose whose own data somebody outside Mautic needs, nor one out of season.
 */
export function orphans(context: RuleContext): Orphan[] {
  const served = servedPurposes(context);
  const isCollected = liveCollectors(context);
  const unserved = [...context.declarations.purposes.values()].flatMap(purpose => {
    const { key, place } = purpose;
    const isOrphan = !served.has(key) && !isExpectedIdle(purpose, context.now) && !isCollected(purpose.value);
    return place === null || !isOrphan ? [] : [{ purpose, place }];
  });
  if (unserved.length === 0) return [];
  const fields = group(fieldsOf(context), field => {
    const keys = context.policy.purposesOf(field);
    return keys.length === 1 ? keys[0] : undefined;
  });
  const { isNeeded } = context.indexes.declaredUses;
  return unserved.flatMap(({ purpose, place }) => {
    const own = fields.get(purpose.key) ?? [];
    return own.some(isNeeded) ? [] : [{ purpose, place, fields: own }];
  });
}

function servedPurposes(context: RuleContext): ReadonlySet<string> {
  const { snapshot, policy, declarations } = context;
  // Many items share a list.
  const lists = new Set(SERVING.flatMap(kind => snapshot.items(kind).filter(policy.isLive).map(policy.purposesOf)));
  // What is to come, and forms of other systems, are in no snapshot.
  const elsewhere = SERVING.flatMap(kind => entriesOf(declarations, kind)).filter(
    entry => entry.value.status === 'planned' || (isEntryOf(entry, 'form') && entry.value.external === true),
  );
  return new Set([
    ...[...lists].flat(),
    ...elsewhere.flatMap(({ value }) => value.purposes ?? []),
    ...Object.values(declarations.tracking).flatMap(({ value }) => value.purposes ?? []),
    ...Object.values(declarations.instance.value.plugins ?? {}).flatMap(({ purposes }) => purposes ?? []),
  ]);
}

function isExpectedIdle(purpose: Entry<Purpose>, now: string): boolean {
  const { legal_basis, active } = purpose.value;
  if (isBackground(purpose) || legal_basis === 'legal-obligation') return true;
  return active !== undefined && !active.some(season => isIn(season, now.slice('2026-'.length)));
}

/** Is a day (`MM-DD`) in a season (`11-01/01-31`)? One that ends before it begins goes over the new year. */
function isIn(season: string, day: string): boolean {
  const [first = '', last = ''] = season.split('/');
  return first <= last ? first <= day && day <= last : first <= day || day <= last;
}

/** Tells whether a live form or page still asks for the consent, also where that belongs to another purpose. */
function liveCollectors({ snapshot, policy }: RuleContext): (purpose: Purpose) => boolean {
  const names = later(() => {
    const live = [...snapshot.items('form'), ...snapshot.items('page')].filter(policy.isLive);
    return new Set(live.flatMap(({ kind, key, id }) => [undefined, id].map(number => formatIdentity(kind, comparableKey(key), number))));
  });
  return ({ consent, soft_opt_in }) =>
    [...(consent?.collected_by ?? []), ...(soft_opt_in?.collected_by ?? [])].some(collector => names().has(comparableKey(collector)));
}
