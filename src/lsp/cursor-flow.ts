/** Brackets and braces before the cursor. */
import type { DocumentPath } from '../finding.js';
import { isBroken, type Reading, readQuoted, type Token } from './cursor-token.js';

export type Flow =
  | { readonly is: 'here'; readonly token: Token }
  /** In a comment, or behind a value that is finished. */
  | { readonly is: 'nowhere' }
  | { readonly is: 'past'; readonly next: number };

/** An open bracket or brace: the entry it is at, and what of it is there. */
interface Frame {
  readonly isMap: boolean;
  index: number;
  /** Of a map: the key, when its colon is there. */
  key: string | undefined;
  /** Where the key or value being read starts; undefined when nothing is there yet. */
  start: number | undefined;
  isQuoted: boolean;
  /** The value is finished: only a comma or a bracket can come. */
  isDone: boolean;
}

const OPENING = /[[{]/u;
const CLOSING = /[\]}]/u;

/**
 * Reads from an opening bracket to its end, or to the cursor.
 * @param column of the key in front of it: a line that is no deeper belongs to the block again
 * @param base path of what stands in the brackets
 */
export function readFlow(reading: Reading, from: number, column: number, base: DocumentPath): Flow {
  const { text, until } = reading;
  const frames: Frame[] = [];
  for (let at = from; at < until; at++) {
    const character = text[at] ?? '';
    if (character === '\n' && isBroken(text, at + 1, column)) return { is: 'past', next: at + 1 };
    if (character === '#' && /\s/u.test(text[at - 1] ?? '')) {
      const end = text.indexOf('\n', at);
      if (end < 0 || end >= until) return { is: 'nowhere' };
      at = end - 1;
      continue;
    }
    const read = readCharacter(frames, character, at, reading, column);
    if (frames.length === 0) return { is: 'past', next: at + 1 };
    if (read === undefined) break;
    at = read;
  }
  return atCursor(frames, reading, base);
}

/** Opens and closes brackets; gives what `insideOf` gives. */
function readCharacter(frames: Frame[], character: string, at: number, reading: Reading, column: number): number | undefined {
  const frame = frames.at(-1);
  if (OPENING.test(character) && frame?.start === undefined) {
    frames.push({ isMap: character === '{', index: 0, key: undefined, start: undefined, isQuoted: false, isDone: false });
  } else if (CLOSING.test(character)) {
    frames.pop();
    const outer = frames.at(-1);
    if (outer !== undefined) outer.isDone = true;
  } else if (frame !== undefined) {
    return insideOf(frame, character, at, reading, column);
  }
  return at;
}

/** One character inside of a bracket; gives the offset up to which it was read, undefined when the cursor is in quotes. */
function insideOf(frame: Frame, character: string, at: number, reading: Reading, column: number): number | undefined {
  const { text } = reading;
  if (character === ',') {
    Object.assign(frame, { index: frame.index + 1, key: undefined, start: undefined, isQuoted: false, isDone: false });
  } else if (character === ':' && frame.isMap && frame.key === undefined && (frame.isQuoted || /[\s,[\]{}]|^$/u.test(text[at + 1] ?? ''))) {
    const written = text.slice(frame.start ?? at, at).trim();
    Object.assign(frame, { key: written.replace(/^(["'])(.*)\1$/su, '$2'), start: undefined, isQuoted: false, isDone: false });
  } else if ((character === '"' || character === "'") && frame.start === undefined) {
    frame.start = at;
    frame.isQuoted = true;
    const next = readQuoted(reading, at, column);
    if (next === undefined) return undefined;
    frame.isDone = true;
    return next - 1;
  } else if (frame.start === undefined && !/\s/u.test(character)) {
    frame.start = at;
  }
  return at;
}

function atCursor(frames: readonly Frame[], { until }: Reading, base: DocumentPath): Flow {
  const frame = frames.at(-1);
  if (frame === undefined || frame.isDone) return { is: 'nowhere' };
  const outer = frames.slice(0, -1).map(stepOf);
  const isKey = frame.isMap && frame.key === undefined;
  const path = [...base, ...outer, ...(isKey ? [] : [stepOf(frame)])];
  const { start = until, isQuoted } = frame;
  return { is: 'here', token: { path, role: isKey ? 'key' : 'value', start, isQuoted, inFlow: true } };
}

function stepOf({ isMap, index, key }: Frame): string | number {
  return isMap ? (key ?? '') : index;
}
