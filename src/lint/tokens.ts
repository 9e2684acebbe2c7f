/** Texts, names and aliases as folded tokens. */

export interface Token {
  /** Lower case, without accents: what is compared. */
  readonly word: string;
  /** The same for German, where `ae`, `oe`, `ue` may stand for umlauts: `mochte` for `moechte`. */
  readonly german: string;
  /** As it stands in the text: what is quoted. */
  readonly raw: string;
}

const SPECIAL: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ł', 'l'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
]);

const ASCII = /^[ -~]*$/u;
/** What most names in the languages of western Europe are written with: letters of Latin 1, and the signs of careful typing. */
const LATIN = /^[\t\n\r -~\u00a0¡«»¿À-ÖØ-öø-ÿ‘’‚“”„–—…€]*$/u;

/** A word in the form in which words are compared. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const plain = word
    .normalize('NFKD')
    .replace(LATIN.test(word) ? LATIN_MARKS : MARKS(), '')
    .toLowerCase();
  return plain.replace(/[ßłøđæœ]/gu, letter => SPECIAL.get(letter) ?? letter);
}

/** The accents of Latin letters, taken apart. */
const LATIN_MARKS = /[\u0300-\u036f]/gu;

/** What is written in Latin letters is matched by what is ready sooner. */
interface Pattern {
  readonly latin: RegExp;
  readonly any: () => RegExp;
}

// Functions, because the engine looks `\p{…}` up in its tables when it comes to the expression: a short run may never need it.
const MARKS = (): RegExp => /\p{M}/gu;
const WORDS: Pattern = { latin: /[A-Za-zÀ-ÖØ-öø-ÿ]+/gu, any: () => /\p{L}[\p{L}\p{M}]*/gu };
const WORDS_AND_NUMBERS: Pattern = { latin: /[A-Za-zÀ-ÖØ-öø-ÿ]+|[0-9]+/gu, any: () => /\p{L}[\p{L}\p{M}]*|\p{N}+/gu };

/** The words of a text, a name or an alias: split at all that is no letter, and inside camelCase. */
export function tokensOf(text: string): Token[] {
  return split(text, WORDS);
}

/** The same with numbers, as words of their own. */
export function numberedTokensOf(text: string): Token[] {
  return split(text, WORDS_AND_NUMBERS);
}

/** The words and numbers of a text as one: "Date of birth" is `dateofbirth`. */
export function runTogether(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]+/gu, '');
  return numberedTokensOf(text)
    .map(({ word }) => word)
    .join('');
}

/** Between the words of camelCase, and after a run of capitals as in URLOfPage. */
const INSIDE_CAMEL_CASE = (): RegExp => /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const CAPITAL = (): RegExp => /\p{Lu}/u;
/** What is not seen, such as a soft hyphen. */
const UNSEEN = (): RegExp => /\p{Cf}/gu;

/** The same for what is written in Latin letters. */
const LATIN_INSIDE_CAMEL_CASE = /(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-ZÀ-ÖØ-Þ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])/gu;
const LATIN_CAMEL_CASE = /[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]|[A-ZÀ-ÖØ-Þ]{2}[a-zß-öø-ÿ]/u;

/** An umlaut as it is written without one. */
const UMLAUT = /([aou])e/gu;

function split(text: string, { latin, any }: Pattern): Token[] {
  return (LATIN.test(text) ? splitLatin(text, latin) : splitAny(text, any())).map(tokenOf);
}

function tokenOf(raw: string): Token {
  const word = fold(raw);
  return { word, german: word.includes('e') ? word.replace(UMLAUT, '$1') : word, raw };
}

function splitLatin(text: string, pattern: RegExp): readonly string[] {
  const spaced = LATIN_CAMEL_CASE.test(text) ? text.replace(LATIN_INSIDE_CAMEL_CASE, ' ') : text;
  return spaced.match(pattern) ?? [];
}

function splitAny(text: string, pattern: RegExp): readonly string[] {
  const composed = text.normalize('NFC').replace(UNSEEN(), '');
  const spaced = CAPITAL().test(composed) ? composed.replace(INSIDE_CAMEL_CASE(), ' ') : composed;
  return spaced.match(pattern) ?? [];
}
