/** `baseline write` and `prune`, and `check` with a baseline, as people run them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { museum } from '../museum/museum.js';
import { emptySnapshot, POLICY, snapshotWith, type Workspace, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';
const BASELINE = 'privacy/baseline.json';
const tags = (...keys: string[]) => keys.map((key, index) => ({ kind: 'tag', id: index + 1, key, description: '' }));
const segment = (key: string) => ({ kind: 'segment', id: 1, key, title: key, published: true, added: '2026-03-02', filter_rows: 1 });
const undecided = (...keys: string[]) => keys.map(key => `  ${key}: {purposes: []}\n`).join('');

const decided = (...keys: string[]) => keys.map(key => `  ${key}: {personal: false, reason: A label of the shop}\n`).join('');

/** Two tags and a segment that nobody decided about, in a file each. */
function started(files: Readonly<Record<string, string>> = {}): Workspace {
  return workspace({
    'privacy/policy.yaml': POLICY,
    'privacy/tags.yaml': `version: 1\ntags:\n${undecided('vip', 'old')}`,
    'privacy/segments.yaml': `version: 1\nsegments:\n${undecided('readers')}`,
    [SNAPSHOT]: snapshotWith([...tags('vip', 'old'), segment('readers')]),
    ...files,
  });
}

const accepted = (place: Workspace, path = BASELINE): string[] => {
  const { accepted: entries }: { accepted: { rule: string; subject: string }[] } = JSON.parse(place.read(path));
  return entries.map(({ rule, subject }) => `${rule} ${subject}`);
};
const lastLine = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('baseline write', () => {
  it('accepts what is open, and check then counts it apart', async () => {
    const place = started();
    expect((await place.run('check')).exit).toBe(1);
    const { exit, stdout, stderr } = await place.run('baseline', 'write');
    expect([exit, stdout]).toEqual([0, '']);
    expect(stderr.split('\n')[0]).toBe(
      'privacy/baseline.json written; accepted findings: 3. From now on `purposelint check` fails only on what is new. Commit the file; it may only shrink.',
    );
    expect(place.read(BASELINE)).toBe(`{
"format":"purposelint-baseline",
"version":1,
"host":"mautic.aurora.example",
"written":"2026-11-25",
"accepted":[
{"rule":"no-purpose","subject":"segment:readers"},
{"rule":"no-purpose","subject":"tag:old"},
{"rule":"no-purpose","subject":"tag:vip"}
]
}
`);
    const checked = await place.run('check');
    expect(checked.exit).toBe(0);
    expect(checked.stdout).toMatch(/^No findings · 0 waived · 3 in the baseline · /u);
  });

  it('leaves out what a waiver covers, and what nothing may excuse, and says so', async () => {
    const waiver = '{rule: no-purpose, item: tag:old, reason: It goes with the old shop, until: 2027-02-01}';
    const place = started({
      'privacy/waivers.yaml': `version: 1\nwaivers:\n  - ${waiver}\n`,
      [SNAPSHOT]: snapshotWith([
        ...tags('vip', 'old'),
        segment('readers'),
        { kind: 'contact_field', id: 44, key: 'secret_word', title: 'Password', published: true, added: '2026-03-02', type: 'password' },
        { kind: 'form', id: 1, key: 'Gate', published: true, type: 'standalone' },
        { kind: 'form_field', id: 1, key: 'Gate/word', title: 'Password', form: 'form:Gate', position: 1, type: 'password' },
      ]),
    });
    const { stderr } = await place.run('baseline', 'write');
    expect(stderr).toMatch(/^Not accepted, because nothing excuses it \(1\): password-stored\. Mend this first;/mu);
    expect(accepted(place)).not.toContain('no-purpose tag:old');
    expect(accepted(place).some(entry => entry.startsWith('password-stored'))).toBe(false);
    const { exit, stdout } = await place.run('check');
    expect(exit).toBe(1);
    expect(lastLine(stdout)).toMatch(/^1 finding \(1 error\) · 1 waived · /u);
  });

  it('accounts for every finding but information: accepted, or named as never accepted', async () => {
    const place = await museum('5.1.0');
    await place.run('init');
    const { stderr } = await place.run('baseline', 'write');
    const never = 'consent-by-default, consent-inverted, consent-not-refusable, password-stored';
    const count = Number(/^Not accepted, because nothing excuses it \((\d+)\): (.*?)\. Mend/mu.exec(stderr)?.[1]);
    expect(stderr).toContain(`): ${never}. Mend this first`);
    const { findings }: { findings: { state: string; severity: string }[] } = JSON.parse(
      (await place.run('check', '--format', 'json')).stdout,
    );
    expect(findings.filter(({ state, severity }) => state === 'open' && severity !== 'info')).toHaveLength(count);
  });

  it('names what the data protection officer should see', async () => {
    const place = started({ [SNAPSHOT]: snapshotWith([...tags('vip', 'old', 'diabetes'), segment('readers')]) });
    const { stderr } = await place.run('baseline', 'write');
    expect(stderr).toContain('Accepted, but show it to the data protection officer first (1): special-tag.');
  });

  it('never replaces a baseline: it may only shrink', async () => {
    const place = started();
    await place.run('baseline', 'write');
    const before = place.read(BASELINE);
    place.write(SNAPSHOT, snapshotWith([...tags('vip', 'old', 'new'), segment('readers')]));
    const { exit, stderr } = await place.run('baseline', 'write');
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^privacy\/baseline\.json is there already, and it may only shrink: `purposelint baseline prune`/u);
    expect(place.read(BASELINE)).toBe(before);
  });

  it('writes nothing when there is nothing to accept', async () => {
    const place = workspace({ 'privacy/policy.yaml': POLICY, [SNAPSHOT]: emptySnapshot() });
    const { exit, stderr } = await place.run('baseline', 'write');
    expect(exit).toBe(0);
    expect(stderr).toContain('There is nothing to accept, and no need for a baseline. Nothing was written.');
    expect(existsSync(join(place.path, BASELINE))).toBe(false);
  });

  it('writes where the configuration says, on the day it is told', async () => {
    const place = started({ 'purposelint.yaml': 'baseline: accepted/old.json\nlanguage: it\n' });
    const { exit, stderr } = await place.run('baseline', 'write', '--now', '2026-11-26');
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^Scritto accepted\/old\.json; segnalazioni accettate: 3\. /u);
    expect(place.read('accepted/old.json')).toContain('"written":"2026-11-26"');
    expect((await place.run('check')).exit).toBe(0);
  });

  it('takes only what belongs to the files that are named', async () => {
    const place = started();
    await place.run('baseline', 'write', 'privacy/tags.yaml');
    expect(accepted(place)).toEqual(['no-purpose tag:old', 'no-purpose tag:vip']);
  });
});

