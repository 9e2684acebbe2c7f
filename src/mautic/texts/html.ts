/**
 * Markup, as a stream of tags and texts. Only the tokenizer of htmlparser2 is used: it keeps no stack of open tags, so that time stays
 * linear whatever is never closed, and broken markup is read as browsers read it.
 */
import { Tokenizer } from 'htmlparser2';

export type Attributes = ReadonlyMap<string, string>;

export interface MarkupEvents {
  readonly tag?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  /** @param inside `script` or `style` when the text is code */
  readonly text?: (text: string, inside: string) => void;
  readonly comment?: (text: string) => void;
}

const CODE: ReadonlySet<string> = new Set(['script', 'style']);

/**
 * Reads markup once from start to end.
 * @param decode whether entities are decoded (not, when they already were)
 */
export function readMarkup(markup: string, events: MarkupEvents, decode = true): void {
  const tag = ({ name, attributes }: Tag): undefined => {
    events.tag?.(name, attributes);
  };
  tokenize(markup, { ...events, tag }, decode);
}

/** A tag that was opened. */
export interface Tag {
  readonly name: string;
  readonly attributes: Attributes;
  /** Where it ends in the markup. */
  readonly end: number;
}

/** The tag that opens with the `<` at a position; undefined: it never ends. */
export function readTag(markup: string, start: number): Tag | undefined {
  let read: Tag | undefined;
  tokenize(markup.slice(start), {
    tag: tag => {
      read = { ...tag, end: start + tag.end };
      return 'enough';
    },
  });
  return read;
}

type TagEvents = Omit<MarkupEvents, 'tag'> & { readonly tag: (tag: Tag) => 'enough' | undefined };

function tokenize(markup: string, events: TagEvents, decode = true): void {
  let tag = '';
  let inside = '';
  let attribute = '';
  let value = '';
  let text = '';
  let attributes = new Map<string, string>();
  const flush = (): void => {
    if (text !== '') events.text?.(text, inside);
    text = '';
  };
  const opened = (end: number): void => {
    flush();
    inside = CODE.has(tag) ? tag : inside;
    if (events.tag({ name: tag, attributes, end: end + 1 }) === 'enough') tokenizer.pause();
    attributes = new Map();
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: decode },
    {
      onattribname: (start, end) => {
        attribute = markup.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        value += markup.slice(start, end);
      },
      onattribentity: code => {
        value += String.fromCodePoint(code);
      },
      onattribend: () => {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      onopentagname: (start, end) => {
        flush();
        tag = markup.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        flush();
        inside = '';
        events.close?.(markup.slice(start, end).toLowerCase());
      },
      ontext: (start, end) => {
        text += markup.slice(start, end);
      },
      ontextentity: code => {
        text += String.fromCodePoint(code);
      },
      oncomment: (start, end, offset) => {
        flush();
        events.comment?.(markup.slice(start, end - offset));
      },
      oncdata: (start, end, offset) => {
        text += markup.slice(start, end - offset);
      },
      ondeclaration: flush,
      onprocessinginstruction: flush,
      onend: flush,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}

/** Decodes character references as they count in a text: known names without a semicolon, too. What looks like a tag in it is none. */
export function decodeText(raw: string): string {
  if (!raw.includes('&')) return raw;
  let decoded = '';
  // in this element nothing but its own end is markup
  readMarkup(`<textarea>${raw.replaceAll('<', '&lt;')}`, { text: text => (decoded += text) });
  return decoded;
}

const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/giu;

/** Decodes character references once, all names of HTML included (`&agrave;`); only whole ones with their semicolon. */
export function decodeAll(text: string): string {
  return text.includes('&') ? text.replace(ENTITY, decodeOne) : text;
}

function decodeOne(entity: string): string {
  let decoded = '';
  readMarkup(entity, { text: text => (decoded += text) });
  return decoded;
}
