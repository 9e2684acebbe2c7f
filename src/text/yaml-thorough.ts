/** YAML 1.2 → value, faults and places by way of the nodes of a document: what everything that is out of the ordinary goes through. */
import { Composer, type Document, isMap, isNode, isPair, isScalar, isSeq, Parser } from 'yaml';
import type { TextDocument, TextFault, TextRange } from './document.js';
import { firstSides } from './merge-marks.js';
import { withPlainBlanks } from './stray-blanks.js';
import { readValues } from './yaml-nodes.js';

/** failsafe: the library leaves every scalar the text it is; what is a number or true is decided in `plainValue`. */
const OPTIONS = { schema: 'failsafe', stringKeys: true, uniqueKeys: false, resolveKnownTags: false, prettyErrors: false } as const;

/** Library codes with a fault of their own; all others are `syntax`. */
const FAULTS: ReadonlyMap<string, TextFault['code']> = new Map([
  ['TAB_AS_INDENT', 'tab'],
  ['TAG_RESOLVE_FAILED', 'tag'],
  ['BAD_ALIAS', 'alias'],
  // The library composes by recursion and gives up where the stack ends.
  ['RESOURCE_EXHAUSTION', 'too-deep'],
]);

/** Parses one YAML document; never throws. Faults are in the order of the text, mostly one for each line. */
export function parseThoroughly(written: string): TextDocument {
  const { text: merged, faults: marks } = firstSides(written);
  const { text, faults: strays } = withPlainBlanks(merged);
  const [document, second] = new Composer(OPTIONS).compose(new Parser().parse(text), true, text.length);
  const contents = document?.contents ?? null;
  const { value, faults, rangeOf } = readValues(contents);
  const syntax = document === undefined ? [] : syntaxFaults(document, text);
  const more = second === undefined ? [] : [moreDocuments(second, text)];
  return { value, faults: oneForEachLine([...marks, ...strays, ...faults, ...syntax, ...more], text), rangeOf };
}

function syntaxFaults(document: Document.Parsed, text: string): TextFault[] {
  return [...document.errors.filter(isOwnFault), ...document.warnings].map(({ code, message, pos }) => {
    const end = Math.min(pos[1], text.length);
    const start = Math.min(pos[0], end);
    const range = { start, end };
    if (code === 'NON_STRING_KEY' && text[start] === '*') {
      return { code: 'alias', detail: text.slice(start + 1, end).replace(/:$/u, ''), reason: 'KEY', range };
    }
    const opened = UNCLOSED.test(message) ? openedBefore(document.contents, pos[0]) : undefined;
    return {
      code: FAULTS.get(code) ?? 'syntax',
      detail: message,
      reason: opened === undefined ? code : 'UNCLOSED',
      range: opened === undefined ? range : { start: opened, end: opened + 1 },
    };
  });
}

/** Behind a fault the library may take the document for ended, and complain about all that follows: that is right, for all it knows. */
function isOwnFault({ message }: Error, index: number): boolean {
  return index === 0 || !message.includes('in YAML stream');
}

const UNCLOSED = /Missing closing|end with a [\]}]/u;

/** A quote or bracket that is never closed is reported by the library where it gives up; people look for where it opens. */
function openedBefore(contents: unknown, position: number): number | undefined {
  let opened: number | undefined;
  let node = contents;
  while (isMap(node) || isSeq(node)) {
    if (node.flow === true) opened = node.range?.[0];
    const inside: readonly unknown[] = node.items.flatMap((item: unknown) => (isPair(item) ? [item.key, item.value] : [item]));
    node = inside.findLast(child => isNode(child) && (child.range?.[0] ?? position) < position);
  }
  return isScalar(node) && node.type?.startsWith('QUOTE') ? node.range?.[0] : opened;
}

/** Places the fault at the line that opens the second document. */
function moreDocuments(second: Document.Parsed, text: string): TextFault {
  const start = second.range[0];
  const length = text.slice(start).search(/\r?\n|$/u);
  return { code: 'multiple-documents', detail: '', range: { start, end: start + length } };
}

/** One slip often makes the library complain several times about a line; and what was pasted mostly comes in blocks, which are one fault. */
function oneForEachLine(faults: readonly TextFault[], text: string): TextFault[] {
  const kept: TextFault[] = [];
  for (const fault of [...faults].sort((a, b) => a.range.start - b.range.start)) {
    const last = kept.at(-1);
    const lines = last === undefined ? Number.POSITIVE_INFINITY : newlines(text, last.range.end, fault.range.start);
    if (fault.code === 'too-deep' && kept.some(({ code }) => code === 'too-deep')) continue;
    if (last !== undefined && IN_BLOCKS.has(fault.code) && last.code === fault.code && lines <= 1) {
      kept[kept.length - 1] = { ...last, range: spanning(last.range, fault.range) };
    } else if (lines > 0 || OWN_LINE.has(fault.code) || OWN_LINE.has(last?.code ?? 'syntax')) {
      kept.push(fault);
    }
  }
  return kept;
}

/** Faults of how lines are indented. */
const IN_BLOCKS: ReadonlySet<TextFault['code']> = new Set(['tab', 'stray-blank']);

/** Faults that say one exact thing, so that two of them in a line are two. */
const OWN_LINE: ReadonlySet<TextFault['code']> = new Set(['duplicate-key', 'merge-key', 'tag', 'too-deep']);

function spanning(first: TextRange, last: TextRange): TextRange {
  return { start: first.start, end: Math.max(first.end, last.end) };
}

function newlines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
