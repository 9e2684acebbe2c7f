/** What the words beside a box say: that it asks for a consent, for terms, or to have read something; and what it bundles. */
import { consentTexts } from '../../generated/word-lists.js';
import { unpack } from '../packed-terms.js';
import { indexShelves } from '../term-index.js';
import { type Token, tokensOf, wordsOf } from '../words.js';

const OTHER_USES = ['marketing', 'profiling', 'third_parties'] as const;
type List = ReturnType<typeof consentTexts>['says'][number];

/** All lists at once: most texts have a word of none. */
const find = indexShelves<List>(() => unpack(consentTexts()));

/**
 * Does a text ask for a consent? "I agree" does so too, unless it is about terms or about having read something and about nothing else.
 * A sentence that says no does not.
 */
export function asksConsent(text: string): boolean {
  const said = saidIn(tokensOf(text));
  if (said.size === 0 || said.has('refusal')) return false;
  if (said.has('consent')) return true;
  return said.has('agree') && (OTHER_USES.some(use => said.has(use)) || !(said.has('terms') || said.has('acknowledgement')));
}

/** Does a text name terms, or that something was read? */
export function namesTerms(text: string): boolean {
  const said = saidIn(tokensOf(text));
  return said.has('terms') || said.has('acknowledgement');
}

/** Does a text say in a whole sentence that the person refuses? */
export function refuses(text: string): boolean {
  return saidIn(tokensOf(text)).has('refusal');
}

/**
 * The words of a text that stand for different things under one tick, as they are written; none when it is about one thing.
 * That is: terms together with a consent, or advertising, profiles and other firms together.
 * @param isConsent the box is known to be a consent, whatever its words
 */
export function bundledWords(text: string, isConsent: boolean): readonly string[] {
  const tokens = tokensOf(text);
  const all = find(tokens);
  if (all.length === 0) return [];
  const wordsIn = (list: List): readonly string[] =>
    wordsOf(
      all.filter(({ says }) => says === list),
      tokens,
    );
  const terms = wordsIn('terms');
  const uses = OTHER_USES.map(wordsIn);
  const consents = wordsIn('consent');
  const withTerms = terms.length > 0 && (isConsent || consents.length > 0 || uses.some(found => found.length > 0));
  if (!withTerms && !uses.every(found => found.length > 0)) return [];
  const beside = uses.flat();
  return [...new Set([...terms, ...(beside.length > 0 ? beside : consents)])];
}

const NOTHING: ReadonlySet<List> = new Set();

/** The lists of which a word stands in a text. */
function saidIn(tokens: readonly Token[]): ReadonlySet<List> {
  const found = find(tokens);
  return found.length === 0 ? NOTHING : new Set(found.map(({ says }) => says));
}
