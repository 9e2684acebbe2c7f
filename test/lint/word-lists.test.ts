import { describe, expect, it } from 'vitest';
import { consentWords } from '../../src/generated/data.js';
import { consentAnswers, consentTexts } from '../../src/generated/word-lists.js';
import { unpack } from '../../src/lint/packed-terms.js';
import { indexShelves } from '../../src/lint/term-index.js';
import { termsOf, tokensOf } from '../../src/lint/words.js';

const EIGHT = ['de', 'en', 'es', 'fr', 'it', 'nl', 'pl', 'pt'];
const { dated, sources, ...consentLists } = consentWords();
const lists: readonly (readonly [string, Readonly<Record<string, readonly string[]>>])[] = Object.entries(consentLists);

it('say when they were made and what from', () => {
  expect(dated).toMatch(/^\d{4}-\d\d-\d\d$/u);
  expect(sources.length).toBeGreaterThan(1);
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
        expect([language, word, termsOf(() => ({ [language]: [word] })).in(tokensOf(word.replaceAll('*', '')))]).toEqual([
          language,
          word,
          true,
        ]);
      }
    }
  });
});

describe.each([
  ['beside a box', consentTexts()],
  ['in an answer', consentAnswers()],
])('words %s', (_, packed) => {
  const find = indexShelves<string>(() => unpack<string>(packed));

  // What may stand in front or behind: `*bedingungen` is found in "Teilnahmebedingungen".
  const written = (term: string): string => term.replace(/^\*/u, 'xx').replace(/\*$/u, 'xx');

  it('are all found on their shelves', () => {
    for (const says of packed.says) {
      for (const word of Object.values(consentLists[says]).flat()) {
        const found = find(tokensOf(written(word))).map(term => term.says);
        expect([says, word, found]).toEqual([says, word, expect.arrayContaining([says])]);
      }
    }
    expect(find(tokensOf('xylophone'))).toEqual([]);
  });
});
