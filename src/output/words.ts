/** The words of a language that all messages share. One interface, so that no language lacks a word. */
import type { Language, Severity } from '../finding.js';
import type { Channel, LegalBasis, SpecialCategory } from '../generated/declaration.js';
import type { Kind } from '../items.js';
import type { Law, Rule } from '../lint/rule.js';
import type { NamedCategory } from '../lint/special/categories.js';
import type { How, ReasonCode } from '../mautic/snapshot.js';
import { later } from '../text/later.js';
import { en } from './words.en.js';
import { it } from './words.it.js';

/** What is no item, but has a name in messages. */
export type OtherKind =
  | 'purpose'
  | 'recipient'
  | 'system'
  | 'notice'
  | 'tracking'
  | 'waiver'
  | 'organisation'
  | 'plugin'
  | 'setting'
  | 'theme'
  | 'file';

/** Units of periods, longest first. */
export type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

export interface Words {
  readonly language: Language;
  /** For names of countries. */
  readonly locale: string;
  readonly thousands: string;
  readonly decimal: string;
  readonly quotes: readonly [open: string, close: string];
  readonly and: string;
  readonly yes: string;
  readonly no: string;
  readonly nothing: string;
  /** `and 4 more`. */
  readonly more: (count: number) => string;
  readonly people: { readonly few: string; readonly unknown: string; readonly some: (count: string) => string };
  readonly percent: (share: string) => string;
  readonly underPercent: (least: string) => string;
  readonly units: Readonly<Record<Unit, readonly [one: string, many: string]>>;
  /** A day; a month when `day` is left out. Months count from 1. */
  readonly date: (year: number, month: number, day?: number) => string;
  readonly kinds: Readonly<Record<Kind | OtherKind, string>>;
  readonly bases: Readonly<Record<LegalBasis, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly categories: Readonly<Record<SpecialCategory | NamedCategory, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly unseen: Readonly<Record<ReasonCode | 'not-counted' | 'no-snapshot' | 'not-stated' | 'settings' | 'failed' | 'unknown', string>>;
  readonly summary: SummaryWords;
  readonly report: ReportWords;
  readonly explain: ExplainWords;
}

export interface SummaryWords {
  readonly findings: (count: string, of: string) => string;
  readonly none: string;
  readonly severity: Readonly<Record<Severity, (count: string) => string>>;
  readonly waived: (count: string) => string;
  readonly baselined: (count: string) => string;
  readonly allRun: string;
  readonly notRun: (count: string) => string;
  readonly snapshot: (date: string) => string;
  readonly noSnapshot: string;
  /** Files looked at. */
  readonly website: (count: string) => string;
  readonly coreFields: (count: string) => string;
  readonly notCounted: string;
}

export interface ReportWords {
  readonly line: (line: number) => string;
  readonly elsewhere: string;
  readonly inMautic: string;
  readonly openInMautic: string;
  readonly seeAlso: string;
  readonly next: string;
  readonly what: string;
  readonly rule: string;
  readonly fine: string;
  readonly information: string;
  readonly waived: string;
  readonly notRun: string;
  /** Of one rule. */
  readonly notChecked: string;
  readonly root: string;
  readonly until: string;
  readonly cut: (shown: string, all: string) => string;
  /** In front of the command. */
  readonly explain: string;
}

export interface ExplainWords {
  readonly why: string;
  readonly next: string;
  readonly severity: string;
  readonly severities: Readonly<Record<Severity | 'off', string>>;
  readonly evidence: string;
  readonly evidences: Readonly<Record<Rule['evidence'], string>>;
  readonly exceptions: string;
  readonly waivable: Readonly<Record<'yes' | 'no' | 'dpo', string>>;
  readonly fix: string;
  readonly fixes: Readonly<Record<Exclude<Rule['fix'], 'none'>, string>>;
  readonly law: string;
  readonly laws: Readonly<Record<Law['kind'], string>>;
  readonly noAdvice: string;
  readonly bad: string;
  readonly good: string;
  readonly inMautic: string;
  /** Of an example that compares: above how it was, and above how it is now. */
  readonly before: string;
  readonly now: string;
  /** Of a rule that judges what changed. */
  readonly bases: Readonly<Record<NonNullable<Rule['base']>, string>>;
  /** Of a rule that judges the code of the website. */
  readonly websites: Readonly<Record<NonNullable<Rule['website']>, string>>;
  /** Above the code of an example; with `{file}`. */
  readonly onWebsite: string;
  readonly mauticOld: (date: string) => string;
  readonly inBaseline: string;
  readonly partly: string;
  readonly filled: (people: string) => string;
  readonly unfilled: string;
  readonly published: string;
  readonly unpublished: string;
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  readonly itSays: string;
  readonly saysNothing: string;
  readonly families: Readonly<Record<Rule['family'], string>>;
  readonly hows: Readonly<Record<How, string>>;
  readonly list: (count: string) => string;
  readonly listSeverity: string;
  readonly listMore: string;
}

const WORDS: Readonly<Record<Language, () => Words>> = { en: later(en), it: later(it) };

/** The words that messages of all commands share. */
export function wordsOf(language: Language): Words {
  return WORDS[language]();
}
