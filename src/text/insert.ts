/** Adding entries to a YAML file by text edit: comments, quotes, spacing and line ends of all other lines stay. */
import type { DocumentPath, Edit } from '../finding.js';
import { isRecord } from '../guards.js';
import type { TextDocument, TextRange } from './document.js';
import { eolOf, indentAt, indented, isInBraces, stepsInto, valueAtPath } from './layout.js';
import { keyText, valueText } from './scalars.js';
import { parseYaml } from './yaml.js';

const INDENT = '  ';

/**
 * The edits that add entries to a map, behind its last entry; a map that is not there is made, and those around it.
 * @param entry one or more entries as block YAML without indentation, `\n` between lines; in a map written in braces they go in
 * without their comments
 * @returns undefined where something else than a map stands in the way, or an alias: nothing can be added by text edit
 */
export function insertInto(document: TextDocument, text: string, path: DocumentPath, entry: string): readonly Edit[] | undefined {
  const into = inMapThere(document, path, entry);
  return insertThere(document, text, into.path, into.lines);
}

/** Lines for a map, and the map around it that is there: keys that are not come with the lines. */
export function inMapThere(document: TextDocument, path: DocumentPath, lines: string): { path: DocumentPath; lines: string } {
  const last = path.at(-1);
  if (last === undefined || valueAtPath(document, path) !== undefined) return { path, lines };
  return inMapThere(document, path.slice(0, -1), `${keyText(String(last))}:\n${indented(lines, INDENT)}`);
}

function insertThere(document: TextDocument, text: string, path: DocumentPath, entry: string): readonly Edit[] | undefined {
  const value = valueAtPath(document, path);
  const range = document.rangeOf(path, 'value');
  if (path.length === 0 && value === null) return intoNothing(text, range ?? { start: 0, end: 0 }, entry);
  if (range === undefined) return undefined;
  // Behind an alias stands text of another part.
  if ((value !== null && !isRecord(value)) || text[range.start] === '*') return undefined;
  const inBraces = isInBraces(document, text, path.slice(0, -1));
  // A map that has entries is never looked through: it may be long.
  const isEmpty = value === null || /^\{\s*\}$/u.test(text.slice(range.start, range.end));
  if (inBraces && value === null) return [{ ...range, text: `${inFrontOf(document, text, path, range)}{${inner(text, entry)}}` }];
  if (text[range.start] === '{' && (inBraces || !isEmpty || path.length === 0)) return [intoBraces(document, text, path, entry)];
  if (path.length === 0) return [beforeEndMarker(text, range, indented(entry, indentAt(text, range.start)))];
  if (!isEmpty) return [afterLast(text, range, indented(entry, indentAt(text, range.start)))];
  return asFirst(document, text, path, range, entry);
}

/**
 * The edits that add entries in front of all others of the whole file.
 * @returns undefined when the file is no map
 */
export function insertFirst(document: TextDocument, text: string, entry: string): readonly Edit[] | undefined {
  const range = document.rangeOf([], 'value');
  if (!isRecord(document.value) || range === undefined || text[range.start] === '*') return undefined;
  if (text[range.start] === '{') {
    const at = range.start + 1;
    return [{ start: at, end: at, text: `${inner(text, entry)}${Object.keys(document.value).length === 0 ? '' : ', '}` }];
  }
  const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
  return [insertion(text, lineStart, indented(entry, indentAt(text, range.start)))];
}

/**
 * The edits that add items to the end of a list; a list that is not there is made.
 * @param items one or more as block YAML with their dashes, without indentation; in a list written in brackets they go in without their comments
 * @returns undefined where something else than a list stands in the way, or an alias
 */
export function appendTo(document: TextDocument, text: string, path: DocumentPath, items: string): readonly Edit[] | undefined {
  const list = valueAtPath(document, path);
  const range = document.rangeOf(path, 'value');
  const last = path.at(-1);
  if (last === undefined) return undefined;
  if (list === undefined) return insertInto(document, text, path.slice(0, -1), `${keyText(String(last))}:\n${indented(items, INDENT)}`);
  if (range === undefined) return undefined;
  if ((list !== null && !Array.isArray(list)) || text[range.start] === '*') return undefined;
  if (text[range.start] === '[') return [intoBraces(document, text, path, items)];
  if (list !== null) return [afterLast(text, range, indented(items, indentAt(text, range.start)))];
  if (!isInBraces(document, text, path.slice(0, -1))) return asFirst(document, text, path, range, items);
  return [{ ...range, text: `${inFrontOf(document, text, path, range)}[${inner(text, items)}]` }];
}

