/** E-mail addresses and phone numbers that stand in the code as values: what they are, never what they say. */
import { later } from '../text/later.js';
import type { Send } from './site.js';

const EMAIL = later(() => /^(?:mailto:)?[^\s@<>",;:/\\\u2d63*]{1,64}@(?!\dx\.)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}[\p{L}\p{N}-]{1,62}$/iu);
/** With the sign or the zero that a number one dials begins with, or in the North American way of writing it. */
const PHONE = /^(?:tel:)?(?:(?:\+|00?)[1-9(][\d\s().\-/]{5,20}|\(?[2-9]\d{2}\)?[\s.-]\d{3}[\s.-]\d{4})$/iu;
const LONGEST = 400;

/** What a text is, or each part of a list with commas; undefined: nothing of the kind. */
export function personalValue(text: string): Send['value'] {
  if (text.length > LONGEST) return undefined;
  const parts = text.split(/[,;]/u).map(part => part.trim());
  if (parts.some(part => EMAIL().test(part))) return 'email';
  return parts.some(part => PHONE.test(part) && digits(part) >= 7 && digits(part) <= 15) ? 'phone' : undefined;
}

function digits(text: string): number {
  return text.replaceAll(/\D/gu, '').length;
}
