import { expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-forced.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question } from '../form-items.js';

const PURPOSES = `purposes:
  news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok}}
  tickets: {use: service-delivery, legal_basis: contract}
`;
const TICKETS = `${PURPOSES}forms: {Tickets: {purposes: [tickets, news], fields: {news: {}}}}`;
const field = contactField('news_ok', { type: 'boolean' });
const uses = [collects('Tickets/news', 'news_ok')];
const news = (more: object = {}) => box('Tickets/news', 'Letters', { required: true, ...more });
const found = (declarations: string, some: ReturnType<typeof news>, links = uses) =>
  findingsOf(rule, { declarations, items: [form('Tickets'), field, some], uses: links }).map(({ subject, severity }) => [
    subject,
    severity,
  ]);

it('finds a compulsory box for a purpose that the form is not there for', () => {
  expect(findingsOf(rule, { declarations: TICKETS, items: [form('Tickets'), field, news()], uses, finds: [] })).toMatchObject([
    {
      subject: 'form_field:Tickets/news',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['forms', 'Tickets', 'fields', 'news'] },
      data: { label: 'Letters', form: 'Tickets' },
    },
  ]);
});

it('leaves the consent alone that the form is there for', () => {
  expect(found(`${PURPOSES}forms: {Tickets: {purposes: [news, tickets]}}`, news())).toEqual([]);
});

it('finds a choice with one answer, and one with no way to refuse', () => {
  const yes = { value: 'y', label: 'Yes' };
  const error = [['form_field:Tickets/news', 'error']];
  expect(found(TICKETS, news({ type: 'radiogrp', options: [yes] }))).toEqual(error);
  expect(found(TICKETS, news({ type: 'radiogrp', options: [yes, { value: 'm', label: 'Yes, monthly' }] }))).toEqual(error);
  expect(found(TICKETS, news({ options: [] }))).toEqual(error);
});

it.each([
  ['an optional box', news({ required: false })],
  ['a box of which it was not seen', news({ required: undefined })],
  [
    'a choice with a no',
    news({
      type: 'radiogrp',
      options: [
        { value: 'y', label: 'Yes' },
        { value: 'n', label: 'No' },
      ],
    }),
  ],
  ['a list whose answers were not seen', news({ type: 'select', options: undefined })],
])('leaves %s alone', (_, some) => {
  expect(found(TICKETS, some)).toEqual([]);
});

it.each(['terms', 'notice-ack', 'antispam', 'opt-out'])('leaves a box alone that is declared as %s', role => {
  const declarations = `${PURPOSES}forms: {Tickets: {purposes: [tickets], fields: {news: {role: ${role}}}}}`;
  expect(found(declarations, news({ title: 'I agree to receive offers' }), [])).toEqual([]);
});

it('does not take a role for an answer where the box fills a consent field', () => {
  const declarations = `${PURPOSES}forms: {Tickets: {purposes: [tickets], fields: {news: {role: terms}}}}`;
  expect(found(declarations, news())).toEqual([['form_field:Tickets/news', 'error']]);
});

it('only warns where words alone say it, or nobody has said what the form is for', () => {
  const worded = news({ title: 'I agree to receive offers' });
  expect(found(`${PURPOSES}forms: {Tickets: {purposes: [tickets]}}`, worded, [])).toEqual([['form_field:Tickets/news', 'warn']]);
  expect(found(PURPOSES, news())).toEqual([['form_field:Tickets/news', 'warn']]);
});

it('takes a consent of which nobody has said what it is for as that of a form that rests on consent', () => {
  const worded = news({ title: 'I agree to receive offers' });
  expect(found(`${PURPOSES}forms: {Tickets: {purposes: [news]}}`, worded, [])).toEqual([]);
  expect(found(`${PURPOSES}forms: {Tickets: {purposes: [tickets], fields: {news: {role: consent}}}}`, news(), [])).toEqual([
    ['form_field:Tickets/news', 'error'],
  ]);
});

it('goes by the purposes that the box itself names', () => {
  const declared = (purpose: string) =>
    `${PURPOSES}forms: {Tickets: {purposes: [tickets], fields: {news: {role: consent, purposes: [${purpose}]}}}}`;
  expect(found(declared('tickets'), news(), [])).toEqual([]);
  expect(found(declared('news'), news(), [])).toEqual([['form_field:Tickets/news', 'error']]);
});

it('finds a box without which there is no button', () => {
  const button = question('Tickets/submit', 'button');
  const decides = {
    from: 'form_field:Tickets/submit',
    how: 'decides',
    to: 'form_field:Tickets/news',
    at: 'form.condition',
    op: 'set',
  } as const;
  const example = { declarations: TICKETS, items: [form('Tickets'), field, news({ required: false }), button], uses: [...uses, decides] };
  expect(subjectsOf(rule, example)).toEqual(['form_field:Tickets/news']);
  const detail = { ...example, items: [form('Tickets'), field, news({ required: false }), question('Tickets/submit', 'text')] };
  expect(subjectsOf(rule, detail)).toEqual([]);
});

it('leaves ordinary compulsory questions alone', () => {
  expect(found(TICKETS, box('Tickets/we_are', 'We are a school', { required: true }), [])).toEqual([]);
});

it('is not run where the questions were not seen', () => {
  const { notRun } = lintExample({ declarations: TICKETS, coverage: [absent('form_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
});
