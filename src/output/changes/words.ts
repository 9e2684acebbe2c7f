/** What the words of a comparison must provide in each language; the rest comes from the words of the reports. */
import type { Language, SeveritySetting } from '../../finding.js';
import type { Gate, Profiling, RetentionEnd, RetentionStart, Subject, TrackingMode } from '../../generated/declaration.js';
import type { ChangeKind } from '../../lint/changes/model.js';
import { en } from './words.en.js';
import { it } from './words.it.js';

export type SectionName =
  | 'data'
  | 'items'
  | 'purposes'
  | 'uses'
  | 'recipients'
  | 'sharing'
  | 'length'
  | 'required'
  | 'basis'
  | 'special'
  | 'watching'
  | 'reach'
  | 'exceptions'
  | 'less';

type Lists = {
  readonly subjects: Readonly<Record<Subject, string>>;
  readonly starts: Readonly<Record<RetentionStart, string>>;
  readonly ends: Readonly<Record<RetentionEnd, string>>;
  readonly modes: Readonly<Record<TrackingMode, string>>;
  readonly ratings: Readonly<Record<Profiling, string>>;
  readonly gates: Readonly<Record<Gate, string>>;
  readonly severities: Readonly<Record<SeveritySetting, string>>;
  readonly surfaces: Readonly<Record<'website' | 'email_opens' | 'email_clicks' | 'videos', string>>;
};

export interface ChangeWords extends Lists {
  readonly title: string;
  /** In front of the counts of the sections. */
  readonly changes: string;
  readonly onlyLess: string;
  readonly nothing: string;
  readonly first: string;
  /** Since when: the branch compared with, and the commit where this one left it. */
  readonly since: (base: string, commit: string) => string;
  /** The same where a commit was named itself. */
  readonly sinceCommit: (commit: string) => string;
  readonly sections: Readonly<Record<SectionName, string>>;
  /** How many of a section, for the headline. */
  readonly counted: Readonly<Record<SectionName, (count: string) => string>>;
  /** Templates with `{item}`, `{values}`, `{before}`, `{after}` and, in the first two, `{required}` and `{undeclared}`. */
  readonly told: Readonly<Record<ChangeKind, string>>;
  readonly required: string;
  readonly undeclared: string;
  readonly question: string;
  readonly ofForm: string;
  readonly endless: string;
  readonly session: string;
  readonly abroad: string;
  readonly leftOut: (count: string) => string;
  /** Behind the list, for the reviewer. */
  readonly judge: string;
}

const WORDS: Readonly<Record<Language, ChangeWords>> = { en, it };

/** The words of comparisons alone. */
export function changeWordsOf(language: Language): ChangeWords {
  return WORDS[language];
}
