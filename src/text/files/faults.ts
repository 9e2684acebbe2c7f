/** What the file system says when something is not there, or cannot be read. */
import { type Stats, statSync } from 'node:fs';
import { errorCode } from '../../guards.js';
import type { UnreadableReason } from '../document.js';

const REASONS: ReadonlyMap<string, UnreadableReason> = new Map([
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['ENAMETOOLONG', 'missing'],
  ['EISDIR', 'directory'],
  ['EACCES', 'no-permission'],
  ['EPERM', 'no-permission'],
]);

/** Why something could not be read, by the error of the file system. */
export function reasonFor(error: unknown): UnreadableReason {
  return REASONS.get(errorCode(error)) ?? 'other';
}

/** What the file system says of a path; undefined when there is nothing, or it cannot be: a part of it is a file, a link leads in circles. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
