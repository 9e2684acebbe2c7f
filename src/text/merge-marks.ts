/** What git leaves in a file whose two sides it could not merge: marks that are no YAML. */
import type { TextFault } from './document.js';

/** git writes the marks at the start of a line, seven signs each. */
const MARK = /^([<|=>])\1{6}(?: .*)?$/u;
const ANY_MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/mu;

/**
 * The text with the marks, and the sides that are not the first one, as blanks, so that everything else is read where it stands; and one
 * fault for each merge that was not finished.
 */
export function firstSides(text: string): { text: string; faults: readonly TextFault[] } {
  if (!ANY_MARK.test(text)) return { text, faults: [] };
  const faults: TextFault[] = [];
  let side: 'both' | 'first' | 'other' = 'both';
  const kept = text.replace(/^.*$/gmu, (line: string, start: number) => {
    const sign = MARK.exec(line)?.[1];
    // A mark that is left alone is a fault of its own.
    if (sign !== undefined && (sign === '<' || side === 'both')) {
      faults.push({ code: 'merge-mark', detail: '', range: { start, end: start + line.length } });
    }
    if (sign === '<') side = 'first';
    else if (sign === '>') side = 'both';
    else if (sign !== undefined && side === 'first') side = 'other';
    return sign === undefined && side !== 'other' ? line : ' '.repeat(line.length);
  });
  return { text: kept, faults };
}
