/** GitLab's view of a repository's pipeline, by gitlab-ci-local: checks against GitLab's own schema, includes, inputs, rules. */
import { join } from 'node:path';
import { parse } from 'yaml';
import { execute, type Ran, ROOT } from './steps.js';
import type { Team } from './team.js';

const PROGRAM = join(ROOT, 'node_modules/gitlab-ci-local/dist/index.js');
/** It calls Set.prototype.union, which Node has since 22. */
const UNION = 'Set.prototype.union ??= function (other) { return new Set([...this, ...other.keys()]); };';
const NODE_20 = `data:text/javascript,${encodeURIComponent(UNION)}`;

export interface GitlabJob {
  readonly stage: string;
  readonly image: { readonly name: string };
  readonly script: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

function ask(place: Team, ...args: string[]): Promise<Ran> {
  return execute(process.execPath, ['--import', NODE_20, PROGRAM, ...args], place.path, place.env);
}

/** The jobs with everything filled in. @throws Error with what GitLab's schema finds wrong */
export async function jobsOf(place: Team): Promise<Readonly<Record<string, GitlabJob>>> {
  const { exit, stdout, stderr } = await ask(place, '--preview');
  if (exit !== 0) throw new Error(stderr + stdout);
  return parse(stdout.slice(stdout.indexOf('---\n')));
}

/** Names of the jobs that a pipeline has, with these variables. */
export async function pipelineOf(place: Team, variables: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const set = Object.entries(variables).flatMap(([name, value]) => ['--variable', `${name}=${value}`]);
  const { stdout } = await ask(place, '--list-json', ...set);
  const jobs: readonly { readonly name: string; readonly when: string }[] = JSON.parse(stdout.slice(stdout.indexOf('[\n')));
  return jobs.filter(({ when }) => when !== 'never').map(({ name }) => name);
}

/** Runs the script of a job as a runner does: all lines in one shell, which ends at the first that fails. */
export function runJob(place: Team, job: GitlabJob, variables: Readonly<Record<string, string>>): Promise<Ran> {
  const env = { ...place.env, CI_PROJECT_DIR: place.path, CI_PROJECT_URL: `file://${place.remote.replace(/\.git$/u, '')}` };
  return execute('bash', ['-eo', 'pipefail', '-c', job.script.join('\n')], place.path, { ...env, ...job.variables, ...variables });
}
