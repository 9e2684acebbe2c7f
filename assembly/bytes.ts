/** Reading a text of JSON as bytes in memory, with its escapes. Positions are addresses; NOWHERE is none. */

export const NOWHERE: usize = 0;

export const QUOTE: u32 = 0x22;
export const BACKSLASH: u32 = 0x5c;
export const SLASH: u32 = 0x2f;
const BLANK: u32 = 0x20;
const SMALL_U: u32 = 0x75;
const ZERO: u32 = 0x30;
const EIGHT: u32 = 0x38;

/** A set of bytes: a table with 1 for each byte in it. */
export type Bytes = usize;

/** Puts the characters of a text into a set, or takes them out. */
export function mark(set: Bytes, characters: string, inIt: bool): Bytes {
  for (let index = 0; index < characters.length; index++) store<u8>(set + characters.charCodeAt(index), inIt ? 1 : 0);
  return set;
}

export function byteAt(at: usize): u32 {
  return load<u8>(at);
}

export function isLetter(byte: u32): bool {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** Behind the bytes of a set that begin at a position. */
export function behindAll(start: usize, set: Bytes): usize {
  let at = start;
  while (load<u8>(set + load<u8>(at)) === 1) at++;
  return at;
}

/** Behind an escape (`\n`, `\u00e4`); NOWHERE for a character of ASCII that is written by its number, as it may be markup. */
export function behindEscape(start: usize): usize {
  if (byteAt(start + 1) !== SMALL_U) return start + 2;
  const isAscii = byteAt(start + 2) === ZERO && byteAt(start + 3) === ZERO && byteAt(start + 4) < EIGHT;
  return isAscii ? NOWHERE : start + 6;
}

/** Behind blanks: plain ones, and `\n`, `\r`, `\t`, `\f`. */
export function behindGap(start: usize): usize {
  let at = start;
  while (true) {
    const byte = byteAt(at);
    if (byte === BLANK) at++;
    else if (byte === BACKSLASH && isBlank(byteAt(at + 1))) at += 2;
    else return at;
  }
}

function isBlank(letter: u32): bool {
  return letter === 0x6e || letter === 0x72 || letter === 0x74 || letter === 0x66;
}

/** Behind a slash, which PHP escapes; NOWHERE: there is none. */
export function behindSlash(start: usize): usize {
  if (byteAt(start) === SLASH) return start + 1;
  return byteAt(start) === BACKSLASH && byteAt(start + 1) === SLASH ? start + 2 : NOWHERE;
}

/** Whether a word stands at a position; its letters in either case. */
export function reads(start: usize, word: string): bool {
  for (let index = 0; index < word.length; index++) {
    if ((byteAt(start + index) | 0x20) !== (<u32>word.charCodeAt(index) | 0x20)) return false;
  }
  return true;
}

/** Where a word begins that has no escapes, between two positions of a text; NOWHERE: not in what can be read of it. */
export function find(start: usize, word: string, end: usize = usize.MAX_VALUE): usize {
  const first: u32 = word.charCodeAt(0);
  let at = start;
  while (at !== NOWHERE && at < end) {
    const byte = byteAt(at);
    if (byte === QUOTE) return NOWHERE;
    if (byte === first && reads(at, word)) return at;
    at = byte === BACKSLASH ? behindEscape(at) : at + 1;
  }
  return NOWHERE;
}
