/** Lines of the journal: JSON behind a digest, so that a line that was cut off or changed by somebody else is told. */
import { createHash } from 'node:crypto';
import { isRecord } from '../../guards.js';
import type { AnswerFacts } from '../answer-facts.js';
import type { Entry } from './ledger.js';

export interface Heading {
  readonly is: 'heading';
  readonly instance: string;
  readonly version: string;
  /** ISO time at which the pull began. */
  readonly started: string;
}

export type Line =
  | Heading
  | { readonly is: 'drop'; readonly list: string }
  | (Omit<Entry, 'facts'> & {
      readonly is: 'page';
      readonly rows: AnswerFacts['rows'];
      readonly facts: AnswerFacts['list'];
      /** All rows of the page are here. */
      readonly whole: boolean;
    });

/** With its line end. The digest in front is over the JSON: `linesOf` stops at the first line where it does not fit. */
export function writeLine(line: Line): string {
  const json = JSON.stringify(line);
  return `${digestOf(json)} ${json}\n`;
}

/** The lines of a journal up to the first one that is not as it was written. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const written of text.split('\n')) {
    const at = written.indexOf(' ');
    const json = written.slice(at + 1);
    if (at < 0 || digestOf(json) !== written.slice(0, at)) break;
    const value: unknown = JSON.parse(json);
    if (!isLine(value)) break;
    lines.push(value);
  }
  return lines;
}

function digestOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
}

/** The digest has shown that a line is what `writeLine` wrote: its mark says the rest. */
function isLine(value: unknown): value is Line {
  return isRecord(value) && (value.is === 'heading' || value.is === 'drop' || value.is === 'page');
}
