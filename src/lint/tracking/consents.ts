/** Whether people are asked for tracking, and apart from the advertising. */
import type { Declarations } from '../../declarations/model.js';
import type { HeldConsent } from '../consent/holders.js';
import { isMailing } from '../profiling/mailings.js';
import { basesOf } from '../purposes/legal-bases.js';
import type { RuleContext } from '../rule.js';
import type { Surface } from './surfaces.js';

/**
 * Does something hold the yes to a surface, and no yes to advertising with it? That is its own `consent`, else that of the purposes that rest
 * on consent, as long as the surface states no other basis.
 */
export function hasOwnConsent({ declarations, indexes }: Pick<RuleContext, 'declarations' | 'indexes'>, surface: Surface): boolean {
  const isOfSurface = holdsFor(declarations, surface);
  const isOfMailing = ({ of, purposes }: HeldConsent): boolean =>
    of === 'purpose' && purposes.some(key => isMailing(declarations.purposes.get(key)?.value ?? {}));
  return [...indexes.consentHolders.values()].some(held => held.some(isOfSurface) && !held.some(isOfMailing));
}

function holdsFor(declarations: Declarations, surface: Surface): (held: HeldConsent) => boolean {
  const { consent, legal_basis, purposes = [] } = declarations.tracking[surface]?.value ?? {};
  // Place of a tracking consent: tracking, surface, consent, field.
  if (consent?.field !== undefined) return ({ of, place }) => of === 'tracking' && place.path.at(-3) === surface;
  if (basesOf(legal_basis).some(basis => basis !== 'consent')) return () => false;
  const resting = new Set(purposes.filter(key => basesOf(declarations.purposes.get(key)?.value.legal_basis).includes('consent')));
  return held => held.of === 'purpose' && held.purposes.some(key => resting.has(key));
}
