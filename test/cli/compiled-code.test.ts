import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let starter = '';

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'starter-'));
  starter = join(folder, 'starter.cjs');
  const contents = `import { runCompiled } from './compiled-code.js';
const [, , filename, mark, sort] = process.argv;
console.log(runCompiled(filename, mark, sort));`;
  const stdin = { contents, resolveDir: join(root, 'src/cli'), loader: 'ts' } as const;
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile: starter });
});

afterAll(() => rmSync(dirname(starter), { recursive: true, force: true }));

interface Place {
  readonly program: string;
  readonly cache: string;
}

function place(text = '"the value"\n'): Place {
  const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'program.cjs'), text);
  return { program: join(folder, 'program.cjs'), cache: join(folder, 'cache') };
}

function start({ program, cache }: Place, mark = 'a1', sort = 'check', env: Readonly<Record<string, string>> = {}) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [starter, program, mark, sort], {
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: cache, ...env },
  });
  return { stdout, stderr, status };
}

const kept = ({ cache }: Place): string[] => readdirSync(join(cache, 'purposelint')).sort();
const pathKept = (here: Place): string => join(here.cache, 'purposelint', kept(here)[0] ?? '');
const PRINTED = { stdout: 'the value\n', stderr: '', status: 0 };

describe('compiled code', () => {
  it('is kept where only the user may write, and taken in the next run', () => {
    const here = place();
    expect(start(here)).toEqual(PRINTED);
    expect(kept(here)).toEqual([`check-program-${process.version}-${process.arch}-a1.bin`]);
    expect(statSync(join(here.cache, 'purposelint')).mode & 0o777).toBe(0o700);
    const { mode, ino, size } = statSync(pathKept(here));
    expect(mode & 0o777).toBe(0o600);
    expect(start(here)).toEqual(PRINTED);
    expect(statSync(pathKept(here))).toMatchObject({ ino, size });
  });

  it('grows by what the second run compiles, by what one does after an hour, and not after a run that could do nothing', () => {
    const bodies = Array.from({ length: 9 }, (_, at) => `const f${at} = () => "${at}".repeat(9); if (process.env.STEP > ${at}) f${at}();`);
    const here = place(`${bodies.join('\n')}\nprocess.exitCode = Number(process.env.EXIT);\n"the value"\n`);
    const sizeAfter = (step: number, exit = 0): number => {
      start(here, 'a1', 'check', { STEP: String(step), EXIT: String(exit) });
      return statSync(pathKept(here)).size;
    };
    const passHours = (hours: number): void => {
      const before = statSync(pathKept(here)).mtimeMs / 1000 - hours * 3600;
      utimesSync(pathKept(here), before, before);
    };
    const sizes = [sizeAfter(0), sizeAfter(1, 1), sizeAfter(2)];
    passHours(0.9);
    sizes.push(sizeAfter(3));
    passHours(0.2);
    sizes.push(sizeAfter(4, 2), sizeAfter(5), sizeAfter(6));
    const grew = sizes.flatMap((size, run) => (size > (sizes[run - 1] ?? 0) ? [run] : []));
    expect(grew).toEqual([0, 1, 4, 5]);
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
  });

  it('is not looked over, run after run, where that cannot be noted', () => {
    const here = place('const f = () => "f".repeat(9); if (process.env.STEP) f();\n"the value"\n');
    const patch = join(dirname(here.program), 'read-only.cjs');
    writeFileSync(patch, 'require("node:fs").utimesSync = () => { throw new Error("EROFS"); };\n');
    start(here);
    const { size } = statSync(pathKept(here));
    expect(start(here, 'a1', 'check', { STEP: '1', NODE_OPTIONS: `--require ${patch}` })).toEqual(PRINTED);
    expect(statSync(pathKept(here)).size).toBe(size);
    start(here, 'a1', 'check', { STEP: '1' });
    expect(statSync(pathKept(here)).size).toBeGreaterThan(size);
  });

  it('is never that of another text of the same length', () => {
    const here = place('"one"\n');
    expect(start(here, 'a1').stdout).toBe('one\n');
    writeFileSync(here.program, '"two"\n');
    expect(start(here, 'b2').stdout).toBe('two\n');
    expect(kept(here)).toEqual([`check-program-${process.version}-${process.arch}-b2.bin`]);
  });

  it('is kept apart for runs of another sort', () => {
    const here = place();
    start(here, 'a1', 'check');
    start(here, 'a1', 'lsp');
    expect(kept(here)).toHaveLength(2);
  });

  it('is made anew when it is damaged', () => {
    const here = place();
    start(here);
    const path = join(here.cache, 'purposelint', kept(here)[0] ?? '');
    const whole = readFileSync(path);
    writeFileSync(path, whole.subarray(0, whole.length / 2));
    expect(start(here)).toEqual(PRINTED);
    expect(readFileSync(path).length).toBeGreaterThan(whole.length / 2);
  });

  it('is not needed: where nothing can be written, the program runs all the same', () => {
    const here = place();
    writeFileSync(here.cache, 'a file where the folder would be');
    expect(start(here)).toEqual(PRINTED);
  });

  it('leaves alone what is not its own', () => {
    const here = place();
    mkdirSync(join(here.cache, 'purposelint'), { recursive: true });
    writeFileSync(join(here.cache, 'purposelint', 'check-notes.txt'), 'mine');
    start(here);
    expect(kept(here)).toContain('check-notes.txt');
  });
});
