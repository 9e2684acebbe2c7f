/**
 * The compiled code of the program. Node 20 keeps none itself; the cache of later versions leaves out what is compiled while the program runs.
 * What cannot be read or written is left: then it compiles again.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/**
 * Runs a CommonJS file. What was compiled until the process ends is kept for the next run of the same sort.
 * @param mark of the text of the file: the engine itself looks only at its length, its own version and its flags
 * @param sort of run; runs of a sort share what is kept
 */
export function runCompiled(filename: string, mark: string, sort: string): void {
  const kept = join(folder(), `${sort}-${process.version}-${process.arch}-${mark}.bin`);
  const cachedData = read(kept);
  const code = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}\n})`;
  const script = new Script(code, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected === true)
    process.once('exit', () => write(kept, script.createCachedData(), sort));
  const module = { exports: {} };
  const run: unknown = script.runInThisContext();
  if (typeof run === 'function') run.call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
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

/** Written whole; what other versions left of the sort is taken away. */
function write(path: string, data: Buffer, sort: string): void {
  try {
    const home = dirname(path);
    mkdirSync(home, { recursive: true, mode: 0o700 });
    const beside = `${path}.${process.pid}.tmp`;
    writeFileSync(beside, data, { mode: 0o600 });
    renameSync(beside, path);
    const old = readdirSync(home).filter(name => name.startsWith(`${sort}-`) && name.endsWith('.bin') && name !== basename(path));
    for (const name of old) unlinkSync(join(home, name));
  } catch {
    // a read-only or full disk: the next run compiles again
  }
}
