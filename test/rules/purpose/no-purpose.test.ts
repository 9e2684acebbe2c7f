import { expect, it } from 'vitest';
import rule from '../../../rules/purpose/no-purpose.js';
import type { Example } from '../../../src/lint/rule.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const email = { kind: 'email', id: 8, key: 'Monthly menu', published: true, category: 'category:email/news' } as const;
const category = { kind: 'category', id: 3, key: 'email/news', title: 'News', bundle: 'email' } as const;

it('says what has no purpose, and where', () => {
  const example = {
    declarations: 'contact_fields:\n  position: {purposes: []}',
    items: [{ kind: 'contact_field', id: 5, key: 'position', title: 'Job title' } as const],
    finds: [],
  };
  expect(findingsOf(rule, example)).toMatchObject([
    {
      subject: 'contact_field:position',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'position', 'purposes'], at: 'value' },
      data: { item: 'Job title', kind: 'contact_field' },
    },
  ]);
});

it('asks nothing of what is retired, with a purpose or without', () => {
  const at = (status: string) => subjectsOf(rule, { declarations: `contact_fields: {fax: {status: ${status}}}`, items: [] });
  expect(at('retired, retired_on: 2026-05-02')).toEqual([]);
  expect(at('active')).toEqual(['contact_field:fax']);
});

it.each([
  ['an empty entry', 'contact_fields:\n  position:', ['contact_field:position']],
  ['a list that is still to be done', 'tags:\n  vip: {purposes: [TODO]}', ['tag:vip']],
  [
    'every kind of entry',
    'stages: {lead: {purposes: []}}\npoint_groups: {interest: {purposes: []}}\nwebhooks: {To CRM: {purposes: []}}',
    ['point_group:interest', 'stage:lead', 'webhook:To CRM'],
  ],
  ['a company field that is personal', 'company_fields:\n  contact_person: {personal: true}', ['company_field:contact_person']],
  ['personal: false without a reason', 'contact_fields:\n  old_ref: {personal: false}', ['contact_field:old_ref']],
  ['personal: false with too short a reason', 'contact_fields:\n  old_ref: {personal: false, reason: old}', ['contact_field:old_ref']],
  ['tracking', 'tracking:\n  email_opens: {mode: individual}\n  videos: {purposes: []}', ['tracking:email_opens', 'tracking:videos']],
])('finds %s', (_, declarations, found) => {
  expect(subjectsOf(rule, { declarations })).toEqual(found);
});

it.each([
  ['purposes, also undefined ones', 'contact_fields:\n  email: {purposes: [newsleter]}'],
  ['what is not personal', 'contact_fields:\n  old_ref: {personal: false, reason: Number of the old shop system}'],
  ['tracking that is off', 'tracking:\n  email_opens: {mode: off}'],
  ['a question, which takes the purposes of its form', 'forms:\n  Newsletter: {purposes: [newsletter], fields: {email: {}, firstname: }}'],
])('leaves %s alone', (_, declarations) => {
  expect(subjectsOf(rule, { declarations })).toEqual([]);
});

it('tells the form once, and not its questions', () => {
  expect(subjectsOf(rule, { declarations: 'forms:\n  Newsletter: {purposes: [], fields: {email: {}, firstname: {}}}' })).toEqual([
    'form:Newsletter',
  ]);
  const own = 'forms:\n  Newsletter: {purposes: [], fields: {email: {purposes: []}}}';
  expect(subjectsOf(rule, { declarations: own })).toEqual(['form:Newsletter', 'form_field:Newsletter/email']);
});

it('lets content inherit from its category', () => {
  const declarations = 'categories: {email/news: {purposes: [newsletter]}}\nemails:\n  Monthly menu:';
  expect(subjectsOf(rule, { declarations, items: [category, email] })).toEqual([]);
  expect(subjectsOf(rule, { declarations: 'emails:\n  Monthly menu:', items: [category, email] })).toEqual(['email:Monthly menu']);
});

it('does not say that nothing is inherited as long as Mautic was not seen', () => {
  const example: Example = { declarations: 'emails:\n  Monthly menu:\ncontact_fields:\n  position:', finds: [] };
  const found = lintExample(example, 'recommended', false).findings.filter(finding => finding.rule === rule.id);
  expect(found.map(finding => finding.subject)).toEqual(['contact_field:position']);
  expect(subjectsOf(rule, { ...example, coverage: [{ of: 'email', state: 'partial', rows: 3, why: ['own-only'] }] })).toEqual([
    'contact_field:position',
  ]);
});

it('leaves a key with a typing mistake to the one finding about it', () => {
  expect(subjectsOf(rule, { declarations: 'contact_fields:\n  email: {purpose: [newsletter]}' })).toEqual([]);
});

it('asks for the purpose of a pattern when one of what it fits inherits none', () => {
  const mails = (...categories: readonly (string | undefined)[]) =>
    categories.map((of, index) => ({ ...email, id: index + 1, key: `Menu ${index}`, category: of ?? 'none' }));
  const declarations = 'purposes: {news: {}}\ncategories: {email/news: {purposes: [news]}}\nemails: {"Menu *": {}}';
  const subjects = (...categories: readonly (string | undefined)[]) =>
    subjectsOf(rule, { declarations, items: [category, ...mails(...categories)] });
  expect(subjects(email.category, undefined)).toEqual(['email:Menu *']);
  expect(subjects(undefined, email.category)).toEqual(['email:Menu *']);
  expect(subjects(email.category, email.category)).toEqual([]);
});
