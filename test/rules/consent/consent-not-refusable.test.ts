import { expect, it } from 'vitest';
import notRefusable from '../../../rules/consent/consent-not-refusable.js';
import preticked from '../../../rules/consent/consent-preticked.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, unseen } from '../form-items.js';

const DECLARED = 'purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok}}}\n';
const field = contactField('news_ok', { type: 'boolean' });
const uses = [collects('Kiosk/nl', 'news_ok')];

it('finds a group of boxes with a default, and no other rule of consent finds it again', () => {
  const nl = box('Kiosk/nl', 'Newsletter', { default: 'option', default_option: '1' });
  const example = { declarations: DECLARED, items: [form('Kiosk'), field, nl], uses, finds: [] };
  expect(findingsOf(notRefusable, example)).toMatchObject([
    { subject: 'form_field:Kiosk/nl', severity: 'error', data: { label: 'Newsletter', form: 'Kiosk', value: '1' } },
  ]);
  const told = lintExample(example).findings.filter(
    ({ subject, rule }) => subject === 'form_field:Kiosk/nl' && rule.startsWith('consent-'),
  );
  expect(told.map(({ rule }) => rule)).toEqual(['consent-not-refusable']);
});

it.each(['number', 'constant', 'url', 'token', 'personal'] as const)(
  'finds a default that is no answer (%s), whose value is not kept',
  initial => {
    const nl = box('Kiosk/nl', 'Newsletter', { default: initial });
    expect(findingsOf(notRefusable, { declarations: DECLARED, items: [form('Kiosk'), field, nl], uses, finds: [] })).toMatchObject([
      { data: { value: '…' } },
    ]);
  },
);

it('finds a default of no as well: it is posted whatever people tick', () => {
  const nl = box('Kiosk/nl', 'Newsletter', { default: 'option', default_option: 'no' });
  expect(subjectsOf(notRefusable, { declarations: DECLARED, items: [form('Kiosk'), field, nl], uses })).toEqual(['form_field:Kiosk/nl']);
});

it('only warns of a box that its words alone give away', () => {
  const nl = box('Kiosk/nl', 'Ich stimme der Werbung zu: einverstanden', { default: 'option', default_option: '1' });
  expect(findingsOf(notRefusable, { declarations: '', items: [form('Kiosk'), nl], finds: [] })).toMatchObject([{ severity: 'warn' }]);
});

it.each([
  ['an empty default', box('Kiosk/nl', 'Newsletter')],
  ['a default that was not seen', unseen(box('Kiosk/nl', 'Newsletter'), 'default')],
  ['a choice, which consent-preticked has', box('Kiosk/nl', 'Newsletter', { type: 'radiogrp', default: 'option', default_option: '1' })],
])('leaves %s alone', (_, nl) => {
  expect(subjectsOf(notRefusable, { declarations: DECLARED, items: [form('Kiosk'), field, nl], uses })).toEqual([]);
});

it('leaves a box alone that asks for no consent', () => {
  const thanks = box('Kiosk/thanks', 'Name me on the wall of thanks', { default: 'option', default_option: '1' });
  const ready = box('Kiosk/rules', 'Ho letto il regolamento', { default: 'option', default_option: '1' });
  expect(subjectsOf(notRefusable, { declarations: '', items: [form('Kiosk'), thanks, ready] })).toEqual([]);
  expect(subjectsOf(preticked, { declarations: '', items: [form('Kiosk'), thanks, ready] })).toEqual([]);
});

it('is not run where the questions were not seen', () => {
  const coverage = [absent('form_field')];
  expect(lintExample({ declarations: DECLARED, coverage, finds: [] }).notRun).toContainEqual({
    rule: notRefusable.id,
    of: 'form_field',
    why: ['refused'],
  });
});

it('cannot be waived', () => {
  const nl = box('Kiosk/nl', 'Newsletter', { default: 'option', default_option: '1' });
  const waiver =
    'waivers: [{rule: consent-not-refusable, item: form_field:Kiosk/nl, reason: We always did it so, until: 2027-01-01, approved_by: dpo}]';
  expect(findingsOf(notRefusable, { declarations: DECLARED + waiver, items: [form('Kiosk'), field, nl], uses, finds: [] })).toMatchObject([
    { state: 'open' },
  ]);
});
