/** Where `diff` and `check --base` get the earlier policy from: repositories of every shape. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { branched, emptyFolder, FIELDS, type GitFolder, MORE_FIELDS, SHOE_SIZE } from './git-workspace.js';

const FILE = 'privacy/fields.yaml';
const NOTHING = 'This branch changes nothing for people.';

/** A repository on a server, with `main` and a branch `work` that adds a field. */
function onServer(): GitFolder {
  const server = branched({ [FILE]: FIELDS, 'purposelint.yaml': '' });
  server.commit({ 'first.txt': '1' });
  server.commit({ [FILE]: MORE_FIELDS });
  return server;
}

function clone(server: GitFolder, ...options: string[]): GitFolder {
  const folder = emptyFolder();
  folder.git('clone', '--quiet', ...options, `file://${server.path}`, 'clone');
  return folder.at('clone');
}

describe('the merge base', () => {
  it('is where the branch began, whatever the other branch did since', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.commit({ [FILE]: MORE_FIELDS });
    folder.git('checkout', '--quiet', 'main');
    folder.commit({ [FILE]: `${FIELDS}  fax: {purposes: [menu]}\n`, 'privacy/more.yaml': 'version: 1\ntags: {vip: {purposes: [menu]}}\n' });
    folder.git('checkout', '--quiet', 'work');
    const { exit, stdout, stderr } = await folder.run('diff', 'main');
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`New data about people (1)\n${SHOE_SIZE}`);
    expect(stdout).not.toMatch(/fax|vip|Taken back/u);
    expect(stdout).toContain(`Compared with main, where this branch left it (${folder.git('merge-base', 'main', 'work').slice(0, 10)}).`);
  });

  it('takes a tag, a commit, and what git makes of HEAD~1', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.git('tag', 'v1');
    folder.commit({ [FILE]: MORE_FIELDS });
    for (const base of ['v1', folder.git('rev-parse', 'main').trim(), 'HEAD~1']) {
      expect((await folder.run('diff', base)).stdout).toContain(SHOE_SIZE);
    }
    expect((await folder.run('diff', 'HEAD')).stdout).toContain(NOTHING);
  });

  it('is found with a detached head, and what is not committed counts', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.git('checkout', '--quiet', '--detach');
    folder.write(FILE, MORE_FIELDS);
    expect((await folder.run('diff', 'main')).stdout).toContain(SHOE_SIZE);
  });
});

describe('without BASE', () => {
  it.each(['GITHUB_BASE_REF', 'CI_MERGE_REQUEST_TARGET_BRANCH_NAME'])(
    'it is the branch that %s names, as origin has it',
    async variable => {
      const folder = clone(onServer(), '--branch', 'work');
      const { exit, stdout } = await folder.runWith({ [variable]: 'main' }, 'diff');
      expect(exit).toBe(0);
      expect(stdout).toContain(SHOE_SIZE);
      expect(stdout).toContain('Compared with origin/main,');
    },
  );

  it('it is the main branch of origin, else it has to be named', async () => {
    const server = onServer();
    server.git('checkout', '--quiet', 'main');
    const folder = clone(server);
    folder.git('checkout', '--quiet', 'work');
    expect((await folder.run('diff')).stdout).toContain('Compared with origin/main,');
    const alone = await branched({ [FILE]: FIELDS }).run('diff');
    expect([alone.exit, alone.stdout]).toEqual([2, '']);
    expect(alone.stderr).toContain('Name the branch that it goes into: `purposelint diff main`');
  });

  it('an empty variable, as in a push, names none', async () => {
    expect((await branched({ [FILE]: FIELDS }).runWith({ GITHUB_BASE_REF: '' }, 'diff')).stderr).toContain('With which branch');
  });
});

