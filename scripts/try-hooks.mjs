// The hooks as a team gets them: pre-commit clones this repository at its last commit, installs it with npm (which takes the network, so this is
// no part of `npm test`), and runs it on one bad staged file.
//   npm run test:hooks
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const home = mkdtempSync(join(tmpdir(), 'purposelint-hooks-'));
const team = join(home, 'team');
const env = {
  ...process.env,
  PRE_COMMIT_HOME: join(home, 'cache'),
  NO_COLOR: '1',
  // A checkout may belong to somebody else than who runs this.
  GIT_CONFIG_COUNT: '3',
  ...{ GIT_CONFIG_KEY_0: 'safe.directory', GIT_CONFIG_VALUE_0: '*' },
  ...{ GIT_CONFIG_KEY_1: 'user.name', GIT_CONFIG_VALUE_1: 'A' },
  ...{ GIT_CONFIG_KEY_2: 'user.email', GIT_CONFIG_VALUE_2: 'a@aurora.example' },
};

function run(command, ...args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd: team, env, encoding: 'utf8' });
  if (error !== undefined) throw new Error(`${command} cannot be run (${error.message}). Install it: apt-get install ${command}`);
  return { status, text: stdout + stderr };
}

function expect(wanted, { status, text }, ...parts) {
  const missing = parts.filter(part => !text.includes(part));
  if (status !== wanted || missing.length > 0) throw new Error(`exit code ${status}, without: ${missing.join(', ')}\n${text}`);
}

function withHook(id, ...args) {
  const revision = run('git', '-C', root, 'rev-parse', 'HEAD').text.trim();
  const hook = { id, args, verbose: true };
  writeFileSync(join(team, '.pre-commit-config.yaml'), JSON.stringify({ repos: [{ repo: root, rev: revision, hooks: [hook] }] }));
  run('git', 'add', '--all');
}

try {
  cpSync(join(root, 'examples/b2b-agency'), team, { recursive: true, filter: path => !path.endsWith('node_modules') });
  run('git', 'init', '--quiet');
  withHook('purposelint', '--now=2026-11-25');
  const start = Date.now();
  expect(0, run('pre-commit', 'run'), 'Passed', 'No findings');
  console.log(`installed from a clone and run in ${((Date.now() - start) / 1000).toFixed(0)} s`);
  const tags = join(team, 'privacy/people/tags.yaml');
  writeFileSync(tags, readFileSync(tags, 'utf8').replace('[webinars]', '[webinarz]'));
  run('git', 'add', '--all');
  expect(1, run('pre-commit', 'run'), 'Failed', 'privacy/people/tags.yaml', 'webinarz');
  withHook('purposelint-fix', '--now=2026-11-25');
  expect(1, run('pre-commit', 'run'), 'files were modified by this hook');
  run('git', 'add', '--all');
  expect(0, run('pre-commit', 'run'), 'Passed');
  console.log('the hooks stop a bad commit, correct it, and let it pass');
} finally {
  rmSync(home, { recursive: true, force: true });
}
