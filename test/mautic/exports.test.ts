import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { MauticConflict } from '../../src/mautic/conflict.js';
import { bodies, entryOf, file, folder, itemOf, MODIFIED, read, textOf, usesOf } from './recordings.js';

const EXPORTS = 'recorded/7.0.2/export';

describe('entity exports of Mautic 7', () => {
  it('A21: rows that stand apart are joined; what an export lacks is in the coverage', async () => {
    const { snapshot } = await read([file('cases/A21.json')]);
    expect(snapshot.made).toMatchObject({ source: 'export', series: '7.0' });
    expect(itemOf(snapshot, 'form', 6)).toMatchObject({ key: 'Visit', type: 'campaign', actions: [] });
    expect(itemOf(snapshot, 'form_field', 21)).toMatchObject({
      key: 'Visit/region',
      form: 'form:Visit',
      mapping: 'contact',
      later: { when_known: true },
    });
    expect(itemOf(snapshot, 'contact_field', 70)).toMatchObject({ key: 'region_code', group: 'core', fixed: false, public: false });
    expect(usesOf(snapshot, 'campaign:Sample').map(use => [use.how, use.to])).toEqual([
      ['decides', 'contact_field:region_code'],
      ['targets', 'form:Visit'],
      ['targets', 'segment:everyone'],
    ]);
    expect(entryOf(snapshot, 'form')).toEqual({ of: 'form', state: 'partial', rows: 1, why: ['export-subset'] });
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'absent', rows: 0, why: ['not-in-files'] });
    expect(entryOf(snapshot, 'email')).toEqual({ of: 'email', state: 'absent', rows: 0, why: ['export-subset'] });
    expect(textOf(snapshot)).not.toContain('m.example.test');
  });

  it('A23: an object without a field is no mapping, and the answer is kept all the same', async () => {
    const { snapshot } = await read([file('cases/A23.json')]);
    expect(itemOf(snapshot, 'form_field', 1)).toMatchObject({ mapping: 'none', saved: true });
    expect(usesOf(snapshot, 'form_field:Date request/f_when')).toEqual([]);
    expect(usesOf(snapshot, 'form_field:Date request/remark').map(use => use.to)).toEqual(['contact_field:visit_remark']);
  });

  it('A24, B84: a ZIP, the API and the console give the same campaign', async () => {
    const zip = await read([file(`${EXPORTS}/ui-campaign-2.zip`)]);
    const api = await read([file(`${EXPORTS}/api-campaign-2.json`)]);
    expect(textOf(zip.snapshot)).toBe(textOf(api.snapshot));
    expect(zip.notes).toEqual([]);
    const console = await read([file(`${EXPORTS}/cli-campaign-1-2.json`)]);
    expect(itemOf(console.snapshot, 'campaign', 2)).toEqual(itemOf(api.snapshot, 'campaign', 2));
  });

  it('the whole folder: objects are merged, other exports are refused or left', async () => {
    const { snapshot, notes } = await read([...folder(EXPORTS), ...folder(`${EXPORTS}/people`)]);
    const rows = ['contact_field', 'company_field', 'form', 'segment', 'campaign', 'email', 'page', 'dynamic_content', 'asset'];
    expect(rows.map(kind => entryOf(snapshot, kind))).toEqual(
      [18, 2, 6, 6, 5, 3, 3, 2, 2].map((number, position) => ({
        of: rows[position],
        state: 'partial',
        rows: number,
        why: ['export-subset'],
      })),
    );
    expect(notes.map(note => note.code).sort()).toEqual(['known', ...Array.from({ length: 7 }, () => 'table')]);
    expect(itemOf(snapshot, 'email', 2)).toMatchObject({ type: 'list', language: 'it', published: true });
    expect(
      usesOf(snapshot, 'email:Lettera mensile')
        .filter(use => use.at === 'email.setting')
        .map(use => [use.how, use.to]),
    ).toEqual([
      ['links', 'page:preferences'],
      ['links', 'form:Unsubscribe or come back'],
    ]);
    expect(snapshot.uses.some(use => use.at === 'email.audience')).toBe(false);
  });

  it('beside whole lists an export takes nothing away', async () => {
    const lists = bodies('7.0.2/museum', name => name < '024');
    const alone = await read(lists);
    const both = await read([...folder(EXPORTS, name => name.endsWith('.json')), ...lists]);
    expect(both.snapshot.made.source).toBe('mixed');
    const states = (coverage: typeof both.snapshot.coverage) =>
      coverage.filter(entry => !entry.of.includes('.')).map(entry => [entry.of, entry.state]);
    expect(states(both.snapshot.coverage)).toEqual(states(alone.snapshot.coverage));
    expect(entryOf(both.snapshot, 'page.scripts')).toMatchObject({ state: 'partial' });
    expect(itemOf(both.snapshot, 'email', 2)).toEqual(itemOf(alone.snapshot, 'email', 2));
  });

  it('a question without its form is left out, with a note', async () => {
    const { snapshot, notes } = await read([file(`${EXPORTS}/cli-form_field-1.json`)]);
    expect(snapshot.items).toEqual([]);
    expect(notes).toEqual([{ file: '', code: 'orphan-questions', data: { count: 1 } }]);
  });

  it('B84: a ZIP without the JSON is refused by name', async () => {
    const zip = { path: 'other.zip', bytes: zipSync({ 'readme.txt': strToU8('x') }), modified: MODIFIED };
    const broken = { path: 'broken.zip', bytes: strToU8('PK\u0003\u0004 no'), modified: MODIFIED };
    expect((await read([zip, broken])).notes.map(note => note.code)).toEqual(['zip-without-export', 'broken-zip']);
  });

  it('exports of two instances: same id, other name: nothing is made', async () => {
    const other = [{ forms: [{ id: 2, name: 'Other', alias: 'other', is_published: true }] }];
    const files = [file('cases/A23.json'), { path: 'x.json', bytes: strToU8(JSON.stringify(other)), modified: MODIFIED }];
    await expect(read(files)).rejects.toThrow(MauticConflict);
    await expect(read([...files].reverse())).rejects.toMatchObject({ what: 'keys', item: 'form:#2' });
  });
});
