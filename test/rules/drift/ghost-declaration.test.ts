import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/ghost-declaration.js';
import type { Coverage, Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const city: Item = { kind: 'contact_field', id: 13, key: 'city', published: true };
const find = (declarations: string, items: readonly Item[] = [], coverage: readonly Coverage[] = []) =>
  findingsOf(rule, { declarations, items, coverage });
const subjects = (declarations: string, items: readonly Item[] = [], coverage: readonly Coverage[] = []) =>
  subjectsOf(rule, { declarations, items, coverage });

describe('ghost-declaration', () => {
  it('stands at the entry and says what is gone', () => {
    expect(find('contact_fields: {city: {}, fax: {}}', [city])).toMatchObject([
      {
        subject: 'contact_field:fax',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'fax'], at: 'key' },
        data: { key: 'fax', kind: 'contact_field' },
        severity: 'warn',
      },
    ]);
  });

  it('looks at every kind that is declared, questions too, and at no recipient or notice', () => {
    const declarations = `
contact_fields: {a: }
company_fields: {a: }
forms: {a: }
tags: {a: }
segments: {a: }
point_actions: {a: }
point_triggers: {a: }
point_groups: {a: }
stages: {a: }
categories: {email/a: }
campaigns: {a: }
emails: {a: }
pages: {a: }
dynamic_contents: {a: }
focus_items: {a: }
messages: {a: }
text_messages: {a: }
webhooks: {a: }
tracking: {videos: {purposes: [x]}}
recipients: {a: {name: A}}`;
    expect(subjects(declarations)).toHaveLength(18);
    const form: Item = { kind: 'form', id: 1, key: 'Newsletter', published: true };
    expect(
      subjects('forms: {Newsletter: {fields: {email: {}, fax: {}}}}', [
        form,
        { kind: 'form_field', id: 1, key: 'Newsletter/email', form: 'form:Newsletter' },
      ]),
    ).toEqual(['form_field:Newsletter/fax']);
  });

  it('tells a form that is gone once, not for each question', () => {
    expect(subjects('forms: {Newsletter: {fields: {email: {}, fax: {}}}}')).toEqual(['form:Newsletter']);
  });

  it('accepts retired entries, planned ones at most 90 days ahead, forms of other systems', () => {
    expect(subjects('contact_fields: {fax: {status: retired, retired_on: 2026-05-02}}')).toEqual([]);
    expect(subjects('contact_fields: {fax: {status: planned, planned_for: 2026-11-25}}')).toEqual([]);
    expect(subjects('contact_fields: {fax: {status: planned, planned_for: 2027-02-23}}')).toEqual([]);
    expect(subjects('forms: {Shop checkout: {external: true, fields: {email: {}}}}')).toEqual([]);
  });

  it('does not accept plans too far ahead, gone by, or without a day, nor a try', () => {
    expect(subjects('contact_fields: {fax: {status: planned, planned_for: 2027-02-24}}')).toEqual(['contact_field:fax']);
    expect(subjects('contact_fields: {fax: {status: planned, planned_for: 2026-11-24}}')).toEqual(['contact_field:fax']);
    expect(subjects('contact_fields: {fax: {status: planned}}')).toEqual(['contact_field:fax']);
  });

  it.each([
    ['status: planned, planned_for: 2027-02-24', { detail: 'early', date: '2027-02-24', limit: 'P90D' }],
    ['status: planned, planned_for: 2026-11-24', { detail: 'late', date: '2026-11-24' }],
    ['purposes: [events]', { detail: 'gone' }],
  ])('says why a day does not help (%s)', (entry, data) => {
    expect(find(`contact_fields: {fax: {${entry}}}`).map(finding => finding.data)).toEqual([
      { key: 'fax', kind: 'contact_field', ...data },
    ]);
    expect(subjects('contact_fields: {fax: {status: test}}')).toEqual(['contact_field:fax']);
  });

  it('says nothing about a kind of which the list is cut off, and goes on with the others', () => {
    const coverage: Coverage[] = [{ of: 'contact_field', state: 'partial', rows: 1, total: 71, why: ['rows-missing'] }];
    const declarations = 'contact_fields: {email: {}, city: {}}\ntags: {gone: {}}';
    expect(subjects(declarations, [city], coverage)).toEqual(['tag:gone']);
    const { notRun } = lintExample({ declarations, items: [city], coverage, finds: [] });
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'contact_field', why: ['rows-missing'] }]);
  });

  it('is told by a pattern that matches nothing, not by one whose items have entries of their own', () => {
    const tag: Item = { kind: 'tag', id: 1, key: 'evt-2026' };
    expect(subjects('tags: {"evt-*": {}}', [tag])).toEqual([]);
    expect(subjects('tags: {"evt-*": {}, evt-2026: {}}', [tag])).toEqual([]);
    expect(subjects('tags: {"old-*": {}, evt-2026: {}}', [tag])).toEqual(['tag:old-*']);
  });

  it('compares decoded texts, and keys of digits as text', () => {
    const items: Item[] = [
      { kind: 'tag', id: 1, key: 'Q&A evening' },
      { kind: 'tag', id: 2, key: 'Q&A evening', stored: 'Q&#38;A evening' },
      { kind: 'form', id: 310, key: '2024', published: true },
    ];
    expect(subjects('tags: {"Q&amp;A evening": {}}\nforms: {2024: {}}', items)).toEqual([]);
  });

  it('points to what differs in case or blanks only, and to an item that kept its id', () => {
    const items: Item[] = [{ kind: 'form', id: 14, key: 'Win a  Dinner', published: true }];
    expect(find('forms: {win a dinner: {}}', items)[0]).toMatchObject({
      data: { key: 'win a dinner', near: 'Win a  Dinner' },
      related: [{ subject: 'form:Win a  Dinner', place: { item: 'form:Win a  Dinner' } }],
    });
    expect(find('forms: {"Old name#14": {}}', items)).toMatchObject([
      { subject: 'form:Old name#14', data: { key: 'Old name#14' }, related: [{ subject: 'form:Win a  Dinner' }] },
    ]);
    expect(find('forms: {winadinner2: {}}', items)[0]).not.toHaveProperty('related');
  });

  it('points to a field whose alias Mautic changed, unless that field is declared', () => {
    const field = (id: number, key: string): Item => ({ kind: 'contact_field', id, key, published: true });
    expect(
      find('contact_fields: {shops: {}, group: {}}', [field(50, 'shops1'), field(51, 'f_group')]).map(
        ({ related }) => related?.[0]?.subject,
      ),
    ).toEqual(['contact_field:shops1', 'contact_field:f_group']);
    expect(find('contact_fields: {address3: {}, address2: {}}', [field(12, 'address2')])[0]).not.toHaveProperty('related');
    expect(find('tags: {shops: {}}', [{ kind: 'tag', id: 1, key: 'shops1' }])[0]).not.toHaveProperty('related');
  });

  it('takes an id that is gone for gone, also where the name is still there', () => {
    const items: Item[] = [{ kind: 'form', id: 14, key: 'Newsletter', published: true }];
    expect(subjects('forms: {"Newsletter#3": {}}', items)).toEqual(['form:Newsletter#3']);
  });
});
