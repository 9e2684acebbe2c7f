/** Open texts: where people or colleagues can write anything. */
import type { Indexed } from '../forms/questions.js';
import type { Datum, Part } from './data.js';
import { isSure } from './datum-texts.js';
import { ends } from './open-data.js';

/** Types of fields that hold text of any length. */
const LONG_FIELDS: ReadonlySet<string> = new Set(['textarea', 'html']);

export interface OpenText {
  readonly datum: Datum;
  /** The field or the question that is open. */
  readonly part: Part;
}

/**
 * Open texts that stay in the profile and are not declared as such, or that stay without an end. A message that is kept in the results of its
 * form only, and not for ever, is what a contact form is for.
 */
export function openTexts(context: Indexed): readonly OpenText[] {
  return context.indexes.data.flatMap(datum => {
    const part = datum.ofFirm ? undefined : openPart(datum);
    if (part === undefined || part.entries.some(({ value }) => value.personal === false)) return [];
    if (datum.item.kind === 'form_field' && datum.item.saved === false) return [];
    const isFine = datum.item.kind === 'form_field' || isWarned(part);
    return isFine && ends(context, part, datum) ? [] : [{ datum, part }];
  });
}

/** Has somebody stated where people are warned? */
function isWarned({ entries }: Part): boolean {
  return entries.some(({ value }) => 'free_text' in value && value.free_text !== undefined);
}

/** The type tells; of short questions the words ("Comments"). */
function openPart(datum: Datum): Part | undefined {
  if (datum.item.kind !== 'form_field' && LONG_FIELDS.has(datum.item.type ?? '')) return datum;
  if (datum.questions.length === 0) return undefined;
  return datum.parts.find(({ item }) => {
    if (item.kind !== 'form_field') return false;
    const isNamedSo = datum.tellings.some(told => told.item === item && told.category === 'free-text' && isSure(told));
    return item.type === 'textarea' || (item.type === 'text' && isNamedSo);
  });
}
