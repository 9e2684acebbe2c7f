// What a developer waits for at a commit: the command of the hook on the pizzeria beside bare Node, and, where it is installed, pre-commit around
// it. The goal is three times bare Node for the command.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const RUNS = 15;
const GOAL = 3;
const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'purposelint-hook-'));
const cwd = join(home, 'team');
const check = [process.execPath, join(root, 'dist/cli.cjs'), 'check', '--now', '2026-11-24'];
// Reading certificates of one's own makes bare Node slow, and the ratio look better than it is.
const env = { ...process.env, PRE_COMMIT_HOME: join(home, 'cache'), NODE_EXTRA_CA_CERTS: undefined };

const run = ([command, ...args]) => spawnSync(command, args, { cwd, env, encoding: 'utf8' });

function prepare() {
  for (const name of ['privacy', 'site', 'purposelint.yaml']) {
    cpSync(join(root, 'examples/pizzeria', name), join(cwd, name), { recursive: true });
  }
  const hook = { id: 'purposelint', name: 'purposelint', language: 'system', pass_filenames: false, entry: check.join(' ') };
  writeFileSync(join(cwd, '.pre-commit-config.yaml'), JSON.stringify({ repos: [{ repo: 'local', hooks: [hook] }] }));
  run(['git', 'init', '--quiet']);
  run(['git', 'add', '--all']);
}

function time(argv, exit) {
  const start = performance.now();
  const { status, stdout, stderr } = run(argv);
  if (status !== exit) throw new Error(`${argv.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
  return performance.now() - start;
}

/** What is committed: another word in one of the files. */
function edit(round) {
  const path = join(cwd, 'privacy/forms.yaml');
  writeFileSync(path, `${readFileSync(path, 'utf8').replace(/\n# commit \d+\n$/u, '')}\n# commit ${round}\n`);
  run(['git', 'add', '--all']);
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

prepare();
const contenders = [
  { name: 'node -e 0', argv: [process.execPath, '-e', '0'], exit: 0, times: [] },
  { name: 'the command of the hook', argv: check, exit: 1, times: [] },
  ...(run(['pre-commit', '--version']).status === 0 ? [{ name: 'pre-commit run', argv: ['pre-commit', 'run'], exit: 1, times: [] }] : []),
];
// In turn, so that a slow moment of the machine meets all; the first round warms the file cache and is not counted.
for (let round = 0; round <= RUNS; round++) {
  for (const { argv, exit, times } of contenders) {
    edit(round);
    const took = time(argv, exit);
    if (round > 0) times.push(took);
  }
}
rmSync(home, { recursive: true, force: true });

const bare = median(contenders[0].times);
console.log(`\nA commit in the pizzeria; ${RUNS} runs each, whole processes`);
for (const { name, times } of contenders) {
  console.log(`  ${name.padEnd(26)} ${median(times).toFixed(0).padStart(5)} ms ${(median(times) / bare).toFixed(1).padStart(6)} × node`);
}
const ratio = median(contenders[1].times) / bare;
console.log(`  goal for the command: ${GOAL} × node, ${ratio <= GOAL ? 'reached' : 'missed'}`);
