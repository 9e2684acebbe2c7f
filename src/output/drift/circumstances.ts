/** When, where and by which Mautic two snapshots were made. */
import type { Drift } from '../../mautic/drift/model.js';
import { type Sentence, text } from '../parts.js';
import { quoted } from '../phrases.js';
import { dateIn } from '../values.js';
import type { Vocabulary } from './names.js';

/** Between which days, and what is to be known of the two snapshots. */
export function circumstances(
  drift: Drift,
  vocabulary: Vocabulary,
): { readonly days: readonly [string, string]; readonly notes: readonly Sentence[] } {
  const { words, drift: own } = vocabulary;
  const [before, after] = [drift.before.made, drift.after.made];
  const isTold = before.mautic !== undefined && after.mautic !== undefined;
  const [was, is] = isTold ? [before.mautic, after.mautic] : [before.series, after.series];
  const hosts: Sentence = [
    text(`${own.otherHost[0]} `),
    ...quoted(before.host ?? '', vocabulary.words),
    text(` ${words.and} `),
    ...quoted(after.host ?? '', vocabulary.words),
    text(own.otherHost[1]),
  ];
  const versions: Sentence = [
    text(`${own.version[isTold ? 0 : 1]} `),
    ...quoted(was ?? '', vocabulary.words),
    text(' → '),
    ...quoted(is ?? '', vocabulary.words),
  ];
  return {
    days: daysOf(before.taken_at, after.taken_at, vocabulary),
    notes: [...(drift.pairedBy === 'identity' ? [hosts] : []), ...(was === is ? [] : [versions])],
  };
}

/** The two days; with the time where they are the same. */
function daysOf(before: string, after: string, { words, drift }: Vocabulary): readonly [string, string] {
  const isOneDay = before.slice(0, DAY) === after.slice(0, DAY);
  const told = (moment: string): string => {
    const day = dateIn(words, moment);
    return isOneDay ? drift.at(day, moment.slice(DAY + 1, DAY + 6)) : day;
  };
  return [told(before), told(after)];
}

/** Characters of a day in a moment such as 2026-11-25T03:13:18Z. */
const DAY = 10;
