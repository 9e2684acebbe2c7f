import { expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-preticked.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Coverage } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question } from '../form-items.js';

const HELD = 'purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: contact_field:news_ok}}}\n';
const ANSWERS = [
  { value: 'y', label: 'Sure' },
  { value: 'n', label: 'No, thanks' },
];
const radio = (more: object = {}) =>
  question('Club/news', 'radiogrp', { title: 'Our letter?', options: ANSWERS, default: 'option', default_option: 'y', ...more });
const field = contactField('news_ok', { type: 'boolean' });
const fills = collects('Club/news', 'news_ok');

it('finds a choice that fills a declared consent field, where people declared it', () => {
  const declarations = `${HELD}forms: {Club: {purposes: [club], fields: {news: {}}}}`;
  expect(findingsOf(rule, { declarations, items: [form('Club'), field, radio()], uses: [fills], finds: [] })).toMatchObject([
    {
      subject: 'form_field:Club/news',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['forms', 'Club', 'fields', 'news'], at: 'key' },
      data: { label: 'Our letter?', form: 'Club' },
    },
  ]);
});

it('finds one with the role, and places it in Mautic where it has no entry', () => {
  const declared = { declarations: 'forms: {Club: {fields: {news: {role: consent}}}}', items: [form('Club'), radio()] };
  expect(findingsOf(rule, { ...declared, finds: [] })).toMatchObject([{ subject: 'form_field:Club/news', severity: 'error' }]);
  const held: Example = { declarations: HELD, items: [form('Club'), field, radio()], uses: [fills], finds: [] };
  expect(findingsOf(rule, held)).toMatchObject([{ place: { item: 'form_field:Club/news' } }]);
});

it('only warns of one that its words alone give away, in both presets', () => {
  const worded: Example = { declarations: '', items: [form('Club'), radio({ title: 'I agree to receive offers' })], finds: [] };
  expect(findingsOf(rule, worded)).toMatchObject([{ severity: 'warn' }]);
  expect(findingsOf(rule, worded, 'strict')).toMatchObject([{ severity: 'warn' }]);
});

it('finds a list, too, and goes by a holder that was not seen', () => {
  expect(subjectsOf(rule, { declarations: HELD, items: [form('Club'), radio({ type: 'select' })], uses: [fills] })).toEqual([
    'form_field:Club/news',
  ]);
});

it.each([
  ['a no that is chosen beforehand', form('Club'), radio({ default_option: 'n' })],
  ['the no of a boolean field', form('Club'), radio({ options: undefined, default_option: 'no' })],
  ['an empty default', form('Club'), radio({ default: 'empty', default_option: undefined })],
  ['a default that is none of the answers', form('Club'), radio({ default: 'constant', default_option: undefined })],
  ['a default that was not seen', form('Club'), radio({ default: undefined, default_option: undefined })],
  ['a group of boxes, which consent-not-refusable has', form('Club'), radio({ type: 'checkboxgrp' })],
  ['a form that is off', form('Club', { published: false }), radio()],
  ['a form that is over', form('Club', { publish_down: '2026-11-24' }), radio()],
  ['a form seen only inside another item', form('Club', { thin: true }), radio()],
])('leaves %s alone', (_, aForm, aQuestion) => {
  expect(subjectsOf(rule, { declarations: HELD, items: [aForm, field, aQuestion], uses: [fills] })).toEqual([]);
});

it.each([
  ['another question', {}, ''],
  ['what is declared as something else', { title: 'I agree to receive offers' }, 'forms: {Club: {fields: {news: {role: terms}}}}'],
  ['an opt-out', { title: 'I agree to receive offers' }, 'forms: {Club: {fields: {news: {role: opt-out}}}}'],
])('leaves %s alone', (_, more, declarations) => {
  expect(subjectsOf(rule, { declarations, items: [form('Club'), radio(more)] })).toEqual([]);
});

it('looks at the answers of boxes and choices, not at those of lists', () => {
  const answers = { options: [{ value: 'y', label: 'I agree to receive offers' }, ANSWERS[1] ?? { value: 'n', label: 'No' }] };
  expect(subjectsOf(rule, { declarations: '', items: [form('Club'), radio(answers)] })).toEqual(['form_field:Club/news']);
  expect(subjectsOf(rule, { declarations: '', items: [form('Club'), radio({ ...answers, type: 'select' })] })).toEqual([]);
});

it('only warns of an answer that is neither clearly a yes nor a no', () => {
  const by = (...labels: readonly string[]): (string | undefined)[] => {
    const options = labels.map((label, n) => ({ value: `a${n}`, label }));
    const items = [form('Club'), field, radio({ options, default_option: 'a0' })];
    return findingsOf(rule, { declarations: HELD, items, uses: [fills], finds: [] }).map(({ severity }) => severity);
  };
  expect(by('Weekly', 'Monthly', 'No')).toEqual(['warn']);
  expect(by('Yes, weekly', 'Monthly', 'No')).toEqual(['error']);
  expect(by('No spam, just the menu', 'No thanks')).toEqual(['error']);
  expect(by('Pas de newsletter', 'La newsletter')).toEqual([]);
});

it('takes the yes to sensitive data and to tracking for consents', () => {
  const declarations = [
    'contact_fields: {diet: {purposes: [dinner], special: {categories: [health], condition: explicit-consent, consent: {field: news_ok}}}}',
    'tracking: {email_opens: {mode: individual, purposes: [opens], consent: {field: news_ok}}}',
  ];
  for (const text of declarations) {
    expect(subjectsOf(rule, { declarations: text, items: [form('Club'), field, radio()], uses: [fills] })).toEqual([
      'form_field:Club/news',
    ]);
  }
});

it('is not run where the questions were not seen', () => {
  const coverage = [absent('form_field')];
  const { notRun } = lintExample({ declarations: HELD, coverage, finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
});

it('runs for what was seen of forms that were seen in part', () => {
  const coverage: Coverage[] = [{ of: 'form_field', state: 'partial', rows: 2, why: ['rows-missing'] }];
  const example = { declarations: '', coverage, items: [form('Club'), radio({ title: 'I agree to receive offers' }), box('Club/x', 'X')] };
  expect(subjectsOf(rule, example)).toEqual(['form_field:Club/news']);
});
