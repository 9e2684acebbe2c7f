/** Whether a legal basis can carry a purpose: the matrix of the vocabulary, national law, and what holds for children. */
import type { LegalBasis, LegalBasisValue, Purpose } from '../../generated/declaration.js';
import { type Cell, channelsOf, isBusinessOnly, nationalRefusals, traitCells, traitsOf, useOf } from './vocabulary.js';

export interface BasisDoubt {
  /** refused: it cannot carry the purpose; condition: it can, under a condition that asks for a note. */
  readonly fit: 'refused' | 'condition';
  /** Code of a half sentence. */
  readonly reason: string;
  /** Whose law is stricter. */
  readonly country?: string;
}

/**
 * What speaks against a legal basis for a purpose, the worst first; undefined when nothing does, or when the purpose says too little.
 * @param countries whose law applies; where they differ, the strictest counts
 */
export function doubtOf(purpose: Purpose, basis: LegalBasis, countries: readonly string[]): BasisDoubt | undefined {
  const traits = traitsOf(purpose);
  const addressesChildren = purpose.subjects?.includes('child') ?? false;
  if (basis === 'legitimate-interests' && addressesChildren && (traits.includes('marketing') || traits.includes('profiling'))) {
    return { fit: 'refused', reason: 'children-come-first' };
  }
  const row = useOf(purpose);
  const cells = row === undefined ? traits.map(trait => traitCells()[trait][basis]) : [row.bases[basis]];
  const doubts = cells.flatMap(cell => doubtIn(cell, purpose) ?? []);
  const refused = doubts.find(doubt => doubt.fit === 'refused');
  return refused ?? nationalDoubt(purpose, basis, countries) ?? doubts[0];
}

function doubtIn(cell: Cell | undefined, purpose: Purpose): BasisDoubt | undefined {
  if (cell === undefined || cell === 'usual') return undefined;
  if ('refused' in cell) return { fit: 'refused', reason: cell.refused };
  return { fit: isOutOfReach(cell.needs, purpose) ? 'refused' : 'condition', reason: cell.condition };
}

/** The condition cannot hold: the purpose says that it concerns consumers, or it has no written assessment. */
function isOutOfReach(needs: 'business' | 'lia' | undefined, purpose: Purpose): boolean {
  return needs === 'business' ? isBusinessOnly(purpose) === false : needs === 'lia' && purpose.lia?.document === undefined;
}

function nationalDoubt(purpose: Purpose, basis: LegalBasis, countries: readonly string[]): BasisDoubt | undefined {
  const found = nationalRefusals().find(
    law =>
      law.use === purpose.use &&
      law.basis === basis &&
      countries.includes(law.country) &&
      (law.channel === undefined || channelsOf(purpose).includes(law.channel)) &&
      (law.consumers === undefined || isBusinessOnly(purpose) === false),
  );
  return found === undefined ? undefined : { fit: 'refused', reason: found.refused, country: found.country };
}

/** The legal bases of a value, which is one or a list. */
export function basesOf(value: LegalBasisValue | undefined): readonly LegalBasis[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
