// What a developer waits for at a commit: the command of the hook beside bare Node, in a repository of one file and in the pizzeria with its
// website, and, where it is installed, pre-commit around it. The goal is three times bare Node for the command in the first; the second shows what
// more files, and a website with its code, add to that.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';

const RUNS = 31;
const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'purposelint-hook-'));
const check = [process.execPath, join(root, 'dist/cli.cjs'), 'check', '--now', '2026-11-24'];
// Reading certificates of one's own makes bare Node slow, and the ratio look better than it is.
const env = { ...process.env, PRE_COMMIT_HOME: join(home, 'cache'), NODE_EXTRA_CA_CERTS: undefined };

/** What each team has, by its path there; `edited` is the file of the commit. */
const TEAMS = [
  {
    name: 'a repository of one file',
    files: {
      'privacy/all.yaml': 'test/fixtures/declarations/minimal.yaml',
      'privacy/mautic.snapshot.json': 'test/fixtures/snapshots/small.json',
    },
    edited: 'privacy/all.yaml',
    goal: 3,
  },
  {
    name: 'the pizzeria',
    files: Object.fromEntries(['privacy', 'site', 'purposelint.yaml'].map(name => [name, `examples/pizzeria/${name}`])),
    edited: 'privacy/forms.yaml',
  },
];

function prepare({ files }, cwd) {
  for (const [name, source] of Object.entries(files)) cpSync(join(root, source), join(cwd, name), { recursive: true });
  const hook = { id: 'purposelint', name: 'purposelint', language: 'system', pass_filenames: false, entry: check.join(' ') };
  writeFileSync(join(cwd, '.pre-commit-config.yaml'), JSON.stringify({ repos: [{ repo: 'local', hooks: [hook] }] }));
  run(['git', 'init', '--quiet'], cwd);
  run(['git', 'add', '--all'], cwd);
}

function run([command, ...args], cwd) {
  return spawnSync(command, args, { cwd, env, encoding: 'utf8' });
}

function time({ argv, exit }, cwd) {
  const start = performance.now();
  const { status, stdout, stderr } = run(argv, cwd);
  if (status !== exit) throw new Error(`${argv.join(' ')}: exit code ${status}\n${stdout}${stderr}`);
  return performance.now() - start;
}

/** What is committed: another word in one of the files. */
function edit(path, cwd, round) {
  const text = readFileSync(join(cwd, path), 'utf8').replace(/\n# commit \d+\n$/u, '');
  writeFileSync(join(cwd, path), `${text}\n# commit ${round}\n`);
  run(['git', 'add', '--all'], cwd);
}

const median = values => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const hasPreCommit = run(['pre-commit', '--version'], root).status === 0;
for (const team of TEAMS) {
  const cwd = join(home, team.edited.replaceAll('/', '-'));
  // What runs elsewhere have left, of tests or of another team, is not on the machine of this one.
  env.XDG_CACHE_HOME = `${cwd}-cache`;
  prepare(team, cwd);
  const contenders = [
    { name: 'node -e 0', argv: [process.execPath, '-e', '0'], exit: 0, times: [] },
    { name: 'the command of the hook', argv: check, exit: 1, times: [] },
    ...(hasPreCommit ? [{ name: 'pre-commit run', argv: ['pre-commit', 'run'], exit: 1, times: [] }] : []),
  ];
  // In turn, so that a slow moment of the machine meets all; the first round warms the file cache and is not counted.
  for (let round = 0; round <= RUNS; round++) {
    for (const contender of contenders) {
      edit(team.edited, cwd, round);
      const took = time(contender, cwd);
      if (round > 0) contender.times.push(took);
    }
  }
  const [bare, command] = contenders.map(({ times }) => median(times));
  console.log(`\nA commit in ${team.name}; ${RUNS} runs each, whole processes`);
  for (const { name, times } of contenders) {
    console.log(`  ${name.padEnd(26)} ${median(times).toFixed(0).padStart(5)} ms ${(median(times) / bare).toFixed(1).padStart(6)} × node`);
  }
  if (team.goal !== undefined)
    console.log(`  goal for the command: ${team.goal} × node, ${command / bare <= team.goal ? 'reached' : 'missed'}`);
}
rmSync(home, { recursive: true, force: true });
