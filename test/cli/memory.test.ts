import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openMemory } from '../../src/cli/memory.js';
import { keptDocument } from '../../src/text/kept-texts.js';
import { emptySnapshot, POLICY, runIn, snapshotWith, type Workspace, workspace } from './workspace.js';

const SNAPSHOT = 'privacy/mautic.snapshot.json';
const FIELDS = 'version: 1\ncontact_fields:\n  city: {purposes: [events], why: Town of the events}\n';
const FIELD = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true, added: '2026-03-02' };
const FILES = { 'privacy/a.yaml': FIELDS, 'privacy/policy.yaml': POLICY, [SNAPSHOT]: emptySnapshot() };

function cacheFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'purposelint-cache-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function remembering(files: Readonly<Record<string, string>> = FILES): { place: Workspace; cache: string; env: Record<string, string> } {
  const cache = cacheFolder();
  const env = { XDG_CACHE_HOME: cache };
  return { place: workspace(files, env), cache, env };
}

const kept = (cache: string): string[] => readdirSync(join(cache, 'purposelint'));

/** The texts of the repository that are known. */
function known({ path, read }: Workspace, env: Record<string, string>): string[] {
  const memory = openMemory(path, env);
  const files = [...readdirSync(join(path, 'privacy')).map(name => `privacy/${name}`)];
  return files.filter(name => memory.recall({ path: name, text: read(name) }) !== undefined).sort();
}

describe('what earlier runs read', () => {
  it('is left to the next run: texts without a fault, in a file that only the user may read', async () => {
    const { place, cache, env } = remembering({ ...FILES, 'privacy/wrong.yaml': 'version: 1\ntags: 7\n' });
    await place.run('check');
    expect(known(place, env)).toEqual(['privacy/a.yaml', SNAPSHOT, 'privacy/policy.yaml']);
    expect(kept(cache)).toEqual([expect.stringMatching(/^texts-[\w-]+$/u)]);
    const path = join(cache, 'purposelint', kept(cache)[0] ?? '');
    expect([statSync(path).mode & 0o777, statSync(join(cache, 'purposelint')).mode & 0o777]).toEqual([0o600, 0o700]);
    const memory = openMemory(place.path, env);
    const document = keptDocument(memory.recall({ path: 'privacy/a.yaml', text: FIELDS }) ?? []);
    expect(document?.value).toEqual({ version: 1, contact_fields: { city: { purposes: ['events'], why: 'Town of the events' } } });
    expect(document?.rangeOf(['contact_fields', 'city'], 'key')).toEqual({ start: 29, end: 33 });
  });

  it('never changes what is found', async () => {
    const { place } = remembering();
    const cold = (): Promise<unknown> => workspaceRun(place, { PURPOSELINT_NO_CACHE: '1' });
    const edits: (() => void)[] = [
      () => undefined,
      () => place.write('privacy/a.yaml', FIELDS.replace('events]', 'evnts]')),
      () => place.write('privacy/a.yaml', `${FIELDS}  - broken`),
      () => place.write('privacy/a.yaml', `# other lines\n\n${FIELDS}  ghost: {purposes: [events], why: Nobody knows any more}\n`),
      () => place.write(SNAPSHOT, snapshotWith([FIELD])),
      () => place.write('privacy/b.yaml', FIELDS),
      () => renameSync(join(place.path, 'privacy/a.yaml'), join(place.path, 'privacy/c.yaml')),
      () => place.write(SNAPSHOT, snapshotWith([FIELD]).replace('"kind":"contact_field"', '"kind":"person"')),
      () => place.write(SNAPSHOT, emptySnapshot()),
      () => rmSync(join(place.path, 'privacy/b.yaml')),
    ];
    const outputs = new Set<string>();
    for (const edit of edits) {
      edit();
      const expected = await cold();
      outputs.add(JSON.stringify(expected));
      expect(await place.run('check', '--format', 'json')).toEqual(expected);
      expect(await place.run('check', '--format', 'json')).toEqual(expected);
    }
    expect(outputs.size).toBeGreaterThan(7);
  });

  it('stays when only some of the files are checked, and goes when the file does', async () => {
    const { place, env } = remembering();
    await place.run('check');
    place.write('privacy/a.yaml', FIELDS.replace('Town', 'Place'));
    await place.run('check', 'privacy/a.yaml');
    expect(known(place, env)).toEqual(['privacy/a.yaml', SNAPSHOT, 'privacy/policy.yaml']);
    renameSync(join(place.path, 'privacy/a.yaml'), join(place.path, 'privacy/b.yaml'));
    await place.run('check');
    place.write('privacy/a.yaml', FIELDS.replace('Town', 'Place'));
    expect(known(place, env)).toEqual(['privacy/b.yaml', SNAPSHOT, 'privacy/policy.yaml']);
  });

  it('is not written when there is nothing new', async () => {
    const { place, cache } = remembering();
    await place.run('check');
    const path = join(cache, 'purposelint', kept(cache)[0] ?? '');
    const before = statSync(path).ino;
    await place.run('check');
    expect(statSync(path).ino).toBe(before);
  });

  it('is done without where it cannot be kept, is damaged, or is not wanted', async () => {
    const { place, cache } = remembering();
    const first = await place.run('check');
    const path = join(cache, 'purposelint', kept(cache)[0] ?? '');
    writeFileSync(path, readFileSync(path).subarray(0, 900));
    expect(await place.run('check')).toEqual(first);
    expect(readFileSync(path).length).toBeGreaterThan(900);
    const blocked = join(cacheFolder(), 'file');
    writeFileSync(blocked, '');
    expect(await workspaceRun(place, { XDG_CACHE_HOME: blocked }, [])).toEqual(first);
    const unused = cacheFolder();
    expect(await workspaceRun(place, { XDG_CACHE_HOME: unused, PURPOSELINT_NO_CACHE: '1' }, [])).toEqual(first);
    expect(readdirSync(unused)).toEqual([]);
  });

  it('is not believed when it is unreadable', async () => {
    const { place, cache, env } = remembering();
    await place.run('check');
    const path = join(cache, 'purposelint', kept(cache)[0] ?? '');
    rmSync(path);
    mkdirSync(path);
    chmodSync(path, 0o700);
    expect(known(place, env)).toEqual([]);
    expect((await place.run('check')).stderr).toBe('');
  });
});

function workspaceRun({ path }: Workspace, env: Record<string, string>, options = ['--format', 'json']): Promise<unknown> {
  return runIn(path, ['check', ...options], env);
}
