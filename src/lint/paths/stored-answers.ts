/** What a field of a contact, or a question of a form, can hold: its own options, and those of the questions that fill it. */
import type { Item, Option } from '../../mautic/snapshot.js';
import { type FormFieldItem, type Indexed, isChoiceField } from '../forms/questions.js';

export interface Stored {
  readonly answers: readonly Option[];
  /** Nothing else is stored there, as far as Mautic shows. */
  readonly isWhole: boolean;
}

const DATES: ReadonlySet<string> = new Set(['date', 'datetime']);
/** What a yes/no field holds, whatever its labels say. */
const YES_NO: readonly Option[] = ['yes', 'no'].map(value => ({ value, label: value }));

/** Does a field hold when people said yes? */
export function isDate(item: Item): boolean {
  return item.kind === 'contact_field' && DATES.has(item.type ?? '');
}

/** A field without options of its own can hold anything, unless only questions with options fill it. */
export function storedAnswers(item: Item, context: Indexed): Stored {
  if (item.kind === 'form_field') return offeredBy(item);
  if (item.kind !== 'contact_field') return { answers: [], isWhole: false };
  if (item.type === 'boolean') return { answers: YES_NO, isWhole: true };
  const { snapshot, indexes } = context;
  const fillers = indexes.questions.filling(snapshot.reference(item)).flatMap(reference => snapshot.item(reference) ?? []);
  const offered = fillers.flatMap(filler => (filler.kind === 'form_field' ? [offeredBy(filler)] : []));
  const { options = [], options_total } = item;
  return {
    answers: [...options, ...offered.flatMap(({ answers }) => answers)],
    isWhole: options.length > 0 ? options_total === undefined : offered.length > 0 && offered.every(({ isWhole }) => isWhole),
  };
}

function offeredBy(question: FormFieldItem): Stored {
  const { options = [], options_total } = question;
  return { answers: options, isWhole: isChoiceField(question) && options.length > 0 && options_total === undefined };
}
