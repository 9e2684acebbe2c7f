/**
 * Markup by the hundred megabytes: what cannot matter is stepped over, what may matter is read as `readMarkup` reads it (a test compares).
 * Well-formed tags are found by expressions; everything odd is given to the tokenizer.
 */
import { decodeText, type MarkupEvents, readMarkup, readTag, type Tag } from './html.js';
import { Signs } from './signs.js';

/** What the caller wants to see besides texts and tags with a sign in them. */
export interface Wanted {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
  /** Whether texts with a slash are wanted. */
  readonly slashes: boolean;
}

/** Wanted things, as expressions. */
export interface Sieve {
  readonly one: RegExp;
  readonly run: RegExp;
  readonly slashes: boolean;
}

type Seen = Pick<MarkupEvents, 'tag' | 'text' | 'comment'>;

const GAP = String.raw`[ \t\n\f\r]`;
/** Without a brace, the sign that bodies have most. */
const VALUE = String.raw`"[^"{]*"|'[^'{]*'|[^ \t\n\f\r"'{=<>\x60/]+`;
/** Tags whose content is no markup: whether character references in it are decoded. */
export const CONTENTS: ReadonlyMap<string, boolean> = new Map([
  ['script', false],
  ['style', false],
  ['iframe', false],
  ['noembed', false],
  ['noframes', false],
  ['xmp', false],
  ['title', true],
  ['textarea', true],
]);

/** Prepares a reading, once for many texts. */
export function sieve({ tags, attributes, slashes }: Wanted): Sieve {
  const names = [...tags, ...CONTENTS.keys(), 'plaintext'].join('|');
  const attribute = `${GAP}+(?!(?:${attributes.join('|')})(?:[=/>]|${GAP}))[a-z_][a-z0-9:_-]*(?:=(?:${VALUE}))?`;
  // bounds keep the stack of the expression small
  const one = `<(?:/[a-z][^<>{]*|(?!(?:${names})(?:[/>]|${GAP}))[a-z][a-z0-9:-]*(?:${attribute}){0,40}${GAP}*/?)>`;
  const between = slashes ? '[^<{/]*' : '[^<{]*';
  return { one: new RegExp(one, 'iy'), run: new RegExp(`${one}(?:${between}${one}){0,60}`, 'iy'), slashes };
}

/**
 * Tells of every wanted tag, every comment, all code, and every other tag or text with a sign of a token or of a style's address in it,
 * in their order. Other tags and texts are told of or not, as it comes.
 */
export function skimMarkup(markup: string, wanted: Sieve, events: Seen): void {
  new Skimmer(markup, wanted, events).read();
}

class Skimmer {
  readonly #markup: string;
  readonly #wanted: Sieve;
  readonly #events: Seen;
  readonly #signs: Signs;
  /** Where the text that is under way began, and where to look for the next tag. */
  #text = 0;
  #position = 0;
  /** A run of tags that has a sign in it is read tag by tag. */
  #slow = -1;

  constructor(markup: string, wanted: Sieve, events: Seen) {
    this.#markup = markup;
    this.#wanted = wanted;
    this.#events = events;
    this.#signs = new Signs(markup);
  }

  read(): void {
    const { length } = this.#markup;
    while (this.#position < length) {
      const start = this.#markup.indexOf('<', this.#position);
      if (start < 0) break;
      if (!this.#construct(start)) return;
    }
    this.#flush(length);
  }

  /** Reads what begins with this `<`; false: there is nothing behind it, or it was read to the end. */
  #construct(start: number): boolean {
    const next = this.#markup.charCodeAt(start + 1);
    if (isLetter(next)) return this.#open(start);
    if (next === SLASH) return this.#close(start);
    if (next === BANG || next === QUESTION) return this.#declared(start);
    this.#position = start + 1;
    return true;
  }