/** The first entry of a map or list that is empty, on the lines behind its key. */
function asFirst(document: TextDocument, text: string, path: DocumentPath, range: TextRange, entry: string): Edit[] | undefined {
  const key = document.rangeOf(path, 'key');
  if (key === undefined) return undefined;
  const indent = indentAt(text, key.start) + INDENT;
  const colon = hasColon(text, key, range) ? '' : `${indentAt(text, text.lastIndexOf('?', key.start))}:\n`;
  return [...emptied(text, range), lineAfter(text, Math.max(range.end, key.end), colon + indented(entry, indent))];
}

/** The first entries of a file that has none, in front of its end mark. */
function intoNothing(text: string, range: TextRange, lines: string): Edit[] {
  return [...emptied(text, range), beforeEndMarker(text, range, lines)];
}

/** Takes a value out that says that there is none: `null`, `~`, empty braces. */
function emptied(text: string, { start, end }: TextRange): Edit[] {
  return end > start ? [{ start: text[start - 1] === ' ' ? start - 1 : start, end, text: '' }] : [];
}

/** What a value in braces needs in front of it. */
function inFrontOf(document: TextDocument, text: string, path: DocumentPath, range: TextRange): string {
  const key = document.rangeOf(path, 'key');
  if (key !== undefined && !hasColon(text, key, range)) return ': ';
  return range.start === range.end ? ' ' : '';
}

/** A key may stand without a colon: behind `?`, and in braces. */
function hasColon(text: string, key: TextRange, value: TextRange): boolean {
  return text.slice(key.end, value.start).includes(':');
}

/** Behind the last entry of a map or list in braces or brackets. Behind a comment, only a new line is text again. */
function intoBraces(document: TextDocument, text: string, path: DocumentPath, entries: string): Edit {
  const { start, end } = document.rangeOf(path, 'value') ?? { start: 0, end: 0 };
  const steps = stepsInto(valueAtPath(document, path));
  const lastEnd = steps.reduce((last: number, step) => Math.max(last, document.rangeOf([...path, step], 'value')?.end ?? 0), start + 1);
  // Nothing but commas, blanks and comments.
  const behind = text.slice(lastEnd, end - 1).trimEnd();
  const needsComma = steps.length > 0 && !behind.replace(/#.*$/gmu, '').includes(',');
  const line = behind.includes('#') ? `${eolOf(text)} ` : '';
  const separator = needsComma ? ', ' : steps.length > 0 || line !== '' ? ' ' : '';
  const at = lastEnd + behind.length;
  return { start: at, end: at, text: `${line}${separator}${inner(text, entries)}` };
}

/** Entries or items in flow notation without the outer braces; in a file that is JSON, as JSON. */
function inner(text: string, entries: string): string {
  return inFlow(parseYaml(entries).value, /^\s*\{\s*"/u.test(text)).slice(1, -1);
}

function inFlow(value: unknown, isJson: boolean): string {
  if (Array.isArray(value)) return `[${value.map(entry => inFlow(entry, isJson)).join(', ')}]`;
  if (typeof value === 'string') return isJson ? JSON.stringify(value) : valueText(value);
  if (!isRecord(value)) return String(value);
  const pairs = Object.entries(value).map(([key, entry]) => `${isJson ? JSON.stringify(key) : keyText(key)}: ${inFlow(entry, isJson)}`);
  return `{${pairs.join(', ')}}`;
}

function beforeEndMarker(text: string, root: TextRange, lines: string): Edit {
  const marker = /^\.\.\.(?=\s|$)/mu.exec(text.slice(root.end));
  return marker === null ? atEnd(text, lines) : insertion(text, root.end + marker.index, lines);
}

function atEnd(text: string, lines: string): Edit {
  const edit = insertion(text, text.length, lines);
  return text === '' || text.endsWith('\n') ? edit : { ...edit, text: eolOf(text) + edit.text };
}

/** On the line after the last entry of a map or list. */
function afterLast(text: string, map: TextRange, lines: string): Edit {
  return text[map.end - 1] === '\n' ? insertion(text, map.end, lines) : lineAfter(text, map.end, lines);
}

/** On the line after the one in which an offset stands; a comment behind it stays there. */
function lineAfter(text: string, offset: number, lines: string): Edit {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? atEnd(text, lines) : insertion(text, newline + 1, lines);
}

function insertion(text: string, at: number, lines: string): Edit {
  const eol = eolOf(text);
  return { start: at, end: at, text: `${lines.replace(/\n+$/u, '').replaceAll('\n', eol)}${eol}` };
}
