/** Every sentence about a mistake in declarations, rendered with every word that it may hold, in both languages. */
import { expect, it } from 'vitest';
import { PROBLEM_WORDS } from '../../src/declarations/problem-words.js';
import { PROBLEM_SENTENCES, problemWords } from '../../src/declarations/problems.js';
import { PREFIXES } from '../../src/declarations/spots.js';
import { type FindingData, LANGUAGES, type Language } from '../../src/finding.js';
import { KINDS } from '../../src/items.js';
import { renderTemplate } from '../../src/output/message.js';
import type { Sentence } from '../../src/output/parts.js';

const WORDS = Object.keys(PROBLEM_WORDS());
const wordsOf = (start: string): string[] => WORDS.filter(word => word.startsWith(start));

/** Whatever may stand for a placeholder; the sentence decides which words fit. */
function valuesFor(name: string, sentence: string): readonly FindingData[] {
  switch (name) {
    case 'kind':
      return [...new Set([...KINDS, ...PREFIXES])].map(kind => ({ kind }));
    case 'allowed':
      return wordsOf(sentence === 'wrong-kind' ? 'expected-' : 'type-').map(allowed => ({ allowed }));
    case 'found':
      return wordsOf('found-').map(found => ({ found }));
    case 'list':
      return wordsOf('list-').map(list => ({ list }));
    case 'reason':
      return wordsOf({ syntax: 'yaml-', alias: 'alias-' }[sentence] ?? 'means-').map(reason => ({ reason }));
    case 'place':
      // Of a file as a whole no key is missing but its version, which has a sentence of its own.
      return [{ place: 'contact_fields.email' }, ...(sentence === 'missing-key' ? [] : [{ place: 'file' }])];
    default:
      return [
        {
          key: 'a key',
          value: 'a value',
          near: 'near',
          values: ['one', 'two'],
          limit: 3,
          line: 7,
          version: 2,
          file: 'a.yaml',
          first: 'x#1',
          second: 'x#2',
          item: 'an item',
          text: 'a word of the parser',
          section: 'tags',
        },
      ];
  }
}

const shown = (sentence: Sentence): string => sentence.map(({ kind, text }) => (kind === 'code' ? `\`${text}\`` : text)).join('');

/** A sentence with each word for one placeholder, the others having their first. */
function rendered(code: string, template: string, language: Language): string[] {
  const names = [...template.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name);
  const usual: FindingData = Object.assign({}, ...[...names, 'key'].map(name => valuesFor(name, code)[0]));
  const all = names.flatMap(name => valuesFor(name, code).map(data => ({ ...usual, ...data })));
  return (all.length === 0 ? [usual] : all).map(data => shown(renderTemplate(template, data, language, problemWords(language))));
}

const CASES = Object.entries(PROBLEM_SENTENCES()).flatMap(([code, texts]) => LANGUAGES.map(language => ({ code, language, texts })));

it.each(CASES)('$code in $language is whole, whatever it holds', ({ code, language, texts }) => {
  for (const sentence of rendered(code, texts[language], language)) {
    expect(sentence).toMatch(/^["'«`*<\p{Lu}].*[.?]$/u);
    // Nothing is left of the template, and every code has its words.
    expect(sentence).not.toMatch(/[{}[\]]|\b(?:type|found|list|expected|means|yaml|alias)-\w/u);
    expect(sentence).not.toMatch(/\s\s|\s[.,;?]|\(\)/u);
  }
});

it.each(CASES.filter(({ language }) => language === 'en'))(
  '$code has the article and the plural that its words take',
  ({ code, texts }) => {
    for (const sentence of rendered(code, texts.en, 'en')) {
      expect(sentence).not.toMatch(/\ba (?!use\b|one\b)[aeiou]/iu);
      expect(sentence).not.toMatch(/\ban [^aeiou]/iu);
      expect(sentence).not.toMatch(/[^aeiou]ys\b/iu);
    }
  },
);
