/** Forms: where answers go, what the form does when it is sent, and what follows. */
import { isRecord } from '../../guards.js';
import type { DraftUse, Target } from '../draft.js';
import { bringsAnswer } from '../question-types.js';
import { openWord } from '../texts/clean.js';
import { asFlag, keyOf, refId, rowsOf, textOf, textsOf } from '../texts/values.js';
import { htmlBody, linkBody, textBody } from './body.js';
import { CONTACT, each, mailboxes, type Place, paramName, recipient, use } from './draft-uses.js';
import { calculatePoints, changeTags, type Deed, fixed, membership, push, sendEmail, sendToStaff, writeFields } from './steps.js';

/** Buttons of social login: they bring the profile, and no answer of their own to send on. */
const LOGIN_BUTTON = 'plugin.loginSocial';

export interface FieldUses {
  readonly uses: readonly DraftUse[];
  /** By the keys of this row: an old `leadField` says `contact` although a company field may be meant; the target of the use tells. */
  readonly mapping: 'contact' | 'company' | 'none' | 'unknown';
  /** The field that an old key names beside another one. */
  readonly other_mapping?: Target;
}

/** A question: which field it fills, on which other question it depends. */
export function formFieldUses(field: unknown): FieldUses {
  const alias = keyOf(field, 'mappedField');
  const old = textOf(keyOf(field, 'leadField'));
  const target = fieldTarget(textOf(alias), keyOf(field, 'mappedObject'), old);
  const seen = alias !== undefined || ['leadField', 'mappedObject'].some(key => keyOf(field, key) !== undefined);
  const other = textOf(alias) !== '' && old !== '' && old !== alias;
  return {
    uses: [...(target === undefined ? [] : [use({ at: 'form.field' }, 'collects', target)]), ...socialUses(field), ...conditionUses(field)],
    mapping:
      target === undefined ? (seen ? 'none' : 'unknown') : target.object === 'company' || isCompanyAlias(target) ? 'company' : 'contact',
    ...(other ? { other_mapping: { field: old } } : {}),
  };
}

interface FieldTarget {
  readonly field: string;
  readonly object?: 'contact' | 'company';
}

/** `mappedField` if it is not empty, else `leadField` (before 5.0), whose object its alias tells; `mappedObject` alone is no mapping. */
function fieldTarget(alias: string, object: unknown, old: string): FieldTarget | undefined {
  if (alias !== '') return { field: alias, object: object === 'company' ? 'company' : 'contact' };
  return old === '' ? undefined : { field: old };
}

function isCompanyAlias({ field, object }: FieldTarget): boolean {
  return object === undefined && /^company./u.test(field);
}

/** Buttons of social networks hand over a profile. */
function socialUses(field: unknown): DraftUse[] {
  if (keyOf(field, 'type') !== LOGIN_BUTTON) return [];
  const place: Place = { at: 'form.field' };
  return [use(place, 'collects', { pseudo: 'record:social' }), use(place, 'shares', { pseudo: 'recipient:service/social-login' })];
}

const EXPRESSIONS: ReadonlyMap<string, 'any-of' | 'none-of'> = new Map([
  ['in', 'any-of'],
  ['notIn', 'none-of'],
  ['!in', 'none-of'],
]);

/** Shown only when another question was answered in a certain way (4.1+). */
function conditionUses(field: unknown): DraftUse[] {
  const parent = refId(keyOf(field, 'parent', 'parent_id'));
  if (parent === undefined) return [];
  const conditions = keyOf(field, 'conditions');
  const any = asFlag(keyOf(conditions, 'any')) === true;
  const op = any ? 'set' : (EXPRESSIONS.get(textOf(keyOf(conditions, 'expr'))) ?? 'other');
  const values = any ? [] : textsOf(keyOf(conditions, 'values'));
  return [use({ at: 'form.condition' }, 'decides', { question: parent }, { op, candidates: values.length === 0 ? undefined : values })];
}

