/** "Did you mean": the nearest of the names that are known. */
import { append } from '../collections.js';

/** Most mistakes that still count as near, by length of the word: a short word is near to almost anything. */
function mistakesAllowed(length: number): number {
  if (length < 3) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}

/**
 * The candidate nearest to a word; undefined when none is near. A difference only in case or blanks is always near and goes first; else
 * Damerau-Levenshtein within a limit. Equal ones: the first in code-unit order, so that the order of candidates is no matter.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  return nearestOf(candidates)(word);
}

/** A name that may have been meant. */
export interface Near {
  readonly name: string;
  /** No other name is near. */
  readonly isOnly: boolean;
}

/** As `nearest`, for many words and the same candidates; says as well whether there is one choice only. */
export function nearOf(candidates: Iterable<string>): (word: string) => Near | undefined {
  const find = nearestOf(candidates);
  return word => {
    const name = find(word);
    return name === undefined ? undefined : { name, isOnly: find(word, name) === undefined };
  };
}

/**
 * As `nearest`, for many words and the same candidates. Each word takes time linear in the candidates of about its length.
 * `except` names a candidate that is not wanted.
 */
export function nearestOf(candidates: Iterable<string>): (word: string, except?: string) => string | undefined {
  const byLength = new Map<number, Candidate[]>();
  for (const name of candidates) {
    const folded = fold(name);
    append(byLength, folded.length, { name, folded });
  }
  return (word, except) => {
    const folded = fold(word);
    const limit = mistakesAllowed(folded.length);
    let best: string | undefined;
    let least = limit + 1;
    for (let length = folded.length - limit; length <= folded.length + limit; length++) {
      for (const candidate of byLength.get(length) ?? []) {
        if (candidate.name === word || candidate.name === except) continue;
        const distance = distanceWithin(folded, candidate.folded, Math.min(least, limit));
        if (distance < least || (distance === least && best !== undefined && candidate.name < best)) {
          best = candidate.name;
          least = distance;
        }
      }
    }
    return best;
  };
}

interface Candidate {
  readonly name: string;
  readonly folded: readonly string[];
}

function fold(text: string): readonly string[] {
  return [...text.normalize('NFC').toLowerCase().replace(/\s+/gu, '')];
}

/** Edits between two words (insert, delete, replace, swap neighbours), or more than `most` when they are further apart. */
function distanceWithin(word: readonly string[], target: readonly string[], most: number): number {
  const far = most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: target.length + 1 }, (_, column) => column);
  for (let row = 1; row <= word.length; row++) {
    // Only the diagonal band within the limit can matter.
    const from = Math.max(1, row - most);
    const to = Math.min(target.length, row + most);
    const current: number[] = new Array(target.length + 1).fill(far);
    current[0] = row;
    for (let column = from; column <= to; column++) {
      const same = word[row - 1] === target[column - 1];
      const swapped = row > 1 && column > 1 && word[row - 1] === target[column - 2] && word[row - 2] === target[column - 1];
      current[column] = Math.min(
        (last[column] ?? far) + 1,
        (current[column - 1] ?? far) + 1,
        (last[column - 1] ?? far) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? far) + 1 : far,
      );
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(last[target.length] ?? far, far);
}
