/** The steps of action.yml, run as GitHub runs them, on a repository of a team. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Job, ROOT, readYaml, runSteps, type Step } from './steps.js';
import { type Team, team } from './team.js';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

const ACTION = readYaml<Action>('action.yml');

function act(place: Team, inputs: Readonly<Record<string, string>> = {}): Promise<Job> {
  const all = { ...Object.fromEntries(Object.entries(ACTION.inputs).map(([name, input]) => [name, input.default])), ...inputs };
  const expressions = Object.fromEntries(Object.entries(all).map(([name, value]) => [`inputs.${name}`, value]));
  return runSteps(ACTION.runs.steps, { cwd: place.path, temp: place.temp, expressions, env: { ...place.env, GITHUB_ACTION_PATH: ROOT } });
}

const DAY = { args: '--now=2026-11-24' };

describe('the action', () => {
  it('annotates, summarises, counts, writes SARIF, and fails with the exit code of check', async () => {
    const place = await team();
    const job = await act(place, { ...DAY, sarif: 'out.sarif' });
    expect(job.exit).toBe(1);
    expect(job.steps).toEqual(['Look for Node', 'Check']);
    expect(job.stdout).toContain('::error file=privacy/fields.yaml,line=6,title=');
    expect(job.stdout.match(/^::error /gmu)).toHaveLength(10);
    expect(job.summary).toContain('21 findings (13 errors, 8 warnings)');
    expect(job.outputs).toEqual({
      'node.found': 'yes',
      'check.exit-code': '1',
      'check.errors': '13',
      'check.warnings': '8',
      'check.sarif': join(place.path, 'out.sarif'),
    });
    expect(JSON.parse(place.read('out.sarif')).runs[0].results).toHaveLength(21);
    expect(readdirSync(place.temp).sort()).toEqual(['output', 'summary']);
  });

  it('passes when there is nothing to say', async () => {
    const place = await team('.', 'b2b-agency');
    const job = await act(place, { args: '--now=2026-11-25\n\n--language=it\n' });
    expect(job.summary).toContain('Nessuna segnalazione');
    expect([job.exit, job.outputs['check.exit-code'], job.outputs['check.errors'], job.outputs['check.sarif']]).toEqual([0, '0', '0', '']);
  });

  it('says in an annotation and in the summary why nothing was checked', async () => {
    const place = await team();
    rmSync(join(place.path, 'privacy'), { recursive: true });
    const job = await act(place, { sarif: 'out.sarif' });
    expect(job.exit).toBe(3);
    expect(job.stdout).toMatch(/^::error title=purposelint::Nothing was checked: no file fits/mu);
    expect(job.summary).toContain('no file fits');
    expect(job.outputs).toEqual({
      'node.found': 'yes',
      'check.exit-code': '3',
      'check.errors': '',
      'check.warnings': '',
      'check.sarif': '',
    });
  });

  it('looks at the policy of a sub-folder, and annotates from the root of the checkout', async () => {
    const place = await team('sites/aurora');
    const job = await act(place, { ...DAY, 'working-directory': 'sites/aurora' });
    expect(job.exit).toBe(1);
    expect(job.stdout).toContain('::error file=sites/aurora/privacy/fields.yaml,line=6,');
  });

  it('adds what the branch changes when it is told the base, and fails when there is no such commit', async () => {
    const place = await team('.', 'b2b-agency');
    const base = await place.git('rev-parse', 'HEAD');
    const tags = 'privacy/people/tags.yaml';
    place.write(tags, place.read(tags).replace('retention: P6M', 'retention: P36M'));
    await place.git('commit', '--quiet', '--all', '--message', 'Longer');
    const job = await act(place, { args: '--now=2026-11-25', base });
    expect([job.exit, job.summary]).toEqual([1, expect.stringContaining("- Tag 'webinar:\\*': 6 months → 36 months")]);
    const lost = await act(place, { base: 'no-such-branch' });
    expect([lost.exit, lost.stdout]).toEqual([2, expect.stringContaining('::error title=purposelint::There is no branch, tag or commit')]);
    expect((await act(place, { base: '--output=x' })).exit).toBe(2);
  });

  it.each([
    ['version', '1.0.0; touch pwned', /is no version/u],
    ['version', '1.0.0\n$(touch pwned)', /is no version/u],
    ['version', '--registry=https://x.example', /is no version/u],
    ['working-directory', '.; touch pwned', /does not exist/u],
    ['fail-on', 'error; touch pwned', /is not possible for `--fail-on`/u],
    ['fail-on', '$' + '{{ secrets.TOKEN }}', /is not possible for `--fail-on`/u],
    ['args', '--now=2026-11-24; touch pwned', /is not a date/u],
    ['args', '`touch pwned`\n$(touch pwned)\n"; touch pwned; "', /::error title=purposelint::"; touch pwned; " does not exist/u],
  ])('%s = %j runs nothing', async (name, value, says) => {
    const place = await team();
    const job = await act(place, { [name]: value });
    expect(job.exit).toBeGreaterThan(1);
    expect(job.stdout).toMatch(says);
    expect(existsSync(join(place.path, 'pwned'))).toBe(false);
    expect(await place.git('status', '--porcelain')).toBe('');
  });

  it('installs the version asked for, else that of the lock file, else its own, without running scripts', async () => {
    const place = await team();
    rmSync(join(place.path, 'node_modules'), { recursive: true });
    place.program(
      'npm',
      `const fs = require('node:fs');
      fs.appendFileSync(${JSON.stringify(join(place.path, '../npm.log'))}, process.argv.slice(2).join(' ') + '\\n');
      fs.mkdirSync('node_modules');
      fs.symlinkSync(${JSON.stringify(ROOT)}, 'node_modules/purposelint');`,
    );
    expect((await act(place, { ...DAY, version: '1.2.3' })).exit).toBe(1);
    expect((await act(place, DAY)).exit).toBe(1);
    place.write('package-lock.json', '{"packages": {"node_modules/purposelint": {"version": "1.1.0"}}}');
    expect((await act(place, DAY)).exit).toBe(1);
    const log = place.read('../npm.log').trim().split('\n');
    expect(log.map(line => line.split(' ').at(-1))).toEqual(['purposelint@1.2.3', 'purposelint@1.0.0', 'purposelint@1.1.0']);
    expect(log.every(line => line.startsWith('install ') && line.includes(' --ignore-scripts '))).toBe(true);
    place.program('npm', 'process.exitCode = 1');
    const job = await act(place, { version: '9.9.9' });
    expect([job.exit, job.stdout]).toEqual([2, expect.stringContaining('purposelint@9.9.9 could not be installed')]);
  });
});
