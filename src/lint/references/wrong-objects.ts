/** Where a question, a filter or a step goes by a field that is not the one people mean. */
import { group } from '../../collections.js';
import type { FieldName } from '../../finding.js';
import type { Item } from '../../mautic/snapshot.js';
import type { Field } from '../declared/core-fields.js';
import { type Indexed, liveParts, type Question } from '../forms/questions.js';
import { labelOf } from '../labels.js';
import { onOtherObject } from './fields.js';

/** Why it is not the one: only companies, or only contacts, have a field of that alias; or an older setting of the question names another. */
type Doubt = 'only-company' | 'only-contact' | 'disagree';

export interface WrongObject {
  readonly subject: Item;
  /** Set where it is a question that fills the field. */
  readonly question?: Question;
  readonly field: FieldName;
  /** Kind of the field that is named. */
  readonly kind: Field['kind'];
  readonly doubt: Doubt;
  /** Name of the field of the older setting. */
  readonly other?: string;
}

/** Every question of a live form, and every live filter or step that misses its field; each item once for each field. */
export function wrongObjects(context: Indexed): readonly WrongObject[] {
  return [...liveParts(context).flatMap(question => misfilled(context, question)), ...misnamed(context)];
}

function misfilled({ snapshot }: Indexed, question: Question): WrongObject[] {
  const { field: subject, target, fills } = question;
  const twin = target === undefined ? undefined : onOtherObject(snapshot, target);
  if (twin !== undefined) return [{ subject, question, ...missed(twin) }];
  if (fills === undefined || subject.other_mapping === undefined) return [];
  const other = snapshot.item(subject.other_mapping);
  const name = other === undefined ? subject.other_mapping.replace(/^[a-z_]+:/u, '') : labelOf(other);
  return [{ subject, question, field: nameOf(fills), kind: fills.kind, doubt: 'disagree', other: name }];
}

/** A filter or a step that asks contacts for a field of companies, or the other way round (mautic/mautic#6628). */
function misnamed({ snapshot, uses, policy }: Indexed): WrongObject[] {
  const missing = uses.all.filter(({ to, how }) => how !== 'collects' && onOtherObject(snapshot, to) !== undefined);
  const byUserAndField = group(missing, ({ from, to }) => JSON.stringify([from, to]));
  return [...byUserAndField.values()].flatMap(([use]) => {
    const subject = snapshot.item(use?.from ?? '');
    const twin = onOtherObject(snapshot, use?.to ?? '');
    return subject === undefined || twin === undefined || !policy.isLive(subject) ? [] : [{ subject, ...missed(twin) }];
  });
}

function missed(twin: Field): Pick<WrongObject, 'field' | 'kind' | 'doubt'> {
  const isOfCompany = twin.kind === 'company_field';
  return {
    field: nameOf(twin),
    kind: isOfCompany ? 'contact_field' : 'company_field',
    doubt: isOfCompany ? 'only-company' : 'only-contact',
  };
}

function nameOf(field: Field): FieldName {
  return { label: labelOf(field), alias: field.key };
}
