import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, nearestOf } from '../../src/text/near.js';

const KEYS = ['purposes', 'personal', 'reason', 'why', 'when', 'retention', 'legal_basis', 'owner'];

describe('nearest', () => {
  it.each([
    ['purpose', 'purposes'],
    ['purpsoes', 'purposes'],
    ['Purposes', 'purposes'],
    ['retenton', 'retention'],
    ['legal-basis', 'legal_basis'],
    ['legalbasis', 'legal_basis'],
    ['wyh', 'why'],
    ['onwer', 'owner'],
    ['colour', undefined],
    ['x', undefined],
    ['', undefined],
  ])('to %s is %s', (word, expected) => {
    expect(nearest(word, KEYS)).toBe(expected);
  });

  it('takes what differs in case or blanks only, however short or much', () => {
    expect(nearest('IT', ['it', 'lt'])).toBe('it');
    expect(nearest('A B  C d E', ['abcde', 'a b c x'])).toBe('abcde');
    expect(nearest('caff\u00e8', ['caffe\u0300'])).toBe('caffe\u0300');
  });

  it('is never the word itself, and no chance of the order', () => {
    expect(nearest('tag', ['tag'])).toBeUndefined();
    fc.assert(
      fc.property(fc.shuffledSubarray(['news', 'newt', 'nest', 'next'], { minLength: 4 }), candidates => {
        expect(nearest('nexs', candidates)).toBe('news');
      }),
    );
  });

  it('has the distance of a full table', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 8 }), (word, candidates) => {
        const limit = word.length < 3 ? 0 : word.length < 6 ? 1 : word.length < 10 ? 2 : 3;
        const others = candidates.filter(candidate => candidate !== word);
        const sorted = [...others].sort((a, b) => distance(word, a) - distance(word, b) || (a < b ? -1 : 1));
        const best = sorted[0];
        expect(nearestOf(candidates)(word)).toBe(best !== undefined && distance(word, best) <= limit ? best : undefined);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Optimal string alignment, by definition. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, row) =>
    Array.from({ length: b.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= a.length; row++) {
    for (let column = 1; column <= b.length; column++) {
      const swap =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
          ? at(row - 2, column - 2) + 1
          : Number.POSITIVE_INFINITY;
      const line = table[row];
      if (line !== undefined) {
        line[column] = Math.min(
          at(row - 1, column) + 1,
          at(row, column - 1) + 1,
          at(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1),
          swap,
        );
      }
    }
  }
  return at(a.length, b.length);
}
