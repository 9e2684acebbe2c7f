import { expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-by-default.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form } from '../form-items.js';

const HELD = 'purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok}}}\n';
const ANSWERS = [
  { value: 'no', label: 'No' },
  { value: 'yes', label: 'Yes' },
];
const yes = (more: object = {}) =>
  contactField('news_ok', { title: 'Letters', type: 'boolean', options: ANSWERS, default: 'option', default_option: 'yes', ...more });

it('finds a declared consent field whose default is yes', () => {
  const declarations = `${HELD}contact_fields: {news_ok: {purposes: [news], why: Proof that the person said yes}}`;
  expect(findingsOf(rule, { declarations, items: [yes()], finds: [] })).toMatchObject([
    {
      subject: 'contact_field:news_ok',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'news_ok'], at: 'key' },
      data: { field: { label: 'Letters', alias: 'news_ok' } },
    },
  ]);
});

it('finds a field that a consent box fills, as certain as the box', () => {
  const uses = [collects('Club/news', 'news_ok')];
  const declared = {
    declarations: 'forms: {Club: {fields: {news: {role: consent}}}}',
    items: [form('Club'), box('Club/news', 'Letters?'), yes()],
    uses,
  };
  expect(findingsOf(rule, { ...declared, finds: [] })).toMatchObject([{ severity: 'error' }]);
  const worded = { declarations: '', items: [form('Club'), box('Club/news', 'I agree to receive letters'), yes()], uses };
  expect(findingsOf(rule, { ...worded, finds: [] })).toMatchObject([{ severity: 'warn' }]);
});

it('only warns of a field that its label alone gives away', () => {
  expect(findingsOf(rule, { declarations: '', items: [yes({ title: 'Consenso alla profilazione' })], finds: [] })).toMatchObject([
    { severity: 'warn' },
  ]);
});

it('finds a list whose default is a yes', () => {
  const options = [
    { value: 'all', label: 'Yes, all of it' },
    { value: 'none', label: 'No' },
  ];
  const list = (default_option: string) => yes({ type: 'select', options, default_option });
  expect(subjectsOf(rule, { declarations: HELD, items: [list('all')] })).toEqual(['contact_field:news_ok']);
  expect(subjectsOf(rule, { declarations: HELD, items: [list('none')] })).toEqual([]);
});

it.each([
  ['granted', ['error']],
  ['legacy', ['warn']],
  ['denied', []],
  ['pending', []],
])('weighs a list of states whose default is %s by how clearly it is a yes', (default_option, severities) => {
  const options = ['granted', 'legacy', 'denied', 'pending'].map(value => ({ value, label: value }));
  const found = findingsOf(rule, { declarations: HELD, items: [yes({ type: 'select', options, default_option })], finds: [] });
  expect(found.map(({ severity }) => severity)).toEqual(severities);
});

it.each([
  ['no default', yes({ default: 'empty', default_option: undefined })],
  ['a default that was not seen', yes({ default: undefined, default_option: undefined })],
  ['a default of no', yes({ default_option: 'no' })],
  ['a field that is off', yes({ published: false })],
])('leaves %s alone', (_, field) => {
  expect(subjectsOf(rule, { declarations: HELD, items: [field] })).toEqual([]);
});

it('leaves a field alone that holds no consent', () => {
  expect(subjectsOf(rule, { declarations: '', items: [yes({ title: 'Is a member' })] })).toEqual([]);
});

it('is not run where contact fields were not seen', () => {
  const coverage = [absent('contact_field')];
  expect(lintExample({ declarations: HELD, coverage, finds: [] }).notRun).toContainEqual({
    rule: rule.id,
    of: 'contact_field',
    why: ['refused'],
  });
});
