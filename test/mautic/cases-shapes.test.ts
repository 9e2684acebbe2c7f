/** Shapes of answers met in real life, each with the value that comes of it. */
import { describe, expect, it } from 'vitest';
import type { AnswerFile } from '../../src/mautic/read-answers.js';
import { aliasOf, isItemOf, type Snapshot } from '../../src/mautic/snapshot.js';
import { answer, entryOf, file, itemOf, read, snapshotOf, usesOf } from './recordings.js';

const input = (name: string): AnswerFile => file(`cases/${name}.json`);
const snapshotIn = async (name: string): Promise<Snapshot> => (await read([input(name)])).snapshot;
const fieldsOf = (snapshot: Snapshot) => snapshot.items.filter(item => isItemOf(item, 'form_field'));

describe('A: shapes', () => {
  it.each(['A01', 'A08'])('%s: the answer of a contact is refused, and no value of it is kept or printed', async name => {
    const { snapshot, notes } = await read([input(name)]);
    expect(notes).toEqual([{ file: `cases/${name}.json`, code: 'people', data: { what: 'contacts' } }]);
    expect(snapshot.items).toEqual([]);
    expect(JSON.stringify([snapshot, notes])).not.toMatch(/kim@|R&#38;D|forum_nick|red\|blue/u);
  });

  it('A01: ids and flags of a field as texts of digits are numbers and booleans', async () => {
    const row = { id: '31', label: 'Job&#38;role', alias: 'jobrole', type: 'text', object: 'lead', isFixed: '0', isPublished: '1' };
    expect(itemOf(await snapshotOf({ total: '1', fields: { '31': row } }), 'contact_field', 31)).toMatchObject({
      title: 'Job&role',
      fixed: false,
      published: true,
    });
  });

  it('A02: forms without fields are thin; two of nine is a cut list; an alias of digits is a text', async () => {
    const snapshot = await snapshotIn('A02');
    expect(entryOf(snapshot, 'form')).toEqual({ of: 'form', state: 'partial', rows: 2, total: 9, why: ['rows-missing', 'thin-answer'] });
    expect(itemOf(snapshot, 'form', 310)).toEqual({ kind: 'form', id: 310, key: '2024', category: 'none', thin: true });
    expect(fieldsOf(snapshot)).toEqual([]);
  });

  it('A03: a bare object keyed by id is a list without a total', async () => {
    const snapshot = await snapshotIn('A03');
    expect(snapshot.items.map(item => [item.id, item.key])).toEqual([
      [11, 'brochure'],
      [12, 'webinar'],
    ]);
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'unknown', rows: 2, why: ['no-total'] });
  });

  it('A05: broken markup and an empty subject do not stop the reading of tokens', async () => {
    const customHtml = '<!DOCTYPE html PUBLIC "-//W3C <html><p>{contactfield=city} <a href="{unsubscribe_url}">x';
    const email = { id: 3, name: 'Old', subject: '', customHtml, template: null, emailType: 'template', lists: [], dynamicContent: [] };
    const snapshot = await snapshotOf({ email });
    expect(itemOf(snapshot, 'email', 3)).toMatchObject({ type: 'template', theme: '', has_html: true, exits: ['html.unsubscribe_url'] });
    expect(usesOf(snapshot, 'email:Old').map(use => use.to)).toContain('contact_field:city');
  });

  it('A06: null is false for the preference centre of a page, and stays unknown for whether answers are saved', async () => {
    const page = { id: 1, title: 'P', alias: 'p', customHtml: '', isPreferenceCenter: null, variantSettings: [] };
    const field = { id: 5, label: 'Mail', alias: 'mail', type: 'email', saveResult: null, isAutoFill: null };
    const form = { id: 2, name: 'F', alias: 'f', fields: [field], actions: [] };
    const snapshot = await snapshotOf({ total: 1, pages: [page] }, { form });
    expect(itemOf(snapshot, 'page', 1)).toMatchObject({ preference_centre: false });
    expect(itemOf(snapshot, 'form_field', 5)).toMatchObject({ autofill: false });
    expect(itemOf(snapshot, 'form_field', 5)).not.toHaveProperty('saved');
  });

  it('A09: fields and actions keyed by id; no mapping key means unknown', async () => {
    const snapshot = await snapshotIn('A09');
    expect(fieldsOf(snapshot).map(field => [field.key, field.type, field.mapping])).toEqual([
      ['Updates/mail', 'text', 'unknown'],
      ['Updates/go', 'button', 'unknown'],
    ]);
    expect(entryOf(snapshot, 'form')).toEqual({ of: 'form', state: 'unknown', rows: 1, why: ['no-total'] });
    expect(entryOf(snapshot, 'form_field.mapping')).toEqual({ of: 'form_field.mapping', state: 'absent', why: ['old-keys'] });
    expect(itemOf(snapshot, 'form', 4)).toMatchObject({
      actions: [{ id: 9, type: 'email.send.lead', name: 'Send welcome' }],
      progressive: 'no',
    });
    expect(usesOf(snapshot, 'form:Updates')).toEqual([
      { from: 'form:Updates', how: 'sends', to: 'email:#33', at: 'form.action', id: 9, type: 'email.send.lead' },
    ]);
  });

  it('A10: 0 is false, a null group is none', async () => {
    const field = { id: 8, label: 'X', alias: 'x', type: 'text', object: 'lead', group: null, isUniqueIdentifier: 0, properties: [] };
    expect(itemOf(await snapshotOf({ field }), 'contact_field', 8)).toMatchObject({ group: '', unique: false });
  });

  it('A14: a form without fields and actions is whole, not thin', async () => {
    const form = { id: 7, name: 'Empty', alias: 'empty', fields: [], actions: {} };
    const snapshot = await snapshotOf({ total: 1, forms: [form] });
    expect(itemOf(snapshot, 'form', 7)).toMatchObject({ actions: [] });
    expect(entryOf(snapshot, 'form_field')).toEqual({ of: 'form_field', state: 'complete', rows: 0, total: 0 });
  });

  it('A15: a filter with its old copy is one use', async () => {
    const filters = [
      {
        glue: 'and',
        field: 'city',
        object: 'lead',
        type: 'text',
        operator: '=',
        filter: 'Rome',
        display: null,
        properties: { filter: 'Rome' },
      },
    ];
    const snapshot = await snapshotOf({ list: { id: 4, name: 'R', alias: 'r', filters } });
    expect(itemOf(snapshot, 'segment', 4)).toMatchObject({ filter_rows: 1 });
    expect(snapshot.uses).toEqual([
      { from: 'segment:r', how: 'filters', to: 'contact_field:city', at: 'segment.filter', n: 1, group: 1, op: 'is' },
    ]);
  });

  it('A16: filters of dynamic content belong to the e-mail; the empty variant filters nothing', async () => {
    const uses = usesOf(await snapshotIn('A16'), 'email:Spring offer');
    expect(uses.filter(use => use.at === 'content.filter').map(use => [use.to, use.op])).toEqual([
      ['contact_field:region_code', 'is'],
      ['contact_field:mobile', 'set'],
    ]);
    expect(uses.filter(use => use.how === 'targets').map(use => use.to)).toEqual(['segment:readers']);
    expect(uses.filter(use => use.how === 'reads').map(use => use.to)).toEqual(['contact_field:firstname']);
  });

  it('A17: a trigger uses the tag by name and the e-mail by id, though neither was seen', async () => {
    const snapshot = await snapshotIn('A17');
    expect(entryOf(snapshot, 'tag')).toEqual({ of: 'tag', state: 'complete', rows: 0, total: 0 });
    expect(usesOf(snapshot, 'point_trigger:Hot prospect').map(use => [use.how, use.to, use.at])).toEqual([
      ['adds', 'tag:hot', 'trigger.event'],
      ['sends', 'email:#12', 'trigger.event'],
      ['decides', 'contact_field:points', 'trigger.points'],
    ]);
  });

  it('A19: a focus item in HTML mode without a usable website', async () => {
    const focus = { id: 2, name: 'Bar', type: 'notice', style: 'bar', website: 'http://', htmlMode: 1, html: '<b>x</b>', properties: {} };
    const snapshot = await snapshotOf({ focus });
    expect(itemOf(snapshot, 'focus_item', 2)).toMatchObject({ type: 'notice', site: '' });
    expect(usesOf(snapshot, 'focus_item:Bar')).toEqual([{ from: 'focus_item:Bar', how: 'tracks', to: 'tracking:focus_view', at: 'focus' }]);
  });

  it('A20: dynamic content with a name and content only', async () => {
    const snapshot = await snapshotOf({ dynamicContent: { id: 5, name: 'Hero', content: 'Hi {contactfield=city}' } });
    expect(itemOf(snapshot, 'dynamic_content', 5)).toEqual({ kind: 'dynamic_content', id: 5, key: 'Hero', other_tokens: [] });
    expect(snapshot.uses.map(use => [use.how, use.to])).toEqual([['reads', 'contact_field:city']]);
  });

  it('A31: both places of option lists; numbers are texts; a country without a list has no options', async () => {
    const fields = fieldsOf(await snapshotIn('A31'));
    expect(fields.map(field => [aliasOf(field), field.title, field.options, field.synced, field.multiple, field.mapping])).toEqual([
      ['verpflegung_wahlen', 'Verpflegung wählen', [{ value: '1', label: 'vegan' }], false, undefined, 'none'],
      [
        'tage',
        'Tage',
        [
          { value: '1', label: 'Mo' },
          { value: '2', label: 'Di' },
        ],
        false,
        true,
        'none',
      ],
      ['land', 'Land', undefined, undefined, false, 'contact'],
    ]);
  });

  it('A32: options as one text with bars, or as a list of texts', async () => {
    const snapshot = await snapshotIn('A32');
    expect(itemOf(snapshot, 'contact_field', 1)).toMatchObject({
      options: ['Dr', 'Prof', 'Mx'].map(text => ({ value: text, label: text })),
    });
    expect(itemOf(snapshot, 'contact_field', 3)).toMatchObject({ options: ['Food', 'Wood'].map(text => ({ value: text, label: text })) });
    expect(entryOf(snapshot, 'contact_field')?.state).toBe('complete');
    expect(entryOf(snapshot, 'contact_field.flags')).toEqual({ of: 'contact_field.flags', state: 'absent', why: ['not-in-version'] });
  });

  it('A34: answers that are kept in the results only', async () => {
    const fields = fieldsOf(await snapshotIn('A34'));
    expect(fields.map(field => [aliasOf(field), field.mapping, field.saved, field.default])).toEqual([
      ['full_name', 'none', true, undefined],
      ['e_mail', 'none', true, undefined],
      ['guests', 'none', true, 'number'],
      ['join', 'none', true, undefined],
    ]);
  });

  it('A36: no description of a tag is not an empty one', async () => {
    const snapshot = await snapshotOf({
      total: 2,
      tags: [
        { id: 1, tag: 'a' },
        { id: 2, tag: 'b', description: null },
      ],
    });
    expect(snapshot.items).toEqual([
      { kind: 'tag', id: 1, key: 'a' },
      { kind: 'tag', id: 2, key: 'b', description: '' },
    ]);
  });

  it('A39: a table dump is no answer', async () => {
    const { snapshot, notes } = await read([
      answer([{ field_id: 3, is_unique: 1, choices: 'x' }]),
      answer('INSERT INTO lead_fields', 'dump.sql'),
    ]);
    expect(notes.map(note => note.code)).toEqual(['unknown', 'not-json']);
    expect(snapshot.items).toEqual([]);
  });

  it('A40: the series is guessed from keys', async () => {
    const segment = { id: 1, name: 'S', alias: 's', filters: [], publicName: 'S' };
    expect((await snapshotOf({ list: segment })).made.series).toBe('3');
    expect((await snapshotOf({ total: 0, tags: [] })).made.series).toBe('2');
    expect((await snapshotOf({ tag: { id: 1, tag: 'x', description: '' } })).made.series).toBe('4.2');
  });

  it('A41: a behaviour filter is never a use of a field of that name; up to 4.1 its object is the contact', async () => {
    const snapshot = await snapshotIn('A41');
    expect(usesOf(snapshot, 'segment:visits').map(use => [use.n, use.to])).toEqual([
      [1, 'tracking:referrer'],
      [2, 'tracking:referrer'],
      [3, 'tracking:page_hit'],
      [4, 'tracking:device'],
    ]);
  });
});
