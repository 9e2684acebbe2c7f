/** Breaks styled text into lines of a width, at blanks only: addresses and file names stay whole. */
import { cellsOf, isOneCellEach } from '../text/position.js';

/** Escaped text with how it is to look. */
export interface Run {
  readonly text: string;
  readonly style?: (text: string) => string;
}

/** A word as it is shown. */
interface Word {
  readonly shown: string;
  readonly cells: number;
}

/** Lines of at most `width` cells; a single word may be longer. */
export function wrap(runs: readonly Run[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used: number | undefined;
  for (const { shown, cells } of wordsIn(runs)) {
    if (used === undefined || used + 1 + cells > width) {
      if (used !== undefined) lines.push(line);
      line = shown;
      used = cells;
    } else {
      line += ` ${shown}`;
      used += 1 + cells;
    }
  }
  return [...lines, line];
}

/** The words of all runs; one may go on from run to run. */
function wordsIn(runs: readonly Run[]): Word[] {
  const words: Word[] = [];
  let shown = '';
  let cells = 0;
  for (const { text, style } of runs) {
    const cellsIn = isOneCellEach(text) ? lengthOf : cellsOf;
    let isFirst = true;
    for (const piece of text.split(' ')) {
      if (!isFirst) {
        words.push({ shown, cells });
        shown = '';
        cells = 0;
      }
      isFirst = false;
      shown += style === undefined || piece === '' ? piece : style(piece);
      cells += cellsIn(piece);
    }
  }
  return [...words, { shown, cells }];
}

const lengthOf = ({ length }: string): number => length;
