/**
 * The compiled code of the program. Node 20 keeps none itself; the cache of later versions leaves out what is compiled while the program runs.
 * What cannot be read or written is left: then it compiles again.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, parse } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs the script in a file. What was compiled until the process ends is kept for the next run of the same sort.
 * @param mark of the text of the file: the engine itself looks only at its length, its own version and its flags
 * @param sort of run; runs of a sort share what is kept
 * @returns the value of the script
 */
export function runCompiled(filename: string, mark: string, sort: string): unknown {
  const file = `${sort}-${parse(filename).name}-`;
  const kept = join(folder(), `${file}${process.version}-${process.arch}-${mark}.bin`);
  const cachedData = read(kept);
  const script = new Script(readFileSync(filename, 'latin1'), { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected === true)
    process.once('exit', () => write(kept, script.createCachedData(), file));
  return script.runInThisContext();
}

/** Only the user may write there: what is read is run. */
function folder(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'purposelint');
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
 * Written whole; what other versions left is taken away.
 * @param name what its name begins with in all versions
 */
function write(path: string, data: Buffer, name: string): void {
  try {
    const home = dirname(path);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const beside = `${path}.${process.pid}.tmp`;
    writeFileSync(beside, data, { mode: 0o600 });
    renameSync(beside, path);
    const others = readdirSync(home).filter(other => other.startsWith(name) && other.endsWith('.bin') && other !== basename(path));
    for (const other of others) unlinkSync(join(home, other));
  } catch {
    // a read-only or full disk: the next run compiles again
  }
}
