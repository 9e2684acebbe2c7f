/** `--format NAME[=FILE]`: where each goes, and from where its paths count. */
import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdirSync, openSync, readdirSync, readSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { FORMATS } from '../../src/cli/options.js';
import { emptySnapshot, POLICY, runIn, workspace } from './workspace.js';

const GHOST = `${POLICY}tags: {gone: {purposes: [x]}}\n`;
const files = (below = ''): Readonly<Record<string, string>> => ({
  [`${below}purposelint.yaml`]: 'extends: recommended\n',
  [`${below}privacy/policy.yaml`]: GHOST,
  [`${below}privacy/mautic.snapshot.json`]: emptySnapshot(),
});
const refused = (path: string, code: string): string => `${path} cannot be written (${code}). Nothing was changed.\n`;

describe('files', () => {
  it('takes every format at once, each in its own file', async () => {
    const place = workspace(files());
    const { exit, stdout } = await place.run('check', ...FORMATS.flatMap(name => ['--format', `${name}=out.${name}`]));
    expect([exit, stdout]).toEqual([1, '']);
    for (const name of FORMATS) expect([name, place.read(`out.${name}`).includes('gone')]).toEqual([name, true]);
  });

  it.each(['./out.json', 'privacy/../out.json', 'link/out.json', `${'x/../'.repeat(3)}out.json`])(
    'refuses two formats for one file, spelt %s, before anything is done',
    async spelling => {
      const place = workspace(files());
      symlinkSync('.', join(place.path, 'link'));
      const { exit, stderr } = await place.run('check', '--format', 'json=out.json', '--format', `sarif=${spelling}`);
      expect([exit, stderr]).toEqual([2, `Two formats would go to ${spelling}. Send one of them to a file: \`--format NAME=FILE\`.\n`]);
      expect(readdirSync(place.path)).not.toContain('out.json');
    },
  );

  it.each([
    ['a folder that is not there', 'none/out.sarif', 'ENOENT'],
    ['a folder', 'privacy', 'EISDIR'],
    ['a folder that is a file', 'purposelint.yaml/out.sarif', 'ENOTDIR'],
  ])('refuses %s, and writes none of the others', async (_, path, code) => {
    const place = workspace(files());
    const { exit, stdout, stderr } = await place.run(
      'check',
      '--format',
      'json=out.json',
      '--format',
      'github',
      '--format',
      `sarif=${path}`,
    );
    expect([exit, stdout, stderr]).toEqual([2, '', refused(path, code)]);
    expect(readdirSync(place.path).sort()).toEqual(['.git', 'privacy', 'purposelint.yaml']);
  });

  it.each([
    'privacy/policy.yaml',
    'purposelint.yaml',
    'privacy/mautic.snapshot.json',
    'privacy/baseline.json',
    'rules/own.ts',
    './link.yaml',
  ])('does not replace %s, which is the own file of the team', async path => {
    const place = workspace({
      ...files(),
      'purposelint.yaml': 'plugins: [rules/own.ts]\n',
      'rules/own.ts': 'export default [];\n',
    });
    symlinkSync('privacy/policy.yaml', join(place.path, 'link.yaml'));
    const { exit, stdout, stderr } = await place.run('check', '--format', `json=${path}`);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toBe(`${path} is one of your own files, and would be replaced. Name another one to write to.\n`);
    expect(place.read('privacy/policy.yaml')).toBe(GHOST);
  });

  it('shows the faults of purposelint.yaml in the formats that were asked for, with its path from where one is', async () => {
    const place = workspace({ ...files(), 'purposelint.yaml': 'nonsense: 1\n' });
    const { exit, stdout, stderr } = await place.run('check', '--format', 'json', '--format', 'sarif=out.sarif');
    expect([exit, stderr]).toEqual([2, 'purposelint.yaml: to correct: 1. Nothing was checked.\n']);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ rule: 'schema-valid', place: { file: 'purposelint.yaml', line: 1 } }] });
    expect(JSON.parse(place.read('out.sarif'))).toMatchObject({ runs: [{ results: [{ ruleId: 'schema-valid' }] }] });
    const text = (await place.runIn('privacy', 'check')).stdout;
    expect(text).toMatch(/^\.\.\/purposelint\.yaml$/mu);
    // All rules but the one that tells this.
    expect(text).toContain(`${rules.length - 1} rules not run (purposelint.yaml cannot be used)`);
  });

  it('says so before it looks at Mautic or at the declarations', async () => {
    const { exit, stderr } = await workspace({}).run('check', '--live', '--format', 'json=none/out.json');
    expect([exit, stderr]).toEqual([2, refused('none/out.json', 'ENOENT')]);
  });

  it('writes into a pipe, and leaves it one', async () => {
    const place = workspace(files());
    const pipe = join(place.path, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const reader = openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK);
    await place.run('check', '--format', 'checkstyle=pipe');
    const buffer = Buffer.alloc(4096);
    const length = readSync(reader, buffer);
    closeSync(reader);
    expect(buffer.toString('utf8', 0, length)).toMatch(/^<\?xml.*<\/checkstyle>\n$/su);
  });

  it('takes - for standard output', async () => {
    const { stdout } = await workspace(files()).run('check', '--format', 'gitlab=-');
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ check_name: 'ghost-declaration' }));
  });
});

