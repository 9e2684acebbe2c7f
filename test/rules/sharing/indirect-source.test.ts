import { expect, it } from 'vitest';
import rule from '../../../rules/sharing/indirect-source.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';
import { contactField } from '../form-items.js';

const found = (declarations: string) => subjectsOf(rule, { declarations });
const field = (keys: string) => found(`contact_fields: {topic: {purposes: [scoring], ${keys}}}`);

it('finds a field that another system fills, at the source', () => {
  const declarations = 'contact_fields:\n  topic: {purposes: [scoring], source: ["form:Visit", "system:crm"]}';
  const items = [contactField('topic', { title: 'Topic of the visit' })];
  expect(findingsOf(rule, { declarations, items, finds: [] })).toMatchObject([
    {
      subject: 'contact_field:topic',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'topic', 'source', 1], at: 'value' },
      data: { item: 'Topic of the visit', kind: 'contact_field' },
    },
  ]);
});

it.each([
  ['source: ["third-party:List Seller"]', ['contact_field:topic']],
  ['source: ["public:company register"]', ['contact_field:topic']],
  ['source: ["form:Visit"]', []],
  ['source: ["offline:fair desk"]', []],
  ['source: [observed]', []],
  ['source: [derived]', []],
  ['source: []', []],
  ['why: Sales asks about it in the first call', []],
  ['source: ["public:press list"], informed: {when: first e-mail, text: docs/origin.md}', []],
  ['source: ["public:press list"], informed: {when: already known}', []],
  // Begun, or written wrong: schema-valid says so.
  ['source: ["public:press list"], informed: {when: first e-mail}', []],
  ['source: ["public:press list"], infomed: {when: already known}', []],
  ['source: ["public:press list"], status: retired', []],
])('%s: %j', (keys, subjects) => {
  expect(field(keys)).toEqual(subjects);
});

it('looks at items of all kinds', () => {
  expect(
    found(`tags: {press: {purposes: [press], source: ["public:mastheads"]}}
segments: {journalists: {purposes: [press], source: ["third-party:Agency"]}}
forms: {Visit: {purposes: [visits], fields: {topic: {source: ["system:crm"]}}}}`),
  ).toEqual(['form_field:Visit/topic', 'tag:press', 'segment:journalists']);
});

it('leaves alone what says nothing about people', () => {
  expect(found('tags: {shop-42: {personal: false, reason: Number of a branch, source: ["system:shop"]}}')).toEqual([]);
  // A company register without persons, and one with a person in it.
  expect(found('company_fields: {companyindustry: {source: ["public:register"]}}')).toEqual([]);
  expect(found('company_fields: {contact_person: {personal: true, purposes: [sales], source: ["public:register"]}}')).toEqual([
    'company_field:contact_person',
  ]);
});
