/** A comparison as a headline and sections of sentences, before a format writes them. */
import { group } from '../../collections.js';
import type { BranchChange, MoreKind } from '../../lint/changes/model.js';
import { isMore } from '../../lint/changes/model.js';
import { type Sentence, text, value } from '../parts.js';
import { numberIn } from '../values.js';
import { sentenceOf, type Vocabulary } from './sentences.js';
import type { SectionName } from './words.js';

export interface Comparison {
  /** The branch, tag or commit compared with, as it was named. */
  readonly base: string;
  /** Where this branch left it. */
  readonly commit: string;
  /** Nothing was declared there; there are no changes then. */
  readonly isFirst: boolean;
  readonly changes: readonly BranchChange[];
}

export interface Section {
  readonly name: SectionName;
  readonly title: string;
  readonly sentences: readonly Sentence[];
}

const SECTIONS: Readonly<Record<MoreKind, SectionName>> = {
  'new-data': 'data',
  'new-item': 'items',
  'new-purpose': 'purposes',
  'purpose-added': 'uses',
  'new-recipient': 'recipients',
  'recipient-added': 'sharing',
  'recipient-abroad': 'sharing',
  'retention-longer': 'length',
  'retention-reworded': 'length',
  'clock-changed': 'length',
  'end-weaker': 'length',
  required: 'required',
  'basis-weaker': 'basis',
  'basis-changed': 'basis',
  'special-added': 'special',
  'profiling-raised': 'watching',
  'tracking-added': 'watching',
  'tracking-raised': 'watching',
  'gate-opened': 'watching',
  'cookie-added': 'watching',
  'cookie-longer': 'watching',
  'subjects-added': 'reach',
  'channels-added': 'reach',
  'not-personal': 'exceptions',
  'not-special': 'exceptions',
  'waiver-added': 'exceptions',
  'waiver-longer': 'exceptions',
  'rule-weaker': 'exceptions',
  'baseline-grown': 'exceptions',
  'budget-raised': 'exceptions',
};

/** The sections that have something to say, in the order of the changes: what is given up comes last. */
export function sectionsOf({ changes }: Comparison, vocabulary: Vocabulary): Section[] {
  return [...group(changes, sectionOf)].map(([name, ofSection]) => ({
    name,
    title: vocabulary.own.sections[name],
    sentences: ofSection.map(change => sentenceOf(change, vocabulary)),
  }));
}

/** Under which heading a change is told: all that gives people less to bear stand together under `less`. */
function sectionOf({ kind }: BranchChange): SectionName {
  return isMore(kind) ? SECTIONS[kind] : 'less';
}

/** What there is, in one sentence: how many changes of which sort. */
export function headline({ isFirst, changes }: Comparison, { words, own }: Vocabulary): string {
  if (isFirst) return own.first;
  if (changes.length === 0) return own.nothing;
  const counts = [...group(changes, sectionOf)].map(([name, ofSection]) => own.counted[name](numberIn(words, ofSection.length)));
  const start = changes.some(({ kind }) => isMore(kind)) ? own.changes : own.onlyLess;
  return `${start} ${counts.join(', ')}.`;
}

/** Digits of a commit that tell it from all others, as a rule. */
const COMMIT_DIGITS = 10;

/** Since when. */
export function since({ base, commit }: Comparison, { own }: Vocabulary): Sentence {
  const short = commit.slice(0, COMMIT_DIGITS);
  if (base === commit) return [text(own.sinceCommit(short))];
  const marks = own.since('\u0000', '\u0000').split('\u0000');
  const [before = '', between = '', after = ''] = marks;
  return [text(before), value(base), text(between), text(short), text(after)];
}
