/** `init --ci`: what it writes is what the examples show and what all other tests of this folder run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { emptySnapshot, workspace } from '../cli/workspace.js';
import { ROOT } from './steps.js';

const example = (path: string): string => readFileSync(join(ROOT, 'examples/ci', path), 'utf8');
const CONFIG = 'mautic: {url: https://mautic.aurora.example}\n';
const LOCK = '{"packages": {"node_modules/purposelint": {"version": "1.0.0"}}}';
const WORKFLOWS = ['.github/workflows/purposelint.yml', '.github/workflows/purposelint-nightly.yml'];

describe('init --ci github', () => {
  it('writes the two workflows and nothing else, and says what to set', async () => {
    const place = workspace({ 'purposelint.yaml': CONFIG, 'package-lock.json': LOCK, 'privacy/mautic.snapshot.json': emptySnapshot() });
    const { exit, stdout, stderr } = await place.run('init', '--ci', 'github');
    expect([exit, stdout]).toEqual([0, `${WORKFLOWS.join('\n')}\n`]);
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(/^Next, on GitHub: .*MAUTIC_CLIENT_SECRET/u)]);
    expect(WORKFLOWS.map(place.read)).toEqual([example('github/purposelint.yml'), example('github/purposelint-nightly.yml')]);
    expect(() => place.read('privacy/policy.yaml')).toThrow(/ENOENT/u);
  });

  it('never overwrites, and tells what is the same from what differs', async () => {
    const place = workspace({ 'purposelint.yaml': CONFIG, 'package-lock.json': LOCK, '.github/workflows/purposelint.yml': 'on: push\n' });
    await place.run('init', '--ci', 'github');
    const { exit, stdout, stderr } = await place.run('init', '--ci=github', '--language', 'it');
    expect([exit, stdout]).toEqual([0, '']);
    expect(stderr.split('\n').slice(0, 2)).toEqual([
      '.github/workflows/purposelint.yml c’è, è diverso dal testo attuale e resta com’è. Per il testo attuale, spostalo e ripeti il comando.',
      '.github/workflows/purposelint-nightly.yml c’è già.',
    ]);
    expect(place.read('.github/workflows/purposelint.yml')).toBe('on: push\n');
  });

  it('writes to the root of the repository for a policy further down, whatever its folder is called', async () => {
    const place = workspace({ "sites/l'aurora: #1/purposelint.yaml": 'snapshot: state/mautic.json\n' });
    const { stdout, stderr } = await place.runIn("sites/l'aurora: #1", 'init', '--ci', 'github');
    expect(stdout).toBe(WORKFLOWS.map(path => `../../${path}\n`).join(''));
    expect(stderr).toContain('run `npm install --save-dev purposelint`');
    expect(stderr).toContain('write `mautic: {url: https://mautic.example.com}` into purposelint.yaml');
    const [check, nightly] = WORKFLOWS.map(path => parse(place.read(path)).jobs);
    expect([
      check.check.defaults.run['working-directory'],
      nightly.pull.defaults.run['working-directory'],
      nightly.pull.env.SNAPSHOT,
    ]).toEqual(["sites/l'aurora: #1", "sites/l'aurora: #1", 'state/mautic.json']);
  });
});

describe('init --ci gitlab', () => {
  it('writes the template and a pipeline that includes it', async () => {
    const place = workspace({ 'purposelint.yaml': CONFIG, 'package-lock.json': LOCK });
    const { exit, stdout, stderr } = await place.run('init', '--ci', 'gitlab');
    expect([exit, stdout]).toEqual([0, '.gitlab-ci.yml\npurposelint.gitlab-ci.yml\n']);
    expect(stderr).toMatch(/^Next, on GitLab: .*PURPOSELINT_TOKEN/u);
    expect(place.read('.gitlab-ci.yml')).toBe(example('gitlab/.gitlab-ci.yml'));
    expect(place.read('purposelint.gitlab-ci.yml')).toBe(example('gitlab/purposelint.gitlab-ci.yml'));
  });

  it('shows the lines to add to a pipeline that is there, with the inputs for this repository', async () => {
    const place = workspace({
      'sites/a/purposelint.yaml': `${CONFIG}snapshot: state/mautic.json\n`,
      '.gitlab-ci.yml': 'job: {script: [ls]}\n',
    });
    const { stdout, stderr } = await place.runIn('sites/a', 'init', '--ci', 'gitlab');
    expect(stdout).toBe('../../purposelint.gitlab-ci.yml\n');
    expect(stderr).toContain(`../../.gitlab-ci.yml is there and stays as it is. Add to it:

include:
  - local: purposelint.gitlab-ci.yml
    inputs:
      folder: sites/a
      snapshot: state/mautic.json
`);
    place.write('.gitlab-ci.yml', 'include: [{local: purposelint.gitlab-ci.yml}]\n');
    expect((await place.runIn('sites/a', 'init', '--ci', 'gitlab')).stderr).not.toContain('Add to it');
  });

  it('knows no other forge', async () => {
    const { exit, stderr } = await workspace({}).run('init', '--ci', 'jenkins');
    expect([exit, stderr]).toEqual([2, expect.stringContaining('github, gitlab')]);
  });
});
