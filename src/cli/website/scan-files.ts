/** The scan of a website: what each file sends, read only where something has changed since the last run. */
import type { KeptFile } from '../../website/cache-format.js';
import { type FileNow, stillHolding } from '../../website/kept.js';
import { type Readers, readFiles } from '../../website/read.js';
import type { Site, SiteFile } from '../../website/site.js';
import type { WebsiteSettings } from '../configuration.js';
import type { Io } from '../io.js';
import { siteCache } from './cache-file.js';
import { type WatchedHost, watchedHost } from './code-host.js';
import { lookAt } from './look.js';
import { madeBy } from './made-by.js';

export interface ScanWish {
  readonly root: string;
  /** The files, as `findSiteFiles` finds them. */
  readonly paths: readonly string[];
  readonly helpers: WebsiteSettings['helpers'];
  readonly env: Io['env'];
  /** These are not all files of the website: what is kept of the whole stays as it is. */
  readonly isPart?: boolean;
  /** Told now and then how many files were looked at, and before the slow part how many are to be read. */
  readonly tell?: (phase: 'look' | 'read', count: number) => void;
  /** As `letGo` of Io: reading takes long in one step, and writes nothing. */
  readonly letGo?: Io['letGo'] | undefined;
  /** Other readers, for tests. */
  readonly readers?: Readers;
}

/** Scans files. The same files give the same, whether or not something was kept from an earlier run. */
export async function scanFiles(wish: ScanWish): Promise<Site> {
  const { root, paths, helpers, env, isPart = false, tell = () => undefined } = wish;
  const { traced, unread } = await lookAt(root, paths, helpers, count => tell('look', count));
  const cache = siteCache(root, madeBy(helpers), env);
  const kept = traced.length === 0 ? undefined : cache.read();
  const host = watchedHost(root);
  const holding = stillHolding(kept, traced, host.markOf);
  const stale = traced.filter(({ source }) => !holding.has(source.path));
  if (stale.length === 0) return siteOf([...filesOf(holding), ...unread], traced, paths.length);
  tell('read', stale.length);
  const files = new Map([...holding, ...(await readAnew(stale, host, wish))]);
  if (!isPart) cache.write({ asked: Object.fromEntries(host.asked), files: [...files.values()] });
  return siteOf([...filesOf(files), ...unread], traced, paths.length);
}

/** Reads files, and notes of what they were made. */
async function readAnew(files: readonly FileNow[], host: WatchedHost, wish: ScanWish): Promise<[string, KeptFile][]> {
  const hashes = new Map(files.map(({ source, hash }) => [source, hash]));
  const holdAgain = wish.letGo?.();
  const readings = await readFiles([...hashes.keys()], { helpers: wish.helpers, host }, wish.readers).finally(holdAgain);
  return readings.map(({ source, file, hasScripts }) => [file.path, { hash: hashes.get(source) ?? '', hasScripts, file }]);
}

function filesOf(readings: ReadonlyMap<string, KeptFile>): SiteFile[] {
  return [...readings.values()].map(({ file }) => file);
}

function siteOf(files: readonly SiteFile[], traced: readonly FileNow[], looked: number): Site {
  const told = files.filter(({ sends, ignores, notes }) => sends.length + ignores.length + notes.length > 0);
  const shown = new Set(told.map(({ path }) => path));
  const sources = traced.map(({ source }) => source).filter(({ path }) => shown.has(path));
  return {
    files: told.sort((one, other) => (one.path < other.path ? -1 : 1)),
    looked,
    texts: new Map(sources.map(source => [source.path, source])),
  };
}
