/** The hooks, run by pre-commit itself on a repository of a team. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type Ran, ROOT, readYaml } from './steps.js';
import { type Team, team } from './team.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const HOOKS = readYaml<readonly Hook[]>('.pre-commit-hooks.yaml');
const HAS_PRE_COMMIT = spawnSync('pre-commit', ['--version']).status === 0;

/** What the machine has installed in place of what pre-commit would: `npm run hooks` tries that, with the network it takes. */
function configure(place: Team, ...ids: readonly string[]): void {
  const hooks = HOOKS.filter(({ id }) => ids.includes(id)).map(hook => ({
    ...hook,
    entry: hook.entry.replace('purposelint', join(place.path, 'node_modules/.bin/purposelint')),
    language: 'system',
  }));
  place.write('.pre-commit-config.yaml', stringify({ repos: [{ repo: 'local', hooks }] }));
}

/** A commit, with the hooks of pre-commit installed. */
async function commit(place: Team): Promise<Ran> {
  await place.git('add', '--all');
  return place.run('env', `PRE_COMMIT_HOME=${place.temp}`, 'git', 'commit', '--message', 'Change');
}

/** A repository whose policy has no errors, and whose hooks are installed. */
async function guarded(...ids: readonly string[]): Promise<Team> {
  const place = await team('.', 'b2b-agency');
  configure(place, ...ids);
  await place.git('add', '--all');
  await place.git('commit', '--quiet', '--message', 'Hooks');
  const { exit, stderr } = await place.run('env', `PRE_COMMIT_HOME=${place.temp}`, 'pre-commit', 'install');
  expect([exit, stderr]).toEqual([0, '']);
  return place;
}

const TAGS = 'privacy/people/tags.yaml';

/** One fault with one clear correction. */
const misspell = (place: Team): void => place.write(TAGS, place.read(TAGS).replace('[webinars]', '[webinarz]'));

describe('which commits they look at', () => {
  const { files = '' } = HOOKS[0] ?? {};
  it.each([
    ['privacy/fields.yaml', true],
    ['purposelint.yaml', true],
    ['policy/a.yml', true],
    ['privacy/mautic.snapshot.json', true],
    ['privacy/baseline.json', true],
    ['site/index.ts', false],
    ['package.json', false],
    ['.git/COMMIT_EDITMSG', false],
  ])('%s: %s', (path, wanted) => expect(new RegExp(files, 'u').test(path)).toBe(wanted));

  it('is the same for both, and in the example', () => {
    const { repos } = readYaml<{ readonly repos: readonly { readonly hooks: readonly Hook[] }[] }>(
      'examples/ci/pre-commit/.pre-commit-config.yaml',
    );
    expect([HOOKS[1]?.files, repos[0]?.hooks[0]?.files]).toEqual([files, files]);
  });
});

if (!HAS_PRE_COMMIT && process.env.CI === undefined) {
  process.stderr.write(
    '\npre-commit is not installed: its hooks are NOT tested. Install it (apt-get install pre-commit, or pipx install pre-commit).\n\n',
  );
}

describe.skipIf(!HAS_PRE_COMMIT && process.env.CI === undefined)('pre-commit', () => {
  beforeAll(() => {
    if (!HAS_PRE_COMMIT)
      throw new Error('pre-commit is not installed, and CI is to try it: apt-get install pre-commit, or pipx install pre-commit');
  });

  it('accepts the manifest and the example', async () => {
    const place = await team();
    expect(await place.run('pre-commit', 'validate-manifest', join(ROOT, '.pre-commit-hooks.yaml'))).toMatchObject({ exit: 0 });
    expect(await place.run('pre-commit', 'validate-config', join(ROOT, 'examples/ci/pre-commit/.pre-commit-config.yaml'))).toMatchObject({
      exit: 0,
    });
  });

  it('lets a good commit pass, and one that does not concern it without looking', async () => {
    const place = await guarded('purposelint');
    place.write(TAGS, `${place.read(TAGS)}# looked at\n`);
    const good = await commit(place);
    expect([good.exit, good.stderr]).toEqual([0, expect.stringMatching(/purposelint\.+Passed/u)]);
    place.write('site/index.html', '<p>');
    expect((await commit(place)).stderr).toMatch(/purposelint\.+\(no files to check\)Skipped/u);
  });

  it('stops a commit with one bad staged file, and shows the finding', async () => {
    const place = await guarded('purposelint');
    misspell(place);
    const head = await place.git('rev-parse', 'HEAD');
    const { exit, stderr } = await commit(place);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/purposelint\.+Failed/u);
    expect(stderr).toContain(TAGS);
    expect(stderr).toContain("The purpose 'webinarz' is not defined");
    expect(await place.git('rev-parse', 'HEAD')).toBe(head);
  });

  it('corrects the file with the other hook, and says so', async () => {
    const place = await guarded('purposelint-fix');
    const before = place.read(TAGS);
    misspell(place);
    const { exit, stderr } = await commit(place);
    expect([exit, stderr]).toEqual([1, expect.stringContaining('files were modified by this hook')]);
    expect(stderr).toContain('Fixed: 1; files changed: 1.');
    expect(place.read(TAGS)).toBe(before);
    place.write(TAGS, `${before}# looked at\n`);
    const again = await commit(place);
    expect([again.exit, again.stderr]).toEqual([0, expect.stringMatching(/purposelint --fix\.+Passed/u)]);
  });
});
