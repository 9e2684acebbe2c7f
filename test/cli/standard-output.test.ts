/** Output into files and pipes of the system, as shells make them: nothing is lost, and nobody is kept waiting. */
import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const PROGRAM = join(root, 'dist/cli.cjs');
const folder = mkdtempSync(join(tmpdir(), 'output-'));
const LINE = 'città 寿司 🍕\n';

beforeAll(async () => {
  // Writes as many lines as it is told, a hundred at a time, then says on standard error which streams of Node were loaded.
  const contents = `import { standardOutput } from './standard-output.js';
const end = error => process.exit(error.code === 'output-lost' ? 7 : 8);
const out = standardOutput(1, () => process.stdout, end);
const err = standardOutput(2, () => process.stderr, end);
process.once('SIGINT', () => process.exit(130));
try {
  for (let left = Number(process.argv[2]); left > 0; left -= 100) out.write(${JSON.stringify(LINE)}.repeat(Math.min(left, 100)));
} catch (error) {
  end(error);
}
err.write(JSON.stringify([out.isTTY, out.columns, process.moduleLoadList.includes('NativeModule net')]));`;
  const stdin = { contents, resolveDir: join(root, 'src/cli'), loader: 'ts' } as const;
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile: join(folder, 'lines.cjs') });
});

/** @param script of the shell, where \`lines\` is the program above, and \`purposelint\` the real one */
function shell(script: string): Pick<SpawnSyncReturns<string>, 'status' | 'stdout' | 'stderr'> {
  const functions = `lines() { '${process.execPath}' lines.cjs "$@"; }; purposelint() { '${process.execPath}' '${PROGRAM}' "$@"; }; `;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', functions + script], { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  return { status, stdout, stderr };
}

const DIRECT = '[false,80,false]';
const STREAM = '[false,80,true]';

describe('standard output', () => {
  it.each([
    ['a pipe', 'lines 500 | cat', 500, DIRECT],
    ['a pipe that is too small', 'lines 100000 | cat', 100_000, STREAM],
    ['a reader who is slow', 'lines 100000 | (sleep 1; cat)', 100_000, STREAM],
    ['a socket', 'lines 500', 500, DIRECT],
    ['a file', 'lines 100000 > file; cat file', 100_000, DIRECT],
    ['nothing', 'lines 500 >&-', 0, DIRECT],
  ])('to %s is complete', (_, script, lines, said) => {
    const ran = shell(script);
    expect(ran.stdout === LINE.repeat(lines)).toBe(true);
    expect([ran.stderr, ran.status]).toEqual([said, 0]);
  });

  it('and standard error keep their order in one file', () => {
    expect(shell('purposelint nope > all 2>&1; purposelint --version >> all 2>&1; cat all').stdout).toMatch(
      /^.*nope.*\n\d+\.\d+\.\d+\n$/su,
    );
  });

  it.each([
    ['at once', 'lines 100000 | :'],
    ['in the middle', 'lines 1000000 | head -n 1 > /dev/null'],
  ])('ends without a word when its reader goes away %s', (_, script) => {
    expect(shell(`{ ${script.replace('|', '; echo $? > code; } |')}; cat code`)).toMatchObject({
      stdout: '0\n',
      stderr: expect.stringMatching(/^\[false,80,\w+\]$/u),
    });
  });

  it('waits for a pipe that others made non-blocking', () => {
    // Node makes a pipe so when it writes there by a stream, for all who share it.
    const first = `'${process.execPath}' -e 'process.stdout.write("x".repeat(60000)); setTimeout(() => 0, 1500)'`;
    const ran = shell(`{ ${first} & sleep 0.7; lines 3000; wait; } | (sleep 1; cat)`);
    expect(ran.stdout === 'x'.repeat(60_000) + LINE.repeat(3000)).toBe(true);
  });

  it.skipIf(process.platform !== 'linux')('says in a sentence that a disk is full, with an exit code of its own', () => {
    const said = '/dev/stdout cannot be written (ENOSPC): what was written there is not complete.\n';
    expect(shell('purposelint --version > /dev/full')).toEqual({ status: 2, stdout: '', stderr: said });
    expect(shell('purposelint --version > /dev/full 2>&1')).toEqual({ status: 2, stdout: '', stderr: '' });
    expect(shell('purposelint nope 2> /dev/full')).toEqual({ status: 2, stdout: '', stderr: '' });
    expect(shell('ulimit -f 8; trap "" XFSZ; lines 100000 > full')).toMatchObject({ status: 7, stderr: '' });
    expect(readFileSync(join(folder, 'full'), 'utf8').startsWith(LINE)).toBe(true);
  });

  it('does not keep Ctrl-C waiting for a reader who does not read', async () => {
    const child = spawn(process.execPath, ['lines.cjs', '1000000'], { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.pause();
    setTimeout(() => child.kill('SIGINT'), 1500);
    expect(await new Promise(done => child.once('exit', done))).toBe(130);
  });
});
