/** What runs leave for the next one: files in the user's own cache, one for each repository and purpose. What cannot be read or written is left. */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Io } from './io.js';

/** What a file is for: the front of its name. */
export type CacheSort = 'site' | 'texts';

export interface CacheFile {
  /** Its bytes, if it is there and this user's own. */
  read(): Buffer | undefined;
  /** Writes it whole. */
  write(content: string | Buffer): void;
}

/** Switches all of it off. */
const OFF = 'PURPOSELINT_NO_CACHE';

/** @param root of the repository */
export function cacheFile(sort: CacheSort, root: string, env: Io['env']): CacheFile {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = env;
  const home = XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'));
  if (home === undefined || home === '' || ![undefined, ''].includes(env[OFF])) return { read: () => undefined, write: () => undefined };
  const folder = join(home, 'purposelint');
  const path = join(folder, `${sort}-${nameFor(realpathSync.native(root))}`);
  return { read: () => ownBytes(path), write: content => write(folder, path, content, sort) };
}

/** Longest name of a file, in bytes, that every system takes; a little is left for the sort and the mark of what is being written. */
const LONGEST = 200;

/** Roots that end alike in so many letters share a file: whoever reads it compares what is in it. */
function nameFor(root: string): string {
  return Buffer.from(root).toString('base64url').slice(-LONGEST);
}

/** The bytes of a file that belongs to this user and is no link. */
function ownBytes(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(file);
    const isOwn = process.getuid === undefined || stat.uid === process.getuid();
    return isOwn && stat.isFile() ? readFileSync(file) : undefined;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function write(folder: string, path: string, content: string | Buffer, sort: CacheSort): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const isNew = !existsSync(path);
    if (isNew) mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(beside, content, { mode: 0o600, flag: 'wx' });
    renameSync(beside, path);
    if (isNew) sweep(folder, sort);
  } catch {
    // A read-only or full disk: the next run does it all again.
    remove(beside);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // it was not there
  }
}

/** Of repositories in which nothing was new for so long, most are gone. */
const FORGOTTEN_MS = 90 * 24 * 60 * 60 * 1000;

/** Takes away what was kept of forgotten repositories, when a new one comes; the file system's own clock tells how old it is. */
function sweep(folder: string, sort: CacheSort): void {
  const kept = readdirSync(folder).filter(name => name.startsWith(`${sort}-`) && !name.endsWith('.tmp'));
  const times = kept.map(name => ({ path: join(folder, name), time: statSync(join(folder, name)).mtimeMs }));
  const latest = Math.max(...times.map(({ time }) => time));
  for (const { path, time } of times) if (latest - time > FORGOTTEN_MS) remove(path);
}
