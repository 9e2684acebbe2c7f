/** The parts of a form that are no questions, by their type. */

/** Looked at or pressed, no data: `FormBundle/Helper/FormFieldHelper.php`, Mautic 2.16 to 7.1. */
const WITHOUT_ANSWER: ReadonlySet<unknown> = new Set(['button', 'captcha', 'freehtml', 'freetext', 'pagebreak']);

/**
 * Does anything come in through a part of a form, seen or unseen? Texts, buttons and captchas bring nothing; an unknown type may.
 * It is a form field of a snapshot, or as Mautic has it.
 */
export function bringsAnswer({ type }: { readonly type?: unknown }): boolean {
  return !WITHOUT_ANSWER.has(type);
}
