import { describe, expect, it } from 'vitest';
import type { Sector } from '../../src/generated/declaration.js';
import { type Category, type Hit, lexiconFor, type NamedThing } from '../../src/lint/lexicon/lexicon.js';
import { lexiconOf } from './cases.js';

const ALL = ['it', 'de', 'fr', 'es', 'pt', 'nl', 'pl'];

function judge(text: string, { as = 'field', weight = 1, languages = ALL, ...more }: Partial<NamedThing> & Options = {}): readonly Hit[] {
  return lexiconOf(languages).judge({ as, texts: [{ text, weight }], ...more });
}

interface Options {
  readonly weight?: number;
  readonly languages?: readonly string[];
}

const strong = (hits: readonly Hit[]): Category[] => hits.flatMap(({ strength, category }) => (strength === 'strong' ? [category] : []));
const strongIn = (text: string, languages: readonly string[] = ALL): Category[] => strong(judge(text, { languages }));

describe('known traps', () => {
  it.each([
    'race_distance_km',
    'razza_cane',
    'race du chien',
    'Race for Life',
    'party_size',
    'third_party_optin',
    'birthday party',
    'union_square_store',
    'European Union',
    'Unione postale',
    'syndicat de copropriété',
    'politica_privacy_accettata',
    'política de cookies',
    'polityka prywatności',
    'genere_musicale',
    'job_title',
    'page_title',
    'Titel (Buch)',
    'peso_spedizione',
    'zodiac: cancer',
    'Krebs (Sternzeichen)',
    'patrimonio_culturale',
    'companyannual_revenue',
    'browser_fingerprint',
    'DNA of our brand',
    'child_theme',
    'parent_category',
    'child_account_id',
    'gift_card_number',
    'carta fedeltà',
    'Christian',
    'Roma',
    'Turkey',
    'store latitude',
    'company birthday',
    'Essex',
    'sussex',
    'grocery',
  ])('%s tells nothing for sure', text => {
    expect(strongIn(text)).toEqual([]);
  });

  it.each<[string, Category]>([
    ['Race / ethnicity', 'ethnicity'],
    ['race: white, black, asian', 'ethnicity'],
    ['party_membership', 'politics'],
    ['tessera_partito', 'politics'],
    ['Parteimitglied', 'politics'],
    ['union_member', 'union'],
    ['vakbondslid', 'union'],
    ['Gewerkschaft', 'union'],
    ['Title: Mr, Mrs', 'gender-title'],
    ['coeliac', 'health'],
  ])('%s tells %s', (text, category) => {
    expect(strongIn(text)).toContain(category);
  });

  it.each<[string, Category]>([
    ['halal-menu', 'religion'],
    ['lgbtq-night guest', 'sexuality'],
  ])('the tag %s tells %s', (text, category) => {
    expect(strong(judge(text, { as: 'label' }))).toEqual([category]);
  });
});

describe('languages', () => {
  it('are those of the team, and English', () => {
    expect(strongIn('Krankheit', ['it'])).toEqual([]);
    expect(strongIn('Krankheit', ['de'])).toEqual(['health']);
    expect(strongIn('disease', [])).toEqual(['health']);
    // Polish: no, days.
    expect([...strongIn('nie', ['pl']), ...strongIn('dni', ['pl'])]).toEqual([]);
  });

  it('are also that of the thing itself, however Mautic writes it', () => {
    for (const language of ['de', 'de_AT', 'DE']) expect(strong(judge('Krankheit', { languages: ['it'], language }))).toEqual(['health']);
    expect(strong(judge('malattia', { languages: ['it'], language: 'de' }))).toEqual(['health']);
    for (const language of ['', 'xx', 'fi_FI']) expect(judge('Krankheit', { languages: ['it'], language })).toEqual([]);
  });

  it('in German, ae, oe and ue are umlauts', () => {
    expect(strongIn('Unvertraeglichkeit', ['de'])).toEqual(['health']);
    expect(strongIn('koerperliche Verletzungen: Stoerungen', ['de'])).toEqual(strongIn('körperliche Verletzungen: Störungen', ['de']));
  });
});

