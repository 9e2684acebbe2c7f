/** Counts that changed, in words. */
import type { CountChange, Drift, Side } from '../../mautic/drift/model.js';
import { type Sentence, text } from '../parts.js';
import { dateIn, peopleIn } from '../values.js';
import { target, type Vocabulary } from './names.js';
import { arrow } from './values.js';

/** That counting began or ended comes first; a number that only one snapshot has is told with "not counted" on the other side. */
export function countSentences({ counts, counted, before, after }: Drift, vocabulary: Vocabulary): Sentence[] {
  return [
    ...(counted === undefined ? [] : [[text(vocabulary.drift.counted[counted])]]),
    ...counts.map(change => countSentence(change, change.after === undefined ? before : after, vocabulary)),
  ];
}

function countSentence({ of, how, until, before, after }: CountChange, side: Side, vocabulary: Vocabulary): Sentence {
  const { words, drift } = vocabulary;
  const people = (n: CountChange['before']): Sentence => {
    if (n === undefined) return [text(drift.notCounted)];
    return [text(n === 0 ? words.people.some('0') : peopleIn(words, typeof n === 'number' ? n : '<5'))];
  };
  const whom = of === 'record:contact' ? [text(drift.contacts)] : target(of, side, vocabulary);
  const what = how === 'total' ? '' : `, ${drift.counts[how](until === undefined ? '' : dateIn(words, until))}`;
  return [...whom, text(`${what}: `), ...arrow(people(before), people(after))];
}
