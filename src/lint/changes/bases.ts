/** Which legal basis leaves people less of a say than another. */
import type { LegalBasis, LegalBasisValue } from '../../generated/declaration.js';
import { basesOf } from '../purposes/legal-bases.js';

/**
 * What people can do under a legal basis.
 * asked: nothing happens before they have said yes or have concluded the contract themselves (Art. 4(11), 6(1)(a) and (b) GDPR).
 * offered: a way to refuse stands beside the question for the address and in every message (Art. 13(2) ePrivacy Directive); a consent that
 * people must be able to withdraw as easily as they gave it has it, too (Art. 7(3) GDPR).
 * stop: they can end it at any time, by withdrawal (Art. 7(3)) or objection (Art. 21(1) and (2) GDPR). A contract, a legal obligation and
 * vital interests know neither.
 */
type Say = 'asked' | 'offered' | 'stop';

const SAY: Readonly<Record<LegalBasis, readonly Say[]>> = {
  consent: ['asked', 'offered', 'stop'],
  'soft-opt-in': ['offered', 'stop'],
  'legitimate-interests': ['stop'],
  'public-task': ['stop'],
  contract: ['asked'],
  'legal-obligation': [],
  'vital-interests': [],
};

export type BasisShift = 'weaker' | 'changed' | 'stronger';

/**
 * Compares two legal bases for people: weaker when they lose any say, whatever they gain; stronger when they only gain; changed when their say
 * is the same on other grounds, of which they must be told as well (Art. 13(1)(c) GDPR). Of several bases at once the poorest counts.
 * @returns undefined when nothing changed, or when nothing was said before or now
 */
export function basisShift(before: LegalBasisValue | undefined, after: LegalBasisValue | undefined): BasisShift | undefined {
  const [old, now] = [basesOf(before), basesOf(after)];
  if (old.length === 0 || now.length === 0) return undefined;
  if (old.length === now.length && old.every(basis => now.includes(basis))) return undefined;
  const [had, has] = [sayUnder(old), sayUnder(now)];
  if (had.some(say => !has.includes(say))) return 'weaker';
  return has.length > had.length ? 'stronger' : 'changed';
}

function sayUnder(bases: readonly LegalBasis[]): readonly Say[] {
  const [first = [], ...others] = bases.map(basis => SAY[basis]);
  return first.filter(say => others.every(other => other.includes(say)));
}
