/** How a YAML text is laid out: what the edits on it have to fit in with. */
import type { DocumentPath } from '../finding.js';
import { isRecord } from '../guards.js';
import type { TextDocument } from './document.js';

/** The line end of a text, as its first line has it. */
export function eolOf(text: string): '\n' | '\r\n' {
  return text[text.indexOf('\n') - 1] === '\r' ? '\r\n' : '\n';
}

/** Blanks as wide as what stands in front of an offset in its line. */
export function indentAt(text: string, offset: number): string {
  return ' '.repeat(offset - (text.lastIndexOf('\n', offset - 1) + 1));
}

/** Puts blanks in front of every line that is not empty; line ends at the end go. */
export function indented(lines: string, indent: string): string {
  return lines
    .replace(/\n+$/u, '')
    .split('\n')
    .map(line => (line === '' ? line : indent + line))
    .join('\n');
}

/** The value at a path; undefined when it is not there. */
export function valueAtPath({ value }: TextDocument, path: DocumentPath): unknown {
  return path.reduce(stepInto, value);
}

function stepInto(value: unknown, step: string | number): unknown {
  if (Array.isArray(value)) return typeof step === 'number' ? value[step] : undefined;
  return isRecord(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** The keys of a map, or the positions of a list. */
export function stepsInto(value: unknown): readonly (string | number)[] {
  return Array.isArray(value) ? [...value.keys()] : isRecord(value) ? Object.keys(value) : [];
}

/** Is what stands at a path, or around it, written in braces or brackets? */
export function isInBraces(document: TextDocument, text: string, path: DocumentPath): boolean {
  return path.some((_, depth) => isFlow(document, text, path.slice(0, depth))) || isFlow(document, text, path);
}

/** Is the value at a path itself written in braces or brackets? */
export function isFlow(document: TextDocument, text: string, path: DocumentPath): boolean {
  const opening = text[document.rangeOf(path, 'value')?.start ?? text.length];
  return opening === '{' || opening === '[';
}
