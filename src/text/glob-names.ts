/** Globs over a list of names, as `expandGlobs` matches them over the disk: for files that are only in the history. */
import { normalize, sep } from 'node:path';
import { isPattern, LEFT_OUT, refuseOutside } from './files.js';

/**
 * The names that globs choose, sorted, each once. A path without wildcards is chosen only when it is there; `!` leaves out of what stands
 * before it.
 * @param names paths of files, with forward slashes
 * @throws UnreadableFile (`outside`) for a pattern that leaves the root
 */
export async function matchNames(names: readonly string[], globs: readonly string[]): Promise<string[]> {
  refuseOutside(globs);
  const plain = new Set(globs.filter(glob => !isPattern(glob)).map(glob => normalize(glob).split(sep).join('/')));
  const patterns = globs.filter(isPattern);
  const matches = patterns.some(glob => !glob.startsWith('!')) ? await matcher(patterns) : () => false;
  return names.filter(name => plain.has(name) || matches(name)).sort();
}

/** What the glob library behind `expandGlobs` asks of its matcher. */
const OPTIONS = { dot: false, posix: true, strictSlashes: false } as const;

async function matcher(patterns: readonly string[]): Promise<(name: string) => boolean> {
  const { default: micromatch } = await import('micromatch');
  const leftOut = LEFT_OUT.map(glob => micromatch.matcher(glob, { ...OPTIONS, dot: true }));
  const steps = patterns.map(glob => {
    const isNegative = glob.startsWith('!');
    const pattern = (isNegative ? glob.slice(1) : glob).replace(/^\.\//u, '');
    return { isNegative, matches: micromatch.matcher(pattern, { ...OPTIONS, dot: isNegative }) };
  });
  return name => {
    if (leftOut.some(matches => matches(name))) return false;
    return steps.some(
      ({ isNegative, matches }, index) =>
        !isNegative && matches(name) && !steps.slice(index + 1).some(later => later.isNegative && later.matches(name)),
    );
  };
}
