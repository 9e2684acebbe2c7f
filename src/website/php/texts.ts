/** Texts of PHP, joined as the code joins them, at the places where they stand. */
import type { TextRange } from '../../text/document.js';
import { blank, hole } from '../markup/blank.js';
import { unescaped } from '../markup/entities.js';
import { type PhpNode, part, partsOf } from './nodes.js';

/** A text as long as its range: with holes for what is worked out, spaces for what only joins. */
export interface PhpText extends TextRange {
  readonly text: string;
  /** What the holes stand for. */
  readonly holes: readonly PhpNode[];
}

interface Segment extends TextRange {
  /** Undefined: worked out. */
  readonly written: string | undefined;
  readonly node: PhpNode;
}

/**
 * A text, or several joined with dots; undefined: it is neither, or has no text in it.
 * @param isFormat whether `%s` in it stands for something
 */
export function textOf(node: PhpNode, source: string, isFormat: boolean): PhpText | undefined {
  if (node.kind !== 'bin' && !TEXTS.has(node.kind)) return undefined;
  const segments = leavesOf(node).flatMap(leaf => segmentsOf(leaf, source));
  const [first] = segments;
  if (first === undefined || !segments.some(({ written }) => written !== undefined)) return undefined;
  const text = unescaped(joined(segments, source));
  const holes = segments.filter(({ written }) => written === undefined).map(segment => segment.node);
  const { start } = first;
  return {
    text: isFormat ? text.replace(/%(?:\d+\$)?[-+0-9.]*[sdfu]/gu, hole) : text,
    start,
    end: start + text.length,
    holes,
  };
}

const TEXTS: ReadonlySet<string> = new Set(['string', 'encapsed', 'nowdoc']);

/** The parts of a chain of dots, without recursion: chains get long. */
function leavesOf(node: PhpNode): PhpNode[] {
  const leaves: PhpNode[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const isJoint = next.kind === 'bin' && next.parts.type === '.';
    if (isJoint) waiting.push(...['right', 'left'].flatMap(name => part(next, name) ?? []));
    else leaves.push(next);
  }
  return leaves;
}

function segmentsOf(node: PhpNode, source: string): Segment[] {
  const { kind, start, end } = node;
  const quoted = (from: number, to: number, isDouble: boolean): Segment => {
    const raw = source.slice(from, to);
    return { node, start: from, end: to, written: isDouble ? raw.replace(/\\[nrt]/gu, '  ') : raw };
  };
  if (kind === 'string') return [quoted(start + 1, end - 1, node.parts.isDoubleQuote === true)];
  if (kind === 'nowdoc') return [quoted(source.indexOf('\n', start) + 1, source.lastIndexOf('\n', end), false)];
  if (kind !== 'encapsed') return [{ node, start, end, written: undefined }];
  return partsOf(node, 'value').flatMap(piece => {
    const inner = part(piece, 'expression');
    if (inner?.kind === 'string') return [quoted(piece.start, piece.end, true)];
    return [{ node: inner ?? piece, start: piece.start, end: piece.end, written: undefined }];
  });
}

function joined(segments: readonly Segment[], source: string): string {
  let text = '';
  let isFilled = false;
  let last = segments[0]?.start ?? 0;
  for (const { written, start, end } of segments) {
    if (written === undefined) {
      isFilled = true;
      continue;
    }
    const gap = source.slice(last, start);
    text += `${isFilled ? hole(gap) : blank(gap)}${written}`;
    isFilled = false;
    last = end;
  }
  return isFilled ? text + hole(source.slice(last, segments.at(-1)?.end ?? last)) : text;
}
