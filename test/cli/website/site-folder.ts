/** A repository with a website in a temporary folder, scanned with the made-up readers. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findSiteFiles } from '../../../src/cli/website/find-files.js';
import { type ScanWish, scanFiles } from '../../../src/cli/website/scan-files.js';
import type { Site } from '../../../src/website/site.js';
import { madeUpReaders } from '../../website/made-up-readers.js';

/** A trace of Mautic, so that a file is read at all. */
export const TRACE = '// mautic\n';

export interface Scanned {
  readonly site: Site;
  /** What was loaded and read for it. */
  readonly log: readonly string[];
}

export interface SiteFolder {
  readonly path: string;
  /** A folder of its own, where the cache is. */
  readonly cache: string;
  write(path: string, content: string | Uint8Array): void;
  remove(path: string): void;
  /** `cold`: as if nothing was kept. */
  scan(options?: Partial<ScanWish> & { readonly cold?: true; readonly globs?: readonly string[] }): Promise<Scanned>;
}

/** Makes the repository; it is gone after the test. */
export function siteFolder(files: Readonly<Record<string, string>>): SiteFolder {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'purposelint-site-')));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const path = join(home, 'repository');
  const cache = join(home, 'cache');
  const write: SiteFolder['write'] = (name, content) => {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  };
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return {
    path,
    cache,
    write,
    remove: name => rmSync(join(path, name)),
    scan: async ({ cold, globs = ['**'], ...wish } = {}) => {
      const readers = madeUpReaders();
      const env = cold === true ? {} : { XDG_CACHE_HOME: cache };
      const paths = await findSiteFiles(path, globs, []);
      const site = await scanFiles({ root: path, paths, helpers: [], env, readers, ...wish });
      return { site, log: readers.log };
    },
  };
}

/** What is sent, by file. */
export function sent({ site }: Scanned): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(site.files.map(({ path, sends }) => [path, sends.map(({ key }) => key)]));
}
