/** What does not change what a name tells: case, how accents are stored or left out, and what stands between its words. */
import { describe, expect, it } from 'vitest';
import { type Case, HARMLESS, judgeCase, SENSITIVE } from './cases.js';

const ALL = [...SENSITIVE, ...HARMLESS];

/** The names that tell something else once they are written otherwise. */
function changed(cases: readonly Case[], rewrite: (text: string) => string): string[] {
  const told = (one: Pick<Case, 'text' | 'as' | 'languages'>) => judgeCase(one).map(({ category, strength }) => `${category} ${strength}`);
  return cases.flatMap(one => {
    const other = { ...one, text: rewrite(one.text) };
    return told(one).join() === told(other).join() ? [] : [`${one.text} → ${other.text}`];
  });
}

describe('case', () => {
  const withoutCamelCase = ALL.filter(({ text }) => !/\p{Ll}\p{Lu}|\p{Lu}\p{Lu}\p{Ll}/u.test(text));

  it.each<[string, (text: string) => string]>([
    ['upper', text => text.toUpperCase()],
    ['lower', text => text.toLowerCase()],
  ])('%s', (_, rewrite) => {
    expect(changed(withoutCamelCase, rewrite)).toEqual([]);
  });
});

describe('accents', () => {
  it.each<[string, (text: string) => string]>([
    ['composed', text => text.normalize('NFC')],
    ['decomposed', text => text.normalize('NFD')],
    ['left out', text => text.normalize('NFD').replace(/\p{Mn}/gu, '')],
  ])('%s', (_, rewrite) => {
    expect(changed(ALL, rewrite)).toEqual([]);
  });

  it('as German writes them without umlauts', () => {
    const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'Ae', Ö: 'Oe', Ü: 'Ue', ß: 'ss' };
    const german = ALL.filter(({ languages, text }) => languages.join() === 'de' && /[äöüß]/iu.test(text));
    expect(german.length).toBeGreaterThan(10);
    expect(changed(german, text => text.replace(/[äöüß]/giu, letter => umlauts[letter] ?? letter))).toEqual([]);
  });
});

describe('what stands between the words of an alias', () => {
  const aliases = ALL.filter(({ text }) => /^[a-z]+(?:_[a-z]+)+$/u.test(text));

  it('is tried on many', () => {
    expect(aliases.length).toBeGreaterThan(200);
  });

  it.each([' ', '-', '.', ' / ', '__', ': ', '\u00A0'])('%j', separator => {
    expect(changed(aliases, text => text.replaceAll('_', separator))).toEqual([]);
  });

  it('capital letters', () => {
    const camelCase = (text: string) => text.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase());
    expect(changed(aliases, camelCase)).toEqual([]);
  });
});