describe('a shallow clone', () => {
  it('says what to fetch, and that is enough', async () => {
    const folder = clone(onServer(), '--depth', '1', '--no-single-branch', '--branch', 'work');
    const { exit, stdout, stderr } = await folder.run('diff', 'origin/main');
    expect([exit, stdout]).toEqual([3, '']);
    const [, command] = /`git (fetch --unshallow origin main)`/u.exec(stderr) ?? [];
    expect(stderr).toContain('`fetch-depth: 0`');
    expect(stderr).toContain('`GIT_DEPTH: 0`');
    folder.git(...(command ?? '').split(' '));
    expect((await folder.run('diff', 'origin/main')).stdout).toContain(SHOE_SIZE);
  });

  it('of one branch only says how to fetch the other', async () => {
    const folder = clone(onServer(), '--depth', '1', '--branch', 'work');
    const { exit, stderr } = await folder.runWith({ GITHUB_BASE_REF: 'main' }, 'diff');
    expect(exit).toBe(3);
    expect((await folder.run('diff', 'main')).stderr).toContain('`. Then compare with `origin/main`. In CI');
    const [, command] = /`git (fetch --unshallow origin \S+)`/u.exec(stderr) ?? [];
    folder.git(...(command ?? '').split(' '));
    expect((await folder.runWith({ GITHUB_BASE_REF: 'main' }, 'diff')).stdout).toContain(SHOE_SIZE);
  });

  it('tells check, too, that nothing was checked', async () => {
    const folder = clone(onServer(), '--depth', '1', '--branch', 'work');
    const { exit, stdout, stderr } = await folder.run('check', '--no-snapshot', '--base', 'origin/main', '--language', 'it');
    expect([exit, stdout]).toEqual([3, '']);
    expect(stderr).toContain('Confronto impossibile: questo clone contiene solo una parte della storia');
  });

  it('of which a commit is asked for needs all of it', async () => {
    const server = onServer();
    const base = server.git('rev-parse', 'main').trim();
    const folder = clone(server, '--depth', '1', '--branch', 'work');
    const { exit, stderr } = await folder.run('diff', base);
    expect([exit, stderr]).toEqual([3, expect.stringContaining('Fetch it: `git fetch --unshallow`. In CI')]);
    folder.git('fetch', '--unshallow');
    expect((await folder.run('diff', base)).stdout).toContain(`\nCompared with commit ${base.slice(0, 10)}.\n`);
  });

  it('that goes back far enough is as good as a whole one', async () => {
    const folder = clone(onServer(), '--depth', '3', '--no-single-branch', '--branch', 'work');
    expect((await folder.run('diff', 'origin/main')).stdout).toContain(SHOE_SIZE);
  });
});

describe('where the repository is', () => {
  it('a worktree', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.git('worktree', 'add', '--quiet', '.trees/other', '-b', 'other', 'main');
    const tree = folder.at('.trees/other');
    tree.write(FILE, MORE_FIELDS);
    expect((await tree.run('diff', 'main')).stdout).toContain(SHOE_SIZE);
  });

  it.each(['sites/shop', 'sites/città e "shop"', 'a\nb/:(top)*'])('a folder of a monorepo: %j', async name => {
    const folder = branched({ [`${name}/purposelint.yaml`]: '', [`${name}/${FILE}`]: FIELDS, [FILE]: FIELDS });
    folder.commit({ [`${name}/${FILE}`]: MORE_FIELDS, [FILE]: `${FIELDS}  fax: {purposes: [menu]}\n` });
    const { exit, stdout } = await folder.at(name).run('diff', 'main');
    expect(exit).toBe(0);
    expect(stdout).toContain(SHOE_SIZE);
    expect(stdout).not.toContain('fax');
  });

  it('a folder that came with the branch', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.commit({ 'new/purposelint.yaml': '', [`new/${FILE}`]: FIELDS });
    expect((await folder.at('new').run('diff', 'main')).stdout).toContain('First declaration:');
  });

  it('a submodule, and one that holds the declarations', async () => {
    const module = branched({ [FILE]: FIELDS, 'purposelint.yaml': '' });
    const folder = branched({ 'purposelint.yaml': 'declarations: ["policy/privacy/*.yaml"]\n' });
    folder.git('submodule', '--quiet', 'add', `file://${module.path}`, 'policy');
    folder.commit({});
    folder.at('policy').write(FILE, MORE_FIELDS);
    const outside = await folder.run('diff', 'work');
    expect([outside.exit, outside.stdout]).toEqual([3, '']);
    expect(outside.stderr).toContain('policy is a submodule');
    expect((await folder.at('policy').run('diff', 'work')).stdout).toContain(SHOE_SIZE);
  });

  it('a hook, which names its own repository', async () => {
    const folder = branched({ 'site/purposelint.yaml': '', [`site/${FILE}`]: FIELDS });
    folder.write(`site/${FILE}`, MORE_FIELDS);
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: '' };
    expect((await folder.at('site').runWith(env, 'diff', 'main')).stdout).toContain(SHOE_SIZE);
  });
});

