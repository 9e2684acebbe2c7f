/** Breaks styled text into lines of a width, at blanks only: addresses and file names stay whole. */
import { cellsOf } from '../text/position.js';

/** Escaped text with how it is to look. */
export interface Run {
  readonly text: string;
  readonly style?: (text: string) => string;
}

type Word = readonly Run[];

/** Lines of at most `width` cells; a single word may be longer. */
export function wrap(runs: readonly Run[], width: number): string[] {
  const lines: string[] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of wordsIn(runs)) {
    const cells = widthOf(word.map(({ text }) => text).join(''));
    if (line.length > 0 && used + 1 + cells > width) {
      lines.push(painted(line));
      line = [];
      used = 0;
    }
    used += cells + (line.length > 0 ? 1 : 0);
    line.push(word);
  }
  return [...lines, painted(line)];
}

/** Most words need no look at their characters. */
function widthOf(word: string): number {
  return /^[ -~]*$/u.test(word) ? word.length : cellsOf(word);
}

function wordsIn(runs: readonly Run[]): Word[] {
  const words: Run[][] = [[]];
  for (const { text, style } of runs) {
    const [first = '', ...others] = text.split(' ');
    const run = (piece: string): Run => (style === undefined ? { text: piece } : { text: piece, style });
    words.at(-1)?.push(run(first));
    for (const other of others) words.push([run(other)]);
  }
  return words;
}

/** Blanks between pieces of one style have that style too. */
function painted(line: readonly Word[]): string {
  const runs: Run[] = line.flatMap((word, index) => (index === 0 ? word : [{ text: ' ' }, ...word]));
  return runs.map(({ text, style }) => (style === undefined || text === '' ? text : style(text))).join('');
}
