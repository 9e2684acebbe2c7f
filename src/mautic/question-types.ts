/** What the types of questions and fields say of their answers. */

/** Looked at or pressed, no data: `FormBundle/Helper/FormFieldHelper.php`, Mautic 2.16 to 7.1. */
const WITHOUT_ANSWER: ReadonlySet<unknown> = new Set(['button', 'captcha', 'freehtml', 'freetext', 'pagebreak']);

/**
 * Does anything come in through a part of a form, seen or unseen? Texts, buttons and captchas bring nothing; an unknown type may.
 * It is a form field of a snapshot, or as Mautic has it.
 */
export function bringsAnswer({ type }: { readonly type?: unknown }): boolean {
  return !WITHOUT_ANSWER.has(type);
}

/** Answered with a yes, with one of a list, or with a day or an hour (types of fields and of questions, Mautic 5.1 to 7.0). */
const CLOSED: ReadonlySet<unknown> = new Set([
  'boolean',
  'select',
  'multiselect',
  'checkboxgrp',
  'radiogrp',
  'country',
  'region',
  'timezone',
  'locale',
  'date',
  'datetime',
  'time',
]);

/** Can an answer be a number that people have on paper: is it typed, or a file? */
export function holdsNumber({ type }: { readonly type?: unknown }): boolean {
  return !CLOSED.has(type);
}
