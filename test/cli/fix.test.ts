import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfiguration } from '../../src/cli/configuration.js';
import { fixFiles } from '../../src/cli/fix.js';
import { openCatalogue } from '../../src/cli/plugins/catalogue.js';
import { unifiedDiff } from '../../src/cli/unified-diff.js';
import { loadSnapshot } from '../../src/mautic/load.js';
import { snapshotWith, TODAY, type Workspace, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';
const FIELDS = 'privacy/fields.yaml';
const TAGS = 'privacy/tags.yaml';

const FILM = { kind: 'contact_field', id: 44, key: 'film', title: 'Favourite film', published: true, added: '2026-03-02', type: 'text' };
const VIP = { kind: 'tag', id: 1, key: 'vip', description: '' };
const WAIVER =
  'waivers:\n  # agreed in spring\n  - {rule: no-purpose, item: tag:old, reason: The shop needs it until it is off, until: 2026-09-30, approved_by: dpo}\n';

const files = {
  [SNAPSHOT]: snapshotWith([FILM, VIP]),
  'privacy/policy.yaml': `version: 1\npurposes:\n  news: {use: email-marketing}\n${WAIVER}`,
  [FIELDS]: '\ufeff# fields\r\nversion: 1\r\ncontact_fields:\r\n  gone: {purposes: [news]}\r\n',
  [TAGS]: 'version: 1\ntags: {}',
};

const FIXED_FIELDS = '\ufeff# fields\r\nversion: 1\r\ncontact_fields:\r\n  film: {purposes: []} # Favourite film (text)\r\n';
const FIXED_TAGS = 'version: 1\ntags:\n  vip: {purposes: []}\n';

async function rulesFound(place: Workspace): Promise<readonly string[]> {
  const { stdout } = await place.run('check', '--format', 'json');
  const { findings }: { findings: { rule: string }[] } = JSON.parse(stdout);
  return findings.map(({ rule }) => rule);
}

describe('check --fix', () => {
  it('writes what is safe, keeps mark and line ends, and reports what is left', async () => {
    const place = workspace(files);
    const { exit, stdout, stderr } = await place.run('check', '--fix');
    expect(place.read(FIELDS)).toBe(FIXED_FIELDS);
    expect(place.read(TAGS)).toBe(FIXED_TAGS);
    expect(place.read('privacy/policy.yaml')).toBe(files['privacy/policy.yaml']);
    expect(stderr).toContain('Fixed: 3; files changed: 2. Look through the changes before you commit them.');
    expect(stderr).toContain('More fixes that take something away or state something only you know: 1.');
    expect(exit).toBe(1);
    expect(stdout).toContain('no-purpose');
    expect(stdout).not.toContain('undeclared-');
    expect(stdout).not.toContain('ghost-declaration');
    const again = await place.run('check', '--fix', '--language', 'it');
    expect(again.stderr).toContain('Non c’è nulla che `--fix` possa correggere. Nessun file è stato modificato.');
    expect(again.stderr).toContain('Altre correzioni, che tolgono qualcosa o affermano ciò che solo tu sai: 1.');
    expect(place.read(FIELDS)).toBe(FIXED_FIELDS);
  });

  it('says what it left out because an anchor shares the value', async () => {
    const shared = 'version: 1\ntags:\n  vip: {purposes: &p [newz]}\n  old: {purposes: *p}\n';
    const place = workspace({
      ...files,
      [SNAPSHOT]: snapshotWith([VIP, { ...VIP, id: 2, key: 'old' }]),
      [FIELDS]: 'version: 1\n',
      [TAGS]: shared,
    });
    const { stderr } = await place.run('check', '--fix');
    expect(stderr).toContain('Nothing that `--fix` can do. No file was changed.\n');
    expect(stderr).toContain(
      'Left to you, because the fix would have changed more than it should (2): unknown-purpose tag:vip, unknown-purpose tag:old.',
    );
    expect(place.read(TAGS)).toBe(shared);
  });

  it('takes out what people wrote only with =unsafe', async () => {
    const place = workspace(files);
    expect(await rulesFound(place)).toContain('exception-hygiene');
    const { stderr } = await place.run('check', '--fix=unsafe', '--language', 'it');
    expect(stderr).toContain('Correzioni fatte: 4; file modificati: 3. Rileggi le modifiche prima del commit.');
    expect(place.read('privacy/policy.yaml')).toBe('version: 1\npurposes:\n  news: {use: email-marketing}\nwaivers: []\n');
    expect(await rulesFound(place)).not.toContain('exception-hygiene');
  });

  it('changes only the files asked for, and knows what the others declare', async () => {
    const place = workspace({ ...files, [TAGS]: 'version: 1\ntags: {vip: {purposes: [news]}}\n' });
    await place.run('check', '--fix', FIELDS);
    expect(place.read(FIELDS)).toBe(FIXED_FIELDS);
    expect(place.read(TAGS)).toBe('version: 1\ntags: {vip: {purposes: [news]}}\n');
    const other = workspace(files);
    await other.run('check', '--fix', TAGS);
    expect(other.read(FIELDS)).toBe(files[FIELDS]);
    expect(other.read(TAGS)).toBe(FIXED_TAGS);
  });

  it('mends what the files alone show without a snapshot', async () => {
    const place = workspace({ 'privacy/tags.yaml': 'tags: {vip: {purpose: [news]}}\npurposes:\n  news: {use: email-marketing}\n' });
    await place.run('check', '--fix', '--no-snapshot');
    expect(place.read(TAGS)).toBe('version: 1\ntags: {vip: {purposes: [news]}}\npurposes:\n  news: {use: email-marketing}\n');
  });

  it('leaves a file with a fault of its text as it is, and mends the others', async () => {
    const place = workspace({ ...files, [FIELDS]: 'version: 1\ncontact_fields: {gone: {}\n' });
    const { exit } = await place.run('check', '--fix');
    expect(exit).toBe(1);
    expect(place.read(FIELDS)).toBe('version: 1\ncontact_fields: {gone: {}\n');
    expect(place.read(TAGS)).toBe(FIXED_TAGS);
  });

  it('offers the rest in JSON, with its words in the language of the run', async () => {
    const place = workspace(files);
    const { stdout } = await place.run('check', '--format', 'json', '--language', 'it');
    const { findings }: { findings: { rule: string; fixes: unknown[] }[] } = JSON.parse(stdout);
    expect(findings.find(({ rule }) => rule === 'undeclared-tag')?.fixes).toEqual([
      {
        id: 'declare-item',
        safe: true,
        title: 'Aggiungi una voce da decidere, con purposes: []',
        files: [
          {
            file: TAGS,
            edits: [
              { line: 2, column: 6, end_line: 2, end_column: 9, text: '' },
              { line: 2, column: 9, end_line: 2, end_column: 9, text: '\n  vip: {purposes: []}\n' },
            ],
          },
        ],
      },
    ]);
  });
});

describe('check --fix cannot write', () => {
  it('says so, and leaves no file half-written', async () => {
    const place = workspace(files);
    mkdirSync(join(place.path, `privacy/.tags.yaml.${process.pid}.tmp`));
    const { exit, stdout, stderr } = await place.run('check', '--fix');
    expect(exit).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/privacy\/tags\.yaml cannot be written \(\w+\)\. Written before it: privacy\/\w+\.yaml\./u);
    expect(place.read(TAGS)).toBe(files[TAGS]);
    expect(place.read(FIELDS)).toBe(FIXED_FIELDS);
  });

  it('overwrites nothing that changed since it was read', async () => {
    const place = workspace(files);
    const io = {
      cwd: place.path,
      env: {},
      stdout: { write: () => undefined, isTTY: false, columns: 100 },
      stderr: { write: () => undefined, isTTY: false, columns: 100 },
      now: () => new Date(`${TODAY}T12:00:00Z`),
      clock: () => 0,
    };
    const snapshot = loadSnapshot(files[SNAPSHOT] ?? '', SNAPSHOT);
    const input = {
      // It is first asked for when the files have been read.
      get snapshot() {
        place.write(TAGS, 'version: 1\ntags: {mine: {purposes: []}}\n');
        return snapshot;
      },
      now: TODAY,
      baseline: null,
    };
    const FILES = [FIELDS, TAGS, 'privacy/policy.yaml'];
    const fixing = {
      wanted: 'safe',
      files: { paths: FILES, named: FILES, others: [], near: [] },
      language: 'en',
      input,
      catalogue: await openCatalogue(await loadConfiguration(io), 'en', io),
    } as const;
    await expect(fixFiles(fixing, io)).rejects.toMatchObject({ code: 'fix-changed-meanwhile', exit: 2 });
    expect(place.read(TAGS)).toBe('version: 1\ntags: {mine: {purposes: []}}\n');
    expect(place.read(FIELDS)).toBe(files[FIELDS]);
  });
});

