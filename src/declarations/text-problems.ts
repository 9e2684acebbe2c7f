/** Faults of the text itself as problems, and which faults of values are only their echo. */
import type { DocumentPath, FindingData } from '../finding.js';
import { isRecord } from '../guards.js';
import type { TextDocument, TextFault } from '../text/document.js';
import { type Lines, linesOf } from '../text/position.js';
import { startedBy } from '../text/search.js';
import type { DeclarationFile, Problem } from './model.js';
import { closerReason } from './slips.js';
import type { ValueFault } from './value-faults.js';

/** The problems of a text, in its order. */
export function problemsOfText(file: DeclarationFile): Problem[] {
  const { path: name, text, document } = file;
  if (document.faults.length === 0) return [];
  const lines = linesOf(text);
  const pathAt = pathFinder(document);
  return document.faults.map(fault => {
    const { code, range, first } = fault;
    // Of a key that is there twice, the first one counts: nothing is unknown at its path.
    const path = code === 'duplicate-key' ? [] : pathAt(range.start);
    const place = { file: name, path, at: 'value', range: [range.start, range.end] } as const;
    const problem = { code, subject: `file:${name}`, place, data: dataOf(fault, file, lines) };
    if (first === undefined) return problem;
    return { ...problem, related: [{ place: { file: name, path: [], at: 'key', range: [first.start, first.end] } }] };
  });
}

function dataOf({ code, detail, reason = '', range, first }: TextFault, { text }: DeclarationFile, lines: Lines): FindingData {
  const value = text.slice(range.start, range.end);
  switch (code) {
    case 'duplicate-key':
      return { key: detail, ...(first === undefined ? {} : { line: lines.position(first.start).line }) };
    case 'alias':
      return { key: detail, reason: `alias-${reason}` };
    case 'tag':
      return { value };
    case 'syntax':
      return { reason: `yaml-${closerReason(reason, value, ...lineAround(text, range.start))}`, text: detail, value: value.trim() };
    default:
      return {};
  }
}

/** What stands in front of an offset in its line, and from there on. */
function lineAround(text: string, offset: number): [before: string, rest: string] {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return [text.slice(start, offset), text.slice(offset, end < 0 ? undefined : end)];
}

/** Faults after which the text of the line, or what it opens, may have been read as something else. */
const BREAKS_LINES: ReadonlySet<TextFault['code']> = new Set(['syntax', 'tab']);

/** Tells whether a fault of a value comes from a fault of the text, which is told already. */
export function toldByText({ text, document }: DeclarationFile): (fault: ValueFault) => boolean {
  const faults = document.faults.filter(({ code }) => code !== 'duplicate-key');
  if (faults.length === 0) return () => false;
  const { position } = linesOf(text);
  const broken = faults
    .filter(({ code }) => BREAKS_LINES.has(code))
    .map(({ range }) => [position(range.start).line, position(range.end).line] as const);
  const starts = faults.map(({ range }) => range.start);
  return ({ path, at }) => {
    const key = document.rangeOf(path, 'key');
    const value = document.rangeOf(path, 'value');
    if (key === undefined || value === undefined) return false;
    const [from, to] = [position(key.start).line, position(at === 'key' ? key.end : value.end).line];
    const isInside = at === 'value' && starts.some(start => start >= value.start && start <= value.end);
    return isInside || broken.some(([first, last]) => first <= to && last >= from);
  };
}

/** How deep a path to a fault goes: enough for a key of a question of a form. */
const DEPTH = 5;

interface Placed {
  readonly path: DocumentPath;
  readonly start: number;
  readonly end: number;
}

/** Finds the innermost key whose text an offset lies in. */
function pathFinder(document: TextDocument): (offset: number) => DocumentPath {
  const placed: Placed[] = [];
  function collect(value: unknown, path: DocumentPath): void {
    if (!isRecord(value) || path.length === DEPTH) return;
    for (const [key, entry] of Object.entries(value)) {
      const inner = [...path, key];
      const start = document.rangeOf(inner, 'key')?.start;
      const end = document.rangeOf(inner, 'value')?.end;
      if (start !== undefined && end !== undefined) placed.push({ path: inner, start, end });
      collect(entry, inner);
    }
  }
  collect(document.value, []);
  placed.sort((a, b) => a.start - b.start || a.path.length - b.path.length);
  return offset => {
    let path = placed[startedBy(placed, offset) - 1]?.path ?? [];
    while (path.length > 0 && (document.rangeOf(path, 'value')?.end ?? -1) < offset) path = path.slice(0, -1);
    return path;
  };
}
