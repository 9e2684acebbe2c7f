/** What the readers of a half-written text share: how far they read, and what they find. */
import type { DocumentPath } from '../finding.js';

export interface Reading {
  readonly text: string;
  /** The cursor: nothing behind it is looked at. */
  readonly until: number;
}

/** What is being written at the cursor. */
export interface Token {
  readonly path: DocumentPath;
  readonly role: 'key' | 'value' | 'open';
  /** With its quote, if it has one. */
  readonly start: number;
  readonly isQuoted: boolean;
  readonly inFlow: boolean;
}

/** The offset behind a quoted text; undefined when the cursor is in it. One that was never closed ends where the block goes on. */
export function readQuoted({ text, until }: Reading, start: number, column: number): number | undefined {
  const quote = text[start];
  for (let at = start + 1; at < until; at++) {
    const character = text[at];
    if (character === '\\' && quote === '"') at++;
    else if (character === '\n' && isBroken(text, at + 1, column)) return at + 1;
    else if (character === quote && text[at + 1] === quote && quote === "'") at++;
    else if (character === quote) return at + 1;
  }
  return undefined;
}

/** Does the line at an offset stand no deeper than a column? Then what was opened there has ended; empty lines tell nothing. */
export function isBroken(text: string, lineStart: number, column: number): boolean {
  const indent = /^ */u.exec(text.slice(lineStart, lineStart + column + 2))?.[0].length ?? 0;
  const first = text[lineStart + indent];
  return indent <= column && first !== undefined && first !== '\n' && first !== '\r' && first !== ']' && first !== '}';
}
