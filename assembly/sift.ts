/**
 * Long bodies in the JSON of an answer: what cannot matter is left out while the text is still bytes, where each of its characters costs
 * least. What stays is whole tags, texts and comments in their order, and says the same (a test compares). Anything odd stays, and all that
 * follows it. As WebAssembly, because a letter of 100 kB takes a third of the time that the fastest form in JavaScript needs (measured).
 */
import {
  BACKSLASH,
  behindAll,
  behindEscape,
  behindGap,
  behindSlash,
  byteAt,
  find,
  isLetter,
  mark,
  NOWHERE,
  QUOTE,
  reads,
  SLASH,
} from './bytes';
import { ATTRIBUTES, contentOf, isName, isWanted, TAGS, want } from './names';

const PAGE: usize = 65_536;
/** What a token may reach over at most, when each of its characters is escaped (`\u00e4`): it stays together. */
const TOKEN_BYTES: usize = 6 * 350;
/** Quotes behind the last byte of an answer, so that no loop runs past it: that over a token looks farthest. */
const MARGIN: usize = TOKEN_BYTES + 16;
/** Less is not worth a cut. */
const LEAST_BYTES: usize = 64;
/** How the body of an e-mail or page begins in JSON as PHP writes it. */
const BODY = '"customHtml":"';
/** Named characters that tokens, styles and addresses need. */
const REFERENCES = ['lbrace', 'lcub', 'percnt', 'lpar', 'commat', 'sol'];

const APOSTROPHE: u32 = 0x27;
const LESS: u32 = 0x3c;
const EQUALS: u32 = 0x3d;
const GREATER: u32 = 0x3e;
const BRACE: u32 = 0x7b;
const CLOSING_BRACE: u32 = 0x7d;
const PERCENT: u32 = 0x25;
const AMPERSAND: u32 = 0x26;
const HASH: u32 = 0x23;
const AT: u32 = 0x40;
const PARENTHESIS: u32 = 0x28;
const BANG: u32 = 0x21;
const QUESTION: u32 = 0x3f;
const BRACKET: u32 = 0x5b;
const SEVEN: u32 = 0x37;

