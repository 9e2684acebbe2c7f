/** Tests for numbers that carry their own check: bank accounts, cards, identity numbers, network addresses. */
import { later } from '../../text/later.js';

const IBAN_START = later(() => /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}(?=(?: ?[A-Z0-9]){11})/giu);
const PRINTED = later(() => /^[A-Z]{2}\d{2}(?:[A-Z0-9]{11,30}|(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,4})?)(?![\p{L}\p{N}])/u);
/** 34 signs in groups of four. */
const LONGEST_IBAN = 42;

/**
 * Replaces bank account numbers (IBAN, ISO 13616): the check digits are right, or it is printed as one (capitals, in one piece or in
 * groups of four).
 */
export function replaceIbans(text: string, replace: (iban: string) => string): string {
  let result = '';
  let done = 0;
  for (const { index } of text.matchAll(IBAN_START())) {
    if (index < done) continue;
    const length = ibanLength(text.slice(index, index + LONGEST_IBAN + 1));
    if (length === 0) continue;
    result += text.slice(done, index) + replace(text.slice(index, index + length));
    done = index + length;
  }
  return result + text.slice(done);
}

/** Length of the IBAN at the start of a text; 0: there is none. */
function ibanLength(text: string): number {
  const run = /^[A-Z0-9 ]*/iu.exec(text)?.[0] ?? '';
  for (let end = Math.min(run.length, LONGEST_IBAN); end >= 15; end -= 1) {
    if (run[end - 1] === ' ' || /^[\p{L}\p{N}]/u.test(text.slice(end))) continue;
    const plain = run.slice(0, end).replaceAll(' ', '').toUpperCase();
    if (plain.length >= 15 && plain.length <= 34 && remainder(plain) === 1) return end;
  }
  const printed = PRINTED().exec(text)?.[0] ?? '';
  return (printed.match(/\d/gu)?.length ?? 0) >= 8 ? printed.length : 0;
}

function remainder(iban: string): number {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}

/** Card numbers: the Luhn sum over 13 to 19 digits. */
export function isCardNumber(run: string): boolean {
  const digits = [...run.replace(/\D/gu, '')].map(Number).reverse();
  const sum = digits.reduce((total, digit, place) => total + (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return digits.length >= 13 && digits.length <= 19 && sum % 10 === 0;
}

const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';

/** Spanish DNI and NIE: the letter at the end is the number modulo 23. */
export function isSpanishId(run: string): boolean {
  const plain = run.replace(/[ -]/gu, '').toUpperCase();
  const number = Number(plain.slice(0, -1).replace(/^[XYZ]/u, first => String('XYZ'.indexOf(first))));
  return LETTERS[number % 23] === plain.at(-1);
}

/** An IPv6 address: eight groups, or fewer with one `::`; with a digit, because names of code (`a::b`) look like it. */
export function isIp6(run: string): boolean {
  const halves = run.split('::');
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  if (!/\d/u.test(run) || halves.length > 2 || !groups.every(group => /^[0-9a-f]{1,4}$/iu.test(group))) return false;
  return halves.length === 2 ? groups.length >= 2 && groups.length <= 7 : groups.length === 8;
}
