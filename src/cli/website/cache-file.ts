/** Where what was read of a website is kept: one file for each repository, in the user's own cache. What cannot be read or written is left. */
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { type Kept, keptText, readKept } from '../../website/cache-format.js';
import type { Io } from '../io.js';
import { hashOf } from './code-host.js';

export interface SiteCache {
  /** What holds for the program, compiler and settings of this run; undefined when there is nothing. */
  read(): Kept | undefined;
  /** Written whole, and never more than once at a time. */
  write(kept: Kept): void;
}

/** Switches it off. */
const OFF = 'PURPOSELINT_NO_CACHE';

const NONE: SiteCache = { read: () => undefined, write: () => undefined };

/**
 * @param root of the repository
 * @param madeBy marks program, compiler and settings
 */
export function siteCache(root: string, madeBy: string, env: Io['env']): SiteCache {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env;
  const home = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'));
  if (home === undefined || home === '' || ![undefined, ''].includes(env[OFF])) return NONE;
  const folder = join(home, 'purposelint');
  const path = join(folder, `site-${hashOf(realpathSync(root))}.json`);
  return {
    read: () => {
      const text = ownText(path);
      return text === undefined ? undefined : readKept(text, madeBy);
    },
    write: kept => write(folder, path, keptText(kept, madeBy)),
  };
}

/** The text of a file that belongs to this user and is no link. */
function ownText(path: string): string | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    const isOwn = process.getuid === undefined || stat.uid === process.getuid();
    return isOwn && stat.isFile() ? readFileSync(file, 'utf8') : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function write(folder: string, path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(beside, text, { mode: 0o600, flag: 'wx' });
      renameSync(beside, path);
      sweep(folder);
    } finally {
      rmSync(beside, { force: true });
    }
  } catch {
    // a read-only or full disk: the next run reads the website again
  }
}

/** Of repositories that nobody has scanned for so long, most are gone. */
const FORGOTTEN_MS = 90 * 24 * 60 * 60 * 1000;

/** Takes away what was kept of forgotten repositories; the file system's own clock tells how old it is. */
function sweep(folder: string): void {
  const kept = readdirSync(folder).filter(name => /^site-[\w-]+\.json$/u.test(name));
  const times = kept.map(name => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  const latest = Math.max(...times.map(({ time }) => time));
  for (const { path, time } of times) if (latest - time > FORGOTTEN_MS) rmSync(path, { force: true });
}