/** What texts, values in quotes, names, and values without quotes consist of. */
const TEXT = allBut(memory.data(256), '"\\<{&%@(');
const DOUBLE = allBut(memory.data(256), '"\\{&%@(');
const SINGLE = allBut(memory.data(256), '"\\\'{&%@(');
const NAME = mark(memory.data(256), 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789:_-', true);
const BARE = mark(memory.data(256), 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:_-#%+', true);
/** Where answers are put. */
const INPUT: usize = (__heap_base + 15) & ~15;

let slashes = false;
/** Where reading is. */
let at: usize = NOWHERE;
/** Whether what is being read has to stay. */
let matters = false;
/** Nothing that begins before this is left out. */
let together: usize = NOWHERE;
/** Bytes before this were looked through, and those that stay of them end at `target`. */
let done: usize = NOWHERE;
let target: usize = NOWHERE;

function allBut(set: usize, characters: string): usize {
  memory.fill(set, 1, 256);
  return mark(set, characters, false);
}

/** Makes room for a text of so many bytes. */
export function room(length: i32): usize {
  const pages = <i32>((INPUT + <usize>length + MARGIN) / PAGE) + 1;
  if (memory.size() < pages) memory.grow(pages - memory.size());
  return INPUT;
}

/** A tag that is wanted (those whose content is no markup have to be); its name is in the room. */
export function wantTag(length: i32): void {
  want(TAGS, INPUT, INPUT + length);
}

/** An attribute that makes its tag wanted. */
export function wantAttribute(length: i32): void {
  want(ATTRIBUTES, INPUT, INPUT + length);
}

/** Texts with a slash are wanted. */
export function wantSlashes(): void {
  slashes = true;
  mark(TEXT, '/', false);
}

/** Looks through the answer in the room; what stays is there afterwards. Gives its length. */
export function sift(length: i32): i32 {
  const end = INPUT + <usize>length;
  memory.fill(end, <u8>QUOTE, MARGIN);
  done = INPUT;
  target = INPUT;
  at = INPUT;
  while (toBody(end)) {
    together = NOWHERE;
    body();
  }
  leaveOut(end, end);
  return <i32>(target - INPUT);
}

/** Goes behind the quote that opens the next body. */
function toBody(end: usize): bool {
  while (at < end && !(byteAt(at) === QUOTE && reads(at, BODY))) at++;
  at += BODY.length;
  return at < end;
}

/** Of tags in a row that do not matter the first one stays, so that texts beside them stay apart. */
function body(): void {
  let from = NOWHERE;
  let to = NOWHERE;
  let whole = true;
  while (whole) {
    const start = at;
    matters = false;
    const isTag = byteAt(start) === LESS;
    whole = isTag ? markup() : text();
    if (matters || !whole || start < together) {
      if (to - from >= LEAST_BYTES) leaveOut(from, to);
      from = to = NOWHERE;
    } else if (isTag) {
      to = at;
      if (from === NOWHERE) from = to;
    }
  }
}

function leaveOut(from: usize, to: usize): void {
  memory.copy(target, done, from - done);
  target += from - done;
  done = to;
}

/** Reads to the next tag; false: to the end, or to something odd. */
function text(): bool {
  while (true) {
    at = behindAll(at, TEXT);
    const byte = byteAt(at);
    if (byte === LESS) return true;
    if (byte === QUOTE) return false;
    if (slashes && behindSlash(at) !== NOWHERE) matters = true;
    if (!pass(byte)) return false;
  }
}

/** Goes behind a byte at which reading stopped; false: an odd escape. */
function pass(byte: u32): bool {
  if (byte !== BACKSLASH) {
    sign(byte);
    at++;
    return true;
  }
  const next = behindEscape(at);
  if (next !== NOWHERE) at = next;
  return next !== NOWHERE;
}

/** Whether a sign of a token, of an address in a style or of a character reference stands here. */
function sign(byte: u32): void {
  if (isBrace(at)) token(at);
  else if (byte === AMPERSAND) matters = matters || byteAt(at + 1) === HASH || isReference();
  else if (byte === AT) matters = matters || reads(at + 1, 'import');
  else if (byte === PARENTHESIS) matters = matters || reads(at - 3, 'url');
}

function isReference(): bool {
  for (let index = 0; index < REFERENCES.length; index++) if (reads(at + 1, REFERENCES[index])) return true;
  return false;
}

/** Whether a brace opens here, plain or as in an address. */
function isBrace(position: usize): bool {
  return byteAt(position) === BRACE || (byteAt(position) === PERCENT && byteAt(position + 1) === SEVEN);
}

/** A token may begin there: it ends at its brace. */
function token(start: usize): void {
  matters = true;
  let end = max(start + 1, together);
  while (end < start + TOKEN_BYTES && byteAt(end) !== CLOSING_BRACE) end++;
  together = max(together, end);
}

function markup(): bool {
  const next = byteAt(at + 1);
  if (isLetter(next)) return open();
  const slash = behindSlash(at + 1);
  if (slash !== NOWHERE) return close(slash);
  matters = true;
  return (next === BANG || next === QUESTION) && declaration();
}

function open(): bool {
  const start = at + 1;
  const end = behindAll(start, NAME);
  matters = isWanted(TAGS, start, end);
  at = end;
  if (!attributes()) return false;
  if (!matters) return true;
  if (isName(start, end, 'plaintext')) return false;
  const content = contentOf(start, end);
  return content === null || (byteAt(at - 2) !== SLASH && toClosing(content));
}

/** Reads to behind the tag. */
function attributes(): bool {
  while (true) {
    const gap = behindGap(at);
    if (byteAt(gap) === GREATER) return goTo(gap + 1);
    const slash = behindSlash(gap);
    if (slash !== NOWHERE) return byteAt(slash) === GREATER && goTo(slash + 1);
    if (gap === at || !attribute(gap)) return false;
  }
}

function attribute(start: usize): bool {
  const end = behindAll(start, NAME);
  if (end === start) return false;
  matters = matters || isWanted(ATTRIBUTES, start, end);
  if (byteAt(end) !== EQUALS) return goTo(end);
  if (byteAt(end + 1) === BACKSLASH && byteAt(end + 2) === QUOTE) return goTo(end + 3) && value(DOUBLE);
  return byteAt(end + 1) === APOSTROPHE ? goTo(end + 2) && value(SINGLE) : goTo(end + 1) && bare();
}

/** Reads to behind the quote that ends a value. */
function value(plain: usize): bool {
  while (true) {
    at = behindAll(at, plain);
    const byte = byteAt(at);
    if (byte === APOSTROPHE) return goTo(at + 1);
    if (byte === QUOTE) return false;
    if (byte === BACKSLASH && byteAt(at + 1) === QUOTE && plain === DOUBLE) return goTo(at + 2);
    if (!pass(byte)) return false;
  }
}

/** Reads a value without quotes. */
function bare(): bool {
  const end = behindAll(at, BARE);
  if (end === at) return false;
  for (; at < end; at++) if (byteAt(at) === PERCENT) sign(PERCENT);
  return true;
}

function close(start: usize): bool {
  const end = behindAll(start, NAME);
  const last = behindGap(end);
  if (!isLetter(byteAt(start)) || byteAt(last) !== GREATER) return false;
  return goTo(last + 1);
}

/** A comment, or another declaration; `--!>` would end a comment as well. */
function declaration(): bool {
  const start = at + 2;
  if (byteAt(start) === BRACKET) return false;
  if (!reads(start, '--')) return stays(find(start, '>'), 1);
  const last = find(start, '-->');
  return find(start + 2, '--!>', last) === NOWHERE && stays(last, 3);
}

/** Reads a content to the tag that closes it. */
function toClosing(name: string): bool {
  for (let next = find(at, '<'); next !== NOWHERE; next = find(next + 1, '<')) {
    const slash = behindSlash(next + 1);
    if (slash !== NOWHERE && isName(slash, behindAll(slash, NAME), name)) return stays(next, 0);
  }
  return false;
}

/** Goes behind what stays; a brace near its end may begin a token that ends later. */
function stays(end: usize, width: usize): bool {
  if (end === NOWHERE) return false;
  for (let position = max(at, end - TOKEN_BYTES); position < end; position++) if (isBrace(position)) token(position);
  return goTo(end + width);
}

function goTo(position: usize): bool {
  at = position;
  return true;
}
