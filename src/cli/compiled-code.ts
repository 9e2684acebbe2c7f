/** The compiled code of the program, kept for Node 20, which keeps none itself. What cannot be read or written is left: then it compiles again. */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Runs a CommonJS file. What was compiled until the process ends is kept for the next run of the same command. */
export function runCompiled(filename: string, command: string): void {
  const source = readFileSync(filename, 'latin1');
  const kept = join(folder(), `${command}-${fingerprint(filename)}.bin`);
  const cachedData = read(kept);
  const code = `(function (exports, require, module, __filename, __dirname) {${source}\n})`;
  const script = new Script(code, { filename, ...(cachedData === undefined ? {} : { cachedData }) });
  if (cachedData === undefined || script.cachedDataRejected === true) process.once('exit', () => write(kept, script.createCachedData()));
  const module = { exports: {} };
  const run: unknown = script.runInThisContext();
  if (typeof run === 'function') run.call(module.exports, module.exports, createRequire(filename), module, filename, dirname(filename));
}

/** Only the user may write there: what is read is run. */
function folder(): string {
  const { NODE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (NODE_COMPILE_CACHE) return NODE_COMPILE_CACHE;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'purposelint');
}

/** The engine itself looks only at the length of the source, its own version and its flags. */
function fingerprint(filename: string): string {
  const { size, mtimeMs } = statSync(filename);
  return [process.version, process.arch, size, Math.round(mtimeMs)].join('-');
}

function read(path: string): Buffer | undefined {
  try {
    const { uid } = statSync(path);
    return process.getuid === undefined || uid === process.getuid() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

function write(path: string, data: Buffer): void {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const beside = `${path}.${process.pid}.tmp`;
    writeFileSync(beside, data, { mode: 0o600 });
    renameSync(beside, path);
    // what other versions left
    const [command = ''] = basename(path).split('-');
    for (const name of readdirSync(dirname(path)))
      if (name.startsWith(`${command}-`) && name !== basename(path)) unlinkSync(join(dirname(path), name));
  } catch {
    // a read-only or full disk: the next run compiles again
  }
}
