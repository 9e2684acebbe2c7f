/**
 * The mask: what looks like a person's value in a name, label or text is replaced by what it is. A list of steps in a fixed order
 * (docs/snapshot-format.md, section 3.4); each step is linear in the length of the text.
 */
import { later } from '../../text/later.js';
import { isCardNumber, isIp6, isSpanishId, replaceIbans } from './marks.js';

export interface Masked {
  readonly text: string;
  /** Whether a value was replaced; a plain address that lost its scheme does not count. */
  readonly masked: boolean;
}

/** What a match becomes; the match itself: it stays. */
type Judge = (match: string) => string;
type Note = (match: string, replaced: string) => string;

interface Step {
  /** Without it the step finds nothing, and its expressions, which take long to make ready, are not needed. */
  readonly sign: RegExp;
  readonly replace: (text: string, note: Note) => string;
}

const each = (sign: RegExp, find: () => RegExp, judge: Judge): Step => ({
  sign,
  replace: (text, note) => text.replace(find(), match => note(match, judge(match))),
});

const EMAIL = later(
  () =>
    /(?<![\p{L}\p{N}\p{M}.!$'*+^_`~-])[\p{L}\p{N}\p{M}.!$'*+^_`~-]+(?:@|%40|&#0*64;|&#x0*40;|&commat;)[\p{L}\p{N}\p{M}-]+(?:\.[\p{L}\p{N}\p{M}-]+)+/giu,
);
const REST = String.raw`(?:\{[^{}\n]*\}|[^\s<>"])*`;
const BARE_HOST = String.raw`(?=[\p{L}\p{N}])(?<![\p{L}\p{N}]-*\.?)(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,24}(?::\d{1,5})?(?=[/?#])`;
/** Addresses: with a scheme, or a host name followed by a path, a query or a fragment. */
export const ADDRESS = later(() => new RegExp(`(?:[a-z][a-z0-9+.-]{0,20}://|${BARE_HOST})${REST}`, 'giu'));
const UUID = later(() => /(?<![0-9a-z])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z])/giu);
const HEX_RUN = later(() => /[0-9a-f]{16,}/giu);
const LONG_RUN = later(() => /[A-Za-z0-9_-]{24,}/gu);
const BYTE = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`;
const IP4 = later(() => new RegExp(String.raw`(?<![\d.])(?:${BYTE}\.){3}${BYTE}(?!\.?\d)`, 'gu'));
const IP6 = later(() => /(?<![\w:.])[0-9a-f:]{3,39}(?![\w:])/giu);
const CARD = later(() => /(?<!\d[ -]?)\d(?:[ -]?\d){12,18}(?![ -]?\d)/gu);
const TAX_CODE = later(
  () => /(?<![\p{L}\p{N}])(?=[A-Z]{6,15}\d)[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z](?![\p{L}\p{N}])/giu,
);
const SPANISH_ID = later(() => /(?<![\p{L}\p{N}])(?:\d{8}|[XYZ][ -]?\d{7})[ -]?[A-Z](?![\p{L}\p{N}])/giu);

const DATE = String.raw`(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\d|0?[1-9])|(?:(?:3[01]|[12]\d|0?[1-9])[-/.](?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])[-/.](?:3[01]|[12]\d|0?[1-9]))[-/.](?:19|20)\d\d)`;
const CLOCK = String.raw`(?:[01]?\d|2[0-3])[:.h][0-5]\d(?:[:.][0-5]\d)?`;
const SHORT_DATE = String.raw`(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:3[01]|[12]\d|0[1-9])(?:[-T_ ](?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?)?`;
const ANY_DATE = String.raw`(?<!\d)(?:${DATE}(?:[T ,]{1,2}${CLOCK})?|${SHORT_DATE})(?!\d)`;
const GAP = String.raw`[\s./()\[\]\p{Pd}]{0,3}`;
/** A date, or a run of digits; a run does not go on into a date, unless it starts as telephone numbers do. */
const DATE_OR_RUN = later(
  () => new RegExp(String.raw`(?<date>${ANY_DATE})|\(?(?:\+|00)\p{Nd}(?:${GAP}\p{Nd})*|\(?\p{Nd}(?:${GAP}(?!${ANY_DATE})\p{Nd})*`, 'gu'),
);

const AT = /[@%&]/u;
/** Digits of other scripts count as well. */
const DIGIT = /[\d\u0080-\uffff]/u;
const LETTERS_OR_DIGITS = /[\w-]{16}/u;

const STEPS: readonly Step[] = [
  each(AT, EMAIL, () => '[email]'),
  each(/[.:]/u, ADDRESS, maskAddress),
  each(/-/u, UUID, () => '[secret]'),
  each(LETTERS_OR_DIGITS, HEX_RUN, run => (/[a-f]/iu.test(run) ? '[secret]' : run)),
  each(LETTERS_OR_DIGITS, LONG_RUN, run => (run.split(/[_-]/u).some(isRandom) ? '[secret]' : run)),
  each(DIGIT, IP4, () => '[ip]'),
  each(/:/u, IP6, run => (isIp6(run) ? '[ip]' : run)),
  { sign: DIGIT, replace: (text, note) => replaceIbans(text, iban => note(iban, '[id]')) },
  each(DIGIT, CARD, run => (isCardNumber(run) ? '[id]' : run)),
  each(DIGIT, TAX_CODE, () => '[id]'),
  each(DIGIT, SPANISH_ID, run => (isSpanishId(run) ? '[id]' : run)),
  { sign: DIGIT, replace: (text, note) => stepOverDates(text, run => note(run, maskPhone(run))) },
];

const PASSES = 8;
/** Without one of these signs no step finds anything. */
const SUSPECT = later(() => /[\p{Nd}@/?#&%]|::|[a-fA-F]{16}/u);

/**
 * Masks a text. Masking is idempotent: passes are repeated until nothing changes (a replaced part may bring two others together); a text
 * that has not come to rest after eight passes was made to fool the mask and is replaced as a whole.
 */
export function mask(text: string): Masked {
  if (!SUSPECT().test(text)) return { text, masked: false };
  let result: Masked = { text, masked: false };
  for (let pass = 0; pass < PASSES; pass += 1) {
    const next = maskOnce(result.text);
    if (next.text === result.text) return result;
    result = { text: next.text, masked: result.masked || next.masked };
  }
  return { text: '[secret]', masked: true };
}

/** Whether the mask would replace something in it. */
export function isPersonal(text: string): boolean {
  return mask(text).masked;
}

function maskOnce(text: string): Masked {
  let masked = false;
  let result = text;
  const note = (match: string, replaced: string): string => {
    if (replaced !== match && replaced.startsWith('[')) masked = true;
    return replaced;
  };
  for (const { sign, replace } of STEPS) if (sign.test(result)) result = replace(result, note);
  return { text: result, masked };
}

function stepOverDates(text: string, judge: Judge): string {
  return text.replace(DATE_OR_RUN(), (match, date: string | undefined) => (date === undefined ? judge(match) : match));
}

function maskPhone(run: string): string {
  const digits = run.match(/\p{Nd}/gu)?.length ?? 0;
  return digits >= (run.includes('+') ? 8 : 9) ? '[phone]' : run;
}

/** Addresses with a user, a query, a token or an e-mail address are replaced; plain ones become `host/path`. */
function maskAddress(address: string): string {
  const tail = /[.,;:!?)'’]+$/u.exec(address)?.[0] ?? '';
  const body = address.slice(0, address.length - tail.length);
  const rest = body.replace(/^(?:[a-z][a-z0-9+.-]{0,20}:\/\/)+/iu, '');
  const authority = /^[^/?#]*/u.exec(rest)?.[0] ?? '';
  if (authority.includes('@') || /[?{]|%7B|\[email\]/iu.test(rest)) return `[url]${tail}`;
  return `${rest.replace(/#.*$/su, '').replace(/^([^/]*)\/$/u, '$1')}${tail}`;
}

/** Random letters and digits, as keys have them: a digit and letters of both cases in one piece. */
function isRandom(piece: string): boolean {
  return /\d/u.test(piece) && /[a-z]/u.test(piece) && /[A-Z]/u.test(piece);
}
