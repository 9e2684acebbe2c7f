import { describe, expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-wording-lost.js';
import type { Item, ItemOf } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, unseen } from '../form-items.js';
import { formsOf, lintCase } from '../real-cases.js';

const HELD = 'purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok}}}\n';
const ANSWERS = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];
const FIELD = contactField('news_ok', { title: 'Letters', type: 'boolean', options: ANSWERS });
const says = (...labels: readonly string[]) => labels.map((label, index) => ({ value: String(index + 1), label }));
const BOX = box('Club/news', 'Letters', { options: says('Yes, send me the letter') });
const find = (question: ItemOf<'form_field'>, { field = FIELD, declarations = HELD, series = '5.1' as const }: Partial<Change> = {}) =>
  findingsOf(rule, {
    declarations,
    items: [field, form('Club'), question],
    uses: [collects('Club/news', 'news_ok')],
    made: { series },
    finds: [],
  });

interface Change {
  readonly field: Item;
  readonly declarations: string;
  readonly series: '4.2' | '5.1' | '5.2' | '6.0' | '7.0';
}

it('quotes what nobody reads and what stands there instead', () => {
  const declarations = `${HELD}forms: {Club: {fields: {news: {role: consent}}}}`;
  expect(find(BOX, { declarations })).toMatchObject([
    {
      subject: 'form_field:Club/news',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['forms', 'Club', 'fields', 'news'] },
      data: { form: 'Club', text: 'Yes, send me the letter', options: ['No', 'Yes'] },
    },
  ]);
});

it('depends on the version of Mautic', () => {
  const found = (series: Change['series']) => find(BOX, { series }).length;
  expect((['4.2', '5.1', '5.2', '6.0', '7.0'] as const).map(found)).toEqual([1, 1, 1, 0, 0]);
});

it('takes a box of a declared role, and only warns where words alone say that it is a consent', () => {
  expect(find(BOX, { declarations: 'forms: {Club: {fields: {news: {role: consent}}}}' })).toMatchObject([{ severity: 'error' }]);
  const worded = box('Club/news', 'Letters', { options: says('I agree to receive the newsletter') });
  expect(find(worded, { declarations: '' })).toMatchObject([{ severity: 'warn' }]);
  expect(find(BOX, { declarations: '' })).toEqual([]);
});

it('looks at every answer of the box', () => {
  const two = box('Club/news', 'Letters', { options: says('YES', 'Send me the letter') });
  expect(find(two)[0]?.data.text).toBe('Send me the letter');
});

describe('what stays silent', () => {
  it.each([
    ['the label is the sentence', box('Club/news', 'May we send you the letter?', { options: says('Yes, send me the letter') })],
    ['the answers are those of the field', box('Club/news', 'Letters', { options: says('yes') })],
    ['a single word is lost', box('Club/news', 'Letters', { options: says('Gladly') })],
    ['the answers were not seen', unseen(BOX, 'options')],
    ['it is no box', { ...BOX, type: 'radiogrp' }],
  ])('%s', (_, question) => {
    expect(find(question)).toEqual([]);
  });

  it.each([
    ['the field is a list', { ...FIELD, type: 'select' }],
    ['the answers of the field were not seen', unseen(FIELD, 'options')],
  ])('%s', (_, field) => {
    expect(find(BOX, { field })).toEqual([]);
  });

  it('the form is off, or the box fills no field', () => {
    const uses = [collects('Club/news', 'news_ok')];
    expect(subjectsOf(rule, { declarations: HELD, items: [FIELD, form('Club', { published: false }), BOX], uses })).toEqual([]);
    const declarations = 'forms: {Club: {fields: {news: {role: consent}}}}';
    expect(subjectsOf(rule, { declarations, items: [FIELD, form('Club'), BOX] })).toEqual([]);
  });
});

it('is not run without questions or fields', () => {
  for (const of of ['form_field', 'contact_field'] as const) {
    const result = lintExample({ declarations: HELD, items: [FIELD, form('Club'), BOX], coverage: [absent(of)], finds: [] });
    expect(result.notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
  }
});

it('B52: the wish for the weekly letter, of which the page shows "No" and "Yes"', async () => {
  const declarations = 'purposes: {letter: {use: email-marketing, legal_basis: consent, consent: {field: news_wanted}}}';
  const { findings } = await lintCase(rule, 'B52', { declarations, more: formsOf('B52') });
  expect(findings.map(({ subject, data }) => [subject, data.text, data.options])).toEqual([
    ['form_field:Sign-up/consent', 'I want the weekly letter', ['No', 'Yes']],
  ]);
});
