/** Breaks styled text into lines of a width, at blanks only: addresses and file names stay whole. */
import { cellsOf, isOneCellEach } from '../text/position.js';

/** Escaped text with how it is to look. */
export interface Run {
  readonly text: string;
  readonly style?: (text: string) => string;
}

/** Lines of at most `width` cells; a single word may be longer. */
export function wrap(runs: readonly Run[], width: number): string[] {
  const lines: string[] = [];
  let line = '';
  /** Cells of the line; undefined before its first word. */
  let used: number | undefined;
  /** One word may go on from run to run. */
  let word = { shown: '', cells: 0 };
  const place = ({ shown, cells }: typeof word): void => {
    if (used !== undefined && used + 1 + cells <= width) {
      line += ` ${shown}`;
      used += 1 + cells;
      return;
    }
    if (used !== undefined) lines.push(line);
    line = shown;
    used = cells;
  };
  for (const { text, style } of runs) {
    const cellsIn = isOneCellEach(text) ? lengthOf : cellsOf;
    text.split(' ').forEach((piece, index) => {
      if (index > 0) {
        place(word);
        word = { shown: '', cells: 0 };
      }
      word.shown += style === undefined || piece === '' ? piece : style(piece);
      word.cells += cellsIn(piece);
    });
  }
  place(word);
  return [...lines, line];
}

const lengthOf = ({ length }: string): number => length;