describe('check --dry-run', () => {
  it('prints a unified diff of what --fix would change, and writes nothing', async () => {
    const place = workspace(files);
    const { exit, stdout, stderr } = await place.run('check', '--fix', '--dry-run');
    expect(exit).toBe(1);
    expect(stdout).toBe(
      [
        `--- a/${FIELDS}`,
        `+++ b/${FIELDS}`,
        '@@ -1,4 +1,4 @@',
        ' \ufeff# fields\r',
        ' version: 1\r',
        ' contact_fields:\r',
        '-  gone: {purposes: [news]}\r',
        '+  film: {purposes: []} # Favourite film (text)\r',
        `--- a/${TAGS}`,
        `+++ b/${TAGS}`,
        '@@ -1,2 +1,3 @@',
        ' version: 1',
        '-tags: {}',
        '\\ No newline at end of file',
        '+tags:',
        '+  vip: {purposes: []}',
        '',
      ].join('\n'),
    );
    expect(stderr).toContain('Would be fixed: 3; files that would change: 2. Nothing was written');
    for (const [path, text] of Object.entries(files)) expect(place.read(path)).toBe(text);
    expect((await place.run('check', '--dry-run')).stdout).toBe(stdout);
    expect((await place.run('check', '--fix=unsafe', '--dry-run')).stdout).toContain('-  # agreed in spring');
  });

  it.each(['my tags.yaml', 'a"b\\c.yaml', 'tab\tand blank .yaml'])('prints for %j what git applies', async name => {
    const path = `privacy/${name}`;
    const place = workspace({ ...files, [TAGS]: 'version: 1\n', [path]: 'version: 1\ntags: {}\n' });
    const { stdout } = await place.run('check', '--fix', '--dry-run');
    place.write('change.diff', stdout);
    rmSync(join(place.path, '.git'), { recursive: true });
    execFileSync('git', ['apply', 'change.diff'], {
      cwd: place.path,
      env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(place.path) },
    });
    expect(place.read(path)).toBe('version: 1\ntags:\n  vip: {purposes: []}\n');
  });

  it('is 0 when nothing would change', async () => {
    const place = workspace(files);
    await place.run('check', '--fix');
    expect(await place.run('check', '--fix', '--dry-run')).toMatchObject({ exit: 0, stdout: '' });
  });

  it('does not act on a terminal', () => {
    const shown = unifiedDiff('a.yaml', 'a: 1\n', 'a: "\u001b]0;x\u0007"\n', { mark: false, isShown: true });
    expect(shown).not.toContain('\u001b');
    expect(shown.split('\n').slice(0, 2)).toEqual(['--- a/a.yaml', '+++ b/a.yaml']);
  });
});

describe('--fix on the command line', () => {
  it.each([
    [['--fix=all'], "'all' is not possible for `--fix`. Choose one of: safe, unsafe."],
    [['--fix', 'unsafe'], 'The value of `--fix` follows an equals sign: `--fix=unsafe`.'],
    [['--fix', 'unsafe', '--language', 'it'], 'Il valore di `--fix` segue il segno uguale: `--fix=unsafe`.'],
    [['--dry-run', '--format', 'json'], '`--dry-run` and `--format` do not go together.'],
  ])('%j is a mistake', async (argv, sentence) => {
    const place = workspace(files);
    const { exit, stderr } = await place.run('check', ...argv);
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: `${sentence}\n` });
    expect(place.read(TAGS)).toBe(files[TAGS]);
  });
});
