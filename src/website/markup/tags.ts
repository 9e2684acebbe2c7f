/** Markup → its tags, texts and inline code with their places. Only the tokenizer of htmlparser2 is used: no stack, so that time stays linear. */
import { Tokenizer } from 'htmlparser2';
import type { TextRange } from '../../text/document.js';

export interface Attribute {
  /** Decoded. */
  readonly value: string;
  readonly at: TextRange;
}

/** A tag that opens; `attributes` by their names in lower case, the first of each name. */
export interface Tag extends TextRange {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, Attribute>;
}

export interface TagEvents {
  readonly open: (tag: Tag) => void;
  /** @param end behind the tag */
  readonly close: (name: string, end: number) => void;
  /** @param inside `script` or `style` when the text is code, else empty */
  readonly text: (at: TextRange, inside: string) => void;
}

const CODE: ReadonlySet<string> = new Set(['script', 'style']);
/** As htmlparser2 counts them: from here on there is a quote around the value. */
const QUOTED = 2;

/**
 * Reads markup once from start to end.
 * @param from added to all places
 * @param selfCloses whether `<iframe />` is an element without content, as in components
 */
export function readTags(markup: string, from: number, selfCloses: boolean, events: TagEvents): void {
  let name = '';
  let start = 0;
  let inside = '';
  let attribute = { name: '', end: 0 };
  let value = { text: '', start: -1 };
  let attributes = new Map<string, Attribute>();
  const opened = (end: number): void => {
    inside = CODE.has(name) ? name : inside;
    events.open({ name, attributes, start: from + start, end: from + end + 1 });
  };
  const ignore = (): void => undefined;
  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: selfCloses },
    {
      onopentagname: (begin, end) => {
        name = markup.slice(begin, end).toLowerCase();
        start = begin - 1;
        attributes = new Map();
      },
      onattribname: (begin, end) => {
        attribute = { name: markup.slice(begin, end).toLowerCase(), end };
        value = { text: '', start: -1 };
      },
      onattribdata: (begin, end) => {
        value = { text: value.text + markup.slice(begin, end), start: value.start < 0 ? begin : value.start };
      },
      onattribentity: code => {
        value = { ...value, text: value.text + String.fromCodePoint(code) };
      },
      onattribend: (quote, end) => {
        if (attributes.has(attribute.name)) return;
        const isQuoted = quote >= QUOTED;
        const last = isQuoted ? end - 1 : end;
        const first = isQuoted ? markup.indexOf(markup.charAt(last), attribute.end) + 1 : value.start;
        const at = { start: from + (first < 0 ? last : Math.min(first, last)), end: from + last };
        attributes.set(attribute.name, { value: value.text, at });
      },
      onopentagend: opened,
      onselfclosingtag: end => {
        opened(end);
        if (selfCloses) inside = '';
      },
      onclosetag: (begin, end) => {
        inside = '';
        events.close(markup.slice(begin, end).toLowerCase(), from + end + 1);
      },
      ontext: (begin, end) => events.text({ start: from + begin, end: from + end }, inside),
      ontextentity: ignore,
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}
