/** Globs over a list of names, as `expandGlobs` matches them over the disk: for files that are only in the history. */
import { normalize, sep } from 'node:path';
import { type Choice, choicesOf, isPattern, refuseOutside } from './globs.js';

/**
 * The names that globs choose, sorted, each once. A path without wildcards is chosen only when it is there; `!` leaves out of what stands
 * before it.
 * @param names paths of files, with forward slashes
 * @throws UnreadableFile (`outside`) for a pattern that leaves the root
 */
export async function matchNames(names: readonly string[], globs: readonly string[]): Promise<string[]> {
  return names.filter(await nameTest(globs)).sort();
}

/** Does a name fit the globs? @throws UnreadableFile (`outside`) for a pattern that leaves the root */
export async function nameTest(globs: readonly string[]): Promise<(name: string) => boolean> {
  refuseOutside(globs);
  const plain = new Set(globs.filter(glob => !isPattern(glob)).map(glob => normalize(glob).split(sep).join('/')));
  const choices = await choicesOf(globs.filter(isPattern));
  return name => plain.has(name) || choices.some(choice => chooses(choice, name));
}

function chooses({ base, enters, matches }: Choice, name: string): boolean {
  return matches(name) && foldersBelow(base, name).every(enters);
}

/** `a/b` and `a/b/c` lead from `a` to `a/b/c/d.yaml`. */
function foldersBelow(base: string, name: string): string[] {
  const parts = name.split('/');
  return parts.slice(0, -1).flatMap((_, index) => {
    const folder = parts.slice(0, index + 1).join('/');
    return folder.length > base.length ? [folder] : [];
  });
}
