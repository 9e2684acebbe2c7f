/** Counts that changed, in words. */
import type { CountChange, Drift, Side } from '../../mautic/drift/model.js';
import { type Sentence, text } from '../parts.js';
import { dateIn, peopleIn } from '../values.js';
import { type Language, target } from './names.js';
import { arrow } from './values.js';

/** That counting began or ended comes first; a number that only one snapshot has is told with "not counted" on the other side. */
export function countSentences({ counts, counted, before, after }: Drift, language: Language): Sentence[] {
  return [
    ...(counted === undefined ? [] : [[text(language.drift.counted[counted])]]),
    ...counts.map(change => countSentence(change, change.after === undefined ? before : after, language)),
  ];
}

function countSentence({ of, how, until, before, after }: CountChange, side: Side, language: Language): Sentence {
  const { words, drift } = language;
  const people = (n: CountChange['before']): Sentence => {
    if (n === undefined) return [text(drift.notCounted)];
    return [text(n === 0 ? words.people.some('0') : peopleIn(words, typeof n === 'number' ? n : '<5'))];
  };
  const whom = of === 'record:contact' ? [text(drift.contacts)] : target(of, side, language);
  const what = how === 'total' ? '' : `, ${drift.counts[how](until === undefined ? '' : dateIn(words, until))}`;
  return [...whom, text(`${what}: `), ...arrow(people(before), people(after))];
}
