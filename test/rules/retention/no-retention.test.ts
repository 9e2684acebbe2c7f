import { expect, it } from 'vitest';
import rule from '../../../rules/retention/no-retention.js';
import type { Example } from '../../../src/lint/rule.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

const PURPOSE = 'purposes:\n  newsletter: {title: Monthly menu, use: email-marketing, retention: {period: P24M, from: last-action}}\n';

function keys(declarations: string, more: Omit<Example, 'declarations' | 'finds'> = {}) {
  return findingsOf(rule, { declarations, ...more }).map(({ subject, data }) => [subject, data.key]);
}

it('says for what nothing is written, and which key to write', () => {
  expect(findingsOf(rule, { declarations: 'purposes:\n  newsletter: {title: Monthly menu}', finds: [] })).toMatchObject([
    {
      subject: 'purpose:newsletter',
      key: 'retention',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'newsletter'], at: 'key' },
      data: { item: 'Monthly menu', kind: 'purpose', key: 'retention' },
    },
  ]);
});

it.each([
  ['nothing', '{}', true],
  ['a period alone, which starts nowhere', '{retention: P24M}', true],
  ['no start', '{retention: {period: P24M}}', true],
  ['no period', '{retention: {from: last-action}}', true],
  ['criteria that are too short', '{retention: {criteria: When they leave us, from: last-action}}', true],
  ['criteria', '{retention: {criteria: Two years after the last stand they rented, from: contract-end}}', false],
  ['a period and a start', '{retention: {period: P24M, from: last-action}}', false],
  ['no end at all, which until-withdrawn tells', '{retention: {period: forever}}', false],
  ['a start that is none, which is told once', '{retention: {period: P24M, from: last-visit}}', false],
])('a purpose with %s', (_, purpose, isFound) => {
  expect(keys(`purposes:\n  news: ${purpose}`)).toEqual(isFound ? [['purpose:news', 'retention']] : []);
});

it('stands at the retention that is not whole', () => {
  expect(findingsOf(rule, { declarations: 'purposes:\n  news: {retention: {period: P24M}}', finds: [] })).toMatchObject([
    { place: { path: ['purposes', 'news', 'retention'], at: 'value' } },
  ]);
});

it('asks how long the answers of a form are kept', () => {
  const form = (entry: string) => `${PURPOSE}forms:\n  Newsletter: ${entry}`;
  expect(keys(form('{purposes: [newsletter]}'))).toEqual([['form:Newsletter', 'results_retention']]);
  expect(keys(form('{purposes: [newsletter], results_retention: P24M}'))).toEqual([]);
  expect(keys(form('{purposes: [newsletter], results_retention: {criteria: short}}'))).toEqual([['form:Newsletter', 'results_retention']]);
  expect(keys(form('{purposes: [newsletter], external: true}'))).toEqual([]);
  expect(keys(form('{purposes: []}'))).toEqual([]);
  expect(keys(form('{personal: false, reason: Nobody fills it in by name}'))).toEqual([]);
});

it('does not ask of a form that is gone, only of one that is still there with its answers', () => {
  const declarations = `${PURPOSE}forms:\n  Old: {purposes: [newsletter], status: retired, retired_on: 2025-01-01}`;
  expect(keys(declarations)).toEqual([]);
  const there = { kind: 'form', id: 1, key: 'Old', published: false } as const;
  expect(keys(declarations, { items: [there] })).toEqual([['form:Old', 'results_retention']]);
});

it('does not ask where Mautic shows that no answer is kept', () => {
  const declarations = `${PURPOSE}forms:\n  Newsletter: {purposes: [newsletter]}`;
  const form = { kind: 'form', id: 1, key: 'Newsletter' } as const;
  const question = (id: number, type: string, saved?: boolean) =>
    ({
      kind: 'form_field',
      id,
      key: `Newsletter/q${id}`,
      form: 'form:Newsletter',
      type,
      ...(saved === undefined ? {} : { saved }),
    }) as const;
  expect(keys(declarations, { items: [form, question(1, 'email', false), question(2, 'button', true)] })).toEqual([]);
  expect(keys(declarations, { items: [form, question(1, 'email', false), question(2, 'text', true)] })).toHaveLength(1);
  expect(keys(declarations, { items: [form, question(1, 'email')] })).toHaveLength(1);
});

it('lets tags and tracking end with their purposes', () => {
  expect(
    keys(`${PURPOSE}tags: {vip: {purposes: [newsletter]}}\ntracking: {email_opens: {mode: individual, purposes: [newsletter]}}`),
  ).toEqual([]);
  expect(keys('tags: {bot: {purposes: [site-operation]}}\ntracking: {videos: {purposes: [site-operation]}}')).toEqual([
    ['tag:bot', 'retention'],
    ['tracking:videos', 'retention'],
  ]);
  expect(keys('tags: {bot: {purposes: [site-operation], retention: P6M}}')).toEqual([]);
  expect(keys('tags: {vip: {purposes: [newsleter]}}')).toEqual([]);
  expect(keys('tracking: {email_opens: {mode: off, purposes: [site-operation]}}')).toEqual([]);
});

it('tells a purpose without an end once, and not again for what has that purpose', () => {
  expect(
    subjectsOf(rule, {
      declarations: 'purposes: {newsletter: {}}\ntags: {vip: {purposes: [newsletter]}}\ncontact_fields: {email: {purposes: [newsletter]}}',
    }),
  ).toEqual(['purpose:newsletter']);
});

it('asks for an end of the profiles of unknown visitors', () => {
  expect(keys(`${PURPOSE}tracking: {website: {purposes: [newsletter]}}`)).toEqual([['tracking:website', 'visitor_retention']]);
  expect(keys(`${PURPOSE}tracking: {website: {purposes: [newsletter], visitor_retention: P1M}}`)).toEqual([]);
});

it('looks at what an item says itself', () => {
  expect(keys(`${PURPOSE}contact_fields: {seat: {purposes: [newsletter], retention: {from: event-date}}}`)).toEqual([
    ['contact_field:seat', 'retention'],
  ]);
  expect(keys(`${PURPOSE}contact_fields: {seat: {purposes: [newsletter], retention: P7D}}`)).toEqual([]);
});
