/** Consents that must be given to get through a form. */
import type { LegalBasisValue } from '../../generated/declaration.js';
import { profileOf } from '../forms/kinds.js';
import type { Indexed, Known } from '../forms/questions.js';
import { isRefusal } from './answers.js';
import type { ConsentBox } from './holders.js';

export interface ForcedConsent extends ConsentBox {
  /** Whether box and form are known well enough to say that the consent is not what the form is for. */
  readonly certain: boolean;
}

/**
 * The boxes that leave no other answer, of purposes that are not the main one of the form. Where nobody has said what the consent is for, it
 * is taken for that of the form if the form rests on consent.
 */
export function forcedConsents(context: Indexed): ForcedConsent[] {
  return context.indexes.consentBoxes.flatMap(box => {
    if (!isForced(box) && !hidesButton(context, box)) return [];
    const main = profileOf(context, box.form)?.main;
    if (main !== undefined && (box.purposes.includes(main.key) || (box.purposes.length === 0 && isConsent(main.value.legal_basis))))
      return [];
    return [{ ...box, certain: box.certainty === 'declared' && main !== undefined }];
  });
}

/** Must be answered, and none of the answers is a no. Of a list or a choice the answers must have been seen. */
export function isForced({ field: { required, type, options } }: ConsentBox): boolean {
  if (required !== true) return false;
  return options === undefined ? type === 'checkboxgrp' : !options.some(isRefusal);
}

/** The button comes only after the tick. */
function hidesButton({ snapshot, uses }: Known, { reference }: ConsentBox): boolean {
  return uses.to(reference, 'decides').some(use => {
    const item = use.at === 'form.condition' ? snapshot.item(use.from) : undefined;
    return item?.kind === 'form_field' && item.type === 'button';
  });
}

function isConsent(basis: LegalBasisValue | undefined): boolean {
  return basis === 'consent' || (Array.isArray(basis) && basis.includes('consent'));
}
