/** Many changes at a time: which of them do not meet, and which come out right. */
import { append } from '../collections.js';
import type { DeclarationFile } from '../declarations/model.js';
import type { Change, Edit, ResolvedFix } from '../finding.js';
import type { OpenFiles } from './changes.js';
import { tryChanges } from './try.js';

/** Which parts of the files are edited already, and what is written into their lists. */
export interface Taken {
  readonly edits: Map<string, Edit[]>;
  readonly items: Set<string>;
}

/** Nothing yet. */
export function nothingTaken(): Taken {
  return { edits: new Map(), items: new Set() };
}

/** Takes the parts that a fix edits, unless one is taken. Additions at one point do not meet; the same item for one list does. */
export function take({ files }: ResolvedFix, items: readonly string[], taken: Taken): boolean {
  const meets = files.some(({ file, edits }) =>
    taken.edits.get(file)?.some(range => edits.some(edit => edit.start < range.end && range.start < edit.end)),
  );
  if (meets || items.some(item => taken.items.has(item))) return false;
  for (const item of items) taken.items.add(item);
  for (const { file, edits } of files) for (const edit of edits) append(taken.edits, file, edit);
  return true;
}

export interface Changing {
  readonly changes: readonly Change[];
}

export interface Sifted<T> {
  readonly right: readonly T[];
  readonly wrong: readonly T[];
}

/** Those that come out right together, and those that do not even by themselves; the others wait for the next pass. */
export function sift<T extends Changing>(chosen: readonly T[], files: OpenFiles): Sifted<T> {
  if (together(chosen, files) !== undefined) return { right: chosen, wrong: [] };
  if (chosen.length < 2) return { right: [], wrong: chosen };
  const middle = Math.ceil(chosen.length / 2);
  const halves = [sift(chosen.slice(0, middle), files), sift(chosen.slice(middle), files)];
  const all = halves.flatMap(half => half.right);
  const right = together(all, files) === undefined ? (halves.find(half => half.right.length > 0)?.right ?? []) : all;
  return { right, wrong: halves.flatMap(half => half.wrong) };
}

/** The files after all of these. @returns undefined as `tryChanges` */
export function together(chosen: readonly Changing[], files: OpenFiles): readonly DeclarationFile[] | undefined {
  return tryChanges(
    chosen.flatMap(({ changes }) => changes),
    files,
  );
}
