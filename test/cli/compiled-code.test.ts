import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
let starter = '';

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'starter-'));
  starter = join(folder, 'starter.cjs');
  const contents = `import { countRun, runCompiled } from './compiled-code.js';
const [, , filename, mark, sort] = process.argv;
console.log(runCompiled(filename, mark, sort, countRun(sort, mark)));`;
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

/** What is kept, but for the count of runs. */
const kept = ({ cache }: Place): string[] =>
  readdirSync(join(cache, 'purposelint'))
    .filter(name => !name.includes('-runs-'))
    .sort();
const sizeKept = (here: Place): number => statSync(join(here.cache, 'purposelint', kept(here)[0] ?? '')).size;
const PRINTED = { stdout: 'the value\n', stderr: '', status: 0 };

describe('compiled code', () => {
  it('is kept where only the user may write, and taken in the next run', () => {
    const here = place();
    expect(start(here)).toEqual(PRINTED);
    const [file = ''] = kept(here);
    expect(kept(here)).toEqual([`check-program-${process.version}-${process.arch}-a1.bin`]);
    expect(statSync(join(here.cache, 'purposelint')).mode & 0o777).toBe(0o700);
    expect(statSync(join(here.cache, 'purposelint', file)).mode & 0o777).toBe(0o600);
    const before = statSync(join(here.cache, 'purposelint', file)).mtimeMs;
    expect(start(here)).toEqual(PRINTED);
    expect(statSync(join(here.cache, 'purposelint', file)).mtimeMs).toBe(before);
  });

  it('grows by what the runs after one compile that ended early, and is written ever more rarely', () => {
    const bodies = Array.from(
      { length: 9 },
      (_, index) => `const f${index} = () => "${index}".repeat(9); if (process.env.STEP > ${index}) f${index}();`,
    );
    const here = place(`${bodies.join('\n')}\n"the value"\n`);
    const sizes = Array.from({ length: 9 }, (_, step) => {
      start(here, 'a1', 'check', { STEP: String(step) });
      return sizeKept(here);
    });
    // What the first run kept, with what the first, second, fourth and eighth that found it added.
    const grew = sizes.flatMap((size, step) => (size === sizes[step - 1] ? [] : [step]));
    expect(grew).toEqual([0, 1, 2, 4, 8]);
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes);
  });

  it('stays as it is where nothing can be written', () => {
    const here = place();
    start(here);
    const [file = ''] = kept(here);
    const path = join(here.cache, 'purposelint', `check-runs-${process.version}-${process.arch}-a1.bin`);
    mkdirSync(path);
    const before = statSync(join(here.cache, 'purposelint', file)).mtimeMs;
    expect(start(here)).toEqual(PRINTED);
    expect(statSync(join(here.cache, 'purposelint', file)).mtimeMs).toBe(before);
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
