/** Point actions (what earns points) and point triggers (what points set off). */
import type { Kind } from '../../items.js';
import type { DraftUse } from '../draft.js';
import { openWord } from '../texts/clean.js';
import { keyOf, refId, rowsOf, textOf } from '../texts/values.js';
import { pageAddress } from './conditions.js';
import { deltaOf, eachOrAny, type Place, POINTS, use } from './draft-uses.js';
import { changeTags, type Deed, membership, push, sendEmail, sendToStaff } from './steps.js';

interface Cause {
  /** What Mautic observes for it. */
  readonly observes?: string;
  readonly kind: Kind;
  /** Key of the list of ids; an empty one means any. */
  readonly ids: string;
}

const CAUSES: ReadonlyMap<string, Cause> = new Map<string, Cause>([
  ['page.hit', { observes: 'tracking:page_hit', kind: 'page', ids: 'pages' }],
  ['asset.download', { observes: 'tracking:download', kind: 'asset', ids: 'assets' }],
  ['email.open', { observes: 'tracking:email_open', kind: 'email', ids: 'emails' }],
  ['email.send', { observes: 'tracking:email_sent', kind: 'email', ids: 'emails' }],
  ['form.submit', { kind: 'form', ids: 'forms' }],
]);

/** A point action: what it waits for, and the points that it writes. */
export function pointActionUses(row: unknown): DraftUse[] {
  const place: Place = { at: 'point.action' };
  const type = textOf(keyOf(row, 'type'));
  const properties = keyOf(row, 'properties');
  const delta = deltaOf(keyOf(row, 'delta'));
  return [...causeUses(place, type, properties), use(place, 'writes', POINTS, { delta })];
}

function causeUses(place: Place, type: string, properties: unknown): DraftUse[] {
  if (type === 'url.hit') {
    return [use(place, 'decides', { pseudo: 'tracking:page_hit' }, { url: pageAddress(keyOf(properties, 'page_url')) })];
  }
  const cause = CAUSES.get(type);
  if (cause === undefined) return [];
  const observed = cause.observes === undefined ? [] : [use(place, 'decides', { pseudo: cause.observes })];
  return [...observed, ...eachOrAny(place, 'decides', cause.kind, keyOf(properties, cause.ids))];
}

const DEEDS: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['lead.changelists', membership('segment', 'addToLists', 'removeFromLists')],
  ['lead.changetags', changeTags],
  ['campaign.changecampaign', membership('campaign', 'addTo', 'removeFrom')],
  ['email.send', sendEmail],
  ['email.send_to_user', sendToStaff],
  ['plugin.leadpush', push],
]);

/** A point trigger: it starts at a number of points, and its events. */
export function pointTriggerUses(row: unknown): DraftUse[] {
  const events = rowsOf(keyOf(row, 'events')).flatMap(event => {
    const type = textOf(keyOf(event, 'type'));
    const place: Place = { at: 'trigger.event', id: refId(keyOf(event, 'id')), type: openWord(type) };
    return DEEDS.get(type)?.(place, keyOf(event, 'properties')) ?? [];
  });
  return [use({ at: 'trigger.points' }, 'decides', POINTS), ...events];
}
