/** Terms that are looked for among tokens, all of them at once: what a text costs depends on its words, not on the number of terms. */
import { append, group } from '../collections.js';
import { later } from '../text/later.js';
import { beginningOf, longestBeginning } from './beginnings.js';
import { numberedTokensOf, type Token } from './tokens.js';

/** A term and what it says: `a b` words side by side, `a*` a word that begins so, `*a` a word that ends so. */
export interface Meaning<T> {
  readonly term: string;
  /** Two letters; in German `ae`, `oe`, `ue` may stand for umlauts. Without one it counts in all languages. */
  readonly language?: string | undefined;
  readonly says: T;
}

/** A term that stands in the text, from the token `start` up to, but not with, the token `end`. */
export interface Found<T> {
  readonly says: T;
  readonly start: number;
  readonly end: number;
}

export interface Options {
  /**
   * By language, as words are compared: what may stand between the words of a term or be left out there, as numbers may stand: `data di nascita`
   * is also "data nascita".
   */
  readonly between?: Readonly<Record<string, readonly string[]>>;
  /** Is a term also found where its words are written as one, as in `codicefiscale`? */
  readonly joined?: boolean;
  /** Languages whose words are also found with a plural s. */
  readonly plurals?: ReadonlySet<string>;
}

/** Which form of a token a term is compared with. */
const FORMS = ['word', 'german'] as const;
type Form = (typeof FORMS)[number];

/** Where terms are kept by how they begin. */
export interface Shelves<T> {
  /** May some of them be written with an umlaut, for which German has `ae`, `oe`, `ue` as well? */
  readonly german: boolean;
  /** The terms that begin so, see `beginningOf`, if there are any; asked for once. */
  readonly take: (beginning: string) => readonly Meaning<T>[] | undefined;
}

/** How a word must be: that one, that one with or without a plural s, or one that begins or ends so. */
type How = 'exact' | 'plural' | 'start' | 'end';

interface Piece {
  readonly text: string;
  readonly how: How;
}

interface Term<T> {
  readonly pieces: readonly Piece[];
  readonly form: Form;
  readonly says: T;
}

/** Open words are sorted by that many letters; none may be shorter. */
const KEY = 3;
/** Joined words that are shorter are names and words of their own (`ne le`, Nele). */
const SHORTEST_JOINED = 6;
/** Shorter words have no plural: "as", "dos", "nos" are no more than that. */
const SHORTEST_PLURAL = 4;
/** A term for all languages that is written so is a German one, too. */
const UMLAUT = /[äöü]/u;
const NUMBER = later(() => /^\p{N}/u);
const LETTER = /^[a-z]/u;
const NONE: ReadonlySet<string> = new Set();
const NONE_FOUND: readonly never[] = [];

type Find<T> = (tokens: readonly Token[]) => readonly Found<T>[];

/**
 * Makes an index of terms; it finds every one of them that stands in a text, also those that overlap.
 * @param meanings asked for when the first text is looked at: many lists are never needed
 */
export function indexTerms<T>(meanings: () => readonly Meaning<T>[]): Find<T> {
  return indexShelves(() => shelve(meanings()));
}

/** The same for terms that are on their shelves already. */
export function indexShelves<T>(shelves: () => Shelves<T>, options: Options = {}): Find<T> {
  let find: Find<T> | undefined;
  return tokens => {
    if (tokens.length === 0) return [];
    find ??= finderOf(shelves(), options);
    return find(tokens);
  };
}

/** Puts terms on shelves. */
export function shelve<T>(meanings: readonly Meaning<T>[]): Shelves<T> {
  const kept = group(meanings, ({ term }) => beginningOf(term));
  return { german: meanings.some(meaning => formOf(meaning) === 'german'), take: beginning => kept.get(beginning) };
}

function finderOf<T>(shelves: Shelves<T>, { between = {}, joined = false, plurals = NONE }: Options): Find<T> {
  const fillers = new Map(Object.entries(between).map(([language, words]) => [language, new Set(words)]));
  const anyFiller = new Set([...fillers.values()].flatMap(words => [...words]));
  const spelled = (meaning: Meaning<T>): Term<T>[] => {
    const { language = '' } = meaning;
    return termsOf(meaning, { fillers: fillers.get(language) ?? NONE, joined, plural: plurals.has(language) });
  };
  const beginningWith = lookUpIn(shelves, spelled);
  return tokens => {
    const found: Found<T>[] = [];
    let start = 0;
    for (const token of tokens) {
      for (const term of beginningWith(token)) {
        const end = endOf(term, tokens, start, anyFiller);
        if (end !== undefined) found.push({ says: term.says, start, end });
      }
      start++;
    }
    return found;
  };
}

