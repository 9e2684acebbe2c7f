import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/unmapped-answer.js';
import type { ItemOf } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, contactField, form, question, unseen } from '../form-items.js';
import { formsOf, lintCase } from '../real-cases.js';

type FieldItem = ItemOf<'form_field'>;
const asks = (type: string, title: string, more: Partial<FieldItem> = {}): FieldItem =>
  question(`Club/${title.toLowerCase().replaceAll(/\W+/gu, '_')}`, type, { title, mapping: 'none', saved: true, ...more });
const EMAIL = asks('email', 'E-mail');
const find = (declarations: string, ...items: FieldItem[]) => findingsOf(rule, { declarations, items: [form('Club'), ...items] });
const subjects = (...items: FieldItem[]) => find('', ...items).map(({ subject }) => subject);

it('stands at the question, at its form, or in Mautic', () => {
  const data = { label: 'E-mail', form: 'Club' };
  expect(find('forms: {Club: {fields: {e_mail: {}}}}', EMAIL)).toMatchObject([
    {
      subject: 'form_field:Club/e_mail',
      severity: 'warn',
      data,
      place: { file: EXAMPLE_FILE, path: ['forms', 'Club', 'fields', 'e_mail'] },
    },
  ]);
  expect(find('forms: {Club: {purposes: [club]}}', EMAIL)[0]?.place).toMatchObject({ file: EXAMPLE_FILE, path: ['forms', 'Club'] });
  expect(find('', EMAIL)[0]?.place).toEqual({ item: 'form_field:Club/e_mail' });
});

describe('what is of a person', () => {
  it.each([
    ['an address', EMAIL],
    ['a telephone number', asks('tel', 'Where to call')],
    ['a date', asks('date', 'When')],
    ['a date with its time', asks('datetime', 'When')],
    ['a file', asks('file', 'Paper')],
    ['a name', asks('text', 'Full name')],
    ['a name in Italian', asks('text', 'Il tuo cognome')],
    ['a word of the lexicon', asks('text', 'Allergies')],
    ['a word of the lexicon in a hidden field', asks('hidden', 'Allergies')],
  ])('%s', (_, item) => {
    expect(find('', item).map(({ subject, data }) => [subject, data.detail])).toEqual([[`form_field:${item.key}`, undefined]]);
  });

  it('what is declared to be', () => {
    const size = asks('text', 'Size');
    expect(find('forms: {Club: {fields: {size: {data_category: user.demographic}}}}', size)).toHaveLength(1);
    expect(find('forms: {Club: {fields: {size: {data_category: system.operations}}}}', size)).toEqual([]);
  });

  it('what has the alias of a contact field: the connection may have been lost by accident (B46)', () => {
    const items = [contactField('size'), form('Club'), asks('number', 'Size')];
    expect(findingsOf(rule, { declarations: '', items, finds: [] })).toMatchObject([
      { subject: 'form_field:Club/size', data: { label: 'Size', detail: 'accident', key: 'size' } },
    ]);
  });

  it.each([
    ['a number', asks('number', 'Guests')],
    ['a choice', asks('select', 'Size', { options: [{ value: 'm', label: 'Medium' }] })],
    ['a text', asks('text', 'Colour')],
    ['a long text', asks('textarea', 'Message')],
    ['a word that may mean something else', asks('text', 'Party')],
  ])('not %s', (_, item) => {
    expect(subjects(item)).toEqual([]);
  });
});

describe('what stays silent', () => {
  it.each([
    ['what fills a field', { ...EMAIL, mapping: 'contact' as const }],
    ['what may fill one', { ...EMAIL, mapping: 'unknown' as const }],
    ['a mapping that was not seen', unseen(EMAIL, 'mapping')],
    ['what is not kept', { ...EMAIL, saved: false }],
    ['what may be kept', unseen(EMAIL, 'saved')],
    ['a button', { ...EMAIL, type: 'button' }],
    ['a captcha', { ...EMAIL, type: 'captcha' }],
    ['a consent', asks('checkboxgrp', 'I agree to get news by e-mail', { options: [{ value: '1', label: 'Date of birth' }] })],
  ])('%s', (_, item) => {
    expect(subjects(item)).toEqual([]);
  });

  it('what is declared: a role, no person, an end of the results', () => {
    expect(find('forms: {Club: {fields: {e_mail: {role: antispam}}}}', EMAIL)).toEqual([]);
    expect(find('forms: {Club: {fields: {e_mail: {personal: false, reason: Address of the club itself}}}}', EMAIL)).toEqual([]);
    expect(find('forms: {Club: {results_retention: P6M}}', EMAIL)).toEqual([]);
    expect(find('forms: {Club: {results_retentoin: P6M}}', EMAIL)).toEqual([]);
  });

  it('a form that is off, unless it has answers', () => {
    const items = [form('Club', { published: false }), EMAIL];
    const answers = (n: number | '<5') => [{ of: 'form:Club', how: 'answers', n } as const];
    expect(subjectsOf(rule, { declarations: '', items })).toEqual([]);
    expect(subjectsOf(rule, { declarations: '', items, counts: answers(0) })).toEqual([]);
    expect(subjectsOf(rule, { declarations: '', items, counts: answers('<5') })).toEqual(['form_field:Club/e_mail']);
  });
});

it('is not run where questions, or what they fill, were not seen', () => {
  const items = [form('Club'), EMAIL];
  for (const of of ['form_field', 'form_field.mapping'] as const) {
    const result = lintExample({ declarations: '', items, coverage: [absent(of)], finds: [] });
    expect(result.notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
    expect(result.findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
  }
});

describe('cases of real life', () => {
  it('A34, B54: an event form that fills no field', async () => {
    const { findings } = await lintCase(rule, 'A34', { more: formsOf('A34') });
    expect(findings.map(({ subject }) => subject)).toEqual(['form_field:Open day/full_name', 'form_field:Open day/e_mail']);
  });

  it('A23: an object without a field is no mapping', async () => {
    const { findings } = await lintCase(rule, 'A23');
    expect(findings.map(({ subject }) => subject)).toEqual(['form_field:Date request/f_when']);
  });
});
