import { readdirSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptySnapshot, POLICY, snapshotWith, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';
const TAG = { kind: 'tag', id: 7, key: 'vip', description: '' };
const clean = () => ({ 'privacy/policy.yaml': POLICY, [SNAPSHOT]: emptySnapshot() });

describe('check', () => {
  it('is 0 when there is nothing to say, and says that it looked', async () => {
    const { exit, stdout, stderr } = await workspace(clean()).run('check');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^no findings .*mautic\.aurora\.example/iu);
    expect(stderr).toBe('');
  });

  it('is 1 with an error, and places it at the section of the file', async () => {
    const field = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true, added: '2026-03-02' };
    const policy = `${POLICY}contact_fields:\n  x_old: {personal: false, reason: Number of the old shop system, status: retired}\n`;
    const { exit, stdout } = await workspace({ 'privacy/policy.yaml': policy, [SNAPSHOT]: snapshotWith([field]) }).run('check');
    expect(exit).toBe(1);
    expect(stdout).toContain('privacy/policy.yaml');
    expect(stdout).toMatch(/4:1 +error +undeclared-field/u);
    expect(stdout).toContain('https://mautic.aurora.example/s/contacts/fields/edit/44');
  });

  it('is 0 with warnings only, and 1 when they are to count', async () => {
    const files = { ...clean(), [SNAPSHOT]: snapshotWith([TAG]) };
    expect((await workspace(files).run('check')).exit).toBe(0);
    expect((await workspace(files).run('check', '--fail-on', 'warn')).exit).toBe(1);
  });

  it('reads the whole policy from any folder of the repository', async () => {
    const place = workspace({ ...clean(), 'purposelint.yaml': 'language: it\n', 'site/a/b.txt': '' });
    const { exit, stdout } = await place.runIn('site/a', 'check');
    expect(exit).toBe(0);
    expect(stdout).toContain('snapshot del 25/11/2026');
  });

  it('writes formats to files whole, and one to the terminal', async () => {
    const place = workspace({ ...clean(), [SNAPSHOT]: snapshotWith([TAG]) });
    const { stdout } = await place.run('check', '--format', 'json=out.json', '--format', 'github');
    expect(JSON.parse(place.read('out.json'))).toMatchObject({ format: 'purposelint-findings', summary: { error: 0, warn: 1, info: 0 } });
    expect(stdout).toMatch(/^::warning /mu);
    expect(readdirSync(place.path).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });

  it('judges as of another day', async () => {
    const old = { ...clean(), [SNAPSHOT]: emptySnapshot('2026-03-01T00:00:00Z') };
    expect((await workspace(old).run('check', '--now', '2026-03-02')).exit).toBe(0);
  });
});

