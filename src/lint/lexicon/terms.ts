/** The lexicon's lists, made ready to be looked for in a text. */
import { lexiconContexts } from '../../generated/data.js';
import type { Sector } from '../../generated/declaration.js';
import { beside, between, categories, says, telling } from '../../generated/lexicon.js';
import { unpack } from '../packed-terms.js';
import { type Found, indexShelves, type Meaning, type Shelves, shelve } from '../term-index.js';
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

interface Trade {
  readonly raise?: readonly Category[];
  readonly veto?: Partial<Readonly<Record<Category, List>>>;
}

const tradeOf = (sector: Sector): Trade => lexiconContexts().sectors[sector];

/** Languages that make most plurals with an s. */
const PLURAL_S: ReadonlySet<string> = new Set(['en', 'fr', 'es', 'pt']);

/** All categories, in the order in which they are told. */
export const CATEGORIES: readonly Category[] = categories;

/** The languages that it has words of. */
export const LANGUAGES: ReadonlySet<string> = new Set(Object.keys(telling));

/** Finds in a text the words that tell, and those beside them that decide. */
export interface Finders {
  /** Words that tell a category, and words for contents. */
  readonly telling: Find;
  /** Needs and vetoes. */
  readonly beside: Find;
}

/** Finders for some languages (what stands beside counts in all of them); a trade takes some words in its own way. */
export function findersFor(languages: Iterable<string>, sector?: Sector): Finders {
  const trade = sector === undefined ? {} : tradeOf(sector);
  const options = { between: between(), joined: true, plurals: PLURAL_S };
  const said = SAYS.map(one => raisedBy(trade, one));
  return {
    telling: indexShelves(() => together([...languages].map(language => shelvesOf(language, said))), options),
    beside: indexShelves(() => together([unpack({ says: said, languages: [], shelves: beside() }), shelve(vetoesOf(trade))]), options),
  };
}

/** What the shelves were built with. */
const SAYS: readonly Says[] = says;

/** A trade takes a hint seriously. */
function raisedBy({ raise = [] }: Trade, said: Says): Says {
  return said.role === 'weak' && said.category !== undefined && raise.includes(said.category) ? { ...said, role: 'strong' } : said;
}

function shelvesOf(language: string, said: readonly Says[]): Shelves<Says> {
  return unpack({ says: said, languages: [language], shelves: telling[language]?.() ?? '' });
}

function together(all: readonly Shelves<Says>[]): Shelves<Says> {
  return { german: all.some(({ german }) => german), take: beginning => all.flatMap(({ take }) => take(beginning) ?? []) };
}

function vetoesOf({ veto = {} }: Trade): Meaning<Says>[] {
  return CATEGORIES.flatMap(category => termsIn(veto[category]).map(term => ({ term, says: { role: 'veto', category } as const })));
}

function termsIn(list: List = ''): string[] {
  return list
    .split(',')
    .map(term => term.trim())
    .filter(term => term !== '');
}
