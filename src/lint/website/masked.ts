/** The code of a website as it may be shown: what looks like a person's value is blotted out, and every place stays where it is. */
import { later } from '../../text/later.js';
import { personalValue } from '../../website/personal-values.js';

const BLOT = '•';
const EMAIL = later(() => /[^\s@<>"'`,;:/\\=(){}]{1,64}(?:@|%40|&#0*64;|&#x0*40;|&commat;)(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,63}/giu);
const NUMBER = later(() => /(?<![\p{L}\p{N}.])(?:\+|%2B)?[\d(][\d\s().\-/]{5,20}\d(?![\p{L}\p{N}])/giu);

/** What stands in every address, and in every number: most code has neither, and is not looked through by all that Unicode knows of letters. */
const AT = /@|%40|&#0*64;|&#x0*40;|&commat;/iu;
const DIGITS = /[\d(][\d\s().\-/]{5,20}\d/u;

/** As long as the text, unit by unit. */
export function withoutValues(text: string): string {
  const unaddressed = AT.test(text) ? text.replace(EMAIL(), blotted) : text;
  if (!DIGITS.test(unaddressed)) return unaddressed;
  return unaddressed.replace(NUMBER(), number => (personalValue(number.replace(/^%2B/iu, '+')) === 'phone' ? blotted(number) : number));
}

/** A character of two units stays: columns count characters, and it tells nobody apart. */
function blotted(value: string): string {
  return value.replace(/[^\r\n]/gu, character => (character.length === 1 ? BLOT : character));
}
