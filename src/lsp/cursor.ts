/**
 * Where in a YAML text somebody is writing: told by the text before the cursor alone, because while people type it is hardly ever whole.
 * Lines are read by their indentation, brackets and quotes as they come; one that was never closed ends where the next key of the block stands.
 */
import type { DocumentPath } from '../finding.js';
import { readFlow } from './cursor-flow.js';
import { isBroken, type Reading, readQuoted, type Token } from './cursor-token.js';

export interface Cursor {
  /** The value that is being written, or the map in which a key is. */
  readonly path: DocumentPath;
  /** `open`: on a new line or behind a dash, where a key or a value may come. */
  readonly role: 'key' | 'value' | 'open';
  /** What stands before the cursor, without its quote. */
  readonly typed: string;
  /** What is being written as a whole, in UTF-16 units, with its quotes. */
  readonly start: number;
  readonly end: number;
  /** Inside of brackets or braces. */
  readonly inFlow: boolean;
  /** A colon follows: the key is there, and is being changed. */
  readonly hasColon: boolean;
}

/** A step into the block, and the column of its key or dash. */
interface Level {
  readonly column: number;
  readonly step: string | number;
}

/** A plain key: up to the first colon that ends a word. */
const KEY = /^(?![-?]\s|[[\]{}#&*!|>%@`"',])((?:(?!\s#|:(?:\s|$)).)+?)\s*:(?=\s|$)/u;
const QUOTED_KEY = /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')\s*:(?=\s|$)/u;

/** @returns undefined in comments, in long texts, and where a value is finished */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const reading: Reading = { text, until: offset };
  let levels: Level[] = [];
  let at = 0;
  while (at <= offset) {
    const step = readLine(reading, at, levels);
    if (step.is === 'here') return cursorOf(reading, step.token);
    if (step.is === 'nowhere') return undefined;
    levels = step.levels;
    at = text[step.next - 1] === '\n' ? step.next : endOfLine(text, step.next) + 1;
  }
  return undefined;
}

type Step =
  | { readonly is: 'here'; readonly token: Token }
  /** The cursor is where nothing can be offered. */
  | { readonly is: 'nowhere' }
  | { readonly is: 'past'; readonly levels: Level[]; readonly next: number };

/** Reads one line of the block from its start; what begins in it may end lines later. */
function readLine(reading: Reading, lineStart: number, above: readonly Level[]): Step {
  const { text, until } = reading;
  const end = endOfLine(text, lineStart);
  const isLast = until <= end;
  const visible = text.slice(lineStart, isLast ? until : end).replace(/\r$/u, '');
  let column = visible.search(/[^ ]|$/u);
  let levels = [...above];
  let rest = visible.slice(column);
  // Empty lines and comments say nothing, unless the cursor is there.
  if (rest.startsWith('#') || /^(?:---|\.\.\.|%)/u.test(visible)) return isLast ? NOWHERE : { is: 'past', levels, next: end + 1 };
  if (rest.trim() === '' && !isLast) return { is: 'past', levels, next: end + 1 };
  for (let dash = /^-(?:\s+|$)/u.exec(rest); dash !== null; dash = /^-(?:\s+|$)/u.exec(rest)) {
    levels = levels.filter(level => level.column <= column);
    const before = levels.at(-1);
    const index = before !== undefined && isEntry(before, column) ? Number(before.step) + 1 : 0;
    levels = [...levels.filter(level => !isEntry(level, column)), { column, step: index }];
    column += dash[0].length;
    rest = rest.slice(dash[0].length);
    if (rest === '' && isLast) return here(levels, 'open', reading, lineStart + column);
  }
  levels = levels.filter(level => level.column < column);
  const key = QUOTED_KEY.exec(rest) ?? KEY.exec(rest);
  const start = lineStart + column;
  if (key === null) return readContent(reading, start, end, levels, 'open');
  const name = key[1] ?? key[2] ?? '';
  const inside = [...levels, { column, step: name }];
  return readContent(reading, start + key[0].length, end, inside, 'value');
}

function isEntry({ column, step }: Level, at: number): boolean {
  return column === at && typeof step === 'number';
}

/** What stands behind a key or a dash, or alone on its line. */
function readContent(reading: Reading, from: number, end: number, levels: Level[], role: 'open' | 'value'): Step {
  const { text, until } = reading;
  const isLast = until <= end;
  const start = from + text.slice(from, Math.min(end, until)).search(/\S|$/u);
  const first = start < until ? text[start] : undefined;
  const column = levels.at(-1)?.column ?? -1;
  const past = (next: number): Step => ({ is: 'past', levels, next });
  if (first === undefined || start >= end) return isLast ? here(levels, role, reading, start) : past(end + 1);
  if (first === '#') return isLast ? NOWHERE : past(end + 1);
  if (role === 'value' && (first === '|' || first === '>')) return isLast ? NOWHERE : past(endOfBlock(reading, end + 1, column));
  if (first === '[' || first === '{') {
    const flow = readFlow(reading, start, column, steps(levels));
    return flow.is === 'past' ? past(flow.next) : flow;
  }
  if (first === '"' || first === "'") {
    const quoted = readQuoted(reading, start, column);
    if (quoted !== undefined) return past(quoted);
    return { is: 'here', token: { path: steps(levels), role, start, isQuoted: true, inFlow: false } };
  }
  if (!isLast) return past(end + 1);
  const plain = text.slice(start, until);
  return /\s#/u.test(plain) ? NOWHERE : here(levels, role, reading, start);
}

const NOWHERE = { is: 'nowhere' } as const;

function here(levels: readonly Level[], role: Token['role'], { text }: Reading, start: number): Step {
  return { is: 'here', token: { path: steps(levels), role, start: Math.min(start, text.length), isQuoted: false, inFlow: false } };
}

function steps(levels: readonly Level[]): DocumentPath {
  return levels.map(({ step }) => step);
}

/** Where a long text (`|`, `>`) ends: at the first line that is no deeper than its key; beyond the cursor when it is still in it. */
function endOfBlock({ text, until }: Reading, from: number, column: number): number {
  let at = from;
  while (at <= until) {
    if (isBroken(text, at, column)) return at;
    at = endOfLine(text, at) + 1;
  }
  return at;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}

function cursorOf({ text, until }: Reading, { path, role, start, isQuoted, inFlow }: Token): Cursor {
  const line = text.slice(until, endOfLine(text, until)).replace(/\r$/u, '');
  const quote = text[start] ?? '';
  const end = until + (isQuoted ? restOfQuoted(line, quote) : restOfPlain(line, role !== 'value' && !inFlow));
  const typed = text.slice(isQuoted ? start + 1 : start, until);
  return { path, role, typed, start, end, inFlow, hasColon: /^\s*:(?:\s|$)/u.test(text.slice(end, end + 200)) };
}

function restOfQuoted(line: string, quote: string): number {
  const close = line.indexOf(quote);
  return close < 0 ? 0 : close + 1;
}

/** A key may have blanks in it: it ends at its colon. */
function restOfPlain(line: string, mayBeKey: boolean): number {
  const key = mayBeKey ? /^[^:#,[\]{}"']*?(?=\s*:(?:\s|$))/u.exec(line) : null;
  return key === null ? line.search(/[\s,[\]{}:"'#]|$/u) : key[0].length;
}
