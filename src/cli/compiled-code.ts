/**
 * The compiled code of the program. Node 20 keeps none itself; the cache of later versions leaves out what is compiled while the program runs.
 * What cannot be read or written is left: then it compiles again.
 */
import {
  appendFileSync,
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, parse } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs the script in a file. What was compiled until the process ends is kept for later runs of the same sort.
 * @param mark of the text of the file: the engine itself looks only at its length, its own version and its flags
 * @param sort of run; runs of a sort share what is kept
 * @param isDue whether this run adds what it compiled to what is kept; where nothing is, every run keeps it
 * @returns the value of the script
 */
export function runCompiled(filename: string, mark: string, sort: string, isDue: boolean): unknown {
  const file = `${sort}-${parse(filename).name}-`;
  const kept = pathOf(file, mark);
  const { source, cachedData } = read(filename, kept);
  const script = new Script(source, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  const known = cachedData === undefined || script.cachedDataRejected === true ? 0 : cachedData.length;
  if (known === 0 || isDue) {
    process.once('exit', () => {
      const data = script.createCachedData();
      if (data.length > known) write(kept, data, file);
    });
  }
  return script.runInThisContext();
}

/**
 * Counts a run of a sort. A run may end early, or have no snapshot to look at, and leave little: so the first, second, fourth, eighth …
 * is due to add what it compiled.
 * @param mark of the text of the program
 */
export function countRun(sort: string, mark: string): boolean {
  const file = `${sort}-runs-`;
  const path = pathOf(file, mark);
  try {
    appendFileSync(path, '.', { mode: 0o600 });
    const { size } = statSync(path);
    if (size === 1) sweep(path, file);
    return (size & (size - 1)) === 0;
  } catch {
    return false;
  }
}

function pathOf(file: string, mark: string): string {
  return join(folder(), `${file}${process.version}-${process.arch}-${mark}.bin`);
}

/** Only the user may write there: what is read is run. */
function folder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(HOME || process.getBuiltinModule('node:os').homedir(), '.cache'), 'purposelint');
}

/** The text of a script and what is kept of it. Both go through the same memory: to get new memory takes longer than to read into it. */
function read(filename: string, kept: string): { source: string; cachedData?: Buffer } {
  const script = openSync(filename, 'r');
  const data = openOwn(kept);
  try {
    const { size } = fstatSync(script);
    const room = Buffer.allocUnsafeSlow(Math.max(size, data?.size ?? 0));
    const source = filled(room, script, size).toString('latin1');
    return data === undefined ? { source } : { source, cachedData: filled(room, data.file, data.size) };
  } finally {
    closeSync(script);
    if (data !== undefined) closeSync(data.file);
  }
}

function openOwn(path: string): { readonly file: number; readonly size: number } | undefined {
  try {
    const file = openSync(path, 'r');
    const stat = fstatSync(file);
    if (stat.isFile() && (process.getuid === undefined || stat.uid === process.getuid())) return { file, size: stat.size };
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

/** Takes away what other versions left. */
function sweep(path: string, name: string): void {
  const home = dirname(path);
  const others = readdirSync(home).filter(other => other.startsWith(name) && other.endsWith('.bin') && other !== basename(path));
  for (const other of others) unlinkSync(join(home, other));
}
