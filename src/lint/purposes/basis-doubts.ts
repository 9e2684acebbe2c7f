/** Every legal basis in the declarations that does not fit: of purposes, of items that state their own, of sensitive data. */
import type { Entry, ItemEntry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { LegalBasis, LegalBasisValue, Purpose } from '../../generated/declaration.js';
import { nameOfEntry, type Told, toldBy, valueAt } from '../places.js';
import { nameOfPurpose, purposesIn } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { type BasisDoubt, basesOf, doubtOf } from './legal-bases.js';

/** Shortest `basis_note` that counts, in characters. */
export const NOTE_LENGTH = 20;

export interface PlacedDoubt {
  readonly subject: string;
  readonly place: FilePlace;
  readonly basis: LegalBasis;
  /** Name of the purpose. */
  readonly purpose: string;
  readonly doubt: BasisDoubt;
  /** Name of the item with sensitive data. */
  readonly item?: string;
}

type Known = Pick<RuleContext, 'declarations' | 'policy'>;

/** What speaks against the legal bases as declared; a condition that a note describes is no doubt. */
export function fittingDoubts(context: Known): PlacedDoubt[] {
  const countries = context.declarations.organisation.value.countries ?? [];
  const purposes = [...context.declarations.purposes.values()].flatMap(purpose =>
    purpose.place === null ? [] : doubtsAt(`purpose:${purpose.key}`, purpose.place, purpose.value.legal_basis, [purpose], countries),
  );
  const stating = context.policy.entries.filter(({ value }) => value.legal_basis !== undefined || value.special !== undefined);
  const told = toldBy(context.declarations);
  const items = stating.flatMap(entry => itemDoubts(entry, context, told, countries));
  return [...purposes, ...items];
}

/** One doubt for each basis: the worst among the purposes it is to carry. */
function doubtsAt(
  subject: string,
  entry: FilePlace,
  value: LegalBasisValue | undefined,
  purposes: readonly Entry<Purpose>[],
  countries: readonly string[],
): PlacedDoubt[] {
  return basesOf(value).flatMap((basis, index) => {
    const doubts = purposes.flatMap(purpose => {
      const doubt = doubtOf(purpose.value, basis, countries);
      const isExplained = doubt?.fit === 'condition' && (purpose.value.basis_note ?? '').trim().length >= NOTE_LENGTH;
      return doubt === undefined || isExplained ? [] : [{ doubt, purpose: nameOfPurpose(purpose) }];
    });
    const worst = doubts.find(({ doubt }) => doubt.fit === 'refused') ?? doubts[0];
    const place = typeof value === 'string' ? valueAt(entry, 'legal_basis') : valueAt(entry, 'legal_basis', index);
    return worst === undefined ? [] : [{ subject, place, basis, ...worst }];
  });
}

function itemDoubts(entry: ItemEntry, { policy }: Known, told: Told, countries: readonly string[]): PlacedDoubt[] {
  const { legal_basis, special } = entry.value;
  const purposes = policy.purposes(purposesIn(policy.standingOf(entry)));
  const doubts = doubtsAt(entry.identity, entry.place, legal_basis, purposes, countries);
  // Consent is what sensitive data ask for, whatever condition it has for the purpose.
  const own = special === undefined ? doubts : doubts.filter(({ basis, doubt }) => basis !== 'consent' || doubt.fit === 'refused');
  if (special === undefined || own.length > 0) return own;
  const isCovered = special.condition !== undefined && (special.condition !== 'explicit-consent' || special.consent?.field !== undefined);
  // Whether it is sensitive at all, or on what ground, is what the mistake there leaves open.
  if (isCovered || told.has(entry.place, 'special')) return [];
  const isAsked = special.condition !== undefined;
  const place = valueAt(entry.place, isAsked || legal_basis === undefined ? 'special' : 'legal_basis');
  const doubt = { fit: 'refused', reason: isAsked ? 'special-consent' : 'special-data' } as const;
  const uncovered = purposes.flatMap(purpose => {
    const basis = basesOf(legal_basis ?? purpose.value.legal_basis).find(candidate => candidate !== 'consent');
    return basis === undefined ? [] : [{ basis, purpose: nameOfPurpose(purpose) }];
  });
  return uncovered.slice(0, 1).map(found => ({ subject: entry.identity, place, ...found, doubt, item: nameOfEntry(entry, policy) }));
}
