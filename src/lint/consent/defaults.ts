/** Contact fields that hold consents, and those that hold a yes before anybody was asked. */
import type { ItemOf, Option } from '../../mautic/snapshot.js';
import type { FormFieldItem, Indexed } from '../forms/questions.js';
import { isClearYes, isRefusal } from './answers.js';
import { type ConsentBox, heldBy } from './holders.js';
import { asksConsent } from './texts.js';

type ContactField = ItemOf<'contact_field'>;

export interface DefaultedConsent extends Pick<ConsentBox, 'certainty'> {
  readonly field: ContactField;
  /** Whether the default can be nothing but a yes. */
  readonly clear: boolean;
}

type Certainty = ConsentBox['certainty'];

/** Tells the contact fields for consent: declared as holders, filled by a consent box, or named like one. */
export function consentCertainty({ snapshot, indexes }: Indexed): (field: ContactField) => Certainty | undefined {
  const filled = new Map<string, Certainty>();
  for (const { target, certainty } of indexes.consentBoxes) {
    if (target !== undefined && filled.get(target) !== 'declared') filled.set(target, certainty);
  }
  return field => {
    if (heldBy(indexes.consentHolders, field).length > 0) return 'declared';
    return filled.get(snapshot.reference(field)) ?? (asksConsent(field.title ?? '') ? 'words' : undefined);
  };
}

/**
 * The fields for consent whose default is a yes. Mautic stores the default for every new contact who was not asked, in a yes/no field even for
 * those who answer no (seen live, 5.1.0, 6.0.8, 7.0.2).
 */
export function defaultedConsents(context: Indexed): DefaultedConsent[] {
  const certaintyOf = consentCertainty(context);
  return context.snapshot.items('contact_field').flatMap(field => {
    const answer = defaultOf(field);
    if (answer === undefined || isRefusal(answer) || !context.policy.isLive(field)) return [];
    const certainty = certaintyOf(field);
    return certainty === undefined ? [] : [{ field, certainty, clear: isClearYes(answer, field.options) }];
  });
}

/** The answer that is chosen beforehand, of a contact field or a question. */
export function defaultOf({ default: initial, default_option, options }: ContactField | FormFieldItem): Option | undefined {
  if (initial !== 'option' || default_option === undefined) return undefined;
  return options?.find(option => option.value === default_option) ?? { value: default_option, label: default_option };
}
