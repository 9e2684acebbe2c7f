/** What the words of a drift must provide in each language; the rest comes from the words of the reports. */
import type { Language } from '../../finding.js';
import type { Kind } from '../../items.js';
import type { ListName, Sight } from '../../mautic/drift/model.js';
import type { Count, Coverage, How, Use } from '../../mautic/snapshot.js';
import { en } from './words.en.js';
import { it } from './words.it.js';

type Texts = Readonly<Record<string, string>>;

export interface DriftWords {
  readonly title: string;
  readonly between: (before: string, after: string) => string;
  readonly unchanged: (before: string, after: string) => string;
  /** A time of the day, where both snapshots are of one day. */
  readonly at: (day: string, time: string) => string;
  /** In front of two versions: as Mautic says itself, and as its answers look. */
  readonly version: readonly [string, string];
  /** In front of the two hosts, and behind them. */
  readonly otherHost: readonly [string, string];
  readonly sections: Readonly<Record<SectionName, string>>;
  /** With its article, as the object of a verb. */
  readonly the: Readonly<Record<Kind, string>>;
  readonly any: (kind: string) => string;
  readonly question: string;
  readonly theQuestion: string;
  /** A button, a page break, a text: nobody answers it. */
  readonly part: string;
  readonly ofForm: string;
  readonly named: string;
  readonly isNew: (kind: Kind) => string;
  readonly isGone: (kind: Kind) => string;
  readonly isSeen: Readonly<Record<Sight, (kind: Kind) => string>>;
  readonly withQuestions: (count: string) => string;
  readonly asks: string;
  /** What is so, and what is not, of a kind. */
  readonly flags: Readonly<Record<string, readonly [yes: (kind: Kind) => string, no: (kind: Kind) => string]>>;
  /** Names of properties that the reports do not name. */
  readonly properties: Texts;
  /** Values of closed lists, by property. */
  readonly values: Readonly<Record<string, Texts>>;
  readonly nowToo: string;
  readonly noLonger: string;
  readonly atOnce: string;
  readonly fixedDay: string;
  readonly entries: Readonly<Record<ListName, string>>;
  readonly reordered: (list: string) => string;
  readonly entryIsNew: Readonly<Record<ListName, string>>;
  readonly entryIsGone: Readonly<Record<ListName, string>>;
  readonly hows: Readonly<Record<How, string>>;
  readonly useCame: (verb: string) => string;
  readonly useWent: (verb: string) => string;
  readonly useSeen: Readonly<Record<Sight, string>>;
  readonly otherwise: string;
  readonly regrouped: string;
  readonly reorderedFilters: string;
  readonly parts: Readonly<Record<NonNullable<Use['part']>, string>>;
  readonly ops: Readonly<Record<NonNullable<Use['op']>, string>>;
  /** Not that item, in a condition. */
  readonly not: string;
  readonly deltas: Readonly<Record<NonNullable<Use['delta']>, string>>;
  readonly as: Readonly<Record<NonNullable<Use['as']>, string>>;
  readonly staff: string;
  readonly parameter: string;
  readonly written: Readonly<Record<'constant' | 'token', string>>;
  readonly records: Texts;
  readonly integration: string;
  readonly states: Readonly<Record<Coverage['state'], string>>;
  readonly unread: (count: string) => string;
  readonly skipped: (count: string) => string;
  readonly sight: Readonly<Record<Sight, string>>;
  readonly items: (count: string) => string;
  readonly counted: Readonly<Record<Sight, string>>;
  /** What was counted, behind the item; the number of contacts needs no word. */
  readonly counts: Readonly<Record<Exclude<Count['how'], 'total'>, (until: string) => string>>;
  readonly contacts: string;
  readonly notCounted: string;
  readonly moreLines: (count: string) => string;
  readonly leftOut: (count: string) => string;
}

export type SectionName = 'came' | 'seenNow' | 'went' | 'unseen' | 'renamed' | 'changed' | 'edited' | 'sight' | 'counts';

const WORDS: Readonly<Record<Language, DriftWords>> = { en, it };

/** The words of drift alone. */
export function driftWordsOf(language: Language): DriftWords {
  return WORDS[language];
}