  #open(start: number): boolean {
    this.#flush(start);
    const passed = this.#pass(start);
    if (passed > 0) return this.#goOn(passed);
    const tag = wellFormed(this.#markup, start) ?? readTag(this.#markup, start);
    if (tag === undefined) return false;
    if (tag.name === 'plaintext') return this.#rest(start);
    const decode = CONTENTS.get(tag.name);
    const last = decode === undefined ? tag.end : this.#endOf(tag);
    // what looks like a tag in such a content is read in its own way
    if (decode === true && this.#markup.slice(tag.end, last).includes('<')) return this.#rest(start);
    this.#events.tag?.(tag.name, tag.attributes);
    if (decode !== undefined) this.#content(tag, last, decode);
    return this.#goOn(last);
  }

  /** The end of a tag, or of a run of tags, that nobody wants to see; -1: it may matter. */
  #pass(start: number): number {
    const { run, one } = this.#wanted;
    const sign = this.#signs.next(start);
    if (start > this.#slow) {
      const end = match(run, this.#markup, start);
      if (end <= sign) return end;
      if (end === NEVER) return -1;
      this.#slow = end;
    }
    const end = match(one, this.#markup, start);
    return end <= sign ? end : -1;
  }

  /** Where the content of a tag ends that is no markup. */
  #endOf({ name, end }: Tag): number {
    let close = this.#markup.indexOf('</', end);
    while (close >= 0 && !closes(this.#markup, close, name)) close = this.#markup.indexOf('</', close + 2);
    return close < 0 ? this.#markup.length : close;
  }

  #content({ name, end }: Tag, last: number, decode: boolean): void {
    const code = name === 'script' || name === 'style';
    if (code && last > end) this.#events.text?.(this.#markup.slice(end, last), name);
    this.#text = end;
    if (!code) this.#flush(last, decode);
  }

  #close(start: number): boolean {
    const next = this.#markup.charCodeAt(start + 2);
    // `</>` is nothing at all: the text goes on behind it
    if (next === GREATER || Number.isNaN(next)) return this.#rest(this.#text);
    if (!isLetter(next)) return this.#comment(start, this.#markup.indexOf('>', start + 2), start + 2);
    this.#flush(start);
    const passed = this.#pass(start);
    if (passed > 0) return this.#goOn(passed);
    const end = this.#markup.indexOf('>', start);
    return end >= 0 && this.#goOn(end + 1);
  }

  #declared(start: number): boolean {
    const markup = this.#markup;
    if (markup.startsWith('<![CDATA[', start)) return this.#rest(this.#text);
    if (!markup.startsWith('<!--', start)) return this.#comment(start, markup.indexOf('>', start + 2), start + 2);
    const end = markup.indexOf('-->', start + 2);
    const odd = markup.slice(start + 4, end < 0 ? undefined : end).includes('--!>');
    return odd ? this.#rest(this.#text) : this.#comment(start, end, start + 4, 3);
  }

  #comment(start: number, end: number, inner: number, width = 1): boolean {
    if (end < 0) return this.#rest(this.#text);
    this.#flush(start);
    this.#events.comment?.(this.#markup.slice(inner, Math.max(inner, end)));
    return this.#goOn(end + width);
  }

  #goOn(end: number): boolean {
    this.#text = end;
    this.#position = end;
    return true;
  }

  #rest(start: number): false {
    readMarkup(this.#markup.slice(start), this.#events);
    return false;
  }

  #flush(end: number, decode = true): void {
    const start = this.#text;
    if (end <= start) return;
    const text = this.#markup.slice(start, end);
    if (this.#signs.next(start) >= end && !(this.#wanted.slashes && text.includes('/'))) return;
    this.#events.text?.(decode ? decodeText(text) : text, '');
    this.#text = end;
  }
}

const NEVER = Number.POSITIVE_INFINITY;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const GREATER = 0x3e;

function isLetter(unit: number): boolean {
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function match(find: RegExp, text: string, start: number): number {
  find.lastIndex = start;
  return find.test(text) ? find.lastIndex : NEVER;
}

const CLOSER = /<\/([a-z]+)(?=[ \t\n\f\r/>])/iy;

function closes(markup: string, start: number, name: string): boolean {
  CLOSER.lastIndex = start;
  return CLOSER.exec(markup)?.[1]?.toLowerCase() === name;
}

const NAME = /<([a-z][a-z0-9:-]*)(?=[ \t\n\f\r/>])/iy;
const ATTRIBUTE = new RegExp(
  String.raw`${GAP}+([a-z_][a-z0-9:_-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^ \t\n\f\r"'=<>\x60/]+)(?!/)))?(?=[/>]|${GAP})`,
  'iy',
);
const END = /[ \t\n\f\r]*\/?>/y;

/** A tag as one writes it; undefined: it is another. */
function wellFormed(markup: string, start: number): Tag | undefined {
  NAME.lastIndex = start;
  const name = NAME.exec(markup)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  let end = NAME.lastIndex;
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = end;
  for (let found = ATTRIBUTE.exec(markup); found !== null; found = ATTRIBUTE.exec(markup)) {
    end = ATTRIBUTE.lastIndex;
    const value = unescaped(found[2] ?? found[3] ?? found[4] ?? '');
    const attribute = found[1]?.toLowerCase();
    if (value === undefined || attribute === undefined) return undefined;
    if (!attributes.has(attribute)) attributes.set(attribute, value);
  }
  const whole = match(END, markup, end);
  return whole === NEVER ? undefined : { name, attributes, end: whole };
}

/** The one character reference that every address has; undefined: there are others. */
function unescaped(value: string): string | undefined {
  if (!value.includes('&')) return value;
  return /&(?!amp;)/u.test(value) ? undefined : value.replaceAll('&amp;', '&');
}
