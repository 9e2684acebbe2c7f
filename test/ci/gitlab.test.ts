/** The GitLab template: what GitLab makes of it, and its scripts run. */
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jobsOf, pipelineOf, runJob } from './gitlab.js';
import { BRANCH, FOUR_NIGHTS, freshCheckout, keepsBranch, LOGIN, type Night, night, renameForm, SNAPSHOT } from './nightly.js';
import { type Ran, ROOT } from './steps.js';
import { type Team, team } from './team.js';

/** With the files of examples/ci/gitlab. */
async function withPipeline(place: Team): Promise<Team> {
  cpSync(join(ROOT, 'examples/ci/gitlab'), place.path, { recursive: true });
  await place.git('add', '--all');
  await place.git('commit', '--quiet', '--message', 'Pipeline');
  await place.git('push', '--quiet', 'origin', 'main');
  return place;
}

describe('the template', () => {
  it('keeps to the schema of GitLab, takes its inputs, and a wrong key is told', async () => {
    const place = await withPipeline(await team());
    const { purposelint, 'purposelint-nightly': nightly } = await jobsOf(place);
    expect([purposelint?.stage, nightly?.image.name]).toEqual(['test', 'node:22']);
    const include = 'include:\n  - local: purposelint.gitlab-ci.yml\n    inputs: {folder: sites/aurora, image: "node:24", fail-on: warn}\n';
    place.write('.gitlab-ci.yml', include);
    const other = (await jobsOf(place)).purposelint;
    expect([other?.image.name, other?.variables.PURPOSELINT_FOLDER, other?.variables.PURPOSELINT_FAIL_ON]).toEqual([
      'node:24',
      'sites/aurora',
      'warn',
    ]);
    place.write('.gitlab-ci.yml', include.replace('fail-on: warn', 'fail-on: always'));
    await expect(jobsOf(place)).rejects.toThrow(/fail-on|always/u);
    place.write('.gitlab-ci.yml', 'job: {script: [ls], artefacts: {}}\n');
    await expect(jobsOf(place)).rejects.toThrow(/artefacts/u);
  });

  it('checks merge requests and the default branch; the night belongs to one schedule', async () => {
    const place = await withPipeline(await team());
    const pipeline = (source: string, more = {}) => pipelineOf(place, { CI_PIPELINE_SOURCE: source, CI_DEFAULT_BRANCH: 'main', ...more });
    expect(await pipeline('merge_request_event', { CI_COMMIT_BRANCH: '' })).toEqual(['purposelint']);
    expect(await pipeline('push', { CI_COMMIT_BRANCH: 'main' })).toEqual(['purposelint']);
    expect(await pipeline('push', { CI_COMMIT_BRANCH: 'feature' })).toEqual([]);
    expect(await pipeline('schedule', { CI_COMMIT_BRANCH: 'main' })).toEqual([]);
    expect(await pipeline('schedule', { CI_COMMIT_BRANCH: 'main', PURPOSELINT_NIGHTLY: 'yes' })).toEqual(['purposelint-nightly']);
  });
});

describe('the job of a merge request', () => {
  it('fails with the exit code of check, and leaves reports for GitLab', async () => {
    const place = await withPipeline(await team());
    const { purposelint } = await jobsOf(place);
    if (purposelint === undefined) throw new Error('no job');
    const base = await place.git('rev-parse', 'HEAD');
    const { exit, stdout } = await runJob(place, purposelint, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    expect([exit, stdout]).toEqual([1, expect.stringContaining('undeclared-field')]);
    expect(JSON.parse(place.read('gl-code-quality-report.json'))[0]).toMatchObject({
      location: { path: expect.stringMatching(/^privacy\//u) },
    });
    expect(place.read('purposelint-junit.xml')).toContain('<testsuites');
    expect(place.read('purposelint.md')).toContain('findings');
    expect(existsSync(join(place.path, 'purposelint-diff.md'))).toBe(true);
  });
});

async function tonight({ place }: Night, variables: Readonly<Record<string, string>> = LOGIN): Promise<Ran> {
  await freshCheckout(place);
  const job = (await jobsOf(place))['purposelint-nightly'];
  if (job === undefined) throw new Error('no job');
  return runJob(place, job, {
    PURPOSELINT_TOKEN: 'glpat-secret',
    CI_DEFAULT_BRANCH: 'main',
    CI_JOB_URL: 'https://gitlab.example/j/1',
    ...variables,
  });
}

describe('the nightly job', () => {
  it('pushes a changed snapshot with the request to open a merge request, once, and prints no secret', async () => {
    const world = await night();
    await withPipeline(world.place);
    // The forge keeps what a push asks for.
    world.place.write('../forge/aurora.git/hooks/pre-receive', '#!/bin/sh\nenv | grep ^GIT_PUSH_OPTION_[0-9] | sort > options\n');
    await world.place.run('chmod', '+x', '../forge/aurora.git/hooks/pre-receive');
    const quiet = await tonight(world);
    expect([quiet.exit, quiet.stdout]).toEqual([0, expect.stringContaining('Nothing has changed in Mautic.')]);
    expect(await world.changed()).toBe(null);

    renameForm(world.mautic, 'Renamed form');
    const first = await tonight(world);
    expect([first.exit, await world.changed()]).toEqual([0, SNAPSHOT]);
    expect(world.place.read('purposelint-changes.md')).toContain('Renamed form');
    expect(
      world.place
        .read('../forge/aurora.git/options')
        .trim()
        .split('\n')
        .map(line => line.replace(/^.*?=/u, '')),
    ).toEqual([
      'merge_request.create',
      'merge_request.target=main',
      'merge_request.title=Mautic has changed',
      'merge_request.description=What has changed, and what is found: https://gitlab.example/j/1/artifacts/browse',
      'merge_request.remove_source_branch',
    ]);
    const commit = await world.commit();
    const second = await tonight(world);
    expect([second.exit, second.stdout]).toEqual([0, expect.stringContaining(`The branch ${BRANCH} has these changes already.`)]);
    expect(await world.commit()).toBe(commit);
    for (const { stdout, stderr } of [quiet, first, second]) expect(stdout + stderr).not.toMatch(/glpat-secret|sample-secret/u);
  });

  it(
    'builds on what people have pushed to the branch, and not on a branch that was merged',
    async () => {
      const world = await night();
      await withPipeline(world.place);
      await keepsBranch(world, () => tonight(world));
    },
    FOUR_NIGHTS,
  );
});
