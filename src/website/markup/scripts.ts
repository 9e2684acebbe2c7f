/** The code inside one file of markup, put together to scripts as long as the file. */
import type { TextRange } from '../../text/document.js';
import type { Script } from '../site.js';
import { blank } from './blank.js';

export type ScriptKind = Pick<Script, 'dialect' | 'inline' | 'held'> & { readonly scope: 'page' | 'module' | 'handler' };

interface Chunk extends TextRange {
  readonly code: string;
}

interface Group {
  readonly kind: ScriptKind;
  readonly chunks: Chunk[];
}

/** A line end that is none of the file's. */
const LINE_SEPARATOR = '\u2028';

/** Collects pieces of code; those that share a scope become one script. */
export class Scripts {
  readonly #groups = new Map<string, Group>();

  /** @param code as long as its range; pieces of a kind come in the order of the file */
  add(kind: ScriptKind, { start, end }: TextRange, code: string): void {
    if (code.trim() === '') return;
    const key = JSON.stringify(kind);
    const group = this.#groups.get(key) ?? { kind, chunks: [] };
    group.chunks.push({ start, end, code: readable(code) });
    this.#groups.set(key, group);
  }

  /** @param text of the file */
  all(path: string, text: string): Script[] {
    const spaces = blank(text);
    return [...this.#groups.values()].map(({ kind: { scope, ...kind }, chunks }) => {
      return { path, text: joined(chunks, spaces, scope === 'handler'), ...kind };
    });
  }
}

/** In place of the marks around a piece: code that handles an event becomes a function that somebody else calls. */
const HANDLER = { open: ';()=>{', close: '}' };
/** Between two pieces a statement and a line end, whatever the first one lacks. */
const PIECE = { open: ';', close: LINE_SEPARATOR };
const ONLY = { open: '', close: '' };

function joined(chunks: readonly Chunk[], spaces: string, isHandler: boolean): string {
  const { open, close } = isHandler ? HANDLER : chunks.length > 1 ? PIECE : ONLY;
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end, code } of [...chunks].sort((a, b) => a.start - b.start)) {
    if (start < last) continue;
    const from = start - open.length;
    const hasRoom = from >= last && spaces.slice(from, start) === ' '.repeat(open.length) && spaces.startsWith(' ', end);
    const around = hasRoom ? { open, close } : ONLY;
    pieces.push(spaces.slice(last, start - around.open.length), around.open, code, around.close);
    last = end + around.close.length;
  }
  return [...pieces, spaces.slice(last)].join('');
}

/** Code as the compiler reads it: without the marks that hide it from old browsers, and with what a template adds to it in its place. */
function readable(code: string): string {
  return withoutEndMark(code)
    .replace(/^\s*(?:<!--[^\n]*|(?:\/\/[ \t]*)?<!\[CDATA\[)/u, blank)
    .replace(/(["'\])}])\u2d63(?=\u2d63*\s*\))/gu, '$1,')
    .replace(/(["'])\u2d63+(?:\r?\n[ \u2d63]*)+\1/gu, unbroken);
}

/** Only the last characters are looked at: a search through long spaces would take long. */
function withoutEndMark(code: string): string {
  const end = code.trimEnd().length;
  const mark = /(?:\/\/[ \t]*)?(?:\]\]>|-->)$/u.exec(code.slice(Math.max(end - 20, 0), end))?.[0] ?? '';
  return code.slice(0, end - mark.length) + blank(mark) + code.slice(end);
}

/** A text over several lines, which only a template can write: its lines go on. */
function unbroken(text: string): string {
  return text.replaceAll(/[^\r\n](?=\r?\n)/gu, '\\');
}
