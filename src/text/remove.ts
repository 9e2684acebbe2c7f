/** Taking an entry of a map or an item of a list out of a YAML file by text edit. */
import type { DocumentPath, Edit } from '../finding.js';
import type { TextDocument, TextRange } from './document.js';
import { isFlow } from './layout.js';

export interface Removal {
  readonly edits: readonly Edit[];
  /** It takes comments that stand above, in or behind the entry. */
  readonly takesComments: boolean;
}

/**
 * The edits that take out an entry with its key and its comments. What becomes empty is written `{}` or `[]`.
 * @returns undefined when the place does not exist, or is laid out so that no line of it stands alone
 */
export function removeAt(document: TextDocument, text: string, path: DocumentPath): Removal | undefined {
  const above = path.slice(0, -1);
  const value = document.rangeOf(path, 'value');
  const key = document.rangeOf(path, 'key');
  const whole = document.rangeOf(above, 'value');
  if (path.length === 0 || value === undefined || key === undefined || whole === undefined) return undefined;
  const entry: TextRange = { start: Math.min(key.start, value.start), end: Math.max(key.end, value.end) };
  if (text[whole.start] === '*' || entry.start < whole.start || entry.end > whole.end) return undefined;
  if (isFlow(document, text, above)) return removal(text, fromBraces(text, entry, whole));
  const isList = typeof path.at(-1) === 'number';
  const isFirst = isList ? path.at(-1) === 0 : entry.start === whole.start;
  const isOnly = isFirst && entry.end === whole.end;
  // Without its last entry the file would be empty.
  if (isOnly && above.length === 0) return undefined;
  return removal(text, fromBlock(text, entry, { isList, isFirst, isOnly, parentKey: document.rangeOf(above, 'key') }));
}

/** What may be a comment; a text with a blank in front of the sign counts as one, rather than losing one. */
const ANY_COMMENT = /(?:^|\s)#/u;

function removal(text: string, edits: readonly Edit[] | undefined): Removal | undefined {
  return edits === undefined
    ? undefined
    : { edits, takesComments: edits.some(({ start, end }) => ANY_COMMENT.test(text.slice(start, end))) };
}

interface Layout {
  readonly isList: boolean;
  readonly isFirst: boolean;
  readonly isOnly: boolean;
  readonly parentKey: TextRange | undefined;
}

const BLANK = /^[ \t\r]*$/u;
const COMMENT = /^([ \t]*)#/u;
/** In front of an item of a list: the dash, and what names or types the value. */
const DASH = /^[ \t]*-[ \t]+(?:[&!]\S*[ \t]+)*$/u;

function fromBlock(text: string, entry: TextRange, { isList, isFirst, isOnly, parentKey }: Layout): readonly Edit[] | undefined {
  const lineStart = startOfLine(text, entry.start);
  const before = text.slice(lineStart, entry.start);
  if (!(isList ? DASH : BLANK).test(before)) return undefined;
  const indent = isList ? before.indexOf('-') : before.length;
  const end = endOfEntry(text, entry.end, indent);
  // A comment above the first of several is about all of them.
  const start = isFirst && !isOnly ? lineStart : startOfComments(text, lineStart, indent);
  const lines = { start, end, text: '' };
  if (!isOnly) return [lines];
  const colon = parentKey === undefined ? -1 : text.indexOf(':', parentKey.end);
  if (parentKey === undefined || colon < 0 || colon >= start) return undefined;
  return [{ start: colon + 1, end: colon + 1, text: isList ? ' []' : ' {}' }, lines];
}

/** Behind the line of the last value, and behind comment lines that are deeper than the entry. */
function endOfEntry(text: string, valueEnd: number, indent: number): number {
  let end = text[valueEnd - 1] === '\n' ? valueEnd : endOfLine(text, valueEnd);
  for (let at = end; at < text.length; ) {
    const next = endOfLine(text, at);
    const line = text.slice(at, next).replace(/\n$/u, '');
    const depth = COMMENT.exec(line)?.[1]?.length;
    if (depth !== undefined && depth > indent) end = next;
    else if (!BLANK.test(line)) break;
    at = next;
  }
  return end;
}

/** The first of the comment lines that stand directly above, as far in as the entry. */
function startOfComments(text: string, lineStart: number, indent: number): number {
  let start = lineStart;
  while (start > 0) {
    const previous = startOfLine(text, start - 1);
    if (COMMENT.exec(text.slice(previous, start))?.[1]?.length !== indent) break;
    start = previous;
  }
  return start;
}

function fromBraces(text: string, entry: TextRange, whole: TextRange): readonly Edit[] {
  const { start, end } = withNames(text, entry, whole);
  if (/^\s*$/u.test(text.slice(whole.start + 1, start)) && /^\s*,?\s*$/u.test(text.slice(end, whole.end - 1)))
    return [{ start: whole.start + 1, end: whole.end - 1, text: '' }];
  const comma = /^[ \t]*,/u.exec(text.slice(end, whole.end - 1))?.[0].length;
  const behind = end + (comma ?? 0);
  const rest = /^[ \t]*(?:#[^\n]*)?(\r?\n)?/u.exec(text.slice(behind, whole.end - 1)) ?? [''];
  const lineStart = startOfLine(text, start);
  if (rest[1] !== undefined && lineStart > whole.start && BLANK.test(text.slice(lineStart, start)))
    return [{ start: lineStart, end: behind + rest[0].length, text: '' }];
  if (comma !== undefined) {
    const blanks = /^[ \t]*/u.exec(text.slice(behind))?.[0].length ?? 0;
    return [{ start, end: behind + blanks, text: '' }];
  }
  // The last one goes with the comma in front of it, when that stands in the same line.
  const front = /,[ \t]*$/u.exec(text.slice(whole.start + 1, start))?.[0].length ?? 0;
  return [{ start: start - front, end, text: '' }];
}

/** With the anchor or tag in front of a value. */
function withNames(text: string, { start, end }: TextRange, whole: TextRange): TextRange {
  const names = /(?:[&!][^\s,[\]{}]*[ \t]+)+$/u.exec(text.slice(whole.start + 1, start))?.[0].length ?? 0;
  return { start: start - names, end };
}

function startOfLine(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
}

/** Behind the line end. */
function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
}
