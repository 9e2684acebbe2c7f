/** How much the lexicon finds, and how often it is wrong; `npm run bench` prints the same by category and language. */
import { describe, expect, it } from 'vitest';
import { falselyHit, HARMLESS, missed, SENSITIVE, share } from './cases.js';

const LEAST_FOUND = 0.9;
const MOST_FALSE = 0.02;

describe('the set', () => {
  it('is large enough, in every category and language', () => {
    expect(SENSITIVE.length).toBeGreaterThanOrEqual(200);
    expect(HARMLESS.length).toBeGreaterThanOrEqual(400);
    expect(new Set(SENSITIVE.map(({ category }) => category)).size).toBe(18);
    for (const cases of [SENSITIVE, HARMLESS]) {
      for (const language of ['en', 'it', 'de', 'fr', 'es', 'pt', 'nl', 'pl']) {
        expect(cases.filter(({ languages }) => languages.includes(language)).length).toBeGreaterThan(20);
      }
    }
  });

  it('has each name once for the same team', () => {
    const keys = [...SENSITIVE, ...HARMLESS].map(({ text, as, languages, category }) => [text, as, category, ...languages].join(' | '));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('has a category for what is sensitive, none for what is harmless', () => {
    expect(SENSITIVE.filter(({ category }) => category === undefined)).toEqual([]);
    expect(HARMLESS.filter(({ category }) => category !== undefined)).toEqual([]);
  });
});

describe.each([
  ['tuned', false],
  ['held out', true],
])('%s names', (_, part) => {
  const of = (all: typeof SENSITIVE) => all.filter(({ held }) => held === part);

  it(`finds at least ${LEAST_FOUND} of the sensitive ones`, () => {
    const cases = of(SENSITIVE);
    expect(1 - share(missed(cases), cases)).toBeGreaterThanOrEqual(LEAST_FOUND);
  });

  it(`is sure about at most ${MOST_FALSE} of the harmless ones`, () => {
    const cases = of(HARMLESS);
    expect(share(falselyHit(cases), cases)).toBeLessThanOrEqual(MOST_FALSE);
  });
});
