/** What the words beside a box say: that it asks for a consent, for terms, or to have read something; and what it bundles. */
import { consentWords as words } from '../../generated/data.js';
import type { Option } from '../../mautic/snapshot.js';
import { type Token, termsOf, tokensOf } from '../words.js';

const CONSENT = termsOf(words.consent);
const AGREE = termsOf(words.agree);
const TERMS = termsOf(words.terms);
const ACKNOWLEDGEMENT = termsOf(words.acknowledgement);
const REFUSAL = termsOf(words.refusal);
const NO = termsOf(words.no);
const MARKETING = termsOf(words.marketing);
const PROFILING = termsOf(words.profiling);
const THIRD_PARTIES = termsOf(words.third_parties);
const OTHER_USES = [MARKETING, PROFILING, THIRD_PARTIES];

/** Stored values that mean no. */
const NO_VALUES: ReadonlySet<string> = new Set(['', '0', 'no', 'false']);

/**
 * Does a text ask for a consent? "I agree" does so too, unless it is about terms or about having read something and about nothing else.
 * A sentence that says no does not.
 */
export function asksConsent(text: string): boolean {
  const tokens = tokensOf(text);
  if (REFUSAL.in(tokens)) return false;
  if (CONSENT.in(tokens)) return true;
  return AGREE.in(tokens) && (namesUse(tokens) || !(TERMS.in(tokens) || ACKNOWLEDGEMENT.in(tokens)));
}

/** Does a text name terms, or that something was read? */
export function namesTerms(text: string): boolean {
  const tokens = tokensOf(text);
  return TERMS.in(tokens) || ACKNOWLEDGEMENT.in(tokens);
}

/** Is an answer a no? By its value, its first word, or a sentence that refuses. */
export function isRefusal({ value, label }: Option): boolean {
  const tokens = tokensOf(label);
  return NO_VALUES.has(value.trim().toLowerCase()) || NO.in(tokens.slice(0, 1)) || REFUSAL.in(tokens);
}

/**
 * The words of a text that stand for different things under one tick, as they are written; none when it is about one thing.
 * That is: terms together with a consent, or advertising, profiles and other firms together.
 * @param isConsent the box is known to be a consent, whatever its words
 */
export function bundledWords(text: string, isConsent: boolean): readonly string[] {
  const tokens = tokensOf(text);
  const terms = TERMS.found(tokens);
  const uses = OTHER_USES.map(list => list.found(tokens));
  const consents = CONSENT.found(tokens);
  const withTerms = terms.length > 0 && (isConsent || consents.length > 0 || uses.some(found => found.length > 0));
  if (!withTerms && !uses.every(found => found.length > 0)) return [];
  const beside = uses.flat();
  return [...new Set([...terms, ...(beside.length > 0 ? beside : consents)])];
}

function namesUse(tokens: readonly Token[]): boolean {
  return OTHER_USES.some(list => list.in(tokens));
}
