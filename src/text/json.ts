/** JSON → value, or the one fault at its place. */
import type { TextFault } from './document.js';

export interface JsonText {
  /** Undefined when there is a fault. */
  readonly value: unknown;
  readonly fault?: TextFault;
}

/** Parses JSON with the built-in parser; only when it refuses the text is it read again to find the place. Never throws. */
export function parseJson(text: string): JsonText {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  try {
    const value: unknown = JSON.parse(json);
    return { value };
  } catch (error) {
    const start = firstFault(text);
    const detail = error instanceof Error ? error.message.replace(/ \(line \d+ column \d+\)$/u, '') : '';
    return { value: undefined, fault: { code: 'syntax', detail, range: { start, end: Math.min(start + 1, text.length) } } };
  }
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end';

/** What may follow what: state → token → next state. Of names in brackets, `text` and `other` are a text and any other scalar. */
const GRAMMAR: Readonly<Record<Expected, Readonly<Record<string, Expected>>>> = {
  value: { '{': 'key or end', '[': 'value or end', text: 'comma or end', other: 'comma or end' },
  'value or end': { '{': 'key or end', '[': 'value or end', ']': 'comma or end', text: 'comma or end', other: 'comma or end' },
  key: { text: 'colon' },
  'key or end': { text: 'colon', '}': 'comma or end' },
  colon: { ':': 'value' },
  'comma or end': { ',': 'value', ']': 'comma or end', '}': 'comma or end' },
};

const BLANK = /[ \t\r\n\ufeff]*/uy;
const TOKEN =
  /(?<mark>[{}[\]:,])|(?<text>"(?:[ !#-[\]-\u{10ffff}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/uy;

/** Offset at which a text stops being JSON. */
function firstFault(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    BLANK.lastIndex = at;
    BLANK.test(text);
    at = BLANK.lastIndex;
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(text)?.groups;
    if (groups === undefined) return at;
    const mark = groups.mark ?? '';
    const next: Expected | undefined = GRAMMAR[expected][mark || (groups.text === undefined ? 'other' : 'text')];
    if (next === undefined) return at;
    if (mark === '{' || mark === '[') open.push(mark);
    if ((mark === '}' || mark === ']') && open.pop() !== OPENING[mark]) return at;
    if (mark === ',' && open.length === 0) return at;
    expected = mark === ',' && open.at(-1) === '{' ? 'key' : next;
    at = TOKEN.lastIndex;
  }
}

const OPENING = { '}': '{', ']': '[' } as const;
