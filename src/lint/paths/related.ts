/** The places of what lies on a way, for the findings that show it. */
import type { Related } from '../../finding.js';
import { type Known, placeOf } from '../forms/questions.js';

/** So many places are shown; of a longer way the last one in any case. */
const SHOWN = 8;

/** @param path references, in order */
export function relatedOn(path: readonly string[], { snapshot, policy }: Pick<Known, 'snapshot' | 'policy'>): readonly Related[] {
  const shown = path.length > SHOWN ? [...path.slice(0, SHOWN - 1), ...path.slice(-1)] : path;
  return shown.flatMap(subject => {
    const item = snapshot.item(subject);
    return item === undefined ? [] : [{ subject, place: placeOf({ snapshot, policy }, item) }];
  });
}
