/** The lists themselves: every term does what its list says. */
import { describe, expect, it } from 'vitest';
import { lexicon, lexiconContexts } from '../../src/generated/data.js';
import { lexiconOf } from './cases.js';

const BESIDE = ['need', 'veto', 'strong_veto'] as const;
const LANGUAGES = ['en', 'it', 'de', 'fr', 'es', 'pt', 'nl', 'pl'];
type Lists = Partial<Readonly<Record<'strong' | 'weak' | (typeof BESIDE)[number], unknown>>>;
const CATEGORIES: readonly (readonly [string, Lists])[] = Object.entries(lexicon().categories);

function termsIn(list: unknown): string[] {
  return typeof list === 'string' ? list.split(',').map(term => term.trim()) : [];
}

function byLanguage(lists: unknown): [string, string[]][] {
  return typeof lists === 'object' && lists !== null ? Object.entries(lists).map(([language, list]) => [language, termsIn(list)]) : [];
}

/** A word that an open term stands for. */
const wordFor = (term: string): string => term.replaceAll('*', '');

function strengthOf(category: string, term: string, language: string): string | undefined {
  const hits = lexiconOf([language]).judge({ as: 'field', texts: [{ text: wordFor(term), weight: 1 }] });
  return hits.find(hit => hit.category === category)?.strength;
}

describe.each(CATEGORIES)('%s', (category, lists) => {
  it('has strong words in all eight languages', () => {
    expect(byLanguage(lists.strong).map(([language]) => language)).toEqual(LANGUAGES);
  });

  it('has strong words that are strong alone', () => {
    for (const [language, terms] of byLanguage(lists.strong)) {
      expect([language, terms.filter(term => strengthOf(category, term, language) !== 'strong')]).toEqual([language, []]);
    }
  });

  it('has weak words that are weak alone', () => {
    for (const [language, terms] of byLanguage(lists.weak)) {
      expect([language, terms.filter(term => strengthOf(category, term, language) !== 'weak')]).toEqual([language, []]);
    }
  });

  it('has each term once in a list', () => {
    const all = [...byLanguage(lists.strong), ...byLanguage(lists.weak)].map(([, terms]) => terms);
    for (const terms of [...all, ...BESIDE.map(list => termsIn(lists[list]))]) {
      expect(terms.filter((term, at) => terms.indexOf(term) !== at)).toEqual([]);
    }
  });

  it('has open terms of three letters and more', () => {
    const all = [...byLanguage(lists.strong), ...byLanguage(lists.weak)].flatMap(([, terms]) => terms);
    const open = [...all, ...BESIDE.flatMap(list => termsIn(lists[list]))].filter(term => term.includes('*'));
    expect(open.filter(term => term.split(' ').some(part => part.includes('*') && wordFor(part).length < 3))).toEqual([]);
  });
});

it('say when they were made and what from', () => {
  for (const { dated, sources } of [lexicon(), lexiconContexts()]) {
    expect(dated).toMatch(/^\d{4}-\d\d-\d\d$/u);
    expect(sources.length).toBeGreaterThan(1);
  }
});

it('have words for contents and words between in all eight languages', () => {
  for (const lists of [lexiconContexts().content, lexiconContexts().between]) expect(Object.keys(lists)).toEqual(LANGUAGES);
});
