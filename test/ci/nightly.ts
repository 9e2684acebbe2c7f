/** What the nightly jobs of GitHub, GitLab and the shell have in common: a Mautic that changes, and a forge. */
import { expect, onTestFinished } from 'vitest';
import { type StandIn, startStandIn } from '../mautic/stand-in/stand-in.js';
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
