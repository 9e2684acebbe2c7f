/** Words that tell sensitive data: a name and the texts beside it → categories, strong or weak. */
import type { Sector } from '../../generated/declaration.js';

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
  /** Language of the item itself, where Mautic says one: its words count, too. */
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
export function lexiconFor(_options: { readonly languages: ReadonlySet<string>; readonly sector?: Sector }): Lexicon {
  return { judge: () => [] };
}
