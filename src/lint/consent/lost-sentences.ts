/** Consent sentences that nobody sees: the page shows the answers of the field that a box fills, not its own. */
import type { Made } from '../../mautic/snapshot.js';
import type { Indexed } from '../forms/questions.js';
import { fold, tokensOf } from '../words.js';
import type { ConsentBox } from './holders.js';

/** A label of so many words is a sentence by itself, which "No" and "Yes" answer. */
const SENTENCE = 4;

export interface LostSentence {
  readonly box: ConsentBox;
  /** What the box says, and nobody reads. */
  readonly text: string;
  /** What stands there instead. */
  readonly shown: readonly string[];
}

/**
 * Boxes with an answer of their own that fill a yes/no field: Mautic before 6.0 shows the field's two answers instead (seen live: so on 5.1.0,
 * not on 6.0.8 and 7.0.2). Not where the label is the sentence, since those two answer it, nor where a single word is all that is lost.
 */
export function lostSentences({ snapshot, indexes }: Indexed): readonly LostSentence[] {
  if (!isBelow6(snapshot.made)) return [];
  return indexes.consentBoxes.flatMap(box => {
    const { field, fills } = box;
    if (field.type !== 'checkboxgrp' || fills?.kind !== 'contact_field' || fills.type !== 'boolean') return [];
    if (fills.options === undefined || tokensOf(field.title ?? '').length >= SENTENCE) return [];
    const shown = fills.options.map(({ label }) => label);
    const known = new Set(shown.map(fold));
    const lost = field.options?.find(({ label }) => !known.has(fold(label)) && tokensOf(label).length > 1);
    return lost === undefined ? [] : [{ box, text: lost.label, shown }];
  });
}

/** What a form stores and shows for a yes/no field changed with 6.0. */
export function isBelow6(made: Made | null): boolean {
  return made !== null && Number.parseInt(made.series, 10) < 6;
}
