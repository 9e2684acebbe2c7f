/** What changes in a file, as a unified diff. */
import { createTwoFilesPatch } from 'diff';
import { escapeTerminal } from '../output/escape.js';

export interface DiffOptions {
  /** The file starts with a byte order mark. */
  readonly mark: boolean;
  /** People read it on a terminal, to which what a file holds must not write; else every byte stays, so that it can be applied. */
  readonly isShown: boolean;
}

const LINE = /[^\n]+/gu;

/** The change of one file, with three lines around each part, as `git diff` prints it. */
export function unifiedDiff(path: string, before: string, after: string, { mark, isShown }: DiffOptions): string {
  const start = mark ? '\ufeff' : '';
  const patch = createTwoFilesPatch(`a/${path}`, `b/${path}`, start + before, start + after, undefined, undefined, { context: 3 });
  const text = patch.replace(/^=+\n/u, '');
  return isShown ? text.replace(LINE, line => escapeTerminal(line.replace(/\r$/u, ''))) : text;
}
