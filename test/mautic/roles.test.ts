/** The same instance as users with fewer rights see it: the requests are known, as in a live pull. */
import { describe, expect, it } from 'vitest';
import { isRecord } from '../../src/guards.js';
import { KINDS } from '../../src/items.js';
import { entryOf, fixture, snapshotOf } from './recordings.js';

/** All answers to one user, keyed by request. */
async function seenBy(version: string, user: string, wanted: (path: string) => boolean = () => true) {
  const folder = `recorded/${version}/roles`;
  const exchanges: unknown = JSON.parse(fixture(`${folder}/exchanges.json`).toString());
  const own = (Array.isArray(exchanges) ? exchanges : []).filter(isRecord).filter(entry => entry.as === user && entry.method === 'GET');
  const answers = own.flatMap(({ path, file }) =>
    typeof path === 'string' && typeof file === 'string' && wanted(path)
      ? [[`GET ${path}`, JSON.parse(fixture(`${folder}/${file}`).toString())]]
      : [],
  );
  expect(answers.length).toBeGreaterThan(20);
  return snapshotOf(Object.fromEntries(answers));
}

describe.each(['5.1.0', '7.0.2'])('roles on %s', version => {
  it('without any right: every kind is refused, and nothing is invented from the lists that are open to all', async () => {
    const snapshot = await seenBy(version, 'no-permission');
    expect(snapshot.items).toEqual([]);
    expect(KINDS.map(kind => entryOf(snapshot, kind))).toEqual(KINDS.map(of => ({ of, state: 'absent', rows: 0, why: ['refused'] })));
  });

  it('everything but forms: forms are known from what names them', async () => {
    const snapshot = await seenBy(version, 'all-but-forms');
    expect(entryOf(snapshot, 'form')).toEqual({ of: 'form', state: 'partial', rows: 0, nested: 2, why: ['refused', 'thin-answer'] });
    expect(entryOf(snapshot, 'stage')).toMatchObject({ state: 'complete', rows: 5 });
    expect(snapshot.items.filter(item => item.kind === 'form').every(item => item.thin === true)).toBe(true);
  });

  it('tags without the right to see others’ contacts: the server fails', async () => {
    expect(entryOf(await seenBy(version, 'tags-without-viewother'), 'tag')).toMatchObject({ state: 'partial', why: ['error-500'] });
  });
});

describe('own items only', () => {
  it('5.1.0: lists with a condition show what the plain ones hide', async () => {
    const snapshot = await seenBy('5.1.0', 'view-own');
    expect(entryOf(snapshot, 'page')).toEqual({ of: 'page', state: 'absent', rows: 0, total: 5, why: ['own-only'] });
    expect(entryOf(snapshot, 'form')).toEqual({ of: 'form', state: 'partial', rows: 14, total: 14, why: ['own-only', 'thin-answer'] });
    expect(entryOf(snapshot, 'campaign')).toEqual({ of: 'campaign', state: 'absent', rows: 0, total: 4, why: ['own-only'] });
    expect(entryOf(snapshot, 'category')).toEqual({ of: 'category', state: 'complete', rows: 16, total: 16 });
  });

  it('7.0.2: only the failing list of campaign steps is a sign; the rest passes for whole', async () => {
    const snapshot = await seenBy('7.0.2', 'view-own');
    expect(entryOf(snapshot, 'campaign')).toEqual({ of: 'campaign', state: 'absent', rows: 0, total: 0, why: ['own-only'] });
    expect(entryOf(snapshot, 'page')).toEqual({ of: 'page', state: 'complete', rows: 0, total: 0 });
  });
});
