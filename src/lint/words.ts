/** Words in labels and names: lists of terms are looked for among the tokens of a text. */
import { type PackedTerms, unpack } from './packed-terms.js';
import { type Found, indexShelves, indexTerms } from './term-index.js';
import type { Token } from './tokens.js';

export { fold, type Token, tokensOf } from './tokens.js';

/** A list of terms, ready to be looked for. */
export interface Terms {
  /** Does one of the terms stand in the text? */
  in(tokens: readonly Token[]): boolean;
  /** The words of the text that are terms, as they are written there, from left to right; of terms that begin at one word the longest. */
  found(tokens: readonly Token[]): readonly string[];
}

/**
 * Makes terms of lists by language: `a b` words side by side, `a*` words that begin so, `*a` words that end so.
 * @param lists asked for when the first text is looked at
 */
export function termsOf(lists: () => Readonly<Record<string, readonly string[]>>): Terms {
  return termsBy(
    indexTerms(() => Object.entries(lists()).flatMap(([language, list]) => list.map(term => ({ term, language, says: undefined })))),
  );
}

/** The same for lists that the build has put on shelves. */
export function shelvedTerms(packed: () => PackedTerms<unknown>): Terms {
  return termsBy(indexShelves(() => unpack(packed())));
}

function termsBy(find: (tokens: readonly Token[]) => readonly Found<unknown>[]): Terms {
  return {
    in: tokens => find(tokens).length > 0,
    found: tokens => wordsOf(find(tokens), tokens),
  };
}

/** The words of a text that are terms, from left to right; of terms that begin at one word the longest. */
export function wordsOf(found: readonly Found<unknown>[], tokens: readonly Token[]): readonly string[] {
  const longest: { start: number; end: number }[] = [];
  for (const { start, end } of found) {
    const last = longest.at(-1);
    if (last === undefined || start >= last.end) longest.push({ start, end });
    else if (start === last.start) last.end = Math.max(last.end, end);
  }
  return longest.map(({ start, end }) => wordsAt(tokens, start, end));
}

/** The tokens from one up to, but not with, another, as they are written. */
export function wordsAt(tokens: readonly Token[], start: number, end: number): string {
  return tokens
    .slice(start, end)
    .map(({ raw }) => raw)
    .join(' ');
}
