/** `purposelint diff` as people run it: what counts as a change, what does not, and in which form. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { branched, emptyFolder, FIELDS, MORE_FIELDS, SHOE_SIZE } from './git-workspace.js';
import { snapshotWith } from './workspace.js';

const FILE = 'privacy/fields.yaml';
const SNAPSHOT = 'privacy/mautic.snapshot.json';
const NOTHING = 'This branch changes nothing for people.\n';
const FILM = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true };

const validate = new Ajv2020().compile(JSON.parse(readFileSync('schemas/diff.v1.json', 'utf8')));

describe('what is no change', () => {
  it('nothing, other line ends, comments, another order, entries in other files', async () => {
    const folder = branched({ [FILE]: MORE_FIELDS, 'purposelint.yaml': '' });
    expect((await folder.run('diff', 'main')).stdout).toContain(NOTHING);
    folder.write(FILE, `\ufeff# Comment\n${MORE_FIELDS}`.replaceAll('\n', '\r\n'));
    expect((await folder.run('diff', 'main')).stdout).toContain(NOTHING);
    const [purposes = '', fields = ''] = MORE_FIELDS.split('contact_fields:\n');
    const [email = '', shoe = ''] = fields.split('\n');
    folder.git('rm', '--quiet', '--force', FILE);
    folder.commit({
      'privacy/z purposes ü.yaml': purposes,
      'privacy/a "b"\nc.yaml': `version: 1\ncontact_fields:\n${shoe}\n`,
      'privacy/deep/email.yaml': `version: 1\ncontact_fields:\n${email}\n`,
    });
    expect((await folder.run('diff', 'main')).stdout).toContain(NOTHING);
    folder.git('mv', 'privacy/deep/email.yaml', 'privacy/\t-x.yaml');
    expect((await folder.run('diff', 'HEAD')).stdout).toContain(NOTHING);
  });

  it('a folder that the configuration names otherwise', async () => {
    const folder = branched({
      'purposelint.yaml': 'declarations: ["old/*.yaml", "!old/left-out.yaml"]\n',
      'old/a.yaml': FIELDS,
      'old/left-out.yaml': MORE_FIELDS,
    });
    folder.git('rm', '--quiet', '-r', 'old');
    folder.commit({ 'purposelint.yaml': 'declarations: ["new/*.yaml"]\n', 'new/a.yaml': MORE_FIELDS });
    expect((await folder.run('diff', 'main')).stdout).toContain(`New data about people (1)\n${SHOE_SIZE}`);
  });

  it('a purpose that says what it was called', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.write(FILE, FIELDS.replace('  menu: {', '  letters: {renamed_from: menu, ').replace('[menu]', '[letters]'));
    expect((await folder.run('diff', 'main')).stdout).toContain(NOTHING);
    folder.write(FILE, FIELDS.replace('  menu: {', '  letters: {').replace('[menu]', '[letters]'));
    expect((await folder.run('diff', 'main')).stdout).toContain('New purposes (1)');
  });
});

describe('what it says', () => {
  it('of the first declaration: that there is nothing to compare with', async () => {
    const folder = branched({ 'readme.md': '' });
    folder.commit({ [FILE]: FIELDS });
    const { exit, stdout } = await folder.run('diff', 'main');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/^First declaration: where this branch began nothing was declared/u);
    expect(stdout).not.toContain('email');
    const { first, changes } = JSON.parse((await folder.run('diff', 'main', '--format', 'json')).stdout);
    expect([first, changes]).toEqual([true, []]);
    expect((await folder.run('diff', 'main', '--language', 'it')).stdout).toMatch(/^Prima dichiarazione/u);
  });

  it('of what Mautic has: new fields with and without a declaration', async () => {
    const folder = branched({ [FILE]: FIELDS, [SNAPSHOT]: snapshotWith([]) });
    folder.write(SNAPSHOT, snapshotWith([FILM]));
    expect((await folder.run('diff', 'main')).stdout.replaceAll(/\s+/gu, ' ')).toContain(
      "New data about people (1) - Contact field 'Favourite film' (favourite_film); it came into Mautic, and no declaration speaks of it",
    );
    folder.commit({ [FILE]: FIELDS });
    folder.write(FILE, `${FIELDS}  favourite_film: {purposes: [menu]}\n`);
    expect((await folder.run('diff', 'HEAD')).stdout).toContain(
      "Contact field 'Favourite film' (favourite_film): was in Mautic already, and is",
    );
  });

  it('of a branch that only takes back', async () => {
    const folder = branched({ [FILE]: MORE_FIELDS });
    folder.write(FILE, FIELDS);
    const { exit, stdout } = await folder.run('diff', 'main');
    expect(exit).toBe(0);
    expect(stdout).toContain('only takes things back or puts them in order: 1 thing taken back or put in order.');
    expect(stdout).toContain("Taken back, or put in order (1)\n  - Contact field 'shoe_size': no longer held\n");
  });

  it('as data that passes the schema, with its directions', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.write(
      FILE,
      `${MORE_FIELDS.replace('P24M', 'P36M').replace('consent', 'legitimate-interests')}waivers: [{rule: no-owner, item: tag:x, until: 2027-01-01}]\n`,
    );
    const { stdout } = await folder.run('diff', 'main', '--format', 'json');
    const file = JSON.parse(stdout);
    expect(validate(file), JSON.stringify(validate.errors)).toBe(true);
    expect(file.summary).toEqual({ more: 4, less: 0 });
    expect(file.changes.map(({ kind, subject, before, after }: Record<string, unknown>) => [kind, subject, before, after])).toEqual([
      ['new-data', 'contact_field:shoe_size', undefined, undefined],
      ['retention-longer', 'purpose:menu', 'P24M', 'P36M'],
      ['basis-weaker', 'purpose:menu', ['consent'], ['legitimate-interests']],
      ['waiver-added', 'waiver:no-owner/tag:x', undefined, '2027-01-01'],
    ]);
  });

  it('of the baseline: only what it accepts more', async () => {
    const accepted = (...subjects: string[]): string =>
      JSON.stringify({
        format: 'purposelint-baseline',
        version: 1,
        written: '2026-11-25',
        accepted: subjects.map(subject => ({ rule: 'no-purpose', subject })),
      });
    const folder = branched({ [FILE]: FIELDS, 'privacy/baseline.json': accepted('tag:a', 'tag:b') });
    folder.write('privacy/baseline.json', accepted('tag:a', 'tag:c', 'tag:d'));
    const { stdout } = await folder.run('diff', 'main');
    expect(stdout).toContain('  - Accepted findings in privacy/baseline.json: 2 → 3 (new ones of no-purpose)\n');
  });
});

describe('what stands in its way', () => {
  it('an earlier snapshot or configuration that cannot be read is told and left out', async () => {
    const folder = branched({ [FILE]: FIELDS, [SNAPSHOT]: '{"half', 'purposelint.yaml': 'rulez: {}\n' });
    folder.commit({ [FILE]: MORE_FIELDS, [SNAPSHOT]: snapshotWith([FILM]), 'purposelint.yaml': '' });
    const { exit, stdout, stderr } = await folder.run('diff', 'main');
    expect(exit).toBe(0);
    expect(stdout).toContain(`New data about people (1)\n${SHOE_SIZE}`);
    expect(stderr).toBe(
      `As it was in main, purposelint.yaml cannot be read; the one of now says where the files were.\nAs it was in main, ${SNAPSHOT} cannot be read; it is compared as if it had not been there.\n`,
    );
  });

  it('earlier declarations that are no text cannot be compared', async () => {
    const folder = branched({ [FILE]: new Uint8Array([0, 1, 2]) });
    folder.write(FILE, FIELDS);
    const { exit, stdout, stderr } = await folder.run('diff', 'main');
    expect([exit, stdout]).toEqual([3, '']);
    expect(stderr).toBe(
      `Could not compare: as it was in main, the declaration file ${FILE} cannot be read. Compare with a branch where it can be.\n`,
    );
  });

  it.each([
    ['a merge mark', `${FIELDS}<<<<<<< HEAD\n`],
    ['a key that is there twice', `${FIELDS}contact_fields: {}\n`],
  ])('declarations that do not read as YAML cannot be compared, on either side: %s', async (_, broken) => {
    const now = branched({ [FILE]: FIELDS });
    now.write(FILE, broken);
    expect(await now.run('diff', 'main', '--format', 'markdown')).toEqual({
      exit: 3,
      stdout: '',
      stderr: `Could not compare: the declaration file ${FILE} cannot be read as a whole. \`purposelint check\` says what to correct in it.\n`,
    });
    const before = branched({ [FILE]: broken });
    before.write(FILE, FIELDS);
    const { exit, stdout, stderr } = await before.run('diff', 'main');
    expect([exit, stdout, stderr]).toEqual([
      3,
      '',
      expect.stringContaining(`as it was in main, the declaration file ${FILE} cannot be read.`),
    ]);
  });

  it('earlier declarations with mistakes are compared as far as they go', async () => {
    const folder = branched({ [FILE]: `${FIELDS}unknown_key: 1\n` });
    folder.write(FILE, MORE_FIELDS);
    expect((await folder.run('diff', 'main')).stdout).toContain(SHOE_SIZE);
  });

  it('two names, no declarations anywhere, a format that is none', async () => {
    const folder = branched({ [FILE]: FIELDS });
    expect((await folder.run('diff', 'main', 'work')).exit).toBe(2);
    expect((await folder.run('diff', 'main', '--format', 'sarif')).exit).toBe(2);
    expect((await branched({ 'a.txt': '' }).run('diff', 'main')).exit).toBe(3);
    expect((await emptyFolder().run('diff', 'main')).exit).toBe(2);
  });

  it('follows a linked declaration file, as on the disk', async () => {
    const folder = branched({ 'elsewhere/fields.yaml': FIELDS, 'privacy/other.yaml': 'version: 1\n' });
    folder.git('config', 'core.symlinks', 'true');
    const { symlinkSync } = await import('node:fs');
    symlinkSync('../elsewhere/fields.yaml', `${folder.path}/privacy/link.yaml`);
    folder.commit({});
    folder.write('elsewhere/fields.yaml', MORE_FIELDS);
    expect((await folder.run('diff', 'HEAD')).stdout).toContain(`New data about people (1)\n${SHOE_SIZE}`);
  });
});

describe('check --base', () => {
  const CREEP = FIELDS.replace('contact_fields', '  ads: {use: ad-audiences, legal_basis: consent}\ncontact_fields').replace(
    '[menu]',
    '[menu, ads]',
  );

  it('judges what is told, and a plain check does not speak of it', async () => {
    const folder = branched({ [FILE]: FIELDS });
    folder.write(FILE, CREEP);
    const compared = await folder.run('check', '--no-snapshot', '--base', 'main');
    expect(compared.exit).toBe(1);
    expect(compared.stdout).toContain('purpose-creep');
    const plain = await folder.run('check', '--no-snapshot');
    expect(plain.stdout + plain.stderr).not.toMatch(/creep|--base/u);
    const { not_run, summary } = JSON.parse((await folder.run('check', '--no-snapshot', '--format', 'json')).stdout);
    expect(not_run).toContainEqual({ rule: 'purpose-creep', of: 'base', why: ['no-base'] });
    expect(summary.not_run).toBe(
      new Set(not_run.filter(({ of }: { of: string }) => of !== 'base' && of !== 'website').map(({ rule }: { rule: string }) => rule)).size,
    );
  });

  it('says that it did not judge the changes where the earlier declarations cannot be read', async () => {
    const folder = branched({ [FILE]: `${FIELDS}<<<<<<< HEAD\n` });
    folder.write(FILE, CREEP);
    const { exit, stdout, stderr } = await folder.run('check', '--no-snapshot', '--base', 'main');
    const plain = await folder.run('check', '--no-snapshot');
    expect([exit, stdout]).toEqual([plain.exit, plain.stdout]);
    expect(stderr).toBe(
      `Could not compare: as it was in main, the declaration file ${FILE} cannot be read. Compare with a branch where it can be.\n${plain.stderr}`,
    );
  });

  it('looks at the same files on both sides', async () => {
    const folder = branched({ [FILE]: FIELDS, 'privacy/other.yaml': 'version: 1\ntags: {vip: {purposes: [menu]}}\n' });
    folder.write(FILE, CREEP);
    const { stdout } = await folder.run('check', FILE, '--no-snapshot', '--base', 'main');
    expect(stdout).toContain("'email' in a new way: for 'ads'");
  });
});

describe('rules that weigh less', () => {
  const OURS = 'extends: ./ours.yaml\n';

  it('are told, by whichever file says so; rules that weigh more are told as less for people to know of', async () => {
    const folder = branched({ [FILE]: FIELDS, 'purposelint.yaml': OURS, 'ours.yaml': 'rules: {no-purpose: error, title-gender: info}\n' });
    folder.commit({ 'ours.yaml': 'extends: strict\nrules: {no-purpose: {severity: warn}, title-gender: off}\n' });
    const { stdout } = await folder.run('diff', 'main');
    expect(stdout).toContain('  - Rule title-gender: a note → off');
    expect(stdout).toContain('  - Rule no-purpose: an error → a warning');
    const { changes } = JSON.parse((await folder.run('diff', 'main', '--format', 'json')).stdout);
    expect(changes).toContainEqual({
      kind: 'rule-weaker',
      direction: 'more',
      subject: 'rule:no-purpose',
      name: 'no-purpose',
      before: 'error',
      after: 'warn',
    });
    // `strict` lets many rules weigh more.
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'rule-stronger', direction: 'less', before: 'warn', after: 'error' }));
  });

  it('are not guessed where the configuration of then cannot be used', async () => {
    const folder = branched({ [FILE]: FIELDS, 'purposelint.yaml': OURS });
    folder.commit({ 'ours.yaml': 'rules: {title-gender: off}\n' });
    const { exit, stdout } = await folder.run('diff', 'main');
    expect([exit, stdout.includes('title-gender')]).toEqual([0, false]);
  });
});
