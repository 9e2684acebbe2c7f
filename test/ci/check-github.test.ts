/** The workflow of pull requests for GitHub, its steps run on a branch. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Job, readYaml, runSteps, type Step } from './steps.js';
import { type Team, team } from './team.js';

interface Workflow {
  readonly jobs: { readonly check: { readonly steps: readonly Step[] } };
}

const { steps } = readYaml<Workflow>('examples/ci/github/purposelint.yml').jobs.check;
const TAGS = 'privacy/people/tags.yaml';

/** @param base commit of the main branch; empty after a push to it */
function check(place: Team, base: string): Promise<Job> {
  const expressions = { 'github.event.pull_request.base.sha': base, 'runner.temp': place.temp };
  return runSteps(steps, { cwd: place.path, temp: place.temp, expressions, env: place.env });
}

/** Commits a change of a file to a branch. @returns where the branch began */
async function branch(place: Team, path: string, from: string, to: string): Promise<string> {
  const base = await place.git('rev-parse', 'HEAD');
  await place.git('checkout', '--quiet', '-b', 'change');
  place.write(path, place.read(path).replace(from, to));
  await place.git('commit', '--quiet', '--all', '--message', 'Change');
  return base;
}

describe('the workflow of pull requests', () => {
  it('fails for a finding, annotates it, and still writes the summary and SARIF', async () => {
    const place = await team('.', 'b2b-agency');
    const base = await branch(place, TAGS, '[webinars]', '[webinarz]');
    const job = await check(place, base);
    expect(job.exit).toBe(1);
    expect(job.stdout).toContain(`::error file=${TAGS},line=9,`);
    expect(job.steps.slice(-3)).toEqual(['Check', 'Summary', 'Code scanning']);
    expect(job.summary).toContain('webinarz');
    expect(JSON.parse(readFileSync(join(place.temp, 'purposelint.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
  });

  it('shows what the branch changes for people, whether or not that is a fault', async () => {
    const place = await team('.', 'b2b-agency');
    const base = await branch(place, TAGS, 'retention: P6M', 'retention: P36M');
    const job = await check(place, base);
    expect(job.summary).toContain("- Tag 'webinar:\\*': 6 months → 36 months");
  });

  it('has nothing to compare after a push to the main branch', async () => {
    const place = await team('.', 'b2b-agency');
    const job = await check(place, '');
    expect([job.exit, job.summary]).toEqual([0, expect.stringContaining('No findings')]);
  });
});
