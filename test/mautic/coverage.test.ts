import { describe, expect, it } from 'vitest';
import { MauticConflict } from '../../src/mautic/conflict.js';
import { answer, bodies, entryOf, itemOf, read, snapshotOf } from './recordings.js';

const tags = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, offset) => ({ id: from + offset, tag: `t${from + offset}` }));

describe('coverage of lists', () => {
  it('pages that together meet the total are complete', async () => {
    const snapshot = await snapshotOf({ total: 5, tags: tags(4, 5) }, { total: 5, tags: tags(1, 3) });
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'complete', rows: 5, total: 5 });
  });

  it('an item opened by its id that the list does not have: the list was cut', async () => {
    const snapshot = await snapshotOf({ total: 2, tags: tags(1, 2) }, { tag: { id: 9, tag: 'x' } });
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'partial', rows: 3, total: 2, why: ['rows-missing'] });
  });

  it('a list with a condition that has more than the plain one shows an own-only view', async () => {
    const where = 'where[0][col]=id&where[0][expr]=gt&where[0][val]=0';
    const snapshot = await snapshotOf({
      'GET /api/stages': { total: 1, stages: [{ id: 1, name: 'A', publishUp: null }] },
      [`GET /api/stages?${where}&start=99999&limit=1`]: { total: 4, stages: [] },
    });
    expect(entryOf(snapshot, 'stage')).toEqual({ of: 'stage', state: 'partial', rows: 1, total: 4, why: ['own-only'] });
  });

  it('answers that the request shows to be filtered give no total', async () => {
    const snapshot = await snapshotOf({ 'GET /api/tags?search=ids:1': { total: 1, tags: tags(1, 1) } });
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'unknown', rows: 1, why: ['no-total'] });
  });

  it('7.0.2: the total of API v2 shows what a role with own rights does not see', async () => {
    const own = bodies('7.0.2/roles', name => /segments/u.test(name));
    const plain = own.find(entry => /"total":1,/u.test(new TextDecoder().decode(entry.bytes.slice(0, 20))));
    expect(plain).toBeDefined();
    const { snapshot } = await read([...(plain === undefined ? [] : [plain]), ...bodies('7.0.2/v2', name => name === '032-segments.json')]);
    expect(entryOf(snapshot, 'segment')?.why).toContain('own-only');
  });

  it('a plugin that is not there has no items', async () => {
    const missing = { errors: [{ message: 'Requested URL not found', code: 404, type: null }] };
    const snapshot = await snapshotOf({ 'GET /api/focus': missing, 'GET /api/points/groups': missing });
    expect(entryOf(snapshot, 'focus_item')).toEqual({ of: 'focus_item', state: 'complete', rows: 0, why: ['plugin-off'] });
    expect(entryOf(snapshot, 'point_group')).toEqual({ of: 'point_group', state: 'absent', rows: 0, why: ['not-in-version'] });
  });

  it('campaign steps that fail show an own-only view of campaigns', async () => {
    const failed = { errors: [{ message: 'x', code: 500, type: null }] };
    const snapshot = await snapshotOf({ 'GET /api/campaigns': { total: 0, campaigns: [] }, 'GET /api/campaigns/events': failed });
    expect(entryOf(snapshot, 'campaign')).toEqual({ of: 'campaign', state: 'absent', rows: 0, total: 0, why: ['own-only'] });
  });

  it('a second list with published=1 gives the flag that categories lack', async () => {
    const category = (id: number) => ({ id, title: `C${id}`, alias: `c${id}`, description: null, color: null, bundle: 'email' });
    const snapshot = await snapshotOf({
      'GET /api/categories?start=0&limit=200': { total: 2, categories: [category(1), category(2)] },
      'GET /api/categories?published=1': { total: 1, categories: [category(2)] },
    });
    expect(itemOf(snapshot, 'category', 1)).toMatchObject({ published: false });
    expect(itemOf(snapshot, 'category', 2)).toMatchObject({ published: true });
    expect(snapshot.coverage.filter(entry => entry.of.startsWith('category'))).toEqual([
      { of: 'category', state: 'complete', rows: 2, total: 2 },
    ]);
  });

  it('an empty list of fields counts for neither kind, unless the request tells', async () => {
    expect(entryOf(await snapshotOf({ total: 0, fields: [] }), 'company_field')).toMatchObject({ state: 'absent', why: ['not-in-files'] });
    const bundle = await snapshotOf({ 'GET /api/fields/company': { total: 0, fields: [] } });
    expect(entryOf(bundle, 'company_field')).toEqual({ of: 'company_field', state: 'complete', rows: 0, total: 0 });
    expect(entryOf(bundle, 'contact_field')).toMatchObject({ state: 'absent' });
  });
});

describe('merging', () => {
  const form = (name: string, changed: string | null, extra = {}) => ({
    id: 1,
    name,
    alias: 'f',
    dateModified: changed,
    fields: [],
    actions: [],
    ...extra,
  });

  it('a rename: the later answer wins, in either order', async () => {
    const [old, renamed] = [{ form: form('Old', '2026-01-01T00:00:00+00:00') }, { form: form('New', '2026-02-01T00:00:00+00:00') }];
    for (const answers of [
      [old, renamed],
      [renamed, old],
    ])
      expect((await snapshotOf(...answers)).items.map(item => item.key)).toEqual(['New']);
  });

  it('one id, two names, none later: two instances', async () => {
    await expect(snapshotOf({ form: form('A', null) }, { form: form('B', null) })).rejects.toThrow(MauticConflict);
  });

  it('two answers of one time that differ otherwise: told as a conflict, and still the same bytes in either order', async () => {
    const time = '2026-01-01T00:00:00+00:00';
    const [a, b] = [{ form: form('F', time, { inKioskMode: true }) }, { form: form('F', time, { inKioskMode: false }) }];
    const [one, other] = [await snapshotOf(a, b), await snapshotOf(b, a)];
    expect(one).toEqual(other);
    expect(entryOf(one, 'form')).toEqual({ of: 'form', state: 'unknown', rows: 1, why: ['conflict', 'no-total'] });
  });

  it('a question that a newer answer no longer has is gone', async () => {
    const field = { id: 3, label: 'Mail', alias: 'mail', type: 'email' };
    const old = { form: form('F', '2026-01-01T00:00:00+00:00', { fields: [field] }) };
    const next = { form: form('F', '2026-03-01T00:00:00+00:00') };
    expect((await snapshotOf(next, old)).items.map(item => item.kind)).toEqual(['form']);
  });

  it('files of two hosts: nothing is made', async () => {
    const asset = (id: number, host: string) => ({
      asset: { id, title: `A${id}`, language: 'en', downloadUrl: `https://${host}/asset/1:x` },
    });
    await expect(read([answer(asset(1, 'a.example')), answer(asset(2, 'b.example'))])).rejects.toMatchObject({ what: 'hosts' });
    const { snapshot } = await read([answer(asset(1, 'a.example')), answer(asset(2, 'b.example'))], { host: 'a.example' });
    expect(snapshot.made.host).toBe('a.example');
  });
});
