/** Forms in which some answers are required and others not, and nothing tells people which. */
import { optionalMarks, requiredMarks } from '../../generated/word-lists.js';
import { bringsAnswer } from '../../mautic/question-types.js';
import { isEntryOf } from '../policy.js';
import { shelvedTerms, tokensOf } from '../words.js';
import { type FormFieldItem, type FormItem, type Indexed, liveForms, partsOf } from './questions.js';

export interface UnmarkedForm {
  readonly form: FormItem;
  /** Optional questions that look like the others. */
  readonly optional: readonly FormFieldItem[];
}

const OPTIONAL = shelvedTerms(optionalMarks);
const REQUIRED = shelvedTerms(requiredMarks);
const TEXTS: ReadonlySet<string> = new Set(['freetext', 'freehtml']);

/** Every live form with optional questions that nothing tells from the required ones. Forms of other systems show their own page. */
export function unmarkedForms(context: Indexed): UnmarkedForm[] {
  return liveForms(context).flatMap(form => {
    if (isExternal(context, form) || isMarkedByTheme(context, form)) return [];
    const parts = partsOf(context, form).map(({ field }) => field);
    const asked = parts.filter(field => bringsAnswer(field) && field.type !== undefined && field.type !== 'hidden');
    const required = asked.filter(field => field.required === true);
    const optional = asked.filter(field => field.required === false && !saysOptional(field));
    const isTold = required.some(saysRequired) || parts.some(isLegend);
    return required.length === 0 || isTold || optional.length === 0 ? [] : [{ form, optional }];
  });
}

function saysOptional(field: FormFieldItem): boolean {
  return OPTIONAL.in(tokensOf(shownBeside(field)));
}

function saysRequired(field: FormFieldItem): boolean {
  const text = shownBeside(field);
  return /[*＊]/u.test(text) || REQUIRED.in(tokensOf(text));
}

/** What people read at a question. A label that is not shown tells nothing. */
function shownBeside({ title = '', show_label, help = '', placeholder = '' }: FormFieldItem): string {
  return [show_label === false ? '' : title, help, placeholder].join('\n');
}

/** A text in the form that says how it marks its questions. */
function isLegend({ type = '', text = '', title = '' }: FormFieldItem): boolean {
  const tokens = TEXTS.has(type) ? tokensOf(`${title}\n${text}`) : [];
  return REQUIRED.in(tokens) || OPTIONAL.in(tokens);
}

function isMarkedByTheme({ declarations }: Pick<Indexed, 'declarations'>, { theme }: FormItem): boolean {
  const themes = declarations.instance.value.themes ?? {};
  return theme !== undefined && Object.hasOwn(themes, theme) && (themes[theme]?.has ?? []).includes('required-marks');
}

function isExternal({ policy }: Pick<Indexed, 'policy'>, form: FormItem): boolean {
  const entry = policy.entryOf(form);
  return entry !== undefined && isEntryOf(entry, 'form') && entry.value.external === true;
}