describe('how words count', () => {
  it('a weak word is a hint, a strong one with a word that it needs, nothing with a word that excludes it', () => {
    expect(judge('party')).toMatchObject([{ category: 'politics', strength: 'weak' }]);
    expect(judge('party supporter')).toMatchObject([{ category: 'politics', strength: 'strong' }]);
    expect(judge('party size')).toEqual([]);
  });

  it('a word is not its own company', () => {
    expect(judge('lat')).toMatchObject([{ category: 'location-precise', strength: 'weak' }]);
    expect(judge('lat, lon')).toMatchObject([{ category: 'location-precise', strength: 'strong' }]);
  });

  it('words for contents take half off labels and contents, not off fields', () => {
    const guide = 'Guide to diabetes';
    expect(judge(guide, { as: 'field' })).toMatchObject([{ strength: 'strong' }]);
    for (const as of ['label', 'content'] as const) expect(judge(guide, { as })).toMatchObject([{ strength: 'weak' }]);
    expect(judge('Guide to the party', { as: 'label' })).toEqual([]);
    expect(judge('Diabetes', { as: 'content' })).toMatchObject([{ strength: 'strong' }]);
  });

  it('weigh what their text weighs; a description is never enough', () => {
    expect(judge('diabetes', { weight: 0.4 })).toMatchObject([{ strength: 'weak' }]);
    expect(judge('diabetes', { weight: 0.3 })).toEqual([]);
    expect(judge('diet', { weight: 0.6 })).toEqual([]);
  });

  it('of several texts the best counts, each with its own needs and vetoes', () => {
    const texts = (...all: readonly (readonly [string, number])[]) => all.map(([text, weight]) => ({ text, weight }));
    const of = (...all: readonly (readonly [string, number])[]) => lexiconOf(ALL).judge({ as: 'field', texts: texts(...all) });
    expect(of(['race', 1], ['5 km', 1])).toMatchObject([{ category: 'ethnicity', strength: 'weak' }]);
    expect(of(['party', 1], ['member', 1])).toMatchObject([{ category: 'politics', strength: 'weak' }]);
    expect(of(['f_12', 1], ['e.g. gluten free', 0.4])).toMatchObject([{ category: 'health', strength: 'weak' }]);
    expect(of(['diet', 1], ['Gluten', 1])).toEqual([{ category: 'health', strength: 'strong', words: 'Gluten' }]);
  });
});

describe('what is told', () => {
  it('the words as they stand there', () => {
    expect(judge('La tua DATA di nascita')).toEqual([{ category: 'birth', strength: 'strong', words: 'DATA di nascita' }]);
    expect(judge('customerBirthDate')[0]?.words).toBe('Birth Date');
    expect(judge('legge 104/92')[0]?.words).toBe('legge 104');
    expect(judge('Food allergies')[0]?.words).toBe('Food allergies');
  });

  it('strong ones first, then in the order of the categories', () => {
    expect(judge('Gender, religion, diet, title of nobility').map(({ category, strength }) => `${category} ${strength}`)).toEqual([
      'religion strong',
      'gender-title strong',
      'health weak',
    ]);
  });

  it('nothing about nothing', () => {
    for (const text of ['', '  ', '12', '—', '🎉']) expect(judge(text)).toEqual([]);
    expect(lexiconOf(ALL).judge({ as: 'field', texts: [] })).toEqual([]);
  });
});

describe('a trade', () => {
  const inTrade = (sector: Sector, text: string) =>
    lexiconFor({ languages: new Set(['it']), sector }).judge({ as: 'field', texts: [{ text, weight: 1 }] });

  it.each<[Sector, string, Category]>([
    ['health', 'doctor', 'health'],
    ['religious', 'church', 'religion'],
    ['political', 'party', 'politics'],
    ['union', 'union', 'union'],
    ['finance', 'wealth', 'income'],
    ['school', 'school', 'children'],
  ])('%s: %s is plain there, a hint elsewhere', (sector, text, category) => {
    expect(judge(text)).toMatchObject([{ category, strength: 'weak' }]);
    expect(inTrade(sector, text)).toMatchObject([{ category, strength: 'strong' }]);
  });

  it.each<[Sector, string, Category]>([
    ['sport-events', 'race, mixed', 'ethnicity'],
    ['hospitality', 'Preferred party', 'politics'],
    ['post', 'union workers', 'union'],
  ])('%s: %s means something else there', (sector, text, category) => {
    expect(judge(text)).toMatchObject([{ category, strength: 'strong' }]);
    expect(inTrade(sector, text)).toEqual([]);
  });
});