describe('what it refuses', () => {
  it('no git: a clear sentence, and a plain check does not miss it', async () => {
    const folder = branched({ [FILE]: FIELDS });
    const { exit, stdout, stderr } = await folder.runWith({ PATH: join(folder.path, 'nowhere') }, 'diff', 'main');
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'To compare with another branch purposelint needs git, and there is none on the PATH. Install git, or run this where it is installed.\n',
    );
    const plain = await folder.runWith({ PATH: '' }, 'check', '--no-snapshot');
    expect(plain.stdout).toContain(' findings (');
  });

  it('no repository, no files, no commit', async () => {
    const bare = emptyFolder();
    bare.git('init', '--quiet', '--bare', '.');
    const unborn = emptyFolder();
    unborn.git('init', '--quiet', '.');
    const messages = await Promise.all([emptyFolder(), bare, unborn].map(folder => folder.run('diff', 'main')));
    expect(messages.map(({ exit }) => exit)).toEqual([2, 2, 2]);
    expect(messages.map(({ stderr }) => stderr.slice(stderr.indexOf(' '), stderr.indexOf(' ') + 25))).toEqual(
      [' is in no git repository, ', ' is not a checkout: there ', ' is no branch, tag or comm'].map(start => start.slice(0, 25)),
    );
  });

  it('a branch without a commit of its own', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.git('checkout', '--quiet', '--orphan', 'empty');
    const { exit, stderr } = await folder.run('diff', 'main');
    expect([exit, stderr]).toEqual([3, expect.stringContaining('no commit yet')]);
  });

  it('histories that have nothing in common', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.git('checkout', '--quiet', '--orphan', 'other');
    folder.commit({ 'other.txt': '' });
    const { exit, stderr } = await folder.run('diff', 'main');
    expect([exit, stderr]).toEqual([3, expect.stringContaining("this branch and 'main' have no commit in common")]);
  });

  it('a repository that git does not trust, with the command that would', async () => {
    const folder = branched({ [FILE]: FIELDS });
    const { exit, stderr } = await folder.runWith({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }, 'diff', 'main');
    expect(exit).toBe(2);
    expect(stderr).toContain(`git config --global --add safe.directory ${folder.path}\n`);
  });

  it('an unknown name, with the one that is meant', async () => {
    const server = onServer();
    const folder = clone(server, '--branch', 'work');
    const only = await folder.run('diff', 'main');
    expect([only.exit, only.stderr]).toEqual([
      2,
      expect.stringContaining("Did you mean 'origin/main'? If it is only on the server: `git fetch origin main:"),
    ]);
    const typed = await server.run('diff', 'mian');
    expect([typed.exit, typed.stderr]).toEqual([2, expect.stringContaining("no branch, tag or commit 'mian' here. Did you mean 'main'?")]);
  });

  it.each(['--upload-pack=touch pwned', '-x', '--output=pwned', '', 'main\u0000x', '$(touch pwned)', 'main; touch pwned', '../main', '--'])(
    'a name that is none: %j',
    async base => {
      const folder = branched({ [FILE]: FIELDS });
      const asked = await folder.run('diff', '--', base);
      expect([asked.exit, asked.stdout]).toEqual([2, '']);
      const checked = await folder.run('check', '--no-snapshot', `--base=${base}`);
      expect([checked.exit, checked.stdout]).toEqual([2, '']);
      expect(checked.stderr).not.toMatch(/`git fetch[^`]*(?:\$|;|--u)/u);
      const variable = await folder.runWith({ GITHUB_BASE_REF: base.replaceAll('\u0000', '') }, 'diff');
      expect([variable.exit, variable.stdout]).toEqual([2, '']);
      expect(existsSync(join(folder.path, 'pwned'))).toBe(false);
    },
  );
});
