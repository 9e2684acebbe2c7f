/** Offsets → lines and columns, and the line of the text with the marked part. */
import type { TextRange } from './document.js';
import { later } from './later.js';

/** Both count from 1; columns count characters (code points), not bytes and not UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One line of a text in three parts, tabs as spaces, without line end; `marked` may be empty. */
export interface Snippet extends Position {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export interface Lines {
  /** Where an offset stands; offsets beyond the text count as its end. */
  position(offset: number): Position;
  /** The line at which a range starts, cut to at most `limit` characters around the mark. */
  snippet(range: TextRange, limit?: number): Snippet;
  /** A whole line, from 1, without its end; empty when there is none. */
  line(number: number): string;
}

const BYTE_ORDER_MARK = '\ufeff';
const TAB_WIDTH = 2;
const SNIPPET_LENGTH = 120;

/** Indexes a text by lines (`\n` or `\r\n`), once; each position then takes a binary search. A byte order mark is no column. */
export function linesOf(text: string): Lines {
  const starts = [text.startsWith(BYTE_ORDER_MARK) ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);

  /** Number of the line, from 0, and its first offset. */
  function lineAt(offset: number): { index: number; start: number } {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { index: low, start: starts[low] ?? 0 };
  }

  function position(offset: number): Position {
    const at = Math.min(offset, text.length);
    const { index, start } = lineAt(at);
    return { line: index + 1, column: [...text.slice(start, at)].length + 1 };
  }

  function line(number: number): string {
    const start = starts[number - 1] ?? text.length;
    return text.slice(start, (starts[number] ?? text.length + 1) - 1).replace(/\r$/u, '');
  }

  function snippet(range: TextRange, limit = SNIPPET_LENGTH): Snippet {
    const { index, start } = lineAt(range.start);
    const end = start + line(index + 1).length;
    const from = Math.min(range.start, end);
    const to = Math.min(Math.max(range.end, from), end);
    const before = text.slice(start, from);
    const marked = text.slice(from, to).trimEnd();
    const after = text.slice(from + marked.length, end);
    return { ...position(range.start), ...cut(before, marked, after, limit) };
  }

  return { position, snippet, line };
}

function cut(before: string, marked: string, after: string, limit: number): Pick<Snippet, 'before' | 'marked' | 'after'> {
  const mark = shortened([...withoutTabs(marked)], limit);
  const room = Math.max(limit - mark.length, 0);
  const left = [...withoutTabs(before)];
  const right = [...withoutTabs(after)];
  const leftRoom = Math.max(Math.floor(room / 2), room - right.length);
  const kept = left.length <= leftRoom ? left : ['…', ...left.slice(left.length - Math.max(leftRoom - 1, 0))];
  return { before: kept.join(''), marked: mark.join(''), after: shortened(right, Math.max(room - kept.length, 0)).join('') };
}

function shortened(characters: readonly string[], limit: number): readonly string[] {
  return characters.length <= limit ? characters : [...characters.slice(0, Math.max(limit - 1, 0)), '…'];
}

function withoutTabs(text: string): string {
  return text.replaceAll('\t', ' '.repeat(TAB_WIDTH));
}

/** Letters and signs of European languages, each one cell wide. */
const ONE_CELL_EACH = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20ac]*$/u;
const NO_CELL = later(() => /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u);
const TWO_CELLS = later(
  () =>
    /^[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]$/u,
);

/** Has a text only signs of one cell each? Most texts have. */
export function isOneCellEach(text: string): boolean {
  return ONE_CELL_EACH.test(text);
}

/** Cells that a text takes in a terminal: marks none, East Asian letters and emoji two. For control characters: escape them first. */
export function cellsOf(text: string): number {
  if (isOneCellEach(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += NO_CELL().test(character) ? 0 : TWO_CELLS().test(character) ? 2 : 1;
  return cells;
}
