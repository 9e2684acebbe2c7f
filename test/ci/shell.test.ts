/** The scripts for any other place, run by sh. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BRANCH, dayOfMonth, FOUR_NIGHTS, freshCheckout, keepsBranch, LOGIN, type Night, night, renameForm, SNAPSHOT } from './nightly.js';
import { type Ran, ROOT } from './steps.js';
import { type Team, team } from './team.js';

const script = (place: Team, name: string, ...args: string[]): Promise<Ran> =>
  place.run('env', ...Object.entries(LOGIN).map(pair => pair.join('=')), 'sh', join(ROOT, 'examples/ci/shell', name), ...args);

describe('check.sh', () => {
  it('prints the findings, leaves reports, and ends with the exit code of check', async () => {
    const place = await team();
    const { exit, stdout } = await script(place, 'check.sh', 'out');
    expect([exit, stdout]).toEqual([1, expect.stringContaining('undeclared-field')]);
    expect([place.read('out/purposelint-junit.xml'), place.read('out/purposelint.md')]).toEqual([
      expect.stringContaining('<testsuites'),
      expect.stringContaining('findings'),
    ]);
  });

  it('does not go on when the installation fails', async () => {
    const place = await team();
    place.program('npm', 'process.exitCode = 9');
    expect(await script(place, 'check.sh')).toMatchObject({ exit: 9, stdout: '' });
  });
});

describe('nightly.sh', () => {
  const tonight = ({ place }: Night): Promise<Ran> => script(place, 'nightly.sh');

  it('says nothing when nothing changed, pushes a change once, and leaves the clone as it was', async () => {
    const world = await night();
    const { place } = world;
    expect(await tonight(world)).toMatchObject({ exit: 0, stdout: '' });
    expect(await world.changed()).toBe(null);
    renameForm(world.mautic, 'Renamed form');
    const head = await place.git('rev-parse', 'HEAD');
    const { exit, stdout } = await tonight(world);
    expect([exit, stdout]).toEqual([0, expect.stringContaining('Renamed form')]);
    expect(stdout).toContain(`Pushed to the branch ${BRANCH}`);
    expect(await world.changed()).toBe(SNAPSHOT);
    expect([await place.git('status', '--porcelain'), await place.git('rev-parse', 'HEAD')]).toEqual(['', head]);
    const commit = await world.commit();
    expect(await tonight(world)).toMatchObject({ exit: 0, stdout: '' });
    expect(await world.commit()).toBe(commit);
    dayOfMonth(place, '01');
    expect((await tonight(world)).exit).toBe(0);
    expect(await world.commit()).not.toBe(commit);
    expect(await place.git('status', '--porcelain')).toBe('');
  });

  it(
    'builds on what people have pushed to the branch, and not on a branch that was merged',
    async () => {
      const world = await night();
      await keepsBranch(world, () => tonight(world));
    },
    FOUR_NIGHTS,
  );

  it('pushes the first snapshot of all, and nothing when Mautic is not there', async () => {
    const world = await night();
    const { place } = world;
    await place.git('rm', '--quiet', SNAPSHOT);
    await place.git('commit', '--quiet', '--message', 'No snapshot yet');
    await place.git('push', '--quiet', 'origin', 'HEAD:main');
    await freshCheckout(place);
    expect((await tonight(world)).exit).toBe(0);
    expect(await world.changed()).toBe(SNAPSHOT);
    expect(existsSync(join(place.path, SNAPSHOT))).toBe(false);
    const commit = await world.commit();
    await world.mautic.close();
    expect((await tonight(world)).exit).toBe(3);
    expect([await world.commit(), await place.git('status', '--porcelain')]).toEqual([commit, '']);
  });
});
