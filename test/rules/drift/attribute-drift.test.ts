import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/attribute-drift.js';
import type { Coverage, Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';

const field: ItemOf<'contact_field'> = {
  kind: 'contact_field',
  id: 44,
  key: 'topic',
  title: 'Topic',
  type: 'select',
  required: false,
  unique: false,
  public: false,
};
const form: ItemOf<'form'> = {
  kind: 'form',
  id: 3,
  key: 'Events',
  published: true,
  actions: [{ id: 1, type: 'lead.changetags', name: 'Tag' }],
};
const mobile: ItemOf<'form_field'> = {
  kind: 'form_field',
  id: 2,
  key: 'Events/mobile',
  title: 'Mobile',
  form: 'form:Events',
  type: 'tel',
  required: false,
  mapping: 'contact',
};
const fills = (to: string): Use => ({ from: 'form_field:Events/mobile', how: 'collects', to, at: 'form.field' });
const find = (declarations: string, items: readonly Item[], uses: readonly Use[] = []) => findingsOf(rule, { declarations, items, uses });
const asked = (keys: string): string => `forms: {Events: {fields: {mobile: {${keys}}}}}`;

describe('attribute-drift', () => {
  it('stands at the declared value and says both sides', () => {
    expect(find(asked('required: false'), [form, { ...mobile, required: true }])).toMatchObject([
      {
        subject: 'form_field:Events/mobile',
        key: 'required',
        place: { file: EXAMPLE_FILE, path: ['forms', 'Events', 'fields', 'mobile', 'required'], at: 'value' },
        data: { key: 'required', item: 'Mobile', kind: 'form_field', live: true, declared: false },
        severity: 'error',
      },
    ]);
  });

  it('is silent where nothing was declared, nothing was seen, or both agree', () => {
    expect(find(asked('why: The door team phones at night'), [form, mobile])).toEqual([]);
    expect(
      find(asked('required: false, type: tel, maps_to: contact_field:mobile'), [form, mobile], [fills('contact_field:mobile')]),
    ).toEqual([]);
    const { required: _, type: __, mapping: ___, ...unseen } = mobile;
    expect(find(asked('required: true, type: text, maps_to: contact_field:mobile'), [form, unseen])).toEqual([]);
    expect(find(asked('maps_to: contact_field:mobile'), [form, { ...mobile, mapping: 'unknown' }])).toEqual([]);
  });

  it.each([
    ['type: select', 'type', 'select', 'text', { type: 'text' }],
    ['required: true', 'required', true, false, {}],
    ['publicly_updatable: false', 'publicly_updatable', false, true, { public: true }],
    ['unique: false', 'unique', false, true, { unique: true }],
  ])('compares %s of contact and company fields', (declared, key, was, is, live) => {
    const data = { key, item: 'Topic', kind: 'contact_field', live: is, declared: was };
    expect(find(`contact_fields: {topic: {${declared}}}`, [{ ...field, ...live }])).toMatchObject([{ data, severity: 'warn' }]);
    const company: Item = { ...field, ...live, kind: 'company_field' };
    expect(find(`company_fields: {topic: {${declared}}}`, [company])).toMatchObject([{ data: { ...data, kind: 'company_field' } }]);
  });

  it('is an error where Mautic asks for more: now required, hidden, filling another field, with a new action', () => {
    const severities = (declarations: string, items: readonly Item[], uses: readonly Use[] = []) =>
      find(declarations, items, uses).map(({ data, severity }) => [data.key, severity]);
    expect(severities('contact_fields: {topic: {required: false}}', [{ ...field, required: true }])).toEqual([['required', 'error']]);
    expect(severities(asked('type: tel'), [form, { ...mobile, type: 'hidden' }])).toEqual([['type', 'error']]);
    expect(severities(asked('type: tel'), [form, { ...mobile, type: 'text' }])).toEqual([['type', 'warn']]);
    expect(severities(asked('maps_to: contact_field:phone'), [form, mobile], [fills('contact_field:mobile')])).toEqual([
      ['maps_to', 'error'],
    ]);
    expect(severities(asked('maps_to: contact_field:phone'), [form, { ...mobile, mapping: 'none' }])).toEqual([['maps_to', 'warn']]);
    expect(severities('forms: {Events: {actions: []}}', [form])).toEqual([['actions', 'error']]);
    expect(severities('forms: {Events: {actions: [lead.changetags, form.email]}}', [form])).toEqual([['actions', 'warn']]);
  });

  it('compares actions without order and repeats, and names both lists', () => {
    const twice: Item = {
      ...form,
      actions: [...(form.actions ?? []), { id: 2, type: 'form.email', name: 'Mail' }, { id: 3, type: 'lead.changetags', name: 'Again' }],
    };
    expect(find('forms: {Events: {actions: [lead.changetags, form.email]}}', [twice])).toEqual([]);
    expect(find('forms: {Events: {actions: [lead.changetags]}}', [twice])[0]?.data).toEqual({
      key: 'actions',
      item: 'Events',
      kind: 'form',
      live: ['form.email', 'lead.changetags'],
      declared: ['lead.changetags'],
    });
  });

  it('says nothing where a question fills nothing any more', () => {
    expect(find(asked('maps_to: mobile'), [form, { ...mobile, mapping: 'none' }])[0]?.data).toMatchObject({
      live: null,
      declared: 'contact_field:mobile',
    });
    expect(find(asked('maps_to: mobile'), [form, mobile], [fills('contact_field:mobile')])).toEqual([]);
  });

  it('knows the field that a question fills by its id, too', () => {
    const phone: Item = { ...field, id: 7, key: 'phone' };
    const found = (target: string) => find(asked(`maps_to: "${target}"`), [form, mobile, phone], [fills('contact_field:phone')]);
    expect(found('contact_field:phone#7')).toEqual([]);
    expect(found('contact_field:phone#8')).toHaveLength(1);
  });

  it('compares whether segments and pages are shown to people', () => {
    const segment: Item = { kind: 'segment', id: 1, key: 'readers', title: 'Readers', in_preference_centre: true };
    const page: Item = { kind: 'page', id: 1, key: 'preferences', title: 'Preferences', preference_centre: false };
    expect(
      find('segments: {readers: {preference_centre: false}}\npages: {preferences: {preference_centre: true}}', [segment, page]),
    ).toMatchObject([
      { data: { key: 'preference_centre', item: 'Readers', kind: 'segment', live: true, declared: false }, severity: 'warn' },
      { data: { key: 'preference_centre', item: 'Preferences', kind: 'page', live: false, declared: true }, severity: 'warn' },
    ]);
  });

  it('holds every item of a pattern against it', () => {
    const items: Item[] = [
      { ...field, key: 'topic_a' },
      { ...field, id: 45, key: 'topic_b', unique: true },
    ];
    expect(find('contact_fields: {"topic_*": {unique: false}}', items).map(finding => finding.subject)).toEqual(['contact_field:topic_b']);
  });

  it('is not run for kinds that were not seen, and runs for items of a cut-off list', () => {
    const declarations = 'contact_fields: {topic: {unique: true}}';
    const absent = lintExample({
      declarations,
      coverage: [{ of: 'contact_field', state: 'absent', rows: 0, why: ['refused'] }],
      finds: [],
    });
    expect(absent.notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
    const coverage: Coverage[] = [{ of: 'contact_field', state: 'partial', rows: 1, total: 9, why: ['rows-missing'] }];
    expect(findingsOf(rule, { declarations, items: [field], coverage, finds: [] })).toHaveLength(1);
  });
});
