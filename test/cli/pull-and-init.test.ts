import { existsSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/text/yaml.js';
import { emptySnapshot, POLICY, snapshotWith, type Workspace, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';
const TAGS = '{"total":"2","tags":[{"id":1,"tag":"vip","description":null},{"id":2,"tag":"evt-2026","description":null}]}';

describe('pull --from', () => {
  it('writes the snapshot, and the same answers give the same bytes', async () => {
    const place = workspace({ 'answers/tags.json': TAGS });
    utimesSync(join(place.path, 'answers/tags.json'), new Date('2026-11-24T08:00:00Z'), new Date('2026-11-24T08:00:00Z'));
    const first = await place.run('pull', '--from', 'answers', '--host', 'mautic.aurora.example');
    expect(first.exit).toBe(0);
    expect(first.stderr).toContain('privacy/mautic.snapshot.json written: 2 items and 0 uses from 1 file.');
    const bytes = place.read(SNAPSHOT);
    expect(bytes).toContain('"taken_at":"2026-11-24T08:00:00Z"');
    expect(bytes).toContain('{"kind":"tag","id":1,"key":"vip","description":""}');
    const second = await place.run('pull', '--from', 'answers', '--host', 'mautic.aurora.example');
    expect(second.stderr).toContain('nothing changed but the time');
    expect(place.read(SNAPSHOT)).toBe(bytes);
  });

  it('leaves out what is no answer, each reason on one line, and refuses people without showing them', async () => {
    const place = workspace({
      'answers/tags.json': TAGS,
      'answers/login.html': '<!doctype html><title>Login</title>',
      'answers/people.json': '{"total":"1","contacts":{"5":{"id":5,"fields":{"all":{"email":"mario.rossi@people.example"}}}}}',
    });
    const { exit, stderr } = await place.run('pull', '--from', 'answers');
    expect(exit).toBe(0);
    expect(stderr).toContain('answers/login.html: this is a web page');
    expect(stderr).toContain('answers/people.json: holds contacts');
    expect(stderr + place.read(SNAPSHOT)).not.toContain('mario');
  });

  it('writes nothing when there is no answer at all', async () => {
    const place = workspace({ 'answers/login.html': '<html></html>', [SNAPSHOT]: 'as it was' });
    const { exit, stderr } = await place.run('pull', '--from', 'answers');
    expect(exit).toBe(3);
    expect(stderr).toContain('No answer of Mautic was found in answers.');
    expect(place.read(SNAPSHOT)).toBe('as it was');
  });

  it('writes where --output says, in another folder too, and over no file of the team but the snapshot', async () => {
    const place = workspace({ 'tags.json': TAGS, 'privacy/tags.yaml': 'version: 1\n', 'purposelint.yaml': 'extends: strict\n' });
    const elsewhere = join(workspace({}).path, 'own.json');
    for (const path of [elsewhere, 'privacy/mautic.snapshot.json']) {
      expect(await place.run('pull', '--from', 'tags.json', '--output', path)).toMatchObject({ exit: 0 });
    }
    expect(JSON.parse(readFileSync(elsewhere, 'utf8'))).toMatchObject({ items: [{ key: 'vip' }, { key: 'evt-2026' }] });
    for (const path of ['privacy/tags.yaml', 'purposelint.yaml', 'privacy/baseline.json']) {
      const { exit, stderr } = await place.run('pull', '--from', 'tags.json', '--output', path);
      expect([exit, stderr]).toEqual([2, `${path} is one of your own files, and would be replaced. Name another one to write to.\n`]);
    }
  });

  it('writes over no answer that it reads, and over what is none', async () => {
    const place = workspace({ 'answers/tags.json': TAGS, 'answers/old.json': '{}' });
    const { exit, stderr } = await place.run('pull', '--from', 'answers', '--output', 'answers/tags.json');
    expect([exit, place.read('answers/tags.json')]).toEqual([2, TAGS]);
    expect(stderr).toContain('answers/tags.json is one of your own files, and would be replaced.');
    for (const _ of [1, 2]) expect(await place.run('pull', '--from', 'answers', '--output', 'answers/old.json')).toMatchObject({ exit: 0 });
  });

  it('follows no link out of the repository, which check would not follow either', async () => {
    const place = workspace({ 'tags.json': TAGS, 'privacy/policy.yaml': POLICY, 'inside.json': 'old' });
    const outside = workspace({ 'taken.json': 'theirs' });
    const refused = (path: string) => [2, `${path} is a link that leads out of the repository. Put the file itself there.\n`];
    symlinkSync(join(outside.path, 'taken.json'), join(place.path, SNAPSHOT));
    symlinkSync(outside.path, join(place.path, 'privacy/out'));
    for (const [path, ...args] of [[SNAPSHOT], ['privacy/out/new.json', '--output', 'privacy/out/new.json']]) {
      const { exit, stderr } = await place.run('pull', '--from', 'tags.json', ...args);
      expect([exit, stderr]).toEqual(refused(path ?? ''));
    }
    const report = await place.run('check', '--no-snapshot', '--format', 'json=privacy/out/new.json');
    expect([report.exit, report.stderr]).toEqual(refused('privacy/out/new.json'));
    writeFileSync(join(place.path, 'purposelint.yaml'), 'declarations: ["privacy/out/*.yaml"]\nsnapshot: snapshot.json\n');
    const started = await place.run('init');
    expect([started.exit, started.stderr]).toEqual(refused('privacy/out/policy.yaml'));
    expect([outside.read('taken.json'), readdirSync(outside.path).sort()]).toEqual(['theirs', ['.git', 'taken.json']]);
    symlinkSync('inside.json', join(place.path, 'snapshot.json'));
    expect(await place.run('pull', '--from', 'tags.json')).toMatchObject({ exit: 0 });
    expect(place.read('inside.json')).toContain('purposelint-snapshot');
  });

  it('prints with --output -', async () => {
    const place = workspace({ 'tags.json': TAGS });
    const { stdout } = await place.run('pull', '--from', 'tags.json', '--output', '-', '--taken-at', '2026-11-02T09:30:00Z');
    expect(JSON.parse(stdout)).toMatchObject({
      format: 'purposelint-snapshot',
      made: { taken_at: '2026-11-02T09:30:00Z', source: 'files' },
    });
  });
});

const ITEMS = [
  { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true, added: '2026-03-02', type: 'text' },
  { kind: 'form', id: 1, key: 'Newsletter', published: true, alias: 'newsletter', type: 'standalone' },
  {
    kind: 'form_field',
    id: 1,
    key: 'Newsletter/email',
    title: 'E-mail',
    form: 'form:Newsletter',
    position: 1,
    type: 'email',
    required: true,
  },
  { kind: 'form_field', id: 2, key: 'Newsletter/send', title: 'Send', form: 'form:Newsletter', position: 2, type: 'button' },
  { kind: 'tag', id: 1, key: 'vip', description: '' },
  { kind: 'tag', id: 2, key: 'what? *really*', description: 'line\u2028two' },
  { kind: 'tag', id: 3, key: 'yes', description: '' },
  { kind: 'stage', id: 1, key: 'Friend', published: true },
  { kind: 'stage', id: 2, key: 'Friend', published: true },
];

/** What a check of the declarations alone says. */
async function rulesThatFind(place: Workspace): Promise<readonly string[]> {
  const { stdout } = await place.run('check', '--no-snapshot', '--format', 'json');
  const { findings }: { findings: { rule: string }[] } = JSON.parse(stdout);
  return findings.map(({ rule }) => rule);
}

describe('init', () => {
  it('writes an entry to decide for each item, which check then calls undecided, once', async () => {
    const place = workspace({ [SNAPSHOT]: snapshotWith(ITEMS) });
    const { exit, stdout, stderr } = await place.run('init');
    expect(exit).toBe(0);
    expect(stdout.trim().split('\n')).toEqual([
      'purposelint.yaml',
      'privacy/policy.yaml',
      'privacy/fields.yaml',
      'privacy/forms.yaml',
      'privacy/tags.yaml',
      'privacy/scoring.yaml',
    ]);
    expect(stderr).toContain('6 files written, 7 entries to decide.');
    expect(place.read('privacy/fields.yaml')).toContain('  favourite_film: {purposes: []} # Favourite film (text)\n');
    expect(place.read('privacy/forms.yaml')).toContain('    fields:\n      email: {} # E-mail (email, required)\n');
    expect(place.read('privacy/forms.yaml')).not.toContain('send');
    expect(place.read('privacy/tags.yaml')).toContain('  "what\\\\? \\\\*really\\\\*": {purposes: []} # - line two\n');
    expect(place.read('privacy/scoring.yaml')).toContain('  "Friend#1": {purposes: []}');

    const checked = await place.run('check', '--format', 'json');
    const { findings }: { findings: { rule: string; subject: string }[] } = JSON.parse(checked.stdout);
    expect(findings.filter(finding => finding.rule === 'schema-valid' || finding.rule.startsWith('undeclared'))).toEqual([]);
    expect(
      findings
        .filter(finding => finding.rule === 'no-purpose')
        .map(finding => finding.subject)
        .sort(),
    ).toEqual([
      'contact_field:favourite_film',
      'form:Newsletter',
      'stage:Friend#1',
      'stage:Friend#2',
      'tag:vip',
      'tag:what? *really*',
      'tag:yes',
    ]);
  });

  it('adds to existing files and keeps what is in them', async () => {
    const tags = '# ours\r\nversion: 1\r\ntags:\r\n  vip: {personal: false, reason: A label of the shop}   # keep\r\n';
    const place = workspace({
      'privacy/policy.yaml': POLICY,
      'privacy/ours.yaml': tags,
      [SNAPSHOT]: snapshotWith(ITEMS.filter(item => item.kind === 'tag')),
    });
    await place.run('init');
    expect(place.read('privacy/ours.yaml')).toBe(
      `${tags}  "what\\\\? \\\\*really\\\\*": {purposes: []} # - line two\r\n  "yes": {purposes: []}\r\n`,
    );
    expect(place.read('privacy/policy.yaml')).toBe(POLICY);
    const again = await place.run('init');
    expect(again.stderr).toContain('Everything in the snapshot has an entry already.');
  });

  it('adds the questions that a declared form does not list', async () => {
    const question = (id: number, alias: string) => ({
      kind: 'form_field',
      id,
      key: `Book/${alias}`,
      title: alias,
      form: 'form:Book',
      position: id,
      type: 'text',
    });
    const items = [{ kind: 'form', id: 1, key: 'Book', published: true }, question(1, 'email'), question(2, 'wish')];
    const init = async (form: string) => {
      const place = workspace({
        'privacy/f.yaml': `version: 1\nforms:\n${form}# end\n`,
        'purposelint.yaml': '',
        [SNAPSHOT]: snapshotWith(items),
      });
      expect((await place.run('init')).exit).toBe(0);
      return place.read('privacy/f.yaml').replace('version: 1\nforms:\n', '');
    };
    expect(await init('  Book:\n    purposes: [a] # why\n    fields:\n      email: {required: true} # ours\n')).toBe(
      '  Book:\n    purposes: [a] # why\n    fields:\n      email: {required: true} # ours\n      wish: {} # wish (text)\n# end\n',
    );
    expect(await init('  Book:\n    purposes: [a]\n')).toBe(
      '  Book:\n    purposes: [a]\n    fields:\n      email: {} # email (text)\n      wish: {} # wish (text)\n# end\n',
    );
    expect(await init('  Book: {purposes: [a], fields: {email: {}}}\n')).toBe(
      '  Book: {purposes: [a], fields: {email: {}, wish: {}}}\n# end\n',
    );
  });

  it('keeps a byte order mark', async () => {
    const place = workspace({
      'privacy/ours.yaml': '\ufeffversion: 1\ntags: {}\n',
      'purposelint.yaml': '',
      [SNAPSHOT]: snapshotWith([ITEMS[4] ?? {}]),
    });
    await place.run('init');
    expect(place.read('privacy/ours.yaml')).toBe('\ufeffversion: 1\ntags:\n  vip: {purposes: []}\n');
  });

  it('starts without a snapshot, and says what comes next', async () => {
    const place = workspace({});
    const { exit, stderr } = await place.run('init');
    expect(exit).toBe(0);
    expect(stderr).toContain('No snapshot at privacy/mautic.snapshot.json');
    expect(await rulesThatFind(place)).toEqual(['erasure-gap', 'ropa-complete', 'snapshot-partial']);
  });

  it('starts with examples that hold once they are filled in', async () => {
    const place = workspace({ 'contracts/mailhost.pdf': 'a contract' });
    await place.run('init');
    place.write('privacy/policy.yaml', place.read('privacy/policy.yaml').replaceAll(/^# (?=[\w ]*:| {2})/gmu, ''));
    expect(await rulesThatFind(place)).toEqual(['snapshot-partial']);
  });

  it.each([
    '...\n',
    '---\n...\n',
    '--- # c\n...\n',
    '~\n',
    'null # c\n',
    '--- ~\n',
    '# c',
    '',
    'version: 1\n? tags\n',
    '{version: 1, tags}',
  ])('adds to %j what can be read', async text => {
    const place = workspace({ 'privacy/tags.yaml': text, 'purposelint.yaml': '', [SNAPSHOT]: snapshotWith([ITEMS[4] ?? {}]) });
    expect(await place.run('init')).toMatchObject({ exit: 0 });
    expect(parseYaml(place.read('privacy/tags.yaml'))).toMatchObject({
      value: { version: 1, tags: { vip: { purposes: [] } } },
      faults: [],
    });
    expect(place.read('privacy/tags.yaml').split('#').length).toBe(text.split('#').length);
    expect((await place.run('init')).stderr).toContain('Everything in the snapshot has an entry already.');
  });

  it('writes nothing where an entry cannot go in without a change of something else, and says where', async () => {
    const tags = 'version: 1\nsegments: &t {friends: {purposes: []}}\ntags: *t\n';
    const place = workspace({ 'privacy/tags.yaml': tags, [SNAPSHOT]: snapshotWith(ITEMS) });
    const { exit, stdout, stderr } = await place.run('init');
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('privacy/tags.yaml: nothing can be added to `tags` as it is written there');
    expect(place.read('privacy/tags.yaml')).toBe(tags);
    expect(existsSync(join(place.path, 'purposelint.yaml'))).toBe(false);
  });

  it('writes nothing when one of its files cannot be written', async () => {
    const place = workspace({ 'privacy/tags.yaml/x': '', [SNAPSHOT]: snapshotWith(ITEMS) });
    expect(await place.run('init')).toMatchObject({
      exit: 2,
      stdout: '',
      stderr: 'privacy/tags.yaml cannot be written (EISDIR). Nothing was changed.\n',
    });
    expect(readdirSync(place.path).sort()).toEqual(['.git', 'privacy']);
    expect(readdirSync(join(place.path, 'privacy')).sort()).toEqual(['mautic.snapshot.json', 'tags.yaml']);
  });

  it('writes over no file that is there and no declaration', async () => {
    const place = workspace({
      'purposelint.yaml': 'declarations: ["privacy/*.policy.yaml"]\n',
      'privacy/tags.yaml': 'ours: 1\n',
      [SNAPSHOT]: snapshotWith(ITEMS),
    });
    const { exit, stderr } = await place.run('init');
    expect([exit, place.read('privacy/tags.yaml')]).toEqual([2, 'ours: 1\n']);
    expect(stderr).toContain('privacy/tags.yaml is there already, and no glob of `declarations` fits it.');
  });

  it('touches nothing when a file is broken', async () => {
    const place = workspace({ 'privacy/ours.yaml': 'tags: {a: [}\n', [SNAPSHOT]: emptySnapshot() });
    const { exit, stderr } = await place.run('init');
    expect([exit, stderr]).toEqual([
      2,
      'privacy/ours.yaml has faults that `purposelint check` shows. Correct them first; nothing was written.\n',
    ]);
  });
});
