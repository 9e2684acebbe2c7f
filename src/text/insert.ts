/** Adding an entry to a section of a YAML file by text edit: comments, quotes, spacing and line ends of all other lines stay. */
import type { DocumentPath, Edit } from '../finding.js';
import { isRecord } from '../guards.js';
import type { TextDocument, TextRange } from './document.js';
import { parseYaml } from './yaml.js';

const INDENT = '  ';

/**
 * The edits that add lines to a top-level map, which is made at the end of the file when it is not there.
 * @param entry one or more entries as block YAML without indentation, `\n` between lines; in a section written in braces they are put as JSON,
 * which YAML reads, and their comments are lost
 * @returns undefined when the section holds something else than a map, or the file is no map: nothing can be added by text edit
 */
export function insertEntry(document: TextDocument, text: string, section: string, entry: string): readonly Edit[] | undefined {
  const root = document.value;
  const whole = document.rangeOf([], 'value');
  const style: Style = { eol: text.includes('\r\n') ? '\r\n' : '\n', inBraces: whole !== undefined && text[whole.start] === '{' };
  if (root === null || whole === undefined) return [atEnd(text, sectionLines(section, entry), style)];
  if (!isRecord(root)) return undefined;
  if (Object.hasOwn(root, section)) return intoSection(document, text, section, entry, style);
  if (style.inBraces) return [intoBraces(text, whole, `${JSON.stringify(section)}: {${flowPairs(entry)}}`)];
  return [beforeEndMarker(text, whole, sectionLines(section, entry), style)];
}

/**
 * The edits that add lines to a map anywhere in a file, behind its last entry.
 * @returns undefined when there is no map at the path, or none with an entry to stand behind
 */
export function insertInto(document: TextDocument, text: string, path: DocumentPath, entry: string): readonly Edit[] | undefined {
  const range = document.rangeOf(path, 'value');
  const value = path.reduce((map: unknown, step) => (isRecord(map) ? map[step] : undefined), document.value);
  if (range === undefined || !isRecord(value) || Object.keys(value).length === 0 || text[range.start] === '*') return undefined;
  if (text[range.start] === '{') return [intoBraces(text, range, flowPairs(entry))];
  const style: Style = { eol: text.includes('\r\n') ? '\r\n' : '\n', inBraces: false };
  return [afterLast(text, range, indented(entry, indentAt(text, range.start)), style)];
}

interface Style {
  readonly eol: string;
  /** The whole file is one map in braces. */
  readonly inBraces: boolean;
}

function intoSection(document: TextDocument, text: string, section: string, entry: string, style: Style): readonly Edit[] | undefined {
  const value = isRecord(document.value) ? document.value[section] : undefined;
  const key = document.rangeOf([section], 'key');
  const range = document.rangeOf([section], 'value');
  if (key === undefined || range === undefined || (value !== null && !isRecord(value))) return undefined;
  const isEmpty = value === null || Object.keys(value).length === 0;
  if (style.inBraces && value === null) {
    return [{ ...range, text: `${range.start === range.end ? ' ' : ''}{${flowPairs(entry)}}` }];
  }
  if (text[range.start] === '{' && (style.inBraces || !isEmpty)) return [intoBraces(text, range, flowPairs(entry))];
  // Behind an alias stands text of another section.
  if (text[range.start] === '*') return undefined;
  if (!isEmpty) return [afterLast(text, range, indented(entry, indentAt(text, range.start)), style)];
  const emptied = range.end > range.start ? [{ ...range, text: '' }] : [];
  return [...emptied, lineAfter(text, Math.max(range.end, key.end), indented(entry, INDENT), style)];
}

function sectionLines(section: string, entry: string): string {
  return `${section}:\n${indented(entry, INDENT)}`;
}

/** Behind the last pair of a map in braces. */
function intoBraces(text: string, map: TextRange, pairs: string): Edit {
  const inside = text.slice(map.start + 1, map.end - 1).trimEnd();
  const at = map.start + 1 + inside.length;
  return { start: at, end: at, text: `${separatorAfter(inside)}${pairs}` };
}

function separatorAfter(inside: string): string {
  if (inside === '') return '';
  // Behind a comment, only a new line is text again.
  const lastLine = inside.slice(inside.lastIndexOf('\n') + 1);
  if (/(?:^|\s)#/u.test(lastLine)) return '\n , ';
  return inside.endsWith(',') ? ' ' : ', ';
}

/** Entries in flow notation without the outer braces. */
function flowPairs(entry: string): string {
  const { value } = parseYaml(entry);
  const pairs = isRecord(value) ? Object.entries(value) : [];
  return pairs.map(([key, content]) => `${JSON.stringify(key)}: ${JSON.stringify(content)}`).join(', ');
}

function beforeEndMarker(text: string, root: TextRange, lines: string, style: Style): Edit {
  const marker = /^\.\.\.(?=\s|$)/mu.exec(text.slice(root.end));
  return marker === null ? atEnd(text, lines, style) : insertion(root.end + marker.index, lines, style);
}

function atEnd(text: string, lines: string, style: Style): Edit {
  const edit = insertion(text.length, lines, style);
  return text === '' || text.endsWith('\n') ? edit : { ...edit, text: style.eol + edit.text };
}

/** On the line after the last entry of a map. */
function afterLast(text: string, map: TextRange, lines: string, style: Style): Edit {
  return text[map.end - 1] === '\n' ? insertion(map.end, lines, style) : lineAfter(text, map.end, lines, style);
}

/** On the line after the one in which an offset stands; a comment behind it stays there. */
function lineAfter(text: string, offset: number, lines: string, style: Style): Edit {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? atEnd(text, lines, style) : insertion(newline + 1, lines, style);
}

function insertion(at: number, lines: string, style: Style): Edit {
  return { start: at, end: at, text: `${lines.replaceAll('\n', style.eol)}${style.eol}` };
}

function indented(lines: string, indent: string): string {
  return lines
    .replace(/\n+$/u, '')
    .split('\n')
    .map(line => (line === '' ? line : indent + line))
    .join('\n');
}

/** What stands in front of an entry in its line. */
function indentAt(text: string, offset: number): string {
  return ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1));
}