describe('check with a baseline', () => {
  it('fails on what is new alone; --no-baseline counts everything', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write(SNAPSHOT, snapshotWith([...tags('vip', 'old'), segment('readers'), { ...segment('new'), id: 2 }]));
    const { exit, stdout } = await place.run('check', '--format', 'json');
    const { findings }: { findings: { rule: string; subject: string; state: string }[] } = JSON.parse(stdout);
    expect(exit).toBe(1);
    expect(findings.filter(({ state }) => state === 'open')).toMatchObject([{ rule: 'undeclared-segment', subject: 'segment:new' }]);
    expect(findings.filter(({ state }) => state === 'baselined')).toHaveLength(3);
    const all = await place.run('check', '--no-baseline');
    expect(lastLine(all.stdout)).toMatch(/^4 findings .* · 0 in the baseline · /u);
  });

  it('does not mind moved lines, other files and another order', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write('privacy/tags.yaml', `version: 1\n\n# moved\nsegments:\n${undecided('readers')}tags:\n${undecided('old', 'vip')}`);
    place.write('privacy/segments.yaml', 'version: 1\n');
    const lines = place.read(BASELINE).split('\n');
    const entries = lines.slice(6, 9).map(line => line.replace(/,$/u, ''));
    place.write(BASELINE, [...lines.slice(0, 6), entries.reverse().join(',\r\n'), ...lines.slice(9)].join('\n'));
    const { exit, stdout } = await place.run('check');
    expect([exit, stdout.split(' · ')[0], stdout.split(' · ')[2]]).toEqual([0, 'No findings', '3 in the baseline']);
  });

  it('tells at its line what is accepted without need, as a warning; strict fails', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write('privacy/segments.yaml', 'version: 1\nsegments:\n  readers: {personal: false, reason: A list of suppliers}\n');
    const { exit, stdout } = await place.run('check');
    expect(exit).toBe(0);
    expect(stdout).toContain(`privacy/baseline.json

  7:1  warning  stale-baseline
    The baseline accepts no-purpose for 'segment:readers', and that is not found any more. Take the
    entry out: purposelint baseline prune does that.
    7 │ {"rule":"no-purpose","subject":"segment:readers"},
`);
    expect(lastLine(stdout)).toMatch(/^1 finding \(1 warning\) · 0 waived · 2 in the baseline/u);
    expect((await place.run('check', '--fail-on', 'warn')).exit).toBe(1);
  });

  it('says nothing of entries when it reads only some of the files', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write('privacy/tags.yaml', `version: 1\ntags:\n  vip: {personal: false, reason: A label of the shop}\n${undecided('old')}`);
    const rulesIn = async (...globs: string[]) => (await place.run('check', ...globs)).stdout.includes('stale-baseline');
    expect(await rulesIn('privacy/tags.yaml')).toBe(false);
    expect(await rulesIn('privacy/*.yaml')).toBe(true);
    expect(await rulesIn('--no-snapshot')).toBe(false);
  });
});

