/** What the words of a scan must provide in each language; the rest comes from the words of the reports. */
import type { Language } from '../../finding.js';
import type { Send, SendHow, SentKind } from '../../website/site.js';
import { en } from './words.en.js';
import { it } from './words.it.js';

export interface ScanWords {
  /** What is sent: `{key}` its name; `{form}` the form, where it is known; `{name}` what Mautic calls it. */
  readonly what: Readonly<Record<Exclude<SentKind, 'tracking'>, string>>;
  /** The same where nothing of it is known. */
  readonly open: Readonly<Record<Exclude<SentKind, 'tracking'>, string>>;
  /** What tracks, by how it does. */
  readonly tracking: Readonly<Record<SendHow, string>>;
  /** How it gets to Mautic. */
  readonly how: Readonly<Record<SendHow, string>>;
  readonly pattern: string;
  /** Nothing is known; `{helper}`: whose callers tell more. */
  readonly unknown: string;
  readonly gates: Readonly<Record<NonNullable<Send['gate']>, string>>;
  readonly insecure: string;
  readonly inUrl: string;
  readonly values: Readonly<Record<NonNullable<Send['value']>, string>>;
  /** Mautic has no such thing. */
  readonly missing: string;
  /** Mautic makes it when it is first sent. */
  readonly missingTag: string;
  readonly minified: string;
  readonly nothing: string;
  readonly looked: (count: string) => string;
  readonly sending: (count: string) => string;
  readonly leftOut: (count: string) => string;
  readonly unread: (count: string) => string;
}

const WORDS: Readonly<Record<Language, ScanWords>> = { en, it };

/** The words of a scan alone. */
export function scanWordsOf(language: Language): ScanWords {
  return WORDS[language];
}
