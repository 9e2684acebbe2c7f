/** Answers that stay in the results of a form: no field of the contact has them, so no retention of the contact reaches them. */
import { aliasOf } from '../../mautic/snapshot.js';
import { type Told, toldBy } from '../places.js';
import { isEntryOf } from '../policy.js';
import { asksDatum } from './asked-data.js';
import { datumOf } from './kinds.js';
import { type FormItem, type Indexed, partsOf, type Question } from './questions.js';

/** Types that hold something of a person whatever they are called; e-mail and telephone are told by `datumOf`. */
const PERSONAL_TYPES: ReadonlySet<string> = new Set(['date', 'datetime', 'file']);

export interface Unmapped extends Question {
  /** The contact field whose alias it has: the connection may have been lost by accident (mautic/mautic#13938). */
  readonly sameAlias?: string;
}

/** Every question of this sort, of forms that are live or have answers, and that say nothing of how long their results are kept. */
export function unmappedAnswers(context: Indexed): readonly Unmapped[] {
  const fields = new Set(context.snapshot.items('contact_field').map(({ key }) => key));
  const told = toldBy(context.declarations);
  return context.snapshot
    .items('form')
    .filter(form => keepsAnswers(context, form) && !statesResults(context, form, told))
    .flatMap(form => partsOf(context, form))
    .filter(({ field }) => field.mapping === 'none' && field.saved === true && context.policy.standing(field).state !== 'not-personal')
    .flatMap(question => {
      const alias = aliasOf(question.field);
      if (!bringsDatum(context, question)) return [];
      if (fields.has(alias)) return [{ ...question, sameAlias: alias }];
      return isPersonal(context, question) ? [question] : [];
    });
}

function keepsAnswers({ snapshot, policy }: Indexed, form: FormItem): boolean {
  return policy.isLive(form) || (snapshot.count(snapshot.reference(form), 'answers') ?? 0) !== 0;
}

function statesResults({ policy }: Indexed, form: FormItem, told: Told): boolean {
  const entry = policy.entryOf(form);
  if (entry === undefined || !isEntryOf(entry, 'form')) return false;
  return entry.value.results_retention !== undefined || told.has(entry.place, 'results_retention');
}

/** Hidden fields bring data, too. */
function bringsDatum(context: Indexed, question: Question): boolean {
  return asksDatum(context, question) || (question.field.type === 'hidden' && question.entry?.value.role === undefined);
}

function isPersonal({ indexes }: Indexed, question: Question): boolean {
  const { field, categories } = question;
  if (PERSONAL_TYPES.has(field.type ?? '') || categories.some(category => /^user\b/u.test(category))) return true;
  const datum = datumOf(question);
  if (datum !== undefined && datum !== 'message') return true;
  return indexes.told(field).some(({ category, strength }) => strength === 'strong' && category !== 'free-text');
}
