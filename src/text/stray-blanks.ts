/** Signs that look like a blank and are none to YAML, as they come with lines from web pages and word processors. */
import { Lexer } from 'yaml';
import type { TextFault, TextRange } from './document.js';
import { startedBy } from './search.js';

/** No-break, thin and wide blanks, and marks of no width. */
const STRAY = '\\u00a0\\u1680\\u2000-\\u200b\\u202f\\u205f\\u2060\\u3000';
const ANY_STRAY = new RegExp(`[${STRAY}]`, 'u');
const RUN = new RegExp(`[ ${STRAY}]*[${STRAY}][ ${STRAY}]*`, 'gu');
/** Where YAML wants blanks: in front of a line, behind the dash of an entry, and behind the colon of the key that the line begins with. */
const FRONT = new RegExp(
  `^((?:[ ${STRAY}]*-)*[ ${STRAY}]*)(?:((?:"[^"\\n]*"|'[^'\\n]*'|[^\\s:#"'{}[\\],][^:\\n]*):)([ ${STRAY}]+))?`,
  'gmu',
);

/** The text with such signs as blanks, so that everything is read where it stands; and a fault for each run of them that is no part of a text. */
export function withPlainBlanks(text: string): { text: string; faults: readonly TextFault[] } {
  if (!ANY_STRAY.test(text)) return { text, faults: [] };
  const found = strayRuns(text);
  const texts = longTexts(blanked(text, found));
  const strays = found.filter(({ start }) => start >= (texts[startedBy(texts, start) - 1]?.end ?? 0));
  return { text: blanked(text, strays), faults: strays.map(range => ({ code: 'stray-blank', detail: '', range })) };
}

function strayRuns(text: string): readonly TextRange[] {
  return [...text.matchAll(FRONT)].flatMap(({ index, 1: front = '', 2: key = '', 3: gap = '' }) => [
    ...runsIn(front, index),
    ...runsIn(gap, index + front.length + key.length),
  ]);
}

function runsIn(blanks: string, offset: number): readonly TextRange[] {
  return [...blanks.matchAll(RUN)].map(({ 0: run, index }) => ({ start: offset + index, end: offset + index + run.length }));
}

function blanked(text: string, ranges: readonly TextRange[]): string {
  let done = 0;
  const pieces = ranges.map(({ start, end }) => {
    const piece = text.slice(done, start) + ' '.repeat(end - start);
    done = end;
    return piece;
  });
  return pieces.join('') + text.slice(done);
}

/** Where the texts stand that take more than one line: in them, such a sign is a sign like others. */
function longTexts(text: string): readonly TextRange[] {
  const found: TextRange[] = [];
  let start = 0;
  for (const lexeme of new Lexer().lex(text)) {
    // The lexer puts marks of its own between what stands in the text.
    if (!text.startsWith(lexeme, start)) continue;
    if (lexeme.trim().includes('\n')) found.push({ start, end: start + lexeme.length });
    start += lexeme.length;
  }
  return found;
}
