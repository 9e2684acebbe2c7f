/** By how they begin, terms are kept apart: one is only spelled out when a word comes that begins like it. */
import { fold } from './tokens.js';

/** By that many letters in front. */
const LETTERS = 5;
/** The letters that a term begins with are compared as they stand where the first word has no others. */
const PLAIN = /^(?:[a-z]{5}|[a-z]{1,4}(?=[ *]|$))/u;

/** What all words that a term may begin with have in front: fewer letters where the beginning is open, or an umlaut may be. */
export function beginningOf(term: string): string {
  const letters = PLAIN.exec(term)?.[0] ?? fold(term.replace(/\p{Lu}.*$/su, '').slice(0, LETTERS));
  const plain = /^[a-z]*/u.exec(letters)?.[0] ?? '';
  const umlaut = plain.search(/[aou]e/u);
  return umlaut < 0 ? plain : plain.slice(0, umlaut + 1);
}

/** How many letters the longest beginning has of a term that a word may be; it may also be one with fewer, down to none. */
export function longestBeginning(word: string): number {
  return Math.min(LETTERS, word.length);
}