describe('paths', () => {
  const printed = async (name: string, env: Readonly<Record<string, string>> = {}, folder = 'mail'): Promise<string> => {
    const place = workspace(files('mail/'), env);
    mkdirSync(join(place.path, 'mail/deep'));
    return (await place.runIn(folder, 'check', '--format', name)).stdout;
  };

  it.each(['sarif', 'github', 'gitlab', 'junit', 'checkstyle', 'rdjson'])('of %s count from the root of the repository', async name => {
    expect(await printed(name)).toContain('mail/privacy/policy.yaml');
    expect(await printed(name, {}, 'mail/deep')).not.toContain('..');
  });

  it.each(['json', 'markdown'])('of %s count from purposelint.yaml', async name => {
    const text = await printed(name, {}, 'mail/deep');
    expect(text).toContain('privacy/policy.yaml');
    expect(text).not.toContain('mail/privacy');
  });

  it('take the checkout that a CI system names, unless it is another one', async () => {
    const place = workspace({ ...files('mail/') });
    const inside = workspace(files('mail/'), { CI_PROJECT_DIR: '/elsewhere' });
    expect((await inside.runIn('mail', 'check', '--format', 'gitlab')).stdout).toContain('"mail/privacy/policy.yaml"');
    const named = workspace(files('a/mail/'), { GITHUB_WORKSPACE: '/' });
    expect((await named.runIn('a/mail', 'check', '--format', 'github')).stdout).toContain(
      `${named.path.slice(1)}/a/mail/privacy/policy.yaml`,
    );
    expect((await place.runIn('mail', 'check', '--format', 'stylish')).stdout).toContain('privacy/policy.yaml');
  });

  it.each([
    ['sarif', 'mail/privacy/policy.yaml'],
    ['rdjson', 'mail/privacy/policy.yaml'],
    ['github', 'app/mail/privacy/policy.yaml'],
    ['gitlab', 'app/mail/privacy/policy.yaml'],
  ])('of %s, in one of several repositories of a checkout', async (name, path) => {
    const place = workspace({ ...files('app/mail/'), 'app/.git/HEAD': '' });
    const { stdout } = await runIn(join(place.path, 'app/mail'), ['check', '--format', name], { GITHUB_WORKSPACE: place.path });
    const told = [...stdout.matchAll(/(?:"|file=)([\w/]*mail\/privacy\/policy\.yaml)/gu)].map(([, file]) => file);
    expect([...new Set(told)]).toEqual([path]);
  });

  it('show Mautic as a whole at the configuration of the folder', async () => {
    const stale = { ...files('mail/'), 'mail/privacy/mautic.snapshot.json': emptySnapshot('2026-10-01T00:00:00Z') };
    const { stdout } = await workspace(stale).runIn('mail', 'check', '--format', 'gitlab');
    expect(stdout).toContain('"path": "mail/purposelint.yaml"');
  });
});
