/** Words in labels and names: a text becomes folded tokens, and lists of terms are looked for among them. */

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

/** A word in the form in which words are compared. */
export function fold(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[ßłøđæœ]/gu, letter => SPECIAL.get(letter) ?? letter);
}

/** The words of a text, a name or an alias: split at all that is no letter, and inside camelCase. */
export function tokensOf(text: string): Token[] {
  const spaced = text
    .normalize('NFC')
    .replace(/(\p{Ll})(?=\p{Lu})/gu, '$1 ')
    .replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
  return (spaced.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map(raw => {
    const word = fold(raw);
    return { word, german: word.replace(/([aou])e/gu, '$1'), raw };
  });
}

interface Piece {
  readonly text: string;
  readonly at: 'whole' | 'start' | 'end';
}

interface Term {
  readonly pieces: readonly Piece[];
  readonly german: boolean;
}

/** A list of terms, ready to be looked for. */
export interface Terms {
  /** Does one of the terms stand in the text? */
  in(tokens: readonly Token[]): boolean;
  /** The words of the text that are terms, as they are written there, from left to right; of terms that begin at one word the longest. */
  found(tokens: readonly Token[]): readonly string[];
}

const NONE: readonly Term[] = [];

/** Makes terms of a list by language: `a b` words side by side, `a*` words that begin so, `*a` words that end so. */
export function termsOf(lists: Readonly<Record<string, readonly string[]>>): Terms {
  const terms = Object.entries(lists).flatMap(([language, list]) => list.map(text => termOf(text, language === 'de')));
  // Most words begin no term: one look tells.
  const open = terms.filter(({ pieces }) => pieces[0]?.at !== 'whole');
  const exact = new Map<string, Term[]>();
  for (const term of terms) {
    const [first] = term.pieces;
    if (first?.at === 'whole') exact.set(first.text, [...(exact.get(first.text) ?? []), term]);
  }
  const longestAt = (tokens: readonly Token[], at: number): number => {
    const { word, german } = tokens[at] ?? { word: '', german: '' };
    let longest = 0;
    for (const candidates of [exact.get(word) ?? NONE, german === word ? NONE : (exact.get(german) ?? NONE), open]) {
      for (const term of candidates) if (term.pieces.length > longest && standsAt(term, tokens, at)) longest = term.pieces.length;
    }
    return longest;
  };
  return {
    in: tokens => tokens.some((_, at) => longestAt(tokens, at) > 0),
    found: tokens => {
      const found: string[] = [];
      for (let at = 0; at < tokens.length; ) {
        const length = longestAt(tokens, at);
        if (length > 0) found.push(wordsAt(tokens, at, length));
        at += Math.max(1, length);
      }
      return found;
    },
  };
}

function wordsAt(tokens: readonly Token[], at: number, length: number): string {
  return tokens
    .slice(at, at + length)
    .map(({ raw }) => raw)
    .join(' ');
}

function termOf(text: string, german: boolean): Term {
  const pieces = text.split(' ').flatMap((part): Piece[] => {
    const words = tokensOf(part).map(({ word }) => word);
    return words.map((word, index): Piece => {
      if (part.endsWith('*') && index === words.length - 1) return { text: word, at: 'start' };
      return { text: word, at: part.startsWith('*') && index === 0 ? 'end' : 'whole' };
    });
  });
  return { pieces, german };
}

function standsAt({ pieces, german }: Term, tokens: readonly Token[], at: number): boolean {
  return pieces.every((piece, index) => {
    const token = tokens[at + index];
    return token !== undefined && (fits(piece, token.word) || (german && fits(piece, token.german)));
  });
}

function fits({ text, at }: Piece, word: string): boolean {
  if (at === 'start') return word.startsWith(text);
  return at === 'end' ? word.endsWith(text) : word === text;
}
