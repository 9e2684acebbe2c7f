/** Words that tell sensitive data: a name and the texts beside it → categories, strong or weak. */
import type { Sector } from '../../generated/declaration.js';
import { type Score, scoresOf } from './scores.js';
import { CATEGORIES, type Finders, findersFor, LANGUAGES } from './terms.js';

/** Kinds of data that words can betray. */
export type Category =
  | 'health'
  | 'religion'
  | 'politics'
  | 'union'
  | 'sexuality'
  | 'ethnicity'
  | 'biometric-genetic'
  | 'criminal'
  | 'national-id'
  | 'payment'
  | 'birth'
  | 'gender-title'
  | 'children'
  | 'location-precise'
  | 'income'
  | 'family-status'
  | 'nationality-migration'
  | 'free-text';

/** A text of an item, and how much it counts: 1 a name or label, 0.4 a help text, 0.3 a description. */
export interface WeighedText {
  readonly text: string;
  readonly weight: number;
}

/**
 * The texts of one item. `field`: a datum of a person or an answer; `label`: a name that is put on people (tag, segment, stage);
 * `content`: what people looked at (a page, an address, a filter value): words for contents make it weigh less, as they do for labels.
 */
export interface NamedThing {
  readonly as: 'field' | 'label' | 'content';
  /** Of all texts the best hit counts; needs and vetoes are looked for in each text by itself. */
  readonly texts: readonly WeighedText[];
  /** Language of the item itself, as Mautic says it (`de`, `pt_BR`): its words count, too. */
  readonly language?: string;
}

export interface Hit {
  readonly category: Category;
  /** strong: 1.0 and more; weak: 0.4 to 0.9, or a hint. */
  readonly strength: 'strong' | 'weak';
  /** The words that told it, as they stand in the text. */
  readonly words: string;
}

export interface Lexicon {
  /** Categories that the texts tell, strong ones first, then in the order of the categories; each once. */
  judge(thing: NamedThing): readonly Hit[];
}

/**
 * The lexicon for a team.
 * @param languages two-letter codes of the languages in which things are named; English is always among them
 * @param sector its line of business: what its trade means with a word
 */
export function lexiconFor({ languages, sector }: { readonly languages: ReadonlySet<string>; readonly sector?: Sector }): Lexicon {
  const spoken = new Set(['en', ...languages]);
  const finders = findersFor(spoken, sector);
  const withOwn = new Map<string, Finders>();
  const findersOf = (locale = ''): Finders => {
    if (locale === '') return finders;
    const language = locale.slice(0, 2).toLowerCase();
    if (spoken.has(language) || !LANGUAGES.has(language)) return finders;
    const made = withOwn.get(language) ?? findersFor([...spoken, language], sector);
    withOwn.set(language, made);
    return made;
  };
  // Many rules ask for the same names, and many forms give the same answers.
  const judged = new Map<Finders, Record<NamedThing['as'], Map<string, readonly Score[]>>>();
  const scores = (text: string, as: NamedThing['as'], finders: Finders): readonly Score[] => {
    const known = judged.get(finders) ?? { field: new Map(), label: new Map(), content: new Map() };
    judged.set(finders, known);
    const before = known[as].get(text);
    if (before !== undefined) return before;
    const found = scoresOf(text, as, finders);
    known[as].set(text, found);
    return found;
  };
  return {
    judge({ as, texts, language }) {
      const best = new Map<Category, Best>();
      const own = findersOf(language);
      for (const { text, weight } of texts) {
        const found = scores(text, as, own);
        if (found.length === 0) continue;
        for (const { category, value: raw, damped, words } of found) {
          const value = raw * weight - damped;
          if (value > (best.get(category)?.value ?? 0)) best.set(category, { value, words });
        }
      }
      return best.size === 0 ? NO_HITS : hitsOf(best);
    },
  };
}

type Best = Pick<Score, 'value' | 'words'>;

const NO_HITS: readonly Hit[] = [];
/** Less than a weak word in a name is told nowhere. */
const LEAST = 0.4;

function hitsOf(best: ReadonlyMap<Category, Best>): readonly Hit[] {
  const hits: Hit[] = [];
  for (const category of CATEGORIES) {
    const found = best.get(category);
    if (found !== undefined && found.value >= LEAST)
      hits.push({ category, strength: found.value >= 1 ? 'strong' : 'weak', words: found.words });
  }
  if (hits.length < 2) return hits;
  return [...hits.filter(({ strength }) => strength === 'strong'), ...hits.filter(({ strength }) => strength === 'weak')];
}