/** Tells which terms begin with a word. Names share most of their words, so what was looked up is kept. */
function lookUpIn<T>(
  { german, take }: Shelves<T>,
  spelled: (meaning: Meaning<T>) => readonly Term<T>[],
): (token: Token) => readonly Term<T>[] {
  const taken = new Set<string>();
  const opened = { word: new Map<string, Term<T>[]>(), german: new Map<string, Term<T>[]>() };
  const open = (beginning: string): void => {
    if (taken.has(beginning)) return;
    taken.add(beginning);
    for (const meaning of take(beginning) ?? NONE_FOUND) {
      for (const term of spelled(meaning)) {
        for (const key of keysOf(term)) append(opened[term.form], key, term);
      }
    }
  };
  const lookUp = (form: Form, word: string): readonly Term<T>[] => {
    for (let letters = longestBeginning(word); letters >= 0; letters--) open(word.slice(0, letters));
    const near: Term<T>[] = [];
    for (const key of [word, `${word.slice(0, KEY)}*`, `*${word.slice(-KEY)}`]) {
      for (const term of opened[form].get(key) ?? NONE_FOUND) if (begins(term, word)) near.push(term);
    }
    return near.length === 0 ? NONE_FOUND : near;
  };
  // By the word alone: its German form is made of it.
  const known = new Map<string, readonly Term<T>[]>();
  return token => {
    const before = known.get(token.word);
    if (before !== undefined) return before;
    const terms = german ? FORMS.flatMap(form => lookUp(form, token[form])) : lookUp('word', token.word);
    known.set(token.word, terms);
    return terms;
  };
}

function begins<T>({ pieces: [first] }: Term<T>, word: string): boolean {
  return first !== undefined && fits(first, word);
}

/** Where a term stands: at its first word, or at the beginning or the end of that. */
function keysOf<T>({ pieces: [first] }: Term<T>): string[] {
  if (first === undefined) return [];
  const { text, how } = first;
  return { exact: [text], plural: [text, `${text}s`], start: [`${text.slice(0, KEY)}*`], end: [`*${text.slice(-KEY)}`] }[how];
}

interface Spelling {
  readonly fillers: ReadonlySet<string>;
  readonly joined: boolean;
  readonly plural: boolean;
}

/** The term as it is looked for: word by word, and as one word. */
function termsOf<T>({ term, language, says }: Meaning<T>, { fillers, joined, plural }: Spelling): Term<T>[] {
  const form = formOf({ term, language });
  const asWord = (text: string): Piece => ({ text, how: plural && text.length >= SHORTEST_PLURAL ? 'plural' : 'exact' });
  const written = piecesOf(term, form, asWord);
  const pieces = written.filter(({ text }, at) => at === 0 || at === written.length - 1 || !fillers.has(text));
  const asOne = joined ? [...new Set([written, pieces].flatMap(joinedText))] : [];
  return [{ pieces, form, says }, ...asOne.map((text): Term<T> => ({ pieces: [asWord(text)], form, says }))];
}

function formOf({ term, language }: { readonly term: string; readonly language?: string | undefined }): Form {
  return language === 'de' || (language === undefined && UMLAUT.test(term)) ? 'german' : 'word';
}

/** The words of a term as one word. */
function joinedText(pieces: readonly Piece[]): string[] {
  const text = pieces.map(piece => piece.text).join('');
  const isOpen = pieces.some(({ how }) => how === 'start' || how === 'end');
  return pieces.length < 2 || isOpen || text.length < SHORTEST_JOINED ? [] : [text];
}

/** Most words of the lists are written as they are compared. */
const COMPARABLE = /^\*?[a-z]+\*?$/u;

function textsOf(part: string, form: Form): readonly string[] {
  return form === 'word' && COMPARABLE.test(part) ? [part.replaceAll('*', '')] : numberedTokensOf(part).map(token => token[form]);
}

function piecesOf(term: string, form: Form, asWord: (text: string) => Piece): Piece[] {
  return term.split(' ').flatMap(part => {
    const texts = textsOf(part, form);
    return texts.map((text, at): Piece => {
      if (part.endsWith('*') && at === texts.length - 1) return { text, how: 'start' };
      return part.startsWith('*') && at === 0 ? { text, how: 'end' } : asWord(text);
    });
  });
}

/** Where the term ends if it begins at that token. */
function endOf<T>({ pieces, form }: Term<T>, tokens: readonly Token[], start: number, fillers: ReadonlySet<string>): number | undefined {
  let at = start;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) while (isBetween(tokens[at], fillers) && !fits(piece, tokens[at]?.[form])) at++;
    if (!fits(piece, tokens[at]?.[form])) return undefined;
    at++;
  }
  return at;
}

function isBetween(token: Token | undefined, fillers: ReadonlySet<string>): boolean {
  return token !== undefined && (fillers.has(token.word) || (!LETTER.test(token.word) && NUMBER().test(token.word)));
}

function fits({ text, how }: Piece, word: string | undefined): boolean {
  if (word === undefined) return false;
  if (how === 'start') return word.startsWith(text);
  if (how === 'end') return word.endsWith(text);
  return word === text || (how === 'plural' && word.length === text.length + 1 && word.startsWith(text) && word.endsWith('s'));
}
