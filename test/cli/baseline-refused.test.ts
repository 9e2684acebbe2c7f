/** What `check` and `baseline` refuse, with the reason and the next step, and without touching a file. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { POLICY, snapshotWith, type Workspace, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';
const BASELINE = 'privacy/baseline.json';
const ITEMS = [{ kind: 'tag', id: 1, key: 'vip', description: '' }];
const FILES = {
  'privacy/policy.yaml': POLICY,
  'privacy/tags.yaml': 'version: 1\ntags:\n  vip: {purposes: []}\n',
  [SNAPSHOT]: snapshotWith(ITEMS),
};

function baseline(host = 'mautic.aurora.example', change: (text: string) => string = text => text): string {
  const lines = ['{', '"format":"purposelint-baseline",', '"version":1,', `"host":"${host}",`, '"written":"2026-11-20",', '"accepted":['];
  return change([...lines, '{"rule":"no-purpose","subject":"tag:vip"}', ']', '}', ''].join('\n'));
}

/** Runs the three commands that read a baseline. */
async function each(place: Workspace): Promise<{ exits: number[]; said: string[] }> {
  const ran = [await place.run('check'), await place.run('baseline', 'prune')];
  return { exits: ran.map(({ exit }) => exit), said: [...new Set(ran.map(({ stderr }) => stderr))] };
}

describe('a baseline of another Mautic', () => {
  const place = () => workspace({ ...FILES, [BASELINE]: baseline('staging.aurora.example') });

  it('is refused by check and by prune, at its line, with the ways on', async () => {
    const here = place();
    const { exits, said } = await each(here);
    expect(exits).toEqual([2, 2]);
    expect(said).toEqual([
      'privacy/baseline.json, line 4: this baseline is of staging.aurora.example, and the snapshot is of mautic.aurora.example: what was accepted there says nothing about this one. If it is the same Mautic under a new name, write the new name into that line; for a second Mautic, give it a `baseline` of its own in purposelint.yaml. `purposelint check --no-baseline` does without.\n',
    ]);
    expect(here.read(BASELINE)).toBe(baseline('staging.aurora.example'));
  });

  it('is taken once its line has the new name, however it is written', async () => {
    const here = place();
    here.write(BASELINE, baseline('Mautic.Aurora.example'));
    expect((await here.run('check')).exit).toBe(0);
  });

  it('does not matter without a baseline, without a snapshot, and where nobody can tell', async () => {
    const here = place();
    expect((await here.run('check', '--no-baseline')).exit).toBe(1);
    expect((await here.run('check', '--no-snapshot')).exit).toBe(0);
    here.write(
      BASELINE,
      baseline('', text => text.replace('"host":"",\n', '')),
    );
    expect((await here.run('check')).exit).toBe(0);
  });
});

describe('a baseline that cannot be read', () => {
  it.each([
    [
      'a newer format',
      'line 3: this baseline is written in format 2; this purposelint reads format 1. Update purposelint.',
      '"version":1',
      '"version":2',
    ],
    ['a merge that was left', 'line 7: this is no JSON. If it comes from a merge,', '{"rule"', '<<<<<<< HEAD\n{"rule"'],
    ['a line of another shape', 'line 7: this is not as `purposelint baseline write` writes it.', '"subject":"tag:vip"', '"line":7'],
    ['another file', 'line 1: this is no baseline of purposelint.', 'purposelint-baseline', 'something-else'],
  ])('%s: check, prune and write say the line', async (_, sentence, from, to) => {
    const text = baseline(undefined, old => old.replace(from, to));
    const place = workspace({ ...FILES, [BASELINE]: text });
    const { exits, said } = await each(place);
    const write = await place.run('baseline', 'write');
    expect([...exits, write.exit]).toEqual([2, 2, 2]);
    expect(new Set([...said, write.stderr]).size).toBe(1);
    expect(write.stderr).toContain(`privacy/baseline.json, ${sentence}`);
    expect(place.read(BASELINE)).toBe(text);
  });

  it('is told in Italian, too', async () => {
    const place = workspace({ ...FILES, [BASELINE]: 'nonsense' });
    const { stderr } = await place.run('check', '--language', 'it');
    expect(stderr).toMatch(/^privacy\/baseline\.json, riga 1: questo non è JSON\./u);
  });
});

