/** The same entry twice, in one file or two: the first counts, the second is told. */
import type { FilePlace } from '../finding.js';
import { type Lines, linesOf } from '../text/position.js';
import type { DeclarationFile, Problem } from './model.js';

/** Line numbers of places, each file indexed once and only when it is asked for. */
export function lineFinder(files: readonly DeclarationFile[]): (place: FilePlace) => number {
  const byPath = new Map(files.map(file => [file.path, file]));
  const lines = new Map<string, Lines>();
  return ({ file: name, path, at }) => {
    const file = byPath.get(name);
    if (file === undefined) return 1;
    const known = lines.get(name) ?? linesOf(file.text);
    lines.set(name, known);
    return known.position(file.document.rangeOf(path, at)?.start ?? 0).line;
  };
}

export interface Twice {
  /** True when the name is new; else the second place is told. */
  isNew(name: string, key: string, subject: string, place: FilePlace): boolean;
}

/** Remembers where each name of one kind of thing stands. */
export function watchTwice(problems: Problem[], lineOf: (place: FilePlace) => number): Twice {
  const places = new Map<string, FilePlace>();
  return {
    isNew(name, key, subject, place) {
      const first = places.get(name);
      if (first === undefined) {
        places.set(name, place);
        return true;
      }
      const data = { key, file: first.file, line: lineOf(first) };
      problems.push({ code: 'twice', subject, place, data, related: [{ place: first }] });
      return false;
    },
  };
}
