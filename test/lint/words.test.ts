import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runTogether } from '../../src/lint/tokens.js';
import { fold, termsOf, tokensOf } from '../../src/lint/words.js';

const words = (text: string): string[] => tokensOf(text).map(({ word }) => word);

describe('tokensOf', () => {
  it.each([
    ['newsletter_optIn-2026', ['newsletter', 'opt', 'in']],
    ['URLOfPage', ['url', 'of', 'page']],
    ["I'd like to receive", ['i', 'd', 'like', 'to', 'receive']],
    ['Wyrażam ZGODĘ na łódź', ['wyrazam', 'zgode', 'na', 'lodz']],
    ['Straße, Œuvre & Ærø', ['strasse', 'oeuvre', 'aero']],
    ['お気に入りの画家 🎉', ['お気に入りの画家']],
    ['', []],
    ['2026 / 11', []],
  ])('splits and folds %j', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it('keeps how a word is written', () => {
    expect(tokensOf('Ich MÖCHTE').map(({ raw }) => raw)).toEqual(['Ich', 'MÖCHTE']);
  });

  it('does not care how accents are stored', () => {
    expect(words('e\u0301te\u0301')).toEqual(words('été'));
  });

  it('gives words that are folded already, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        for (const { word } of tokensOf(text)) expect(fold(word)).toBe(word);
      }),
    );
  });
});

describe('what is written in Latin letters', () => {
  /** Beside a letter of another alphabet, a text is split and folded by what Unicode says of each character. */
  const GREEK = 'ω';
  const signs = [...'aZzßàÀéÈöØøþÞÿ09 _-.,’“”«»¿…€–'].concat('\u00a0');
  const split = (text: string): string[] => tokensOf(text).map(({ word, german, raw }) => `${word} ${german} ${raw}`);

  it('is split and folded as what is written in any', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 12 }), letters => {
        const text = letters.join('');
        expect([...split(text), 'ω ω ω']).toEqual(split(`${text} ${GREEK}`));
        expect(runTogether(text) + GREEK).toBe(runTogether(`${text} ${GREEK}`));
      }),
      { numRuns: 2000 },
    );
  });

  it('has all letters, digits and other signs of Latin 1 in their places', () => {
    for (let code = 0xa0; code <= 0xff; code++) {
      const text = `a${String.fromCodePoint(code)}B`;
      expect([text, ...split(text), 'ω ω ω']).toEqual([text, ...split(`${text} ${GREEK}`)]);
    }
  });
});

describe('termsOf', () => {
  const terms = termsOf(() => ({
    en: ['terms', 'have read', 't c'],
    de: ['möchte erhalten', 'einwillig*', '*bedingungen'],
    fr: ["j'ai lu"],
  }));
  const found = (text: string): readonly string[] => terms.found(tokensOf(text));

  it.each([
    ['The Terms', ['Terms']],
    ['I have read them', ['have read']],
    ['T&C apply', ['T C']],
    ['Ich moechte erhalten', ['moechte erhalten']],
    ['MÖCHTE  erhalten', ['MÖCHTE erhalten']],
    ['Meine Einwilligung', ['Einwilligung']],
    ['Teilnahmebedingungen', ['Teilnahmebedingungen']],
    ['J’ai lu les terms', ['J ai lu', 'terms']],
  ])('finds the terms of %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
    expect(terms.in(tokensOf(text))).toBe(true);
  });

  it.each(['termsheet', 'determs', 'read have', 'have you read', 'möchte gern erhalten', 'willig', 'bedingungenlos', 'boer'])(
    'never takes part of a word, or words apart: %j',
    text => {
      expect(found(text)).toEqual([]);
      expect(terms.in(tokensOf(text))).toBe(false);
    },
  );

  it('takes the longest of the terms that begin at one word', () => {
    expect(termsOf(() => ({ en: ['third', 'third party'] })).found(tokensOf('a third party'))).toEqual(['third party']);
  });

  it('reads ae, oe, ue as umlauts in German only', () => {
    expect(termsOf(() => ({ fr: ['nom'] })).in(tokensOf('noem'))).toBe(false);
    expect(termsOf(() => ({ de: ['tragt'] })).in(tokensOf('traegt'))).toBe(true);
  });

  it('finds every term in a text that holds it between other words', () => {
    const list = ['acconsento', 'desidero ricevere', 'zgodę'];
    const one = termsOf(() => ({ it: list }));
    const other = fc.constantFrom('xyz', 'foo', '12', '—');
    fc.assert(
      fc.property(fc.constantFrom(...list), fc.array(other), fc.array(other), (term, before, after) => {
        expect(one.found(tokensOf([...before, term.toUpperCase(), ...after].join(' ')))).toEqual([term.toUpperCase()]);
      }),
    );
  });
});
