/** How much one text of an item says about each category. */
import type { Found } from '../term-index.js';
import { numberedTokensOf, type Token } from '../tokens.js';
import { wordsAt } from '../words.js';
import type { Category, NamedThing } from './lexicon.js';
import type { Finders, Says } from './terms.js';

export interface Score {
  readonly category: Category;
  readonly value: number;
  /** What words for contents take away from it, however much the text counts. */
  readonly damped: number;
  readonly words: string;
}

const STRONG = 1;
const WEAK = 0.4;
/** A page about income is no datum about somebody's income. */
const FOR_CONTENTS = 0.5;
const NONE: readonly Score[] = [];

/** The categories whose words stand in the text. */
export function scoresOf(text: string, as: NamedThing['as'], { telling, beside }: Finders): readonly Score[] {
  const tokens = numberedTokensOf(text);
  const told = telling(tokens);
  if (told.length === 0) return NONE;
  const categories = new Set(told.flatMap(({ says: { category } }) => category ?? []));
  if (categories.size === 0) return NONE;
  const damped = as !== 'field' && told.some(({ says }) => says.role === 'content') ? FOR_CONTENTS : 0;
  const all = [...told, ...beside(tokens)];
  return [...categories].flatMap(category => {
    const score = toldBy(
      all.filter(({ says }) => says.category === category),
      tokens,
    );
    return score === undefined ? [] : [{ category, damped, ...score }];
  });
}

/** What the words of one category say together. */
function toldBy(found: readonly Found<Says>[], tokens: readonly Token[]): { value: number; words: string } | undefined {
  const of = (role: Says['role']) => found.filter(({ says }) => says.role === role);
  if (of('strong-veto').length > 0) return undefined;
  const strong = first(of('strong'));
  if (strong !== undefined) return { value: STRONG, words: wordsAt(tokens, strong.start, strong.end) };
  if (of('veto').length > 0) return undefined;
  const needs = of('need');
  const weak = of('weak');
  // A word is not its own company: "lat" needs another word beside it.
  const raised = first(weak.filter(word => needs.some(need => need.end <= word.start || need.start >= word.end)));
  const told = raised ?? first(weak);
  if (told === undefined) return undefined;
  return { value: raised === undefined ? WEAK : STRONG, words: wordsAt(tokens, told.start, told.end) };
}

/** The one that stands first; of those that begin at one word the longest. */
function first(found: readonly Found<Says>[]): Found<Says> | undefined {
  return found.reduce<Found<Says> | undefined>((best, other) => {
    if (best === undefined || other.start < best.start) return other;
    return other.start === best.start && other.end > best.end ? other : best;
  }, undefined);
}
