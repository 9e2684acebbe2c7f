/** Parts of a text replaced at equal length, so that all places stay. */
import { HOLE } from '../site.js';

const UNIT = /[^\r\n]/g;

/** Spaces for all but the ends of lines. */
export function blank(text: string): string {
  return text.replace(UNIT, ' ');
}

/** Stands for what is filled in: holes up to the first end of a line, spaces after it. */
export function hole(text: string): string {
  const end = text.search(/[\r\n]/u);
  return end < 0 ? HOLE.repeat(text.length) : HOLE.repeat(end) + blank(text.slice(end));
}
