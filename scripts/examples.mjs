// Runs the built program in every folder of examples/ that has an example.json, and holds what it prints against expected.txt and its
// snapshot against what it is made of: saved answers (`pull`), or those that a script writes (`make`).
//   node scripts/examples.mjs               all examples; exit 1 when one differs
//   node scripts/examples.mjs --print NAME  one example, and what it prints
//   node scripts/examples.mjs --update      write expected.txt and the snapshots anew
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const ROOT = fileURLToPath(new URL('../examples', import.meta.url));
const CLI = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

/** The same in every terminal: no colours, no summary for a CI job. */
const ENVIRONMENT = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '', GITHUB_STEP_SUMMARY: '' };

/** Runs the program in a folder. */
function run(folder, args) {
  return spawnSync(process.execPath, [CLI, ...args], { cwd: folder, env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 1e8 });
}

/** Two texts → the lines that differ, with what both have before and after them left out; empty when they are the same. */
function difference(expected, found) {
  const [old, now] = [expected.split('\n'), found.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  const changed = (lines, sign) => lines.slice(start, lines.length - end).map(line => `${sign} ${line}`);
  const lines = [...changed(old, '-'), ...changed(now, '+')];
  return lines.length === 0 ? [] : [`line ${start + 1}:`, ...lines];
}

/** A snapshot without the line of its circumstances: time, source, version. */
const content = snapshot => snapshot.replace(/^\s*"made":.*\n/mu, '');

/** The snapshot made anew. */
function pull(folder, { pull: args, make }) {
  if (make === undefined) return run(folder, [...args, '--output', '-']);
  return spawnSync(process.execPath, [join(folder, make)], { env: ENVIRONMENT, encoding: 'utf8', maxBuffer: 1e8 });
}

/** Sentences about what is not as it should be. */
function faults(folder, example, result) {
  const wrongExit = result.status === example.exit ? [] : [`exit code ${result.status} instead of ${example.exit}`, result.stderr];
  const printed = difference(readFileSync(join(folder, 'expected.txt'), 'utf8'), result.stdout);
  return [
    ...wrongExit,
    ...titled('expected.txt differs', printed),
    ...(example.snapshot === undefined ? [] : snapshotFaults(folder, example)),
  ];
}

function snapshotFaults(folder, example) {
  const pulled = pull(folder, example);
  if (pulled.status !== 0) return [`pull: exit code ${pulled.status}`, pulled.stderr];
  const committed = readFileSync(join(folder, example.snapshot), 'utf8');
  return titled(`${example.snapshot} differs from its answers`, difference(content(committed), content(pulled.stdout)));
}

const titled = (title, lines) => (lines.length === 0 ? [] : [title, ...lines]);

/** Writes what is expected from now on. */
function update(folder, example) {
  if (example.snapshot !== undefined) {
    const { status, stdout, stderr } = pull(folder, example);
    if (status !== 0) throw new Error(stderr);
    writeFileSync(join(folder, example.snapshot), stdout);
  }
  writeFileSync(join(folder, 'expected.txt'), run(folder, example.args).stdout);
}

const { values } = parseArgs({ options: { print: { type: 'string' }, update: { type: 'boolean' } } });
const names = readdirSync(ROOT).filter(name => existsSync(join(ROOT, name, 'example.json')) && (values.print ?? name) === name);
if (!existsSync(CLI) || names.length === 0) {
  console.error(names.length === 0 ? 'There is no such example.' : 'Build the program first: npm run build');
  process.exitCode = 2;
} else {
  for (const name of names) {
    const folder = join(ROOT, name);
    const example = JSON.parse(readFileSync(join(folder, 'example.json'), 'utf8'));
    if (values.update) update(folder, example);
    const result = run(folder, example.args);
    if (values.print !== undefined) console.log(`examples/${name}$ purposelint ${example.args.join(' ')}\n\n${result.stdout}`);
    const wrong = faults(folder, example, result);
    if (wrong.length > 0) process.exitCode = 1;
    console.error(wrong.length === 0 ? `${name}: as expected, exit code ${example.exit}` : `${name}: ${wrong.join('\n')}`);
  }
}
