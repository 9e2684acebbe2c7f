/**
 * The compiled code of the program. Node 20 keeps none itself; the cache of later versions leaves out what is compiled while the program runs.
 * What cannot be read or written is left: then it compiles again.
 */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
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
  const cachedData = read(kept);
  const script = new Script(readFileSync(filename, 'latin1'), { filename, ...(cachedData === undefined ? {} : { cachedData }) });
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

function read(path: string): Buffer | undefined {
  try {
    const { uid } = statSync(path);
    return process.getuid === undefined || uid === process.getuid() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
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
