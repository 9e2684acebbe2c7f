/** Offsets in a text ⇄ positions of the protocol (lines and UTF-16 units, both from 0); paths ⇄ addresses. */
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Position, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { SourceText, TextRange } from '../text/document.js';

/** A byte order mark is no part of the texts that are read, but an editor may send it: then it is a column of the first line. */
const MARK = '\ufeff';

/** The text of an editor as a file is read: without byte order mark. */
export function sourceOf(path: string, text: string): SourceText {
  return text.startsWith(MARK) ? { path, text: text.slice(1), mark: true } : { path, text };
}

export interface Places {
  position(offset: number): Position;
  offset(position: Position): number;
  /** At most the first line of what is meant: a mark under a whole entry hides what it says. */
  range(range: TextRange): Range;
  /** The range as it is. */
  whole(range: TextRange): Range;
}

/** @param isMarked the text comes from an editor that counts the byte order mark */
export function placesIn(text: string, isMarked = false): Places {
  const shift = isMarked ? 1 : 0;
  const document = TextDocument.create('', '', 0, isMarked ? MARK + text : text);
  const position = (offset: number): Position => document.positionAt(offset + shift);
  const whole = ({ start, end }: TextRange): Range => ({ start: position(start), end: position(end) });
  return {
    position,
    whole,
    offset: at => Math.max(document.offsetAt(at) - shift, 0),
    range: ({ start, end }) => {
      const length = text.slice(start, end).search(/[ \t]*[\r\n]/u);
      return whole({ start, end: length < 0 ? end : start + length });
    },
  };
}

/** Absolute path of an address; undefined when it is no file. */
export function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

/**
 * The address by which editors name a file.
 * @param path absolute
 */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}
