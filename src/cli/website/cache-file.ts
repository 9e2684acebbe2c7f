/** What was read of a website, kept for the next run. */
import { type Kept, keptText, readKept } from '../../website/cache-format.js';
import { cacheFile } from '../cache-folder.js';
import type { Io } from '../io.js';

export interface SiteCache {
  /** What holds for the program, compiler and settings of this run; undefined when there is nothing. */
  read(): Kept | undefined;
  /** Written whole, and never more than once at a time. */
  write(kept: Kept): void;
}

/**
 * @param root of the repository
 * @param madeBy marks program, compiler and settings
 */
export function siteCache(root: string, madeBy: string, env: Io['env']): SiteCache {
  const file = cacheFile('site', root, env);
  return {
    read: () => {
      const bytes = file.read();
      return bytes === undefined ? undefined : readKept(bytes.toString(), madeBy);
    },
    write: kept => file.write(keptText(kept, madeBy)),
  };
}
