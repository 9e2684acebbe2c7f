import { expect, it } from 'vitest';
import rule from '../../../rules/minimisation/password-stored.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form, question, unseen } from '../form-items.js';

const password = question('Gate/secret', 'password', { title: 'Password', saved: true });
const off = form('Gate', { published: false });

it('finds a password in a live form', () => {
  const declarations = 'forms: {Gate: {fields: {secret: {purposes: [download]}}}}';
  expect(findingsOf(rule, { declarations, items: [form('Gate'), password], finds: [] })).toMatchObject([
    {
      subject: 'form_field:Gate/secret',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['forms', 'Gate', 'fields', 'secret'] },
      data: { label: 'Password', form: 'Gate' },
    },
  ]);
});

it('names it by its alias where it has no label', () => {
  expect(findingsOf(rule, { declarations: '', items: [form('Gate'), unseen(password, 'title')], finds: [] })).toMatchObject([
    { data: { label: 'secret' } },
  ]);
});

it('is as heavy where the answers are not saved, as long as the form is live', () => {
  expect(findingsOf(rule, { declarations: '', items: [form('Gate'), { ...password, saved: false }], finds: [] })).toMatchObject([
    { severity: 'error' },
  ]);
});

it('only warns where the form is off and the answers are still there', () => {
  expect(findingsOf(rule, { declarations: '', items: [off, password], finds: [] })).toMatchObject([{ severity: 'warn' }]);
  expect(subjectsOf(rule, { declarations: '', items: [off, { ...password, saved: false }] })).toEqual([]);
  expect(subjectsOf(rule, { declarations: '', items: [off, unseen(password, 'saved')] })).toEqual([]);
});

it('goes by the type and not by the label', () => {
  expect(subjectsOf(rule, { declarations: '', items: [form('Gate'), { ...password, type: 'text' }] })).toEqual([]);
});

it('cannot be waived', () => {
  const declarations =
    'waivers: [{rule: password-stored, item: form_field:Gate/secret, reason: It is only a game, until: 2027-03-01, approved_by: dpo}]';
  expect(findingsOf(rule, { declarations, items: [form('Gate'), password], finds: [] })).toMatchObject([{ state: 'open' }]);
});

it('is not run where the questions were not seen', () => {
  const { notRun } = lintExample({ declarations: '', coverage: [absent('form_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
});
