/** What the nightly jobs of GitHub, GitLab and the shell have in common: a Mautic that changes, and a forge. */
import { expect, onTestFinished } from 'vitest';
import { type StandIn, startStandIn } from '../mautic/stand-in/stand-in.js';
import type { Ran } from './steps.js';
import { type Team, team } from './team.js';

export const SNAPSHOT = 'privacy/mautic.snapshot.json';
export const BRANCH = 'purposelint/snapshot';
export const LOGIN = { MAUTIC_CLIENT_ID: 'admin', MAUTIC_CLIENT_SECRET: 'sample-secret' };

export interface Night {
  readonly mautic: StandIn;
  readonly place: Team;
  /** Names of the branch's changed files, against main; null when there is no branch. */
  changed(): Promise<string | null>;
  /** The commit of the branch. */
  commit(): Promise<string>;
}

/** A repository whose snapshot is that of the museum as of now, and an ordinary day of the month. */
export async function night(): Promise<Night> {
  const mautic = await startStandIn({ version: '5.1.0' });
  onTestFinished(() => mautic.close());
  const place = await team();
  place.write('purposelint.yaml', `mautic: {url: "${mautic.url}"}\n`);
  await place.git('rm', '--quiet', SNAPSHOT);
  const { exit, stderr } = await place.run(
    'env',
    ...Object.entries(LOGIN).map(pair => pair.join('=')),
    'npx',
    '--no',
    'purposelint',
    'pull',
  );
  expect([exit, stderr]).toEqual([0, expect.stringContaining(`${SNAPSHOT} written: 385 items`)]);
  await place.git('add', '--all');
  await place.git('commit', '--quiet', '--message', 'Snapshot');
  await place.git('push', '--quiet', 'origin', 'main');
  dayOfMonth(place, '15');
  const onForge = (...args: string[]) => place.git('-C', place.remote, ...args);
  return {
    mautic,
    place,
    changed: () => onForge('diff', '--name-only', `main...${BRANCH}`).catch(() => null),
    commit: () => onForge('rev-parse', BRANCH),
  };
}

/** `date +%d` of the scripts. */
export function dayOfMonth(place: Team, day: string): void {
  place.program('date', `console.log('${day}')`);
}

/** Somebody renames a form in Mautic. */
export function renameForm(mautic: StandIn, name: string): void {
  mautic.setRows((kind, rows) => (kind === 'forms' ? rows.map(row => (row.id === 2 ? { ...row, name } : row)) : rows));
}

/** A clone is made anew for every job. */
export async function freshCheckout(place: Team): Promise<void> {
  await place.git('checkout', '--quiet', '--force', '--detach', 'origin/main');
  await place.git('clean', '--quiet', '--force', '-d');
}

/** Somebody changes a file of a branch, and pushes it there. */
async function push({ git, write, read }: Team, branch: string, line: string): Promise<void> {
  await git('fetch', '--quiet', 'origin', branch);
  await git('checkout', '--quiet', '--force', '--detach', 'FETCH_HEAD');
  write('privacy/fields.yaml', `${read('privacy/fields.yaml')}# ${line}\n`);
  await git('commit', '--quiet', '--all', '--message', line);
  await git('push', '--quiet', 'origin', `HEAD:${branch}`);
}

/** The forge merges the branch as one commit, and leaves it. */
async function squash(place: Team): Promise<void> {
  await freshCheckout(place);
  await place.git('fetch', '--quiet', 'origin', BRANCH);
  await place.git('merge', '--quiet', '--squash', 'FETCH_HEAD');
  await place.git('commit', '--quiet', '--message', 'Merged');
  await place.git('push', '--quiet', 'origin', 'HEAD:main');
}

/** Four nights, each with an installation and two commands, on a machine that may be busy. */
export const FOUR_NIGHTS = 300_000;

/** What every nightly job owes to the people who work on its branch. */
export async function keepsBranch(world: Night, job: () => Promise<Ran>): Promise<void> {
  const { place } = world;
  const tonight = async (form?: string): Promise<string> => {
    if (form !== undefined) renameForm(world.mautic, form);
    await freshCheckout(place);
    const { exit, stderr } = await job();
    expect([exit, stderr]).toEqual([0, expect.not.stringContaining('fatal')]);
    return place.git('-C', place.remote, 'log', '--format=%s', `main..${BRANCH}`);
  };
  expect(await tonight('Form of night 1')).toBe('Snapshot of Mautic');
  // only the job's own commit: made anew on the main branch
  await push(place, 'main', 'Work on main');
  expect(await tonight('Form of night 2')).toBe('Snapshot of Mautic');
  expect(await place.git('-C', place.remote, 'rev-parse', `${BRANCH}^`)).toBe(await place.git('rev-parse', 'origin/main'));
  // people have pushed to the branch
  await push(place, BRANCH, 'What it is for');
  expect(await tonight('Form of night 3')).toBe('Snapshot of Mautic\nWhat it is for\nSnapshot of Mautic');
  expect(await world.changed()).toBe(`privacy/fields.yaml\n${SNAPSHOT}`);
  expect(await place.git('-C', place.remote, 'show', `${BRANCH}:${SNAPSHOT}`)).toContain('Form of night 3');
  // it was merged, and is left over
  await squash(place);
  await push(place, 'main', 'More work on main');
  dayOfMonth(place, '01');
  expect(await tonight()).toBe('Snapshot of Mautic');
  expect(await world.changed()).toBe(SNAPSHOT);
}
