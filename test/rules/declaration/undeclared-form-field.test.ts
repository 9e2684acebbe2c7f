import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-form-field.js';
import type { Coverage, Item, ItemOf } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';

const form: Item = { kind: 'form', id: 3, key: 'Newsletter', published: true };
const mobile: ItemOf<'form_field'> = {
  kind: 'form_field',
  id: 2,
  key: 'Newsletter/mobile',
  title: 'Mobile',
  form: 'form:Newsletter',
  type: 'tel',
  mapping: 'contact',
  saved: true,
};
const DECLARED = 'forms: {Newsletter: {purposes: [newsletter], fields: {email: {}}}}';
const find = (items: readonly Item[], declarations = DECLARED) => findingsOf(rule, { declarations, items });

describe('undeclared-form-field', () => {
  it('names form and question', () => {
    expect(find([form, mobile])).toMatchObject([
      {
        subject: 'form_field:Newsletter/mobile',
        place: { item: 'form_field:Newsletter/mobile' },
        data: { form: 'Newsletter', label: 'Mobile' },
        severity: 'error',
      },
    ]);
  });

  it('takes every listed question, also an empty entry, a role, a conditional one', () => {
    const listed = 'forms: {Newsletter: {purposes: [newsletter], fields: {mobile: }}}';
    expect(find([form, mobile], listed)).toEqual([]);
    expect(find([form, mobile], 'forms: {Newsletter: {purposes: [newsletter], fields: {mobile: {role: antispam}}}}')).toEqual([]);
  });

  it('leaves out what asks nobody', () => {
    const types = ['button', 'captcha', 'pagebreak', 'freetext', 'freehtml'];
    expect(find([form, ...types.map((type, index): Item => ({ ...mobile, id: 10 + index, key: `Newsletter/q${index}`, type }))])).toEqual(
      [],
    );
    expect(find([form, { ...mobile, type: 'hidden' }])).toHaveLength(1);
  });

  it('leaves a question whose type was not seen alone', () => {
    const { type: _, ...unknown } = mobile;
    expect(find([form, unknown])).toEqual([]);
  });

  it('is silent about undeclared and switched-off forms', () => {
    expect(find([form, mobile], '')).toEqual([]);
    expect(find([{ ...form, published: false }, mobile])).toEqual([]);
  });

  it('only notes a question whose answer goes nowhere', () => {
    expect(find([form, { ...mobile, saved: false, mapping: 'none' }])[0]?.severity).toBe('info');
    expect(find([form, { ...mobile, saved: false }])[0]?.severity).toBe('error');
    expect(find([form, { ...mobile, mapping: 'none' }])[0]?.severity).toBe('error');
  });

  it('tells apart questions whose alias Mautic cut to the same letters, and names one without a label by its alias', () => {
    const school = { ...mobile, id: 1, key: 'Newsletter/what_is_the_name_of_your', title: 'What is the name of your first school?' };
    const pet = { ...school, id: 4, title: 'What is the name of your pet?' };
    const { title: _, ...bare } = { ...mobile, id: 5, key: 'Newsletter/qmzpl' };
    const nameless = { ...mobile, id: 6, key: 'Newsletter/', title: '…' };
    const found = find([form, school, pet, bare, nameless]);
    expect(found.map(({ subject, data }) => [subject, data.label])).toEqual([
      ['form_field:Newsletter/what_is_the_name_of_your#1', 'What is the name of your first school?'],
      ['form_field:Newsletter/what_is_the_name_of_your#4', 'What is the name of your pet?'],
      ['form_field:Newsletter/qmzpl', 'qmzpl'],
      ['form_field:Newsletter/#6', '…'],
    ]);
    const both = 'forms: {Newsletter: {purposes: [newsletter], fields: {what_is_the_name_of_your: {}}}}';
    expect(find([form, school, pet], both)).toEqual([]);
  });

  it('takes a question of a form that is declared without its id', () => {
    const twin: Item = { ...form, id: 9 };
    const items: Item[] = [form, twin, { ...mobile, form: 'form:Newsletter#3' }, { ...mobile, id: 7, form: 'form:Newsletter#9' }];
    expect(find(items, 'forms: {Newsletter: {purposes: [newsletter], fields: {mobile: {}}}}')).toEqual([]);
    const own = 'forms: {"Newsletter#3": {fields: {mobile: {}}}, "Newsletter#9": {fields: {}}}';
    expect(find(items, own).map(finding => finding.subject)).toEqual(['form_field:Newsletter#9/mobile']);
  });

  it('does not tell a form of which only the short form was seen that it asks nothing', () => {
    const coverage: Coverage[] = [
      { of: 'form', state: 'partial', rows: 2, total: 9, why: ['rows-missing', 'thin-answer'] },
      { of: 'form_field', state: 'absent', rows: 0, why: ['thin-answer'] },
    ];
    const { findings, notRun } = lintExample({ declarations: DECLARED, items: [{ ...form, thin: true }], coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['thin-answer'] });
  });
});