/** Submit actions that need no more than their own row. */
const DEEDS: ReadonlyMap<string, Deed> = new Map<string, Deed>([
  ['lead.changelist', membership('segment', 'addToLists', 'removeFromLists')],
  ['lead.changetags', changeTags],
  ['lead.pointschange', calculatePoints],
  ['lead.addutmtags', fixed('writes', 'tracking:utm')],
  ['lead.remove_do_not_contact', fixed('removes', 'record:dnc')],
  ['lead.removeronotcontact', fixed('removes', 'record:dnc')],
  ['lead.scorecontactscompanies', fixed('writes', 'record:company_score')],
  ['lead.updatelead', writeFields('contact')],
  ['email.send.lead', sendEmail],
  ['email.send.user', sendToStaff],
  ['form.email', mailAnswers],
  ['asset.download', downloadUses],
  ['plugin.leadpush', push],
]);

/**
 * What a submit action does; unknown types do nothing that can be told.
 * @param form the row of the form, whose questions a repost sends
 */
export function formActionUses(action: unknown, form: unknown): DraftUse[] {
  const type = textOf(keyOf(action, 'type'));
  const place: Place = { at: 'form.action', id: refId(keyOf(action, 'id')), type: openWord(type) };
  const properties = keyOf(action, 'properties');
  if (type === 'form.repost') return repostUses(place, properties, form);
  if (type.startsWith('plugin.citrix.')) {
    return [use(place, 'shares', { pseudo: 'recipient:integration/citrix' }), use(place, 'reads', CONTACT)];
  }
  return DEEDS.get(type)?.(place, properties) ?? [];
}

/** Answers by e-mail: to addresses, or to the owner of the contact. A copy to the person is nobody else's. */
function mailAnswers(place: Place, properties: unknown): DraftUse[] {
  const owner = asFlag(keyOf(properties, 'email_to_owner')) === true;
  const reading: Place = owner ? { ...place, staff: true } : place;
  const texts = [textBody(reading, textOf(keyOf(properties, 'subject'))), htmlBody(reading, textOf(keyOf(properties, 'message')))];
  return [
    ...mailboxes(place, keyOf(properties, 'to'), keyOf(properties, 'cc'), keyOf(properties, 'bcc')),
    ...texts.flatMap(body => body.uses).filter(entry => entry.how === 'reads'),
  ];
}

/** The answers under the names set for the other side, and the whole contact with them (code, 5.1.1). Secrets and addresses stay unread. */
function repostUses(place: Place, properties: unknown, form: unknown): DraftUse[] {
  const answers = rowsOf(keyOf(form, 'fields'))
    .filter(isRecord)
    .filter(field => bringsAnswer(field) && field.type !== LOGIN_BUTTON);
  return [
    ...recipient(place, keyOf(properties, 'post_url')),
    use(place, 'reads', CONTACT),
    ...answers.flatMap(field => {
      const alias = textOf(field.alias);
      const remote = isRecord(properties) && Object.hasOwn(properties, alias) ? textOf(properties[alias]) : '';
      const id = refId(field.id);
      return [use(place, 'reads', { question: id ?? alias }, { in: 'data', param: paramName(remote || alias) })];
    }),
  ];
}

/** One file, any of a category, or any. */
function downloadUses(place: Place, properties: unknown): DraftUse[] {
  const named = [
    ...each(place, 'links', 'asset', keyOf(properties, 'asset')),
    ...each(place, 'links', 'category', keyOf(properties, 'category')),
  ];
  return named.length > 0 ? named : [use(place, 'links', { kind: 'asset', any: true })];
}

/** What follows a submission: a message, or an address to go to. */
export function formAfterUses(form: unknown): DraftUse[] {
  const text = textOf(keyOf(form, 'postActionProperty'));
  const redirects = keyOf(form, 'postAction') === 'redirect';
  const body = redirects ? linkBody({ at: 'form.after' }, text.trim()) : htmlBody({ at: 'form.after' }, text);
  return body.uses.filter(entry => entry.how === 'reads' || (redirects && entry.how === 'shares'));
}