describe('baseline prune', () => {
  it('takes out what is not found any more, says what, and never adds', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write('privacy/tags.yaml', 'version: 1\ntags:\n  vip: {personal: false, reason: A label of the shop}\n  old: {purposes: []}\n');
    place.write(SNAPSHOT, snapshotWith([...tags('vip', 'old', 'new'), segment('readers')]));
    const { exit, stdout, stderr } = await place.run('baseline', 'prune');
    expect([exit, stdout, stderr]).toEqual([0, 'no-purpose tag:vip\n', 'privacy/baseline.json: taken out: 1, still accepted: 2.\n']);
    expect(accepted(place)).toEqual(['no-purpose segment:readers', 'no-purpose tag:old']);
    const once = place.read(BASELINE);
    const again = await place.run('baseline', 'prune');
    expect([again.stdout, again.stderr]).toEqual(['', 'privacy/baseline.json: nothing to take out, still accepted: 2.\n']);
    expect(place.read(BASELINE)).toBe(once);
  });

  it('touches only what belongs to the files that are named', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write('privacy/tags.yaml', `version: 1\ntags:\n${decided('vip', 'old')}`);
    place.write('privacy/segments.yaml', 'version: 1\nsegments:\n  readers: {personal: false, reason: A list of suppliers}\n');
    await place.run('baseline', 'prune', 'privacy/segments.yaml');
    expect(accepted(place)).toEqual(['no-purpose tag:old', 'no-purpose tag:vip']);
    await place.run('baseline', 'prune', 'privacy/tags.yaml');
    expect(accepted(place)).toEqual([]);
  });

  it('keeps what this run could not see, and says how many', async () => {
    const place = started();
    await place.run('baseline', 'write');
    const snapshot: { coverage: { of: string; state: string }[] } = JSON.parse(emptySnapshot());
    const coverage = snapshot.coverage.map(entry => (entry.of === 'tag' ? { ...entry, state: 'absent', why: ['refused'] } : entry));
    place.write(SNAPSHOT, JSON.stringify({ ...snapshot, coverage }));
    place.write('privacy/tags.yaml', 'version: 1\n');
    place.write('privacy/segments.yaml', 'version: 1\n');
    const { stderr } = await place.run('baseline', 'prune');
    expect(accepted(place)).toEqual(['no-purpose tag:old', 'no-purpose tag:vip']);
    expect(stderr).toBe(
      'privacy/baseline.json: taken out: 1, still accepted: 2.\nKept, because this run could not look at everything they are about: 2.\n',
    );
  });

  it('takes out what a waiver covers: when that ends, somebody looks again', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write(
      'privacy/waivers.yaml',
      'version: 1\nwaivers:\n  - {rule: no-purpose, item: tag:old, reason: It goes with the old shop, until: 2026-12-31}\n',
    );
    expect((await place.run('baseline', 'prune')).stdout).toBe('no-purpose tag:old\n');
    expect((await place.run('check')).exit).toBe(0);
    place.write(SNAPSHOT, snapshotWith([...tags('vip', 'old'), segment('readers')], '2027-01-01T03:00:00Z'));
    expect((await place.run('check', '--now', '2027-01-01')).stdout).toContain("'old' (tag) has no purpose");
  });

  it('says when nothing old is left', async () => {
    const place = started();
    await place.run('baseline', 'write');
    place.write('privacy/tags.yaml', `version: 1\ntags:\n${decided('vip', 'old')}`);
    place.write('privacy/segments.yaml', `version: 1\nsegments:\n${decided('readers')}`);
    const { stderr } = await place.run('baseline', 'prune');
    expect(stderr).toContain('still accepted: 0.\nNothing old is left.');
    expect((await place.run('check')).stdout).toMatch(/^No findings · 0 waived · 0 in the baseline/u);
    expect((await place.run('baseline', 'write')).exit).toBe(2);
  });
});
