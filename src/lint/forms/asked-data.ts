/** Which questions ask for a datum, and which of these for one about a person. */
import { bringsAnswer } from '../../mautic/question-types.js';
import { heldIn } from '../consent/holders.js';
import { asksConsent, namesTerms } from '../consent/texts.js';
import { type Indexed, isChoice, type Question, textsBeside } from './questions.js';

type Known = Pick<Indexed, 'indexes'>;

/**
 * Does it ask for a datum? Texts, buttons, hidden fields, what has a role of its own, what fills a declared consent field, and boxes whose
 * words ask for a consent or for terms do not.
 */
export function asksDatum({ indexes }: Known, question: Question): boolean {
  const { field, entry } = question;
  if (field.type === undefined || field.type === 'hidden' || !bringsAnswer(field) || entry?.value.role !== undefined) return false;
  if (heldIn(question, indexes.consentHolders).length > 0) return false;
  return !(isChoice(question) && textsBeside(question).some(text => asksConsent(text) || namesTerms(text)));
}

/** As `asksDatum`, for people only: not what says nothing about them, nor what is about a firm, unless the company field is declared as personal. */
export function asksPerson(context: Known & Pick<Indexed, 'policy'>, question: Question): boolean {
  if (!asksDatum(context, question)) return false;
  const { policy } = context;
  const { state } = policy.standing(question.field);
  if (state === 'not-personal') return false;
  const isOfFirm = question.target?.startsWith('company_field:') === true || question.field.mapping === 'company';
  return !isOfFirm || (question.fills !== undefined && policy.standing(question.fills).state === 'purposes');
}
