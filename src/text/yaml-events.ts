/**
 * YAML 1.2 → value and places from the flat events of a parser that is five times as fast, for files in which nothing is out of the
 * ordinary. Faults, anchors, tags, directives, tabs, merge keys and keys that are there twice are left to the thorough reader.
 */
import {
  CHOMPING_MODE,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml/browser';
import type { TextDocument, TextRange } from './document.js';
import { placesList } from './yaml-places.js';
import { LIMITS, plainValue } from './yaml-scalars.js';

type Scalar = Extract<Event, { type: 4 }>;
type Collection = Extract<Event, { type: 2 | 3 }>;

/** Found while reading: this file is for the thorough reader. */
class OutOfTheOrdinary extends Error {}

/** Marks of what the two parsers may see differently, or what only the thorough reader knows: a wide blank in front of a line, for one. */
const UNUSUAL =
  /\r(?!\n)|^ *(?:%|---|\.\.\.|[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])|[:-] *[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]|[^\n\r -~\u00a0-\u{10ffff}]|[\u200b\u2028\u2029\u2060\ufeff]/mu;

/** Reads a document; undefined when it is out of the ordinary, whether wrong or only rare. */
export function readOrdinary(text: string): TextDocument | undefined {
  if (UNUSUAL.test(text)) return undefined;
  try {
    return read(text, parseEvents(text, { maxDepth: LIMITS.depth }));
  } catch (error) {
    if (error instanceof OutOfTheOrdinary || error instanceof YAMLException) return undefined;
    throw error;
  }
}

function read(text: string, events: readonly Event[]): TextDocument {
  const places = placesList();
  let at = 0;
  /** Behind what was read last. */
  let end = 0;

  function next(): Event {
    const event = events[at++];
    if (event === undefined) throw new OutOfTheOrdinary();
    return event;
  }

  function readValue(event: Event, step: string | number, key: TextRange | undefined): unknown {
    if (event.type === EVENT_ID.SCALAR) return readScalar(event, step, key);
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return readCollection(event, step, key);
    throw new OutOfTheOrdinary();
  }

  function readScalar(scalar: Scalar, step: string | number, key: TextRange | undefined): unknown {
    const range = rangeOf(scalar, key);
    const place = places.open({ step, key });
    places.close(place, range, false);
    end = range.end;
    return scalar.style === SCALAR_STYLE.PLAIN ? plainValue(textOf(scalar)) : textOf(scalar);
  }

  function textOf(scalar: Scalar): string {
    return scalar.fast && scalar.valueStart >= 0 ? text.slice(scalar.valueStart, scalar.valueEnd) : getScalarValue(text, scalar);
  }

  function rangeOf(scalar: Scalar, key: TextRange | undefined): TextRange {
    const { style, valueStart, valueEnd, anchorStart, tagStart } = scalar;
    if (anchorStart >= 0 || tagStart >= 0) throw new OutOfTheOrdinary();
    if (valueStart < 0) return emptyAfter(key);
    if (style === SCALAR_STYLE.PLAIN) return { start: valueStart, end: valueEnd };
    if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return { start: valueStart - 1, end: valueEnd + 1 };
    // Only blank lines: where such a block ends, nobody needs to know fast.
    if (text.slice(valueStart, valueEnd).trim() === '') throw new OutOfTheOrdinary();
    return { start: match(BLOCK_HEADER, text, end).start, end: endOfBlock(text, scalar) };
  }

  function emptyAfter(key: TextRange | undefined): TextRange {
    if (key === undefined) throw new OutOfTheOrdinary();
    const at = match(COLON, text, key.end).end;
    return { start: at, end: at };
  }

  function readCollection(collection: Collection, step: string | number, key: TextRange | undefined): unknown {
    if (collection.anchorStart >= 0 || collection.tagStart >= 0) throw new OutOfTheOrdinary();
    const { start } = collection;
    const place = places.open({ step, key });
    end = Math.max(end, start + 1);
    const value = collection.type === EVENT_ID.MAPPING ? readMap() : readList();
    const isFlow = collection.style === COLLECTION_STYLE.FLOW;
    if (isFlow) end = match(CLOSING, text, end).end;
    places.close(place, { start, end }, !isFlow);
    return value;
  }

  function readList(): unknown[] {
    const list: unknown[] = [];
    for (let event = next(); event.type !== EVENT_ID.POP; event = next()) list.push(readValue(event, list.length, undefined));
    return list;
  }

  function readMap(): Record<string, unknown> {
    const map: Record<string, unknown> = Object.create(null);
    for (let event = next(); event.type !== EVENT_ID.POP; event = next()) {
      if (event.type !== EVENT_ID.SCALAR || event.valueStart < 0) throw new OutOfTheOrdinary();
      const range = rangeOf(event, undefined);
      const key = textOf(event);
      if (key in map || key === '<<') throw new OutOfTheOrdinary();
      end = range.end;
      map[key] = readValue(next(), key, range);
    }
    return map;
  }

  if (next().type !== EVENT_ID.DOCUMENT) throw new OutOfTheOrdinary();
  const root = next();
  // A file that is no map is wrong, and a text that is the whole file is read in more than one way.
  if (root.type !== EVENT_ID.MAPPING) throw new OutOfTheOrdinary();
  const value = readValue(root, '', undefined);
  if (next().type !== EVENT_ID.POP || at < events.length) throw new OutOfTheOrdinary();
  return { value, faults: [], rangeOf: places.rangeOf, places: places.table };
}

/** The bracket that closes what was read: in between are only space, commas, colons and comments. */
const CLOSING = /(?:[\s,:?]|(?<=\s)#[^\n]*)*[\]}]/uy;
const COLON = / *: */uy;
/** The mark of a block of text, in the line of its key or dash or in one below. */
const BLOCK_HEADER = /(?:[\s:?-]|(?<=\s)#[^\n]*)*(?=[|>])/uy;

function match(pattern: RegExp, text: string, from: number): TextRange {
  pattern.lastIndex = from;
  if (!pattern.test(text)) throw new OutOfTheOrdinary();
  return { start: pattern.lastIndex, end: pattern.lastIndex };
}

/** A block of text ends before the blank lines behind it, unless it keeps them. */
function endOfBlock(text: string, { valueStart, valueEnd, chomping, indent }: Scalar): number {
  let end = valueEnd;
  while (chomping !== CHOMPING_MODE.KEEP) {
    const [line, spaces = ''] = /(?<=\n)( *)\r?\n$/u.exec(text.slice(Math.max(valueStart - 1, end - indent - 3), end)) ?? [];
    if (line === undefined || spaces.length > indent || end - line.length <= valueStart) break;
    end -= line.length;
  }
  return end;
}
