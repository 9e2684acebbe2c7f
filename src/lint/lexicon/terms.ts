/** The lexicon's lists, made ready to be looked for in a text. */
import { lexicon, lexiconContexts } from '../../generated/data.js';
import type { Sector } from '../../generated/declaration.js';
import { type Found, indexTerms, type Meaning } from '../term-index.js';
import type { Token } from '../tokens.js';
import type { Category } from './lexicon.js';

/** What a term says: it tells a category, or decides whether a word that does counts; or it is a word for contents, and has no category. */
export interface Says {
  readonly role: 'strong' | 'weak' | 'need' | 'veto' | 'strong-veto' | 'content';
  readonly category?: Category;
}

type Find = (tokens: readonly Token[]) => readonly Found<Says>[];

/** Terms with commas between them. */
type List = string;
type ByLanguage = Readonly<Record<string, List>>;

interface Lists {
  readonly strong: ByLanguage;
  readonly weak?: ByLanguage;
  readonly need?: List;
  readonly veto?: List;
  readonly strong_veto?: List;
}

interface Trade {
  readonly raise?: readonly Category[];
  readonly veto?: Partial<Readonly<Record<Category, List>>>;
}

const LISTS: Readonly<Record<Category, Lists>> = lexicon.categories;
const TRADES: Readonly<Record<Sector, Trade>> = lexiconContexts.sectors;
const CONTENT: ByLanguage = lexiconContexts.content;
const BETWEEN = Object.fromEntries(Object.entries(lexiconContexts.between).map(([language, list]) => [language, termsIn(list)]));

/** Languages that make most plurals with an s. */
const PLURAL_S: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'pt']);

/** All categories, in the order in which they are told. */
export const CATEGORIES: readonly Category[] = Object.keys(LISTS).filter((key): key is Category => key in LISTS);

/** The languages that it has words of. */
export const LANGUAGES: ReadonlySet<string> = new Set(Object.keys(CONTENT));

/** Finds in a text the words that tell, and those beside them that decide. */
export interface Finders {
  /** Words that tell a category, and words for contents. */
  readonly telling: Find;
  /** Needs and vetoes. */
  readonly beside: Find;
}

/** Finders for some languages (what stands beside counts in all of them); a trade takes some words in its own way. */
export function findersFor(languages: Iterable<string>, sector?: Sector): Finders {
  const trade = sector === undefined ? {} : TRADES[sector];
  const options = { between: BETWEEN, joined: true, plurals: PLURAL_S };
  return {
    telling: indexTerms(() => [...languages].flatMap(language => wordsOf(language, trade)), options),
    beside: indexTerms(() => besides(trade), options),
  };
}

function wordsOf(language: string, trade: Trade): Meaning<Says>[] {
  const told = CATEGORIES.flatMap(category => {
    const weak = trade.raise?.includes(category) === true ? 'strong' : 'weak';
    return [
      ...meaningsOf(LISTS[category].strong[language], { role: 'strong', category }, language),
      ...meaningsOf(LISTS[category].weak?.[language], { role: weak, category }, language),
    ];
  });
  return [...told, ...meaningsOf(CONTENT[language], { role: 'content' }, language)];
}

function besides(trade: Trade): Meaning<Says>[] {
  return CATEGORIES.flatMap(category => [
    ...meaningsOf(LISTS[category].need, { role: 'need', category }),
    ...meaningsOf(LISTS[category].veto, { role: 'veto', category }),
    ...meaningsOf(trade.veto?.[category], { role: 'veto', category }),
    ...meaningsOf(LISTS[category].strong_veto, { role: 'strong-veto', category }),
  ]);
}

function meaningsOf(list: List | undefined, says: Says, language?: string): Meaning<Says>[] {
  return termsIn(list).map(term => (language === undefined ? { term, says } : { term, says, language }));
}

function termsIn(list: List = ''): string[] {
  return list
    .split(',')
    .map(term => term.trim())
    .filter(term => term !== '');
}
