/** The nightly workflow for GitHub, its steps run against a stand-in for Mautic, a bare repository and a stand-in for gh. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BRANCH, dayOfMonth, FOUR_NIGHTS, freshCheckout, keepsBranch, LOGIN, type Night, night, renameForm, SNAPSHOT } from './nightly.js';
import { type Job, readYaml, runSteps, type Step } from './steps.js';

interface Workflow {
  readonly jobs: { readonly pull: { readonly steps: readonly Step[]; readonly env: Readonly<Record<string, string>> } };
}

const { pull } = readYaml<Workflow>('examples/ci/github/purposelint-nightly.yml').jobs;

/** Keeps one pull request at most, and the arguments of every call. */
const GH = (home: string) => `
const fs = require('node:fs');
const [area, verb, ...rest] = process.argv.slice(2);
const body = rest.find((_, index) => rest[index - 1] === '--body-file') ?? rest.find(arg => arg.startsWith('body=@'))?.slice(6);
fs.appendFileSync('${home}/gh.log', JSON.stringify({ call: [area, verb, ...rest].join(' '), token: process.env.GH_TOKEN, body: body && fs.readFileSync(body, 'utf8') }) + '\\n');
if (verb === 'create') fs.writeFileSync('${home}/pr', '7');
if (verb === 'list' && fs.existsSync('${home}/pr')) console.log('7');
`;

interface Call {
  readonly call: string;
  readonly token: string;
  readonly body?: string;
}

async function tonight(
  { place }: Night,
  login: Readonly<Record<string, string>> = LOGIN,
): Promise<Job & { readonly calls: readonly Call[] }> {
  await freshCheckout(place);
  const log = join(place.temp, 'gh.log');
  const before = existsSync(log) ? readFileSync(log, 'utf8').length : 0;
  place.program('gh', GH(place.temp));
  const secrets = Object.fromEntries(Object.entries(login).map(([name, value]) => [`secrets.${name}`, value]));
  const expressions = { ...secrets, 'github.token': 'ghs-secret', 'github.ref_name': 'main' };
  const env = { ...place.env, ...pull.env, GITHUB_REPOSITORY: 'aurora/privacy' };
  const job = await runSteps(pull.steps, { cwd: place.path, temp: place.temp, expressions, env });
  const lines = existsSync(log) ? readFileSync(log, 'utf8').slice(before).trim().split('\n') : [];
  return { ...job, calls: lines.filter(line => line !== '').map((line): Call => JSON.parse(line)) };
}

describe('the nightly workflow', () => {
  it('does nothing while nothing changes, but on the first of a month renews the time', async () => {
    const world = await night();
    const job = await tonight(world);
    expect([job.exit, job.stdout]).toEqual([0, expect.stringContaining('Nothing has changed in Mautic.')]);
    expect([await world.changed(), job.calls]).toEqual([null, []]);
    dayOfMonth(world.place, '01');
    expect((await tonight(world)).exit).toBe(0);
    expect(await world.changed()).toBe(SNAPSHOT);
  });

  it('opens one pull request for a change, leaves it alone the next night, and renews it when more changes', async () => {
    const world = await night();
    renameForm(world.mautic, 'Renamed form');
    const first = await tonight(world);
    expect([first.exit, first.stderr]).toEqual([0, expect.not.stringContaining('rror')]);
    expect(await world.changed()).toBe(SNAPSHOT);
    const commit = await world.commit();
    expect(first.calls.map(({ call }) => call.split(' --body-file')[0])).toEqual([
      `pr list --head ${BRANCH} --state open --json number --jq .[0].number // empty`,
      `pr create --base main --head ${BRANCH} --title Mautic has changed`,
    ]);
    expect(first.calls[1]?.token).toBe('ghs-secret');
    expect(first.calls[1]?.body).toContain('Renamed form');
    expect(first.calls[1]?.body).toContain('findings');

    const second = await tonight(world);
    expect(second.stdout).toContain(`The branch ${BRANCH} has these changes already.`);
    expect(await world.commit()).toBe(commit);
    expect(second.calls.some(({ call }) => call.startsWith('pr create'))).toBe(false);

    renameForm(world.mautic, 'Renamed again');
    const third = await tonight(world);
    expect(await world.commit()).not.toBe(commit);
    expect(third.calls.at(-1)?.call).toMatch(/^api --silent --method PATCH repos\/aurora\/privacy\/pulls\/7 --field body=@/u);
    expect(third.calls.at(-1)?.body).toContain('Renamed again');
  });

  it(
    'builds on what people have pushed to the branch, and not on a branch that was merged',
    async () => {
      const world = await night();
      await keepsBranch(world, () => tonight(world));
    },
    FOUR_NIGHTS,
  );

  it('stops before git when Mautic does not answer, and shows no secret', async () => {
    const world = await night();
    renameForm(world.mautic, 'Renamed form');
    const job = await tonight(world, { ...LOGIN, MAUTIC_CLIENT_SECRET: 'wrong-secret' });
    expect([job.exit, job.steps.at(-1), await world.changed()]).toEqual([3, 'Pull', null]);
    expect(job.stderr).toContain('The snapshot was not touched.');
    expect(job.stdout + job.stderr).not.toContain('wrong-secret');
  });
});
