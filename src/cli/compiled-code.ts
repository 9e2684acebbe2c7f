/**
 * The compiled code of the program. Node 20 keeps none itself; the cache of later versions leaves out what is compiled while the program runs.
 * What cannot be read or written is left: then it compiles again.
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { Script } from 'node:vm';

/** How long what is kept counts as all that runs need, in milliseconds: to look over it takes a tenth of a short run. */
const SETTLED = 3_600_000;

/** A run with a higher exit code could not do its work, and compiled little. */
const WORKED = 1;

/**
 * Runs the script in a file. What was compiled until the process ends is kept for later runs of the same sort: where nothing is kept, by each
 * run; then by the next one that did its work, since the first may have had no snapshot to look at; and later by one in an hour.
 * @param mark of the text of the file: the engine itself looks only at its length, its own version and its flags
 * @param sort of run; runs of a sort share what is kept
 * @returns the value of the script
 */
export function runCompiled(filename: string, mark: string, sort: string): unknown {
  const name = `${sort}-${parse(filename).name}-`;
  const kept = join(folder(), `${name}${process.version}-${process.arch}-${mark}.bin`);
  const { source, cachedData, isDue } = read(filename, kept);
  const script = new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  const known = cachedData === undefined || script.cachedDataRejected === true ? 0 : cachedData.length;
  if (known === 0 || isDue) {
    process.once('exit', code => {
      const data = script.createCachedData();
      if (data.length > known) write(kept, data, name);
      if (known === 0 || code > WORKED) setTime(kept, 0);
    });
  }
  return script.runInThisContext();
}

/** Only the user may write there: what is read is run. */
function folder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(HOME || process.getBuiltinModule('node:os').homedir(), '.cache'), 'purposelint');
}

interface Read {
  readonly source: string;
  readonly cachedData?: Buffer;
  /** Is it time to look whether it is all that is needed? */
  readonly isDue: boolean;
}

/** The text of a script and what is kept of it. Both go through the same memory: to get new memory takes longer than to read into it. */
function read(filename: string, kept: string): Read {
  const script = openSync(filename, 'r');
  const data = openOwn(kept);
  try {
    const { size } = fstatSync(script);
    const room = Buffer.allocUnsafeSlow(Math.max(size, data?.size ?? 0));
    const source = filled(room, script, size).toString('latin1');
    if (data === undefined) return { source, isDue: true };
    return { source, cachedData: filled(room, data.file, data.size), isDue: isDue(kept, data.mtimeMs) };
  } finally {
    closeSync(script);
    if (data !== undefined) closeSync(data.file);
  }
}

function openOwn(path: string): { readonly file: number; readonly size: number; readonly mtimeMs: number } | undefined {
  try {
    const file = openSync(path, 'r');
    const stat = fstatSync(file);
    if (stat.isFile() && (process.getuid === undefined || stat.uid === process.getuid()))
      return { file, size: stat.size, mtimeMs: stat.mtimeMs };
    closeSync(file);
  } catch {
    // nothing is kept
  }
  return undefined;
}

/** The beginning of a file in the memory that is given. */
function filled(room: Buffer, file: number, size: number): Buffer {
  let at = 0;
  for (let more = 1; more > 0 && at < size; at += more) more = readSync(file, room, at, size - at, at);
  return room.subarray(0, at);
}

/**
 * Written whole.
 * @param name what its name begins with in all versions
 */
function write(path: string, data: Buffer, name: string): void {
  try {
    const home = dirname(path);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const beside = `${path}.${process.pid}.tmp`;
    writeFileSync(beside, data, { mode: 0o600 });
    renameSync(beside, path);
    sweep(path, name);
  } catch {
    // a read-only or full disk: the next run compiles again
  }
}

/** Is it time to look over what is kept? That is noted at once: runs beside this one need not, and none need where nothing can be written. */
function isDue(kept: string, lookedOver: number): boolean {
  const now = Date.now();
  return now - lookedOver > SETTLED && setTime(kept, now);
}

/** Notes when it was looked over, in milliseconds; false where that cannot be written. */
function setTime(path: string, time: number): boolean {
  try {
    utimesSync(path, time / 1000, time / 1000);
    return true;
  } catch {
    return false;
  }
}

/** Takes away what other versions left. */
function sweep(path: string, name: string): void {
  const home = dirname(path);
  const others = readdirSync(home).filter(other => other.startsWith(name) && other.endsWith('.bin') && other !== basename(path));
  for (const other of others) unlinkSync(join(home, other));
}
