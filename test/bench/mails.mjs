// A pull of 20,000 e-mails of 100 kB beside fetching and parsing the same pages alone: time as a ratio in one run, and peak memory.
// `node test/bench/mails.mjs [COUNTxBYTES] [RUNS]`; the stand-in for Mautic runs in a process of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const root = resolve(import.meta.dirname, '../..');
const [emails = '20000x100000', runs = '3'] = process.argv.slice(2);
const AUTHORIZATION = `Basic ${Buffer.from('admin:sample-password').toString('base64')}`;
const LIMIT = 50;

/** Fetches and parses every page, two at a time, and does nothing else. */
const ALONE = `
const page = async start => {
  const path = '/api/emails?start=' + start + '&limit=${LIMIT}&orderBy=id&orderByDir=ASC';
  const answer = await fetch(process.env.MAUTIC_URL + path, { headers: { authorization: '${AUTHORIZATION}' } });
  return JSON.parse(await answer.text()).total;
};
const total = await page(0);
let next = ${LIMIT};
const work = async () => {
  while (next < total) {
    const start = next;
    next += ${LIMIT};
    await page(start);
  }
};
await Promise.all([work(), work()]);
`;

/** Milliseconds and peak memory (MB, of a million bytes) of a process. */
function time(args, cwd) {
  return new Promise((done, failed) => {
    const started = performance.now();
    const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'ignore'] });
    let peak = 0;
    const look = setInterval(() => {
      try {
        peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0));
      } catch {
        // it has ended, or this system does not tell
      }
    }, 50);
    child.once('exit', code => {
      clearInterval(look);
      if (code === 0) done({ ms: performance.now() - started, mb: (peak * 1024) / 1e6 });
      else failed(new Error(`${args[0]} ended with ${code}`));
    });
  });
}

const median = numbers => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

if (process.env.MAUTIC_URL === undefined) {
  const args = [join(root, 'test/mautic/stand-in/serve.mjs'), '--version', '5.1.0', '--emails', emails, '--'];
  const server = spawn(process.execPath, [...args, process.execPath, import.meta.filename, emails, runs], { stdio: 'inherit' });
  server.once('exit', code => {
    process.exitCode = code ?? 1;
  });
} else {
  const folder = mkdtempSync(join(tmpdir(), 'purposelint-mails-'));
  const alone = [];
  const pulls = [];
  for (let run = 0; run < Number(runs); run++) {
    alone.push(await time(['--input-type=module', '--eval', ALONE], folder));
    pulls.push(await time([join(root, 'dist/cli.cjs'), 'pull', '--full', '--output', 'snapshot.json'], folder));
  }
  rmSync(folder, { recursive: true, force: true });
  const [a, p] = [median(alone.map(({ ms }) => ms)), median(pulls.map(({ ms }) => ms))];
  const peaks = list => list.map(({ mb }) => Math.round(mb)).join(', ');
  console.log(
    `pull of ${emails} bytes of e-mails: ${Math.round(p)} ms; fetching and JSON.parse alone: ${Math.round(a)} ms; ratio ${(p / a).toFixed(2)}`,
  );
  console.log(`peak memory, MB: pull ${peaks(pulls)}; alone ${peaks(alone)}`);
}
