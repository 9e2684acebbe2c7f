/** Where a send stands in the text of its file. */
import ts from 'typescript';
import type { TextRange } from '../../text/document.js';
import type { Found } from './expand.js';
import type { Sink } from './world.js';

/** The node that says it, if it stands in the file of the place or of the caller; else the place or the caller itself. */
export function placeOf({ draft: { at, word }, home }: Found, sink: Sink): { readonly file: ts.SourceFile; readonly range: TextRange } {
  const isNear = at !== undefined && [home, sink.node].some(node => node.getSourceFile() === at.getSourceFile());
  const node = seenIn(isNear ? at : home);
  const file = node.getSourceFile();
  const range = rangeOf(node, file);
  return { file, range: word === undefined ? range : wordIn(word, range, file.text) };
}

/** What the parser adds to broken code has no place of its own: what is around it has. */
function seenIn(node: ts.Node): ts.Node {
  let seen = node;
  while (seen.getStart() === seen.end && !ts.isSourceFile(seen)) seen = seen.parent;
  return seen;
}

/** Without the quotes of a text, if it has both and something between them. */
function rangeOf(node: ts.Node, file: ts.SourceFile): TextRange {
  const start = node.getStart(file);
  const isClosed = ts.isStringLiteralLike(node) && node.end - start > 2 && file.text[node.end - 1] === file.text[start];
  return isClosed ? { start: start + 1, end: node.end - 1 } : { start, end: node.end };
}

/** A name inside a longer text, as a parameter of an address or as a whole word; the text itself when it is not there. */
function wordIn(word: string, range: TextRange, text: string): TextRange {
  const source = text.slice(range.start, range.end);
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const found =
    new RegExp(`(?<=[?&;'"\`\\[])${escaped}(?=[=\\]])`, 'u').exec(source) ?? new RegExp(`(?<!\\w)${escaped}(?![\\w-])`, 'u').exec(source);
  return found === null ? range : { start: range.start + found.index, end: range.start + found.index + word.length };
}

/** Tells whether a node is a part of another, or the other itself. */
export function isWithin(node: ts.Node, outer: ts.Node): boolean {
  return node.getSourceFile() === outer.getSourceFile() && node.pos >= outer.pos && node.end <= outer.end;
}