describe('where something is missing', () => {
  it.each([
    ['what to do', {}, ['baseline'], 2, 'Say what to do with the baseline: `purposelint baseline write` accepts'],
    ['a known thing to do', {}, ['baseline', 'prun'], 2, "is not found any more. Did you mean 'prune'?"],
    [
      'a baseline to prune',
      {},
      ['baseline', 'prune'],
      2,
      'There is no baseline at privacy/baseline.json. `purposelint baseline write` makes one.',
    ],
    ['a snapshot to write from', { [SNAPSHOT]: null }, ['baseline', 'write'], 3, 'there is no snapshot at privacy/mautic.snapshot.json'],
    ['a snapshot to prune by', { [SNAPSHOT]: null, [BASELINE]: baseline() }, ['baseline', 'prune'], 3, 'there is no snapshot at'],
    ['a fresh snapshot', {}, ['baseline', 'write', '--now', '2027-03-01'], 3, 'the snapshot is of 2026-11-25, 96 days before'],
    ['a day', {}, ['baseline', 'write', '--now', 'monday'], 2, 'monday'],
    ['a declaration file', { 'purposelint.yaml': 'declarations: [none/*.yaml]\n' }, ['baseline', 'write'], 3, 'none/*.yaml'],
    ['a file of the configuration', {}, ['baseline', 'write', 'other.yaml'], 2, 'other.yaml: none of these is a declaration file'],
    [
      'the end of a list',
      { 'privacy/tags.yaml': 'tags: {a: [}\n' },
      ['baseline', 'write'],
      2,
      'privacy/tags.yaml has faults that `purposelint check` shows.',
    ],
    [
      'a right value',
      { 'privacy/tags.yaml': 'version: 1\ntags: {a: {purposes: 7}}\n' },
      ['baseline', 'write'],
      2,
      'privacy/tags.yaml has faults',
    ],
    ['a folder inside', { 'purposelint.yaml': 'baseline: ../b.json\n' }, ['baseline', 'write'], 2, '../b.json'],
    [
      'the named file',
      { 'purposelint.yaml': '\nbaseline: b.json\n' },
      ['check'],
      2,
      'purposelint.yaml:2 names the baseline b.json, which does not exist.',
    ],
  ] as const)('%s', async (_, files, argv, exit, sentence) => {
    const all: Readonly<Record<string, string | null>> = { ...FILES, ...files };
    const place = workspace(Object.fromEntries(Object.entries(all).flatMap(([path, text]) => (text === null ? [] : [[path, text]]))));
    const before = existsSync(join(place.path, BASELINE));
    const ran = await place.run(...argv);
    expect([ran.exit, ran.stdout]).toEqual([exit, '']);
    expect(ran.stderr).toContain(sentence);
    expect(existsSync(join(place.path, BASELINE))).toBe(before);
  });

  it('names nothing that the file holds: a line of a person stays unsaid', async () => {
    const text = baseline(undefined, old => old.replace('"tag:vip"', '"tag:vip","note":"mario.rossi@people.example"'));
    const place = workspace({ ...FILES, [BASELINE]: text });
    const { stdout, stderr } = await place.run('check');
    expect(stdout + stderr).not.toContain('mario');
  });
});

it('shows hostile subjects without letting them act', async () => {
  const entry = JSON.stringify({ rule: 'no-purpose', subject: 'tag:\u001b[31mred\u202e\n::error::x' });
  const text = baseline(undefined, old =>
    old.replace('{"rule":"no-purpose","subject":"tag:vip"}', `{"rule":"no-purpose","subject":"tag:vip"},\n${entry}`),
  );
  const place = workspace({ ...FILES, [BASELINE]: text });
  const checked = await place.run('check');
  const { exit, stdout } = await place.run('baseline', 'prune');
  expect(exit).toBe(0);
  for (const shown of [checked.stdout, stdout]) {
    expect(shown).toContain('tag:');
    for (const acting of ['\u001b', '\u202e', '\n::error']) expect(shown).not.toContain(acting);
  }
});
