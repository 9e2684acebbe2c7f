/** What each type of campaign step does: actions, decisions, conditions. Only the effective properties at the top level are read. */
import { isRecord } from '../../guards.js';
import type { Kind } from '../../items.js';
import type { DraftUse } from '../draft.js';
import { openWord } from '../texts/clean.js';
import { asId, keyOf, rowsOf, textOf, textsOf } from '../texts/values.js';
import { keptValue, opOf, pageAddress } from './conditions.js';
import { each, eachOrAny, type Place, points, tags, use } from './draft-uses.js';
import { filterRow } from './filters.js';
import { pixelUses, tweetUses, webhookCall } from './outgoing.js';
import { changePoints, changeTags, type Deed, fixed, membership, push, sendEmail, sendToStaff, writeFields } from './steps.js';

/** The ids in a property, each a condition; an empty list stands for all. */
function named(kind: Kind, key: string): Deed {
  return (place, properties) => eachOrAny(place, 'decides', kind, keyOf(properties, key));
}

/** The ids in a property, each a target; an empty list: none. */
function given(how: DraftUse['how'], kind: Kind, ...keys: readonly string[]): Deed {
  return (place, properties) => each(place, how, kind, keyOf(properties, ...keys));
}

/** What Mautic observed, and the items named with it. */
function observed(target: string, kind?: Kind, ...keys: readonly string[]): Deed {
  return (place, properties) => [
    use(place, 'decides', { pseudo: target }, { url: pageAddress(keyOf(properties, 'url', 'pageUrl')) }),
    ...(kind === undefined ? [] : each(place, 'decides', kind, keyOf(properties, ...keys))),
  ];
}

const DEEDS: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['lead.updatelead', writeFields('contact')],
  ['lead.updatecompany', writeFields('company')],
  ['lead.changetags', changeTags],
  ['lead.changelist', membership('segment', 'addToLists', 'removeFromLists')],
  ['lead.changepoints', changePoints],
  ['stage.change', given('writes', 'stage', 'stage')],
  ['lead.changeowner', fixed('writes', 'record:owner')],
  ['lead.scorecontactscompanies', fixed('writes', 'record:company_score')],
  ['lead.addtocompany', fixed('adds', 'record:company')],
  ['lead.adddnc', fixed('adds', 'record:dnc')],
  ['lead.removednc', fixed('removes', 'record:dnc')],
  ['lead.deletecontact', fixed('removes', 'record:contact')],
  ['email.send', sendEmail],
  ['email.send.to.user', sendToStaff],
  ['sms.send_text_sms', given('sends', 'text_message', 'sms')],
  ['message.send', given('sends', 'message', 'marketingMessage')],
  ['notification.send_notification', given('sends', 'notification', 'notification')],
  ['notification.send_mobile_notification', given('sends', 'notification', 'notification')],
  ['focus.show', given('shows', 'focus_item', 'focus')],
  ['dwc.push_content', showContent],
  ['dwc.decision', showContent],
  ['campaign.sendwebhook', webhookCall],
  ['tracking.pixel.send', pixelUses],
  ['twitter.tweet', tweetUses],
  ['plugin.leadpush', push],
  ['lead.field_value', fieldCondition],
  ['form.field_value', questionCondition],
  ['form.submit', named('form', 'forms')],
  ['lead.tags', tagCondition],
  ['lead.segments', named('segment', 'segments')],
  ['lead.stages', named('stage', 'stages')],
  ['lead.campaigns', named('campaign', 'campaigns')],
  ['lead.points', pointCondition],
  ['lead.dnc', fixed('decides', 'record:dnc')],
  ['lead.owner', fixed('decides', 'record:owner')],
  ['email.validate.address', place => [use(place, 'decides', { field: 'email', object: 'contact' })]],
  ['page.pagehit', observed('tracking:page_hit', 'page', 'pages')],
  ['lead.pageHit', observed('tracking:page_hit', 'page', 'page', 'pages')],
  ['page.devicehit', fixed('decides', 'tracking:device')],
  ['lead.device', fixed('decides', 'tracking:device')],
  ['asset.download', observed('tracking:download', 'asset', 'assets')],
  ['email.open', fixed('decides', 'tracking:email_open')],
  ['email.click', clickDecision],
  ['email.reply', fixed('decides', 'tracking:email_reply')],
  ['sms.reply', fixed('decides', 'tracking:sms_reply')],
]);

/** @param campaign id of the campaign itself, which `this` means */
export function eventDeed(row: unknown, campaign: number | undefined): DraftUse[] {
  const type = textOf(keyOf(row, 'type'));
  const place: Place = { at: 'campaign.event', id: asId(keyOf(row, 'id')), type: openWord(type) };
  const properties = keyOf(row, 'properties');
  if (type === 'campaign.addremovelead') return moveBetween(place, properties, campaign);
  return DEEDS.get(type)?.(place, properties) ?? [];
}

function moveBetween(place: Place, properties: unknown, campaign: number | undefined): DraftUse[] {
  const ids = (key: string): unknown[] => rowsOf(keyOf(properties, key)).map(id => (id === 'this' ? campaign : id));
  return [...each(place, 'adds', 'campaign', ids('addTo')), ...each(place, 'removes', 'campaign', ids('removeFrom'))];
}

/** By id, or by the slot that the site asks for. */
function showContent(place: Place, properties: unknown): DraftUse[] {
  const content = each(place, 'shows', 'dynamic_content', keyOf(properties, 'dynamicContent'));
  const slot = textOf(keyOf(properties, 'dwc_slot_name'));
  return content.length > 0 || slot === '' ? content : [use(place, 'shows', { kind: 'dynamic_content', key: slot })];
}

/** A row like those of segments, with `value` for its filter; tags by any tag, because their values are names or ids by version. */
function fieldCondition(place: Place, properties: unknown): DraftUse[] {
  if (!isRecord(properties)) return [];
  const { field, operator, value } = properties;
  if (textOf(field) === '') return [];
  if (field === 'tags') return [use(place, 'decides', { kind: 'tag', any: true }, { op: opOf(operator) })];
  return filterRow({ field, operator, value }, 'decides', place);
}

function questionCondition(place: Place, properties: unknown): DraftUse[] {
  const [form] = each(place, 'decides', 'form', keyOf(properties, 'form')).map(entry => entry.to);
  const question = textOf(keyOf(properties, 'field'));
  if (form === undefined || !('id' in form) || question === '') return [];
  const condition = { op: opOf(keyOf(properties, 'operator')), ...keptValue(keyOf(properties, 'value')) };
  return [use(place, 'decides', { question, form: form.id }, condition)];
}

function tagCondition(place: Place, properties: unknown): DraftUse[] {
  const uses = tags(place, 'decides', keyOf(properties, 'tags'));
  return uses.length > 0 ? uses : [use(place, 'decides', { kind: 'tag', any: true })];
}

function pointCondition(place: Place, properties: unknown): DraftUse[] {
  const operator = keyOf(properties, 'operator');
  return points(place, 'decides', keyOf(properties, 'group'), operator === undefined ? {} : { op: opOf(operator) });
}

/** A click on any link of the e-mail before, or on those named. */
function clickDecision(place: Place, properties: unknown): DraftUse[] {
  const urls = textsOf(keyOf(keyOf(properties, 'urls'), 'list')).flatMap(text => pageAddress(text) ?? []);
  const target = { pseudo: 'tracking:email_click' } as const;
  return urls.length === 0 ? [use(place, 'decides', target)] : urls.map(url => use(place, 'decides', target, { url }));
}
