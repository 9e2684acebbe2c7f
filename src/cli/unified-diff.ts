/** What changes in a file, as a unified diff. */
import { createTwoFilesPatch } from 'diff';
import { escapeTerminal } from '../output/escape.js';
import { later } from '../text/later.js';

export interface DiffOptions {
  /** The file starts with a byte order mark. */
  readonly mark: boolean;
  /** People read it on a terminal, to which what a file holds must not write; else every byte stays, so that it can be applied. */
  readonly isShown: boolean;
}

const LINE = /[^\n]+/gu;
const UNSAFE = later(() => /["\\\p{Cc}]/gu);

/** The change of one file, with three lines around each part, as `git diff` prints it. */
export function unifiedDiff(path: string, before: string, after: string, { mark, isShown }: DiffOptions): string {
  const start = mark ? '\ufeff' : '';
  // An empty header is a tab behind the name.
  const header = path.includes(' ') ? '' : undefined;
  const patch = createTwoFilesPatch(nameOf(`a/${path}`), nameOf(`b/${path}`), start + before, start + after, header, header, {
    context: 3,
  });
  const text = patch.replace(/^=+\n/u, '');
  return isShown ? text.replace(LINE, line => escapeTerminal(line.replace(/\r$/u, ''))) : text;
}

const MARKS: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** As git writes a name: in quotes where it holds what would end it. */
function nameOf(path: string): string {
  const quoted = path.replace(UNSAFE(), mark => MARKS[mark] ?? octal(mark));
  return quoted === path ? path : `"${quoted}"`;
}

function octal(mark: string): string {
  return [...Buffer.from(mark)].map(byte => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}
