/** A run over some of the declaration files: judged with all of them, told of those. */
import { describe, expect, it } from 'vitest';
import { globsFromRoot } from '../../src/cli/named-files.js';
import { snapshotWith, type Workspace, workspace } from './workspace.js';

const FORMAT = ['--format', 'json', '--fail-on', 'warn'] as const;
const ITEMS = [
  { kind: 'tag', id: 1, key: 'red' },
  { kind: 'tag', id: 2, key: 'blue' },
  { kind: 'segment', id: 3, key: 'readers', title: 'Readers' },
];

function team(): Workspace {
  return workspace({
    'purposelint.yaml': 'declarations: [privacy/*.yaml]\n',
    'privacy/mautic.snapshot.json': snapshotWith(ITEMS),
    'privacy/purposes.yaml': 'version: 1\npurposes:\n  news: {title: News, description: Our news}\n',
    'privacy/segments.yaml': 'version: 1\nsegments:\n  readers: {purposes: [nwes]}\n',
    'privacy/tags.yaml': 'version: 1\ntags:\n  red: {purposes: [news]}\n',
    'elsewhere/more.yaml': 'version: 1\ntags:\n  blue: {purposes: [news]}\n',
  });
}

/** `rule subject`, without what is about the whole policy. */
async function found(place: Workspace, ...argv: string[]): Promise<string[]> {
  const { stdout } = await place.run('check', ...FORMAT, ...argv);
  const { findings }: { findings: { rule: string; subject: string; place: { file?: string } }[] } = JSON.parse(stdout);
  return findings.filter(({ subject }) => /^(?:tag|segment):/u.test(subject)).map(({ rule, subject }) => `${rule} ${subject}`);
}

describe('check FILE', () => {
  it('knows what the other files declare', async () => {
    expect(await found(team(), 'privacy/tags.yaml')).toEqual(['undeclared-tag tag:blue']);
    expect(await found(team(), 'privacy/segments.yaml')).toEqual(['unknown-purpose segment:readers']);
  });

  it.each(['elsewhere/more.yaml', 'purposelint.yaml', 'site/a.ts'])(
    'does not take %s for a declaration file, nor write to it',
    async name => {
      const place = team();
      place.write('site/a.ts', 'export {};\n');
      const before = place.read(name);
      const said = `Not read, as no glob of \`declarations\` fits: ${name}. If they hold declarations, add a glob for them in purposelint.yaml.\n`;
      const alone = await place.run('check', '--fix', name);
      expect([alone.exit, alone.stdout, alone.stderr]).toEqual([3, '', expect.stringContaining(said)]);
      const beside = await place.run('check', ...FORMAT, '--fix', 'privacy/purposes.yaml', name);
      expect(beside.stderr).toContain(said);
      expect(place.read(name)).toBe(before);
      expect(place.read('privacy/tags.yaml')).toBe('version: 1\ntags:\n  red: {purposes: [news]}\n');
    },
  );

  it('takes all files together for the whole', async () => {
    const place = team();
    expect((await place.run('check', ...FORMAT, 'privacy/*.yaml')).stdout).toBe((await place.run('check', ...FORMAT)).stdout);
  });

  it('counts from the folder where it is typed, absolute paths too', async () => {
    const place = team();
    const whole = (await place.run('check', ...FORMAT, 'privacy/tags.yaml')).stdout;
    for (const name of ['tags.yaml', './ta*.yaml', '../privacy/tags.yaml', `${place.path}/privacy/tags.yaml`]) {
      expect((await place.runIn('privacy', 'check', ...FORMAT, name)).stdout).toBe(whole);
    }
  });

  it.each(['../outside.yaml', '/etc/passwd', '../*.yaml'])('refuses %s by its name', async name => {
    const { exit, stderr } = await team().run('check', name);
    expect([exit, stderr]).toEqual([2, `${name} lies outside of the folder of purposelint.yaml. Name files in it, or below.\n`]);
  });
});

it('names files that end in another way than the globs want, and reads them where the globs say so', async () => {
  const place = workspace({ 'privacy/a.yaml': 'version: 1\n', 'privacy/b.yml': 'version: 1\n', 'privacy/c.YAML': 'version: 1\n' });
  const said = 'Not read, as no glob of `declarations` fits: privacy/b.yml, privacy/c.YAML. Files of declarations end in .yaml there.\n';
  expect((await place.run('check', '--no-snapshot')).stderr).toBe(said);
  place.write('purposelint.yaml', "declarations: ['privacy/*.yaml', 'privacy/*.{yml,YAML}']\n");
  expect((await place.run('check', '--no-snapshot')).stderr).toBe('');
  place.write('purposelint.yaml', 'declarations: [privacy/a.yaml]\n');
  expect((await place.run('check', '--no-snapshot')).stderr).toBe('');
});

it.each([
  ['!tags.yaml', '!privacy/tags.yaml'],
  ['**/{a,b}.yaml', 'privacy/**/{a,b}.yaml'],
  ['../site', 'site'],
  ['../../x.yaml', '../../x.yaml'],
  ['/team/site/**', 'site/**'],
])('%s typed in a folder is %s', (glob, expected) => {
  expect(globsFromRoot([glob], '/team', '/team/privacy')).toEqual([expected]);
});
