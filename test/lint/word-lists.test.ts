import { describe, expect, it } from 'vitest';
import { consentWords, titleWords } from '../../src/generated/data.js';
import { termsOf, tokensOf } from '../../src/lint/words.js';

const EIGHT = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];
const { dated: consentDate, sources: consentSources, ...consentLists } = consentWords;
const { dated: titleDate, sources: titleSources, strong, weak } = titleWords;
const lists: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = [
  ...Object.entries(consentLists),
  ['strong', strong],
  ['weak', weak],
];

it('say when they were made and what from', () => {
  for (const date of [consentDate, titleDate]) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/u);
  for (const sources of [consentSources, titleSources]) expect(sources.length).toBeGreaterThan(1);
});

describe.each(lists)('%s', (_, list) => {
  it('has words in all eight languages, each once', () => {
    expect(Object.keys(list).sort()).toEqual(EIGHT);
    for (const words of Object.values(list)) {
      expect(words.length).toBeGreaterThan(0);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('has only terms that a text can hold', () => {
    for (const [language, words] of Object.entries(list)) {
      for (const word of words) {
        expect([language, word, termsOf({ [language]: [word] }).in(tokensOf(word.replaceAll('*', '')))]).toEqual([language, word, true]);
      }
    }
  });
});
