/** The files of a website, by globs. */
import { join, posix } from 'node:path';
import { statOf } from '../../text/files/faults.js';
import { expandGlobs } from '../../text/files/find.js';
import { matchNames } from '../../text/glob-names.js';
import { isPattern } from '../../text/globs.js';
import { fileKind } from '../../website/file-kinds.js';
import { stopFor } from '../session.js';

/**
 * Paths of the files that are read: code and markup, sorted. Folders stand for all that is in them; hidden files and folders count only
 * where a glob names them.
 * @param include globs, folders and paths; `!` in front leaves out
 * @param ignore globs, folders and paths that are left out in any case
 * @throws Stop (exit 2) for a glob that leaves the root
 */
export async function findSiteFiles(root: string, include: readonly string[], ignore: readonly string[]): Promise<string[]> {
  const wanted = include.map(glob => normal(root, glob));
  const unwanted = ignore.flatMap(glob => [glob, `${glob.replace(/\/+$/u, '')}/**`]);
  try {
    const found = await expandGlobs(root, [...wanted, ...unwanted.map(glob => `!${glob}`)]);
    // A path without wildcards is found whatever is left out.
    const named = wanted.filter(glob => !isPattern(glob));
    const leftOut = new Set(named.length === 0 || ignore.length === 0 ? [] : await matchNames(named, unwanted));
    return found.filter(path => fileKind(path) !== undefined && !leftOut.has(path));
  } catch (error) {
    throw stopFor(error);
  }
}

function normal(root: string, glob: string): string {
  if (isPattern(glob)) return glob;
  const path = posix.normalize(glob).replace(/(?<=.)\/$/u, '');
  const isFolder = statOf(join(root, path))?.isDirectory() ?? false;
  if (!isFolder) return path;
  return path === '.' ? '**' : `${path}/**`;
}
