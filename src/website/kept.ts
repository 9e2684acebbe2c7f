/** What was read of a website in an earlier run: what of it still holds. */
import type { SourceText } from '../text/document.js';
import type { Kept, KeptFile } from './cache-format.js';

/** A file as it is now. */
export interface FileNow {
  readonly source: SourceText;
  /** Marks its content. */
  readonly hash: string;
}

/**
 * The readings that are the same if they were made again, by path. Scripts are read together: what one sends may depend on who calls it, and
 * on what another calls the function of the queue. They hold all, or none: when one comes, goes or changes, or a file that was asked for. A
 * page without scripts holds by itself.
 * @param markOf marks the content of any other file; null when there is none
 */
export function stillHolding(
  kept: Kept | undefined,
  files: readonly FileNow[],
  markOf: (path: string) => string | null,
): ReadonlyMap<string, KeptFile> {
  if (kept === undefined) return new Map();
  const now = new Map(files.map(({ source, hash }) => [source.path, hash]));
  const same = kept.files.filter(({ file, hash }) => now.get(file.path) === hash);
  const isWhole = same.length === files.length && same.length === kept.files.length;
  const doScriptsHold = isWhole && Object.entries(kept.asked).every(([path, mark]) => markOf(path) === mark);
  const holding = same.filter(({ hasScripts }) => doScriptsHold || !hasScripts);
  return new Map(holding.map(entry => [entry.file.path, entry]));
}
