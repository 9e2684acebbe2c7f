import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/guards.js';
import { HOSTILE, RAW } from '../acceptance/hostile.js';
import { museum, museumFiles } from '../museum/museum.js';
import { dataFaults } from '../output/data-faults.js';
import { POLICY, snapshotWith, type Workspace, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';
type Row = Readonly<Record<string, unknown>>;

function withUses(items: readonly Row[], uses: readonly Row[], files: Readonly<Record<string, string>> = {}): Workspace {
  const snapshot: unknown = JSON.parse(snapshotWith(items));
  return workspace({ ...files, [SNAPSHOT]: JSON.stringify(isRecord(snapshot) ? { ...snapshot, uses } : {}) });
}

const FORM = { kind: 'form', id: 1, key: 'Contest', published: true };
const EMAIL = { kind: 'email', id: 1, key: 'Menu', published: true, type: 'list' };
const SEGMENT = { kind: 'segment', id: 1, key: 'all', title: 'All', published: true, filter_rows: 0 };
const ADDS = { from: 'form:Contest', how: 'adds', to: 'segment:all', at: 'form.action', id: 1, type: 'lead.changelist' };
const TARGETS = { from: 'email:Menu', how: 'targets', to: 'segment:all', at: 'email.audience' };
const PURPOSES = `version: 1
purposes:
  menu: {title: Monthly menu, use: email-marketing, legal_basis: consent, consent: {field: menu_ok, collected_by: ["offline:desk"]}}
emails:
  Menu: {purposes: [menu]}
`;

describe('where --path in the museum', () => {
  it('tells each step, and where consent is asked and looked at, in English and Italian', async () => {
    const place = await museum('5.1.0', museumFiles());
    const argv = ['where', '--path', 'form:Newsletter sign-up#1', 'email:Lettera mensile'];
    const { exit, stdout, stderr } = await place.run(...argv);
    expect([exit, stderr]).toEqual([0, '']);
    await expect(stdout).toMatchFileSnapshot('../golden/where-path.txt');
    await expect((await place.run(...argv, '--language', 'it')).stdout).toMatchFileSnapshot('../golden/where-path.it.txt');
  });

  it('gives data with --json', async () => {
    const place = await museum('5.1.0', museumFiles());
    const { stdout } = await place.run('where', '--path', 'form:Donation', 'email:Lettera mensile', '--json');
    await expect(stdout).toMatchFileSnapshot('../golden/where-path.json');
    expect(dataFaults('where', stdout)).toEqual([]);
  });
});

describe('where --path', () => {
  it('puts the way without consent first', async () => {
    const place = withUses([FORM, EMAIL, SEGMENT], [ADDS, TARGETS], { 'privacy/all.yaml': PURPOSES });
    const { stdout } = await place.run('where', '--path', 'form:Contest', 'email:Menu');
    expect(stdout).toContain(`Form 'Contest' → e-mail 'Menu'
  Consent looked for: 'Monthly menu'

Way 1 of 1: without consent
  - Form 'Contest' puts people into segment 'All' (action lead.changelist)
    https://mautic.aurora.example/s/segments/view/1
  - E-mail 'Menu' addresses segment 'All' (as recipients)
    https://mautic.aurora.example/s/emails/view/1

Not looked at
`);
  });

  it('knows no consent without declarations, and needs none for what rests on something else', async () => {
    const { stdout } = await withUses([FORM, EMAIL, SEGMENT], [ADDS, TARGETS]).run('where', '--path', 'form:Contest', 'email:Menu');
    expect(stdout).toContain(
      '  There are no declarations: which fields, tags and segments hold a consent is not known.\n\nWay 1 of 1: 2 steps\n',
    );
    const contract = PURPOSES.replace(/legal_basis.*\n/u, 'legal_basis: contract}\n');
    const place = withUses([FORM, EMAIL, SEGMENT], [ADDS, TARGETS], { 'privacy/all.yaml': contract });
    expect((await place.run('where', '--path', 'form:Contest', 'email:Menu')).stdout).toContain(
      '  By the declarations no consent is needed for it.\n',
    );
  });

  it('says that there is no way, and what was not looked at', async () => {
    const { exit, stdout } = await withUses([FORM, EMAIL, SEGMENT], [TARGETS]).run('where', '--path', 'form:Contest', 'email:Menu');
    expect(exit).toBe(0);
    expect(stdout).toMatch(
      /\n\nNothing that the snapshot shows leads there\.\n\nNot looked at\n {2}- Not visible through Mautic, in any version: /u,
    );
  });

  it('says what was not seen on the way, and what is off', async () => {
    const unseen = { kind: 'segment', id: 1, key: 'all', title: 'All', published: true };
    const campaign = { kind: 'campaign', id: 1, key: 'Autumn', published: false };
    const uses = [
      ADDS,
      { from: 'campaign:Autumn', how: 'targets', to: 'segment:all', at: 'campaign.source' },
      { from: 'campaign:Autumn', how: 'sends', to: 'email:#7', at: 'campaign.event', id: 1, type: 'email.send' },
    ];
    const place = withUses([FORM, unseen, campaign], uses, { 'privacy/all.yaml': PURPOSES });
    const { stdout } = await place.run('where', '--path', 'form:Contest', 'email:#7');
    expect(stdout).toContain("Form 'Contest' → e-mail '#7'\n");
    expect(stdout).toContain("segment 'All' (action lead.changelist)\n    Its filters were not seen.\n");
    expect(stdout).toContain("Campaign 'Autumn' (not live) addresses segment 'All' (as its source)\n    Its steps were not seen.\n");
    expect(stdout).toContain(
      "sends e-mail '#7' (Mautic has it no more) (step email.send)\n    Whether consent is checked here was not seen.\n",
    );
    expect(stdout).toContain('Way 1 of 1: whether consent is looked at was not seen\n');
  });

  it('tells five ways, and counts the others', async () => {
    const tags = Array.from({ length: 7 }, (_, n) => ({ kind: 'tag', id: n + 1, key: `t${n}` }));
    const given = tags.map(({ key }) => ({ from: 'form:Contest', how: 'adds', to: `tag:${key}`, at: 'form.action', id: 1 }));
    const rows = tags.map(({ key }, n) => ({
      from: 'segment:all',
      how: 'filters',
      to: `tag:${key}`,
      at: 'segment.filter',
      n: n + 1,
      group: n + 1,
      op: 'any-of',
    }));
    const place = withUses([FORM, EMAIL, { ...SEGMENT, filter_rows: 7 }, ...tags], [...given, ...rows, TARGETS]);
    const { stdout } = await place.run('where', '--path', 'form:Contest', 'email:Menu');
    expect(stdout).toContain('Way 5 of 7: 3 steps\n');
    expect(stdout).not.toContain('Way 6');
    expect(stdout).toContain('\n\nWays that are left out: 2\n\n');
  });

  it('says when there are more ways than it looks for', async () => {
    const rungs = Array.from({ length: 12 }, (_, n) => n);
    const segments = rungs.flatMap(n =>
      ['l', 'r'].map((side, at) => ({ ...SEGMENT, id: 10 + 2 * n + at, key: `${side}${n}`, title: `${side}${n}` })),
    );
    const uses = rungs.slice(1).flatMap(n =>
      ['l', 'r'].flatMap(to =>
        ['l', 'r'].map(from => ({
          from: `segment:${to}${n}`,
          how: 'filters',
          to: `segment:${from}${n - 1}`,
          at: 'segment.filter',
          n: 1,
          op: 'any-of',
        })),
      ),
    );
    const place = withUses(segments, uses);
    const { stdout } = await place.run('where', '--path', 'segment:l0', 'segment:l11');
    expect(stdout).toContain('Way 1 of 50+: 11 steps\n');
    expect(stdout).toContain('\n\nWays that are left out: 45, and more that were not looked for\n\n');
    const json: { ways: unknown[]; more: boolean } = JSON.parse(
      (await place.run('where', '--path', 'segment:l0', 'segment:l11', '--json')).stdout,
    );
    expect([json.ways.length, json.more]).toEqual([50, true]);
  });

  it.each<[name: string, argv: readonly string[], says: string]>([
    ['nothing', [], 'Say from where to where, such as `purposelint where --path form:Newsletter "email:Monthly menu"`.'],
    ['one item', ['form:Contest'], 'Say from where to where'],
    ['three', ['form:Contest', 'email:Menu', 'segment:all'], 'Say from where to where'],
    ['--unused', ['form:Contest', 'email:Menu', '--unused'], 'Say from where to where'],
    [
      'a slip of the pen at the start',
      ['form:Contst', 'email:Menu'],
      "The snapshot has no 'form:Contst', and nothing refers to it. Did you mean 'form:Contest'?",
    ],
    [
      'a slip of the pen at the end',
      ['form:Contest', 'email:Mneu'],
      "The snapshot has no 'email:Mneu', and nothing refers to it. Did you mean 'email:Menu'?",
    ],
  ])('does not take %s', async (_, argv, says) => {
    const place = withUses([FORM, EMAIL, SEGMENT], [ADDS, TARGETS]);
    const ran = await place.run('where', '--path', ...argv);
    expect(ran).toMatchObject({ exit: 2, stdout: '' });
    expect(ran.stderr).toContain(says);
    const italian = await place.run('where', '--path', ...argv, '--language', 'it');
    expect(italian.stderr).toMatch(/^(?:Indica da dove a dove|Nello snapshot)/u);
  });

  it('stops at declarations that cannot be read, and without a snapshot', async () => {
    const broken = withUses([FORM, EMAIL], [], { 'privacy/all.yaml': 'version: 99\n' });
    expect(await broken.run('where', '--path', 'form:Contest', 'email:Menu')).toMatchObject({ exit: 2, stdout: '' });
    const missing = await workspace({ 'privacy/all.yaml': POLICY }).run('where', '--path', 'form:Contest', 'email:Menu');
    expect(missing).toMatchObject({ exit: 3, stdout: '' });
  });

  it('prints hostile names harmlessly', async () => {
    for (const [index, name] of HOSTILE.entries()) {
      const tag = { kind: 'tag', id: index + 1, key: name };
      const uses = [{ from: 'form:Contest', how: 'adds', to: `tag:${name}`, at: 'form.action', id: 1 }];
      const { stdout, stderr } = await withUses([{ ...FORM, actions: [{ id: 1, type: 'x', name }] }, tag], uses).run(
        'where',
        '--path',
        'form:Contest',
        `tag:${name}`,
      );
      expect(stdout + stderr).not.toMatch(RAW);
      expect(stdout + stderr).not.toMatch(/^::|##\w*\[/mu);
    }
  });
});
