import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexShelves, type Options, shelve } from '../../src/lint/term-index.js';
import { numberedTokensOf } from '../../src/lint/tokens.js';

/** The terms that stand in a text, each with the words that it takes there. */
function found(terms: Readonly<Record<string, readonly string[]>>, text: string, options: Options = {}): string[] {
  const meanings = Object.entries(terms).flatMap(([language, list]) =>
    list.map(term => ({ term, says: term, ...(language === 'any' ? {} : { language }) })),
  );
  const tokens = numberedTokensOf(text);
  return indexShelves(
    () => shelve(meanings),
    options,
  )(tokens).map(({ says, start, end }) =>
    [
      says,
      tokens
        .slice(start, end)
        .map(({ raw }) => raw)
        .join(' '),
    ].join(' = '),
  );
}

describe('an index of terms', () => {
  it('finds whole words, words that begin or end so, and words side by side, also where they overlap', () => {
    const terms = { en: ['blood', 'blood type', 'allerg*', '*itis'] };
    expect(found(terms, 'Blood type: allergic, arthritis, bloody')).toEqual([
      'blood = Blood',
      'blood type = Blood type',
      'allerg* = allergic',
      '*itis = arthritis',
    ]);
  });

  it('knows umlauts that are written with an e in German terms, and in terms for all languages', () => {
    expect(found({ de: ['störung'], fr: ['noel'] }, 'Stoerung nol')).toEqual(['störung = Stoerung']);
    expect(found({ any: ['störung'] }, 'Störung, Stoerung')).toEqual(['störung = Störung', 'störung = Stoerung']);
  });

  it('lets small words and numbers stand inside a term, and leaves out its own', () => {
    const options = { between: { it: ['di', 'della'], en: ['of', 'your'] } };
    const terms = { it: ['data di nascita', 'legge 104'], en: ['birth date'] };
    for (const text of ['data di nascita', 'data nascita', 'data della nascita', 'data_1_nascita']) {
      expect(found(terms, text, options)).toHaveLength(1);
    }
    expect(found(terms, 'legge 104/92', options)).toEqual(['legge 104 = legge 104']);
    expect(found(terms, 'data corso nascita', options)).toEqual([]);
    expect(found(terms, 'data della', options)).toEqual([]);
    expect(found(terms, 'data di nascita')).toHaveLength(1);
    expect(found(terms, 'data nascita')).toEqual([]);
  });

  it('finds words that are written as one, but no short ones', () => {
    const options = { between: { it: ['di'], fr: ['e'] }, joined: true };
    const terms = { it: ['data di nascita', 'codice fiscale'], fr: ['ne e le'] };
    for (const text of ['datanascita', 'dataDINascita', 'datadinascita', 'CODICEFISCALE']) {
      expect(found(terms, text, options)).toHaveLength(1);
    }
    expect(found(terms, 'Nele codicefiscaleazienda', options)).toEqual([]);
    expect(found(terms, 'codicefiscale')).toEqual([]);
  });

  it('takes a plural s in the languages that have it, not at short words', () => {
    const options = { plurals: new Set(['en']), joined: true };
    expect(found({ en: ['bank account', 'pin'], it: ['conto'] }, 'banks accounts bankaccounts pins contos', options)).toEqual([
      'bank account = banks accounts',
      'bank account = bankaccounts',
    ]);
  });

  it('finds nothing in nothing, and with no terms', () => {
    expect(found({ en: ['pin'] }, '')).toEqual([]);
    expect(found({}, 'pin')).toEqual([]);
  });

  it('never takes a part of a word', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 's', 'x'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(letters, letters, (term, word) => {
        expect(found({ en: [term] }, word).length > 0).toBe(term === word);
      }),
    );
  });
});
