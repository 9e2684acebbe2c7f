/** Parameters of `mt` that PHP prints, and that are told by their names: the code around them is read as if they were not there. */
import type { TextRange } from '../../text/document.js';
import { blank } from '../markup/blank.js';
import { HOLE } from '../site.js';

/**
 * A text in which what is told is an object without anything, at equal length.
 * @param told in the order of the text
 * @param from where the text stands in the file
 */
export function withoutTold(text: string, told: readonly TextRange[], from: number): string {
  const pieces: string[] = [];
  let last = 0;
  for (const { start, end } of told) {
    const [first, after] = [holesBefore(text, start - from), holesAfter(text, end - from)];
    const region = text.slice(Math.max(first, 0), after);
    if (first < last || !region.startsWith(HOLE.repeat(3))) continue;
    const comma = /[,(]\s*$/u.test(text.slice(Math.max(first - 100, 0), first)) ? '' : ',';
    pieces.push(text.slice(last, first), `${comma}{}${blank(region.slice(comma.length + 2))}`);
    last = after;
  }
  return [...pieces, text.slice(last)].join('');
}

function holesBefore(text: string, at: number): number {
  if (text.charAt(at) !== HOLE) return -1;
  let first = at;
  while (text.charAt(first - 1) === HOLE) first -= 1;
  return first;
}

function holesAfter(text: string, at: number): number {
  let last = at;
  while (text.charAt(last) === HOLE) last += 1;
  return last;
}