describe('what keeps a check from being one', () => {
  const cases: [name: string, files: Record<string, string | Uint8Array>, exit: number, says: RegExp][] = [
    ['no declarations', { [SNAPSHOT]: emptySnapshot() }, 3, /no file fits privacy\/\*\*\/\*\.yaml/u],
    ['no snapshot', { 'privacy/policy.yaml': POLICY }, 3, /there is no snapshot at privacy\/mautic\.snapshot\.json/u],
    [
      'a snapshot of last year',
      { ...clean(), [SNAPSHOT]: emptySnapshot('2025-11-20T00:00:00Z') },
      3,
      /snapshot is of 2025-11-20, 370 days/u,
    ],
    ['a snapshot that is no JSON', { ...clean(), [SNAPSHOT]: '{\n<<<<<<< ours\n' }, 3, /is not JSON \(line 2\)/u],
    ['a snapshot that is none', { ...clean(), [SNAPSHOT]: '{"total":"1","tags":[]}' }, 3, /is not a snapshot of purposelint/u],
    ['a snapshot of a newer version', { ...clean(), [SNAPSHOT]: '{"format":"purposelint-snapshot","version":2}' }, 3, /newer purposelint/u],
    [
      'a snapshot edited by hand',
      { ...clean(), [SNAPSHOT]: snapshotWith([{ ...TAG, people: ['x@y.example'] }]) },
      3,
      /edited by hand \(\/items\/0\)/u,
    ],
    ['a config that is no YAML', { ...clean(), 'purposelint.yaml': 'rules: {a: [}\n' }, 2, /purposelint\.yaml: to correct: 1/u],
    ['a config with an unknown key', { ...clean(), 'purposelint.yaml': 'declaration: []\n' }, 2, /purposelint\.yaml: to correct: 1/u],
    [
      'a config with an unknown rule',
      { ...clean(), 'purposelint.yaml': 'rules: {undeclared-tagg: off}\n' },
      2,
      /no rule 'undeclared-tagg'.* 'undeclared-tag'/u,
    ],
    [
      'a rule that cannot be off',
      { ...clean(), 'purposelint.yaml': 'rules: {schema-valid: off}\n' },
      2,
      /`schema-valid` cannot be switched off/u,
    ],
    [
      'an option of another rule',
      { ...clean(), 'purposelint.yaml': 'rules: {undeclared-tag: {max_age: P1D}}\n' },
      2,
      /has no option `max_age`/u,
    ],
    [
      'a preset in a circle',
      { ...clean(), 'purposelint.yaml': 'extends: ./a.yaml\n', 'a.yaml': 'extends: ./a.yaml\n' },
      2,
      /extends itself/u,
    ],
    [
      'a preset that is mistyped',
      { ...clean(), 'purposelint.yaml': 'language: en\nextends: strikt\n' },
      2,
      /^purposelint\.yaml:2: there is no preset 'strikt'\. Write `recommended` or `strict`/u,
    ],
    [
      'a preset that is not there',
      { ...clean(), 'purposelint.yaml': 'extends: ./nope.yaml\n' },
      2,
      /^purposelint\.yaml:1: nope\.yaml does not exist\. Correct `extends`\.\n$/u,
    ],
    ['a preset outside', { ...clean(), 'purposelint.yaml': 'extends: ../ours.yaml\n' }, 2, /leads out of the repository/u],
    [
      'a secret in the config',
      { ...clean(), 'purposelint.yaml': 'mautic:\n  password: hunter2\n' },
      2,
      /yaml:2: `password` looks like a secret/u,
    ],
    [
      'an address that is none',
      { ...clean(), 'purposelint.yaml': 'mautic: {url: "javascript:x"}\n' },
      2,
      /'javascript:x' is no web address/u,
    ],
    [
      'a password in the address',
      { ...clean(), 'purposelint.yaml': 'mautic: {url: "https://me:hunter2@m.example"}\n' },
      2,
      /yaml:1: `mautic\.url` looks like/u,
    ],
    ['a binary file', { ...clean(), 'privacy/logo.yaml': new Uint8Array([0, 1, 2, 255]) }, 2, /privacy\/logo\.yaml is not a text file/u],
    ['a file that is not UTF-8', { ...clean(), 'privacy/latin.yaml': new Uint8Array([0x76, 0xe9]) }, 2, /not written in UTF-8/u],
    [
      'a format of the future',
      { ...clean(), 'privacy/new.yaml': 'version: 2\n' },
      2,
      /written in format 2; this purposelint reads format 1/u,
    ],
  ];
  it.each(cases)('%s', async (_, files, exit, says) => {
    const ran = await workspace(files).run('check');
    expect(ran.stderr).toMatch(says);
    expect(ran.exit).toBe(exit);
    expect(ran.stdout + ran.stderr).not.toMatch(/hunter2|\n +at /u);
  });

  it('a folder where a file is named', async () => {
    const place = workspace({ ...clean(), 'purposelint.yaml': 'declarations: [privacy]\n' });
    const { exit, stderr } = await place.run('check');
    expect([exit, stderr]).toEqual([2, 'privacy is a folder, not a file. Name the files in it, for example privacy/*.yaml.\n']);
  });

  it('a file that is named and missing', async () => {
    const { exit, stderr } = await workspace(clean()).run('check', 'privacy/missing.yaml');
    expect([exit, stderr]).toEqual([2, 'privacy/missing.yaml does not exist.\n']);
  });

  it('a link that leads out of the repository', async () => {
    const place = workspace(clean());
    symlinkSync('/etc/hostname', join(place.path, 'privacy/elsewhere.yaml'));
    expect(await place.run('check')).toMatchObject({ exit: 2, stderr: expect.stringContaining('leads out of the repository') });
  });

  it('an error rule that could not look', async () => {
    const partial = emptySnapshot().replace(
      '{"of":"form","state":"complete","rows":0,"total":0}',
      '{"of":"form","state":"absent","rows":0,"why":["refused"]}',
    );
    const { exit, stderr } = await workspace({ ...clean(), [SNAPSHOT]: partial }).run('check');
    expect(exit).toBe(3);
    expect(stderr).toContain('undeclared-form');
  });

  it('numbers of people that were refused, and not those that nobody asked for', async () => {
    const field = { kind: 'contact_field', id: 6, key: 'email', title: 'Email', published: true, added: '', changed: '' };
    const uncounted = snapshotWith([field]);
    const chosen = await workspace({ ...clean(), [SNAPSHOT]: uncounted }).run('check');
    expect([chosen.exit, chosen.stderr]).toEqual([0, '']);
    expect(chosen.stdout).toMatch(/^no findings .*\d rules not run \(not counted: numbers of people\)/iu);

    const refused = uncounted.replace('"coverage":[', '"coverage":[{"of":"contact_field.counts","state":"absent","why":["refused"]},');
    const { exit, stdout, stderr } = await workspace({ ...clean(), [SNAPSHOT]: refused }).run('check');
    expect(exit).toBe(3);
    expect(stderr).toContain('retired-but-stored');
    expect(stdout).toMatch(/info +snapshot-partial$/mu);
  });

  it('says so in Italian', async () => {
    const { stderr } = await workspace({ 'privacy/policy.yaml': POLICY }).run('check', '--language', 'it');
    expect(stderr).toContain('Mautic non è stato controllato');
  });

  it('looks at the declarations alone when asked to', async () => {
    const place = workspace({ 'privacy/policy.yaml': POLICY });
    const { exit, stdout } = await place.run('check', '--no-snapshot');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/not run/u);
  });

  it('a file of the website, which a report would replace', async () => {
    const place = workspace({ ...clean(), 'purposelint.yaml': 'website: {include: ["site/**"]}\n', 'site/index.html': '<p>' });
    const { exit, stderr } = await place.run('check', '--format', 'json=site/index.html');
    expect([exit, place.read('site/index.html')]).toEqual([2, '<p>']);
    expect(stderr).toContain('site/index.html is one of your own files, and would be replaced.');
  });

  it.each(['snapshot', 'baseline'])('a folder or a large file in the place of the %s, with advice that fits', async key => {
    const place = workspace({ ...clean(), 'purposelint.yaml': `${key}: place\n`, 'place/x': '' });
    const folder = await place.run('check');
    expect([folder.exit, folder.stderr]).toEqual([
      2,
      expect.stringContaining(`place is a folder. \`${key}\` in purposelint.yaml names one file`),
    ]);
    rmSync(join(place.path, 'place'), { recursive: true });
    place.write('place', '');
    truncateSync(join(place.path, 'place'), 65 * 1024 * 1024);
    const large = await place.run('check');
    expect([large.exit, large.stderr]).toEqual([2, expect.stringContaining('place is larger than 64 MB, the most that is read.')]);
  });

  it('a declaration that is a link to nothing', async () => {
    const place = workspace(clean());
    symlinkSync('/nowhere/at-all.yaml', join(place.path, 'privacy/gone.yaml'));
    expect(await place.run('check')).toMatchObject({ exit: 2, stderr: 'privacy/gone.yaml does not exist.\n' });
  });

  it('an output folder that is not there, without leaving anything half-written', async () => {
    const place = workspace(clean());
    const { exit, stderr } = await place.run('check', '--format', 'json=missing/out.json');
    expect([exit, stderr]).toEqual([2, 'missing/out.json cannot be written (ENOENT). Nothing was changed.\n']);
  });
});
