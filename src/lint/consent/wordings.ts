/** The sentences people agreed to: whether they still are what was declared. */
import { append } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { ConsentWording, Purpose } from '../../generated/declaration.js';
import { hashText } from '../../text/hash.js';
import type { Indexed } from '../forms/questions.js';
import { valueAt } from '../places.js';
import type { ConsentBox } from './holders.js';

export interface ChangedWording {
  readonly purpose: Entry<Purpose>;
  readonly version: string;
  readonly place: FilePlace;
  /** The boxes that ask for it now, one of each wording. */
  readonly boxes: readonly ConsentBox[];
  /** The mark of what they say now. */
  readonly mark: string;
}

/** Purposes whose declared mark is not that of their boxes. Not without a mark, a version, or a box whose words were all seen. */
export function changedWordings(context: Indexed): ChangedWording[] {
  return askedWordings(context).flatMap(({ purpose, place, wording: { hash, version }, boxes, mark }) => {
    if (hash === undefined || version === undefined || mark === hash.toLowerCase()) return [];
    const distinct = new Map(boxes.map(box => [box.field.wording, box]));
    return [{ purpose, version, boxes: [...distinct.values()], mark, place: valueAt(place, 'hash') }];
  });
}

/** Purposes whose wording has a version and no mark yet, each with the place of the wording. Words that stand outside of Mautic have none. */
export function unmarkedWordings(context: Indexed): { readonly purpose: string; readonly place: FilePlace; readonly mark: string }[] {
  return askedWordings(context).flatMap(({ purpose, place, wording: { hash, version, text }, mark }) =>
    hash !== undefined || version === undefined || text !== undefined ? [] : [{ purpose: purpose.key, place, mark }],
  );
}

interface AskedWording {
  readonly purpose: Entry<Purpose>;
  readonly wording: ConsentWording;
  readonly place: FilePlace;
  /** The boxes that ask for it. */
  readonly boxes: readonly ConsentBox[];
  readonly mark: string;
}

/** Declared wordings of which Mautic has boxes whose words were all seen. */
function askedWordings({ declarations, indexes }: Indexed): AskedWording[] {
  const boxes = new Map<string, ConsentBox[]>();
  for (const box of indexes.consentBoxes) {
    if (box.certainty !== 'declared') continue;
    for (const key of box.purposes) append(boxes, key, box);
  }
  return [...declarations.purposes.values()].flatMap(purpose => {
    const wording = purpose.value.consent?.wording;
    const own = boxes.get(purpose.key) ?? [];
    const mark = markOf(own);
    if (purpose.place === null || wording === undefined || mark === undefined) return [];
    return [{ purpose, wording, place: valueAt(purpose.place, 'consent', 'wording'), boxes: own, mark }];
  });
}

/**
 * The mark of a consent: the `wording` of its box; where several boxes have different words (forms in several languages), the first digits of
 * the SHA-256 of all of them, each once, sorted and joined by line feeds. Undefined when the words of one were not seen.
 */
function markOf(boxes: readonly ConsentBox[]): string | undefined {
  const seen = boxes.flatMap(({ field }) => field.wording ?? []);
  if (seen.length === 0 || seen.length < boxes.length) return undefined;
  const [only = '', ...others] = [...new Set(seen)].sort();
  if (others.length === 0) return only;
  return hashText([only, ...others].join('\n')).slice(0, only.length);
}
