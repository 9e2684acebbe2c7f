/** The canonical form of a snapshot: the same instance gives the same bytes (docs/snapshot-format.md, section 5). */
import { isRecord } from '../guards.js';
import { COUNT_PROPERTIES, COVERAGE_PROPERTIES, ITEM_PROPERTIES, MADE_PROPERTIES } from './order.js';
import type { Item, Snapshot } from './snapshot.js';
import { ordered } from './uses/use-order.js';

const LONG_LINE = 500;
const LISTS = ['options', 'actions', 'events'];

/** The lines of the file, each with its line feed. */
export function* writeSnapshot(snapshot: Snapshot): Iterable<string> {
  yield '{\n';
  yield `"format":${encode(snapshot.format)},\n"version":${snapshot.version},\n`;
  yield `"made":${encode(inOrder(snapshot.made, MADE_PROPERTIES))},\n`;
  yield* section('coverage', snapshot.coverage, entry => encode(inOrder(entry, COVERAGE_PROPERTIES)), ',');
  yield* section('items', snapshot.items, itemLines, ',');
  const { counts } = snapshot;
  yield* section('uses', snapshot.uses, use => encode(ordered(use)), counts === undefined ? '' : ',');
  if (counts !== undefined) yield* section('counts', counts, count => encode(inOrder(count, COUNT_PROPERTIES)), '');
  yield '}\n';
}

function* section<T>(name: string, entries: readonly T[], lineOf: (entry: T) => string, end: string): Iterable<string> {
  yield `"${name}":[\n`;
  const last = entries.length - 1;
  for (const [position, entry] of entries.entries()) yield `${lineOf(entry)}${position === last ? '' : ','}\n`;
  yield `]${end}\n`;
}

/** One line; a long item with a list of objects gets a line for each of them. */
function itemLines(item: Item): string {
  const ordered = inOrder(item, ['kind', 'id', 'key', ...ITEM_PROPERTIES[item.kind]]);
  const line = encode(ordered);
  const list = LISTS.find(name => Array.isArray(ordered[name]));
  if (list === undefined || Buffer.byteLength(line) <= LONG_LINE) return line;
  const parts = Object.entries(ordered).map(([name, value]) => {
    const broken = name === list && Array.isArray(value) && value.length > 0;
    return `${encode(name)}:${broken ? `[\n${value.map(encode).join(',\n')}\n]` : encode(value)}`;
  });
  return `{${parts.join(',')}}`;
}

function inOrder(value: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  const record: Readonly<Record<string, unknown>> = isRecord(value) ? value : {};
  const sorted: Record<string, unknown> = {};
  for (const name of names) if (record[name] !== undefined) sorted[name] = record[name];
  return sorted;
}

/** Characters that a reader of a diff would not see, or that would change the order of what he sees. */
const HIDDEN = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;
const SHORT_ESCAPES = /\\(?:[\\"nt]|u[0-9a-f]{4}|[bfr])/gu;
const LONG_ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\b', '\\u0008'],
  ['\\f', '\\u000c'],
  ['\\r', '\\u000d'],
]);

/** JSON on one line; what a reader of a diff would not see is written as its number. */
export function encode(value: unknown): string {
  const json = JSON.stringify(value) ?? 'null';
  const long = json.includes('\\') ? json.replace(SHORT_ESCAPES, found => LONG_ESCAPES.get(found) ?? found) : json;
  return long.replace(HIDDEN, char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Whether two snapshots say the same: every line but `made`. */
export function sameContent(a: Snapshot, b: Snapshot): boolean {
  const left = contentLines(a);
  const right = contentLines(b);
  for (;;) {
    const [one, other] = [left.next(), right.next()];
    if (one.done === true || other.done === true) return one.done === other.done;
    if (one.value !== other.value) return false;
  }
}

function* contentLines(snapshot: Snapshot): Generator<string> {
  for (const line of writeSnapshot(snapshot)) if (!line.startsWith('"made":')) yield line;
}
