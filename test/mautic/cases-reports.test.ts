/** Faults reported in real life, each with the value that comes of it. */
import { describe, expect, it } from 'vitest';
import type { AnswerFile } from '../../src/mautic/read-answers.js';
import { isItemOf, type Snapshot } from '../../src/mautic/snapshot.js';
import { answer, entryOf, file, itemOf, read, snapshotOf, textOf, usesOf } from './recordings.js';

const input = (name: string): AnswerFile => file(`cases/${name}.json`);
const snapshotIn = async (name: string): Promise<Snapshot> => (await read([input(name)])).snapshot;
const fieldsOf = (snapshot: Snapshot) => snapshot.items.filter(item => isItemOf(item, 'form_field'));

describe('B: reports', () => {
  it('B01, B03: keyed lists, empty lists as [] or {}, totals as texts; order by id; blank authors are dropped', async () => {
    const snapshot = await snapshotIn('B03');
    expect(snapshot.items.map(item => [item.kind, item.id, item.key])).toEqual([
      ['segment', 3, 'beta'],
      ['segment', 14, 'alpha'],
    ]);
    expect(entryOf(snapshot, 'campaign')).toEqual({ of: 'campaign', state: 'complete', rows: 0, total: 0 });
    expect(entryOf(snapshot, 'stage')).toEqual({ of: 'stage', state: 'complete', rows: 0, total: 0 });
    expect(textOf(snapshot)).not.toContain('Test User');
  });

  it('B04, B05: a page of a longer list is cut, not whole', async () => {
    const snapshot = await snapshotIn('B05');
    expect(entryOf(snapshot, 'contact_field')).toMatchObject({ state: 'partial', rows: 2, total: 47, why: ['rows-missing'] });
    expect(usesOf(snapshot, 'form_field:Mini/mail').map(use => use.to)).toEqual(['contact_field:email']);
  });

  it('B07: the same rows for another page: the server ignores paging', async () => {
    const snapshot = await snapshotIn('B07');
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'partial', rows: 2, total: 5, why: ['repeated', 'rows-missing'] });
  });

  it('B09: a refusal names its kind when the request is known; the others are read', async () => {
    const refusal = { errors: [{ code: 403, message: 'You do not have access', details: [] }] };
    const snapshot = await snapshotOf({ 'GET /api/fields/contact': refusal, 'GET /api/tags': { total: 1, tags: [{ id: 1, tag: 'a' }] } });
    expect(entryOf(snapshot, 'contact_field')).toEqual({ of: 'contact_field', state: 'absent', rows: 0, why: ['refused'] });
    expect(entryOf(snapshot, 'tag')?.state).toBe('complete');
  });

  it('B13, B15: a filter and a question on a field that is gone', async () => {
    const snapshot = await snapshotIn('B13');
    expect(entryOf(snapshot, 'contact_field')?.state).toBe('complete');
    expect(usesOf(snapshot, 'segment:collectors').map(use => [use.n, use.to, use.op])).toEqual([
      [1, 'contact_field:email', 'set'],
      [2, 'contact_field:coin_budget', 'more'],
    ]);
    expect(usesOf(snapshot, 'form_field:Coin club/budget').map(use => use.to)).toEqual(['contact_field:coin_budget']);
  });

  it('B16: conditions of campaigns are uses', async () => {
    const events = [
      { id: 1, name: 'c', type: 'lead.field_value', eventType: 'condition', properties: { field: 'city', operator: '=', value: 'Rome' } },
    ];
    const snapshot = await snapshotOf({ campaign: { id: 1, name: 'C', events } });
    expect(snapshot.uses.map(use => [use.how, use.to, use.op])).toEqual([['decides', 'contact_field:city', 'is']]);
    expect(textOf(snapshot)).not.toContain('Rome');
  });

  it('B18: a filter on an unpublished field', async () => {
    const snapshot = await snapshotIn('B18');
    expect(itemOf(snapshot, 'contact_field', 60)).toMatchObject({ published: false, listable: true });
    expect(usesOf(snapshot, 'segment:gold-plan')).toEqual([
      {
        from: 'segment:gold-plan',
        how: 'filters',
        to: 'contact_field:plan',
        at: 'segment.filter',
        n: 1,
        group: 1,
        op: 'any-of',
        values: ['1'],
      },
    ]);
  });

  it('B21: a company field is found by its object', async () => {
    const filters = [{ glue: 'and', field: 'founded', object: 'lead', type: 'date', operator: '!empty', properties: { filter: null } }];
    const field = { id: 9, label: 'Founded', alias: 'founded', type: 'date', object: 'company' };
    const snapshot = await snapshotOf({ total: 1, fields: [field] }, { list: { id: 1, name: 'S', alias: 's', filters } });
    expect(snapshot.uses.map(use => use.to)).toEqual(['contact_field:founded']);
    expect(itemOf(snapshot, 'company_field', 9).key).toBe('founded');
  });

  it('B23, B25: values of any shape; a row without a field is counted and names nothing', async () => {
    const snapshot = await snapshotIn('B23');
    expect(itemOf(snapshot, 'segment', 7)).toMatchObject({ filter_rows: 5, blank_rows: 1 });
    expect(usesOf(snapshot, 'segment:odd-values').map(use => [use.to, use.op])).toEqual([
      ['contact_field:city', 'set'],
      ['contact_field:state', 'unset'],
      ['contact_field:birthday', 'between'],
      ['segment:*', 'unset'],
    ]);
  });

  it('B26: diamonds and circles of segments; an unknown one is named by its id', async () => {
    const snapshot = await snapshotIn('B26');
    expect(usesOf(snapshot, 'segment:d').map(use => use.to)).toEqual(['segment:#99', 'segment:b', 'segment:c']);
    expect(usesOf(snapshot, 'segment:e').map(use => [use.to, use.op])).toEqual([['segment:e', 'none-of']]);
  });

  it('B31: one tag twice is two items, each with its id', async () => {
    const snapshot = await snapshotOf({
      total: 2,
      tags: [
        { id: 4, tag: 'vip' },
        { id: 9, tag: 'vip' },
      ],
    });
    expect(snapshot.items.map(item => [item.id, item.key])).toEqual([
      [4, 'vip'],
      [9, 'vip'],
    ]);
  });

  it('B34, B35: encoded twins have one key and say how they are stored; blanks are kept', async () => {
    const snapshot = await snapshotIn('B34');
    expect(snapshot.items).toEqual([
      { kind: 'tag', id: 1, key: 'Oil&Gas' },
      { kind: 'tag', id: 2, key: 'Oil&Gas', stored: 'Oil&#38;Gas' },
      { kind: 'tag', id: 3, key: "owner's club", stored: 'owner&#39;s club' },
      { kind: 'tag', id: 4, key: ' spring ' },
    ]);
  });

  it('B38: results mailed to staff: the domain stays, people and ids go', async () => {
    const action = {
      id: 1,
      type: 'form.email',
      name: 'Mail',
      order: 1,
      properties: { subject: 'x', message: '', to: 'jo.staff@office.example', user_id: [7] },
    };
    const snapshot = await snapshotOf({ form: { id: 1, name: 'F', alias: 'f', fields: [], actions: [action] } });
    expect(snapshot.uses.map(use => [use.how, use.to])).toEqual([['shares', 'recipient:@office.example']]);
    expect(textOf(snapshot)).not.toContain('jo.staff');
  });

  it('B40, B42: random, cut and empty aliases; two of one alias are told by their ids', async () => {
    const snapshot = await snapshotIn('B42');
    expect(fieldsOf(snapshot).map(field => [field.id, field.key, field.title])).toEqual([
      [1, 'Long labels/what_is_the_name_of_your', 'What is the name of your first school?'],
      [2, 'Long labels/what_is_the_name_of_your', 'What is the name of your pet?'],
      [3, 'Long labels/', '…'],
      [4, 'Long labels/qmzpl', 'Postcode'],
    ]);
    expect(usesOf(snapshot, 'form_field:Long labels/qmzpl').map(use => use.to)).toEqual(['contact_field:zipcode']);
  });

  it('B41: an alias with a hyphen is an ordinary one', async () => {
    expect((await snapshotOf({ field: { id: 1, alias: 'shoe-size', label: 'x', type: 'text', object: 'lead' } })).items[0]?.key).toBe(
      'shoe-size',
    );
  });

  it('B52: a box that copies its options from the field', async () => {
    const snapshot = await snapshotIn('B52');
    expect(itemOf(snapshot, 'form_field', 1)).toMatchObject({
      synced: true,
      required: true,
      default: 'option',
      default_option: '1',
      options: [{ value: '1', label: 'I want the weekly letter' }],
    });
    expect(itemOf(snapshot, 'contact_field', 90)).toMatchObject({ type: 'boolean', yes_first: false });
  });

  it('B55: a campaign that writes "no" into a field; blank values are not written', async () => {
    const snapshot = await snapshotIn('B55');
    const writes = usesOf(snapshot, 'campaign:Confirm address').filter(use => use.how === 'writes');
    expect(writes.map(use => [use.id, use.to])).toEqual([
      [12, 'contact_field:address_confirmed'],
      [12, 'contact_field:profiling_ok'],
    ]);
    expect(
      usesOf(snapshot, 'campaign:Confirm address')
        .filter(use => use.how === 'targets')
        .map(use => use.to),
    ).toEqual(['segment:new']);
    expect(itemOf(snapshot, 'segment', 2)).toEqual({ kind: 'segment', id: 2, key: 'new', title: 'New', thin: true });
    expect(entryOf(snapshot, 'segment')).toEqual({
      of: 'segment',
      state: 'partial',
      rows: 0,
      nested: 1,
      why: ['not-in-files', 'thin-answer'],
    });
    expect(itemOf(snapshot, 'campaign', 3)).toMatchObject({
      events: [
        { id: 11, parent: 0 },
        { id: 12, parent: 11 },
      ],
    });
  });

  it('B82: any group is a group', async () => {
    expect(itemOf(await snapshotIn('B82'), 'contact_field', 1)).toMatchObject({ group: 'catering_needs' });
  });

  it('B85: empty rows are skipped and counted once', async () => {
    const list = { total: 2, tags: [{}, { id: 2, tag: 'b' }] };
    const snapshot = await snapshotOf(list, list);
    expect(entryOf(snapshot, 'tag')).toEqual({
      of: 'tag',
      state: 'partial',
      rows: 1,
      total: 2,
      skipped: 1,
      why: ['bad-row', 'rows-missing'],
    });
  });

  it('B88: total and list swapped', async () => {
    const snapshot = await snapshotOf({ total: { '1': { id: 1, tag: 'a' }, '2': { id: 2, tag: 'b' } }, tags: 2 });
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'complete', rows: 2, total: 2 });
  });

  it('B88: a total that is no number says nothing, with a note', async () => {
    const { snapshot, notes } = await read([answer({ total: 'many', tags: [{ id: 1, tag: 'a' }] })]);
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'unknown', rows: 1, why: ['no-total'] });
    expect(notes).toEqual([{ file: 'answer.json', code: 'odd-total', data: {} }]);
  });

  it('B90: companies are people’s data in either shape', async () => {
    const old = { total: '1', companies: { '3': { id: 3, fields: { core: { companyname: { alias: 'companyname', value: 'Acme' } } } } } };
    const { snapshot, notes } = await read([answer(old), answer({ company: { id: 3, fields: { all: { companyname: 'Acme' } } } })]);
    expect(notes.map(note => [note.code, note.data.what])).toEqual([
      ['people', 'companies'],
      ['people', 'companies'],
    ]);
    expect(textOf(snapshot)).not.toContain('Acme');
  });
});
