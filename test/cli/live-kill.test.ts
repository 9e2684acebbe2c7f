/** A pull that is killed at any moment leaves the old snapshot or the new one, whole. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { type StandIn, startStandIn } from '../mautic/stand-in/stand-in.js';

const PROGRAM = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** When to kill: at so many requests, and so many milliseconds later. */
interface Moment {
  readonly requests: number;
  readonly later: number;
}

/** At each request of a pull, and after the last one, when it is put together and written. */
function moments(requests: number): Moment[] {
  const reading = Array.from({ length: requests }, (_, before) => ({ requests: before, later: 0 }));
  const writing = Array.from({ length: KILLS - requests }, (_, step) => ({ requests, later: step * step * 8 }));
  return [...reading, ...writing];
}

const KILLS = 50;

function pull(cwd: string, server: StandIn, kill?: Moment): Promise<number | null> {
  const env = { ...process.env, MAUTIC_URL: server.url, MAUTIC_USER: 'admin', MAUTIC_PASSWORD: 'sample-password' };
  const before = server.requests.length;
  const child = spawn(process.execPath, [PROGRAM, 'pull', '--full', '--output', 'mautic.snapshot.json'], { cwd, env, stdio: 'ignore' });
  const watch = setInterval(() => {
    if (kill === undefined || server.requests.length - before < kill.requests) return;
    clearInterval(watch);
    setTimeout(() => child.kill('SIGKILL'), kill.later);
  }, 2);
  return new Promise(resolve => {
    child.once('exit', code => {
      clearInterval(watch);
      resolve(code);
    });
  });
}

it(`kill -9 at ${KILLS} moments`, async () => {
  const server = await startStandIn({ version: '5.1.0' });
  onTestFinished(() => server.close());
  const folder = mkdtempSync(join(tmpdir(), 'purposelint-kill-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'mautic.snapshot.json');
  const content = (): string => readFileSync(file, 'utf8').replace(/^"made":.*$/mu, '');

  expect(await pull(folder, server)).toBe(0);
  const now = content();
  const old = now.replaceAll('Newsletter', 'Older letter');
  const endings = new Set<number | null>();
  const seen = new Set<string>();
  for (const moment of moments(server.requests.length)) {
    writeFileSync(file, old);
    endings.add(await pull(folder, server, moment));
    const left = content();
    expect([old, now].includes(left)).toBe(true);
    seen.add(left === old ? 'old' : 'new');
  }
  // some were killed before, and some after the file was replaced
  expect(endings).toContain(null);
  expect(seen).toEqual(new Set(['old', 'new']));
  // and the next one goes on and is whole
  expect(await pull(folder, server)).toBe(0);
  expect(content()).toBe(now);
});
