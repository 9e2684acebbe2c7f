/** Which consents a message, or a list, needs of the people whom it reaches. */
import type { Entry } from '../../declarations/model.js';
import type { Purpose } from '../../generated/declaration.js';
import type { Item } from '../../mautic/snapshot.js';
import type { Policy } from '../policy.js';
import { hasTrait, isBackground } from '../purposes/item-purposes.js';
import { basesOf } from '../purposes/legal-bases.js';
import { channelsOf } from '../purposes/vocabulary.js';

export interface Needs {
  /** Keys of the purposes that people must have agreed to, each of them. */
  readonly consents: readonly string[];
  /** Keys of purposes by which customers may be written to instead. */
  readonly softOptIns: readonly string[];
  /** All that it is for rests on consent, but for what runs in the background. */
  readonly only: boolean;
}

const NONE: Needs = { consents: [], softOptIns: [], only: false };

/** Is consent the legal basis, or one of those that are listed by mistake? */
export function restsOnConsent({ value }: Entry<Purpose>): boolean {
  return basesOf(value.legal_basis).includes('consent');
}

/** Does a purpose write or speak to people? What only measures or sorts them asks for a consent of its own, and no list of it. */
function reachesPeople(purpose: Entry<Purpose>): boolean {
  if (purpose.value.channels !== undefined || channelsOf(purpose.value).length > 0) return true;
  return hasTrait([purpose], 'marketing') && !hasTrait([purpose], 'profiling') && !hasTrait([purpose], 'terminal');
}

/**
 * The consents for an item's purposes. Where advertising rests on another basis, alone or beside them, only a soft opt-in says who may be
 * reached: with any other nobody can tell, and nothing is needed.
 */
export function needsOf(policy: Policy, item: Item): Needs {
  const purposes = policy.purposes(policy.purposesOf(item));
  if (purposes.length === 0) return NONE;
  const consented = purposes.filter(restsOnConsent);
  const advertising = purposes.filter(purpose => hasTrait([purpose], 'marketing'));
  const otherwise = advertising.filter(purpose => !restsOnConsent(purpose));
  const soft = otherwise.filter(
    ({ value }) => basesOf(value.legal_basis).includes('soft-opt-in') && value.soft_opt_in?.segment !== undefined,
  );
  if (soft.length < otherwise.length) return NONE;
  const reaching = consented.filter(reachesPeople);
  const needed = reaching.length > 0 ? reaching : consented.filter(purpose => hasTrait([purpose], 'marketing')).slice(0, 1);
  return {
    consents: needed.map(({ key }) => key),
    softOptIns: soft.map(({ key }) => key),
    only: purposes.every(purpose => restsOnConsent(purpose) || isBackground(purpose)),
  };
}
