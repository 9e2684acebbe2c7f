/** A person's data in web addresses: put there by the website, by links in messages and pages, or by a setting of Mautic. */
import { group } from '../../collections.js';
import type { FindingData, RuleFinding } from '../../finding.js';
import type { Item } from '../../mautic/snapshot.js';
import type { Field } from '../declared/core-fields.js';
import { categoriesOf, placeOf } from '../forms/questions.js';
import { labelOf } from '../labels.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { sentIn } from '../website/sent.js';
import { placedSends, type SendFault } from '../website/told.js';

/** Core fields that tell who somebody is, beside those that are unique or declared as a name or a way to reach the person. */
const IDENTIFYING: ReadonlySet<string> = new Set(['email', 'mobile', 'phone', 'fax', 'firstname', 'lastname']);
const CATEGORY = /^user\.(?:name|contact|unique_id|government_id)\b/u;

/** What people get or see, with links in it. */
const LINKING: ReadonlySet<string> = new Set(['email', 'page', 'dynamic_content', 'focus_item', 'text_message']);

/** Every pixel, request and form of the website whose address carries what tells who somebody is. */
export function identifyingSends(context: RuleContext): SendFault[] {
  return placedSends(context.site).flatMap(({ send, place }) => {
    const sent = send.inUrl === true ? sentIn(send, context.snapshot) : undefined;
    const field = sent === undefined ? undefined : identifyingField(context, sent.reference);
    if (sent === undefined || field === undefined) return [];
    return [{ subject: sent.reference, place, key: field.key, data: { item: place.file, kind: 'file', field: named(field) } }];
  });
}

/** What Mautic itself shows: its setting, fields that anyone can send, and links in what people get. */
export function identifyingInMautic(context: RuleContext): RuleFinding[] {
  return [...identifyingSetting(context), ...identifyingFields(context), ...identifyingLinks(context)];
}

/** Every live message and page with such a link, once for each field. What leads to Mautic itself stays there. */
function identifyingLinks(context: RuleContext): RuleFinding[] {
  const { snapshot, uses, policy, kinds } = context;
  const links = uses.how('reads').filter(({ at, in: where, url }) => at === 'content' && where === 'url' && url !== undefined);
  return [...group(links, ({ from, to }) => JSON.stringify([from, to])).values()].flatMap(([link]) => {
    const item = snapshot.item(link?.from ?? '');
    const field = identifyingField(context, link?.to ?? '');
    if (item === undefined || field === undefined || !LINKING.has(item.kind) || !kinds.has(item.kind) || !policy.isLive(item)) return [];
    const data = { item: labelOf(item), kind: item.kind, field: named(field) };
    return [{ subject: snapshot.reference(item), place: placeOf(context, item), key: field.key, data }];
  });
}

/** The setting that lets the address of a link say who follows it, where it is stated. */
function identifyingSetting({ declarations: { instance } }: RuleContext): RuleFinding[] {
  const place = instance.places.get('settings');
  if (place === undefined || instance.value.settings?.track_by_tracking_url !== true) return [];
  const data: FindingData = { detail: 'tracked-links' };
  return [{ subject: 'instance', place: valueAt(place, 'track_by_tracking_url'), key: 'track_by_tracking_url', data }];
}

/** Published fields that anyone can send, and by which Mautic takes a visitor for the contact that has the value. */
function identifyingFields(context: RuleContext): RuleFinding[] {
  const { snapshot, policy, kinds } = context;
  if (!kinds.has('contact_field')) return [];
  return snapshot
    .items('contact_field')
    .filter(field => field.public === true && field.unique === true && policy.isLive(field))
    .map(field => ({
      subject: snapshot.reference(field),
      place: placeOf(context, field),
      data: { detail: 'public-unique', field: named(field) },
    }));
}

/** The field of a reference, or that a question fills, where its value tells who somebody is. */
function identifyingField({ snapshot, uses, policy }: RuleContext, reference: string): Field | undefined {
  const references = [reference, ...uses.from(reference, 'collects').map(({ to }) => to)];
  const identifies = (field: Field): boolean =>
    (field.kind === 'contact_field' && (IDENTIFYING.has(field.key) || field.unique === true)) ||
    (categoriesOf(policy.entryOf(field)) ?? []).some(category => CATEGORY.test(category));
  return references.map(snapshot.item).filter(isField).find(identifies);
}

function isField(item: Item | undefined): item is Field {
  return item?.kind === 'contact_field' || item?.kind === 'company_field';
}

function named(field: Field): NonNullable<FindingData['field']> {
  return { label: labelOf(field), alias: field.key };
}
