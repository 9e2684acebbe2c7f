/** The words of `where`: one interface, so that no language lacks a word. Templates: `{placeholder}`, `[left out when one in it is empty]`. */
import type { Language } from '../../finding.js';
import type { Deed } from '../../lint/usage/direct.js';
import type { Exempt } from '../../lint/usage/judged-kinds.js';
import type { State } from '../../lint/usage/resolve.js';
import type { Step } from '../../lint/usage/steps.js';
import type { Outside } from '../../lint/usage/surroundings.js';
import type { AnyUse, Use } from '../../mautic/snapshot.js';
import { en } from './words.en.js';
import { it } from './words.it.js';

export interface WhereWords {
  /** Above the uses, by what they do with the item. */
  readonly headings: Readonly<Record<Deed, string>>;
  /** What one item does with another, in front of the other's name. */
  readonly verbs: Readonly<Record<Step['how'], string>>;
  /** Where a verb is another one in front of a kind: `adds tag`. */
  readonly verbsFor: Readonly<Partial<Record<string, string>>>;
  /** The item asked about, behind a verb. */
  readonly it: string;
  /** Where a use stands; empty: the name of the using item says it all. */
  readonly places: Readonly<Record<AnyUse['at'], string>>;
  readonly parts: Readonly<Record<NonNullable<Use['part']>, string>>;
  readonly inLink: string;
  readonly asParameter: string;
  readonly toStaff: string;
  readonly whole: string;
  readonly byCategory: string;
  readonly goesTo: string;
  readonly question: string;
  readonly any: string;
  readonly notLive: string;
  /** Behind the name of what is not in the snapshot. */
  readonly short: Readonly<Record<Exclude<State, 'item'>, string>>;
  /** Under the name of the item asked about. */
  readonly states: Readonly<Record<Exclude<State, 'item'>, string>>;
  readonly records: Readonly<Partial<Record<string, string>>>;
  readonly mailboxes: string;
  readonly direct: string;
  readonly noDirect: string;
  readonly indirect: string;
  /** At the end of a way that is not told to its end. */
  readonly steps: string;
  readonly does: string;
  readonly unseen: string;
  /** Of parts that Mautic has and this version shows to nobody, in place of the reason `not-in-version`. */
  readonly notShown: string;
  readonly outsideMautic: string;
  readonly outside: Readonly<Record<Outside, string>>;
  readonly unused: string;
  readonly noUnused: string;
  readonly noneJudged: string;
  readonly notJudged: string;
  readonly exempt: Readonly<Record<Exempt, string>>;
  readonly lacking: string;
  readonly searched: string;
  readonly went: string;
  readonly wholesale: string;
}

const WORDS: Readonly<Record<Language, WhereWords>> = { en, it };

/** The words of `where` alone. */
export function whereWordsOf(language: Language): WhereWords {
  return WORDS[language];
}
