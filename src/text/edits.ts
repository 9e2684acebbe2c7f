/** Text edits: the only way in which files of people are changed. */
import type { Edit } from '../finding.js';

/**
 * Applies edits to a text, whatever their order; edits at one point keep theirs.
 * @throws RangeError when two edits overlap, or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text: replacement } of sorted) {
    if (start < at || end < start || end > text.length) throw new RangeError(`edit ${start}-${end} overlaps another or leaves the text`);
    parts.push(text.slice(at, start), replacement);
    at = end;
  }
  return parts.join('') + text.slice(at);
}
