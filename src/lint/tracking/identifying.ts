/** A person's data in web addresses: put there by the website, by what Mautic sends, shows and calls, or by a setting of Mautic. */
import { group } from '../../collections.js';
import type { FindingData, RuleFinding } from '../../finding.js';
import { aliasInKey } from '../../items.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { type Field, HARMLESS_FIELDS } from '../declared/core-fields.js';
import { asksPerson } from '../forms/asked-data.js';
import { placeOf } from '../forms/questions.js';
import { labelOf } from '../labels.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { sentIn } from '../website/sent.js';
import { placedSends, type SendFault } from '../website/told.js';

/** Every pixel, request and form of the website whose address carries a value of a person. */
export function identifyingSends(context: RuleContext): SendFault[] {
  return placedSends(context.site).flatMap(({ send, place }) => {
    const sent = send.inUrl === true ? sentIn(send, context.snapshot) : undefined;
    const datum = sent === undefined ? undefined : personalDatum(context, sent.reference);
    if (sent === undefined || datum === undefined) return [];
    const field = named(datum);
    return [{ subject: sent.reference, place, key: field.alias, data: { item: place.file, kind: 'file', field } }];
  });
}

/** What Mautic itself shows: its setting, fields that anyone can send, and addresses that it fills in. */
export function identifyingInMautic(context: RuleContext): RuleFinding[] {
  return [...identifyingSetting(context), ...identifyingFields(context), ...filledAddresses(context)];
}

/** Every live item that puts such a value into an address, once for each datum. What leads to Mautic itself stays there. */
function filledAddresses(context: RuleContext): RuleFinding[] {
  const { snapshot, uses, policy, kinds } = context;
  const filled = uses.how('reads').filter(({ in: where, url }) => where === 'url' && url !== undefined);
  const findings = filled.flatMap(({ from, to }): RuleFinding[] => {
    const item = snapshot.item(from);
    const datum = item !== undefined && kinds.has(item.kind) && policy.isLive(item) ? personalDatum(context, to) : undefined;
    if (item === undefined || datum === undefined) return [];
    const field = named(datum);
    return [{ subject: from, place: placeOf(context, item), key: field.alias, data: { item: labelOf(item), kind: item.kind, field } }];
  });
  return [...group(findings, ({ subject, key }) => JSON.stringify([subject, key])).values()].flatMap(([first]) => first ?? []);
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

/** The field of a reference, or that a question fills, where it says something about a person; else the question that asks for it. */
function personalDatum(context: RuleContext, reference: string): Field | ItemOf<'form_field'> | undefined {
  const { snapshot, uses } = context;
  const fields = [reference, ...uses.from(reference, 'collects').map(({ to }) => to)].map(snapshot.item).filter(isField);
  if (fields.length > 0) return fields.find(field => isPersonal(context, field));
  const question = context.indexes.questions.live.find(one => one.reference === reference);
  return question !== undefined && asksPerson(context, question) ? question.field : undefined;
}

/** A firm's data are about a person only where they are declared so. */
function isPersonal({ policy }: RuleContext, field: Field): boolean {
  const { state } = policy.standing(field);
  if (field.kind === 'company_field') return state === 'purposes';
  return state !== 'not-personal' && !HARMLESS_FIELDS.has(field.key);
}

function isField(item: Item | undefined): item is Field {
  return item?.kind === 'contact_field' || item?.kind === 'company_field';
}

function named(datum: Field | ItemOf<'form_field'>): NonNullable<FindingData['field']> {
  return { label: labelOf(datum), alias: aliasInKey(datum.key) };
}
