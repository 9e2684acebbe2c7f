import { expect, it } from 'vitest';
import rule from '../../../rules/declaration/why-when-missing.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Coverage } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const WHY = 'Choose which of our restaurants to invite to';
const city = { kind: 'contact_field', id: 9, key: 'city', title: 'City', published: true } as const;
const booking = { kind: 'form', id: 2, key: 'Booking', published: true } as const;
const question = {
  kind: 'form_field',
  id: 7,
  key: 'Booking/city',
  title: 'Your city',
  form: 'form:Booking',
  type: 'text',
  mapping: 'contact',
} as const;
const asked = { from: 'form_field:Booking/city', how: 'collects', to: 'contact_field:city', at: 'form.field' } as const;

function missing(declarations: string, more: Omit<Example, 'declarations' | 'finds'> = {}) {
  return findingsOf(rule, { declarations, ...more }).map(({ subject, data }) => [subject, data.missing]);
}

it('says what is missing, and warns only', () => {
  expect(
    findingsOf(rule, { declarations: 'contact_fields:\n  city: {purposes: [events], why: marketing}', items: [city], finds: [] }),
  ).toMatchObject([
    {
      subject: 'contact_field:city',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'city', 'why'], at: 'value' },
      data: { label: 'City', missing: ['why', 'when', 'source'] },
    },
  ]);
  expect(
    findingsOf(
      rule,
      { declarations: 'contact_fields:\n  city: {purposes: [events], why: marketing}', items: [city], finds: [] },
      'strict',
    )[0]?.severity,
  ).toBe('error');
});

it('takes moment and source from a form that fills the field', () => {
  const declarations = `contact_fields:\n  city: {purposes: [events], why: ${WHY}}`;
  expect(missing(declarations, { items: [city, booking, question], uses: [asked] })).toEqual([]);
  expect(missing(declarations, { items: [city, booking, question] })).toEqual([['contact_field:city', ['when', 'source']]]);
  const declared = `${declarations}\nforms: {Booking: {purposes: [events], fields: {city: {maps_to: contact_field:city}}}}`;
  expect(missing(declared, { items: [city] })).toEqual([]);
});

it.each([
  ['source: ["system:crm"]', []],
  ['source: [derived]', []],
  ['source: ["form:Booking"]', []],
  ['source: ["offline:fair desk"]', ['when']],
  ['source: ["offline:fair desk"], when: At the fair', []],
  ['when: Booking a table', ['source']],
])('with %s', (origin, expected) => {
  const found = missing(`contact_fields:\n  city: {purposes: [events], why: ${WHY}, ${origin}}`, { items: [city] });
  expect(found).toEqual(expected.length === 0 ? [] : [['contact_field:city', expected]]);
});

it('says nothing of moment and source while not all forms were seen', () => {
  const declarations = `contact_fields:\n  city: {purposes: [events], why: ${WHY}}\n  mobile: {purposes: [events]}`;
  for (const state of ['partial', 'unknown', 'absent'] as const) {
    const coverage: Coverage[] = [{ of: 'form_field', state, rows: 0, why: ['not-in-files'] }];
    expect(missing(declarations, { items: [city], coverage })).toEqual([['contact_field:mobile', ['why']]]);
    const { notRun } = lintExample({ declarations, items: [city], coverage });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['not-in-files'] });
  }
  const without = lintExample({ declarations, finds: [] }, 'recommended', false);
  expect(without.findings.filter(finding => finding.rule === rule.id).map(({ data }) => data.missing)).toEqual([['why']]);
  expect(without.notRun).toContainEqual({ rule: rule.id, of: 'snapshot', why: ['no-snapshot'] });
});

it('wants more than the label, and no sentence that stands everywhere', () => {
  const label = { ...city, title: 'Preferred restaurant' };
  const said = missing('contact_fields:\n  city: {purposes: [events], why: preferred  restaurant, source: [derived]}', { items: [label] });
  expect(said).toEqual([['contact_field:city', ['label']]]);
  const entries = (count: number) =>
    Array.from({ length: count }, (_, index) => `  field${index}: {purposes: [events], why: We need it for our events}`).join('\n');
  expect(missing(`contact_fields:\n${entries(4)}`)).toEqual([]);
  const copied = findingsOf(rule, { declarations: `contact_fields:\n${entries(5)}`, finds: [] });
  expect(copied.map(({ data }) => [data.missing, data.count])).toEqual(Array.from({ length: 5 }, () => [['copied'], 5]));
});

it('lets a question take the reason of the field it fills', () => {
  const form = (fields: string) => `forms:\n  Booking: {purposes: [events], fields: {${fields}}}`;
  expect(missing(form('city: {}'), { items: [booking, question], uses: [asked] })).toEqual([]);
  expect(missing(form('city: {}'), { items: [booking, { ...question, mapping: 'none' }] })).toEqual([['form_field:Booking/city', ['why']]]);
  expect(missing(form('city: {why: city}'), { items: [booking, question], uses: [asked] })).toEqual([
    ['form_field:Booking/city', ['label']],
  ]);
  expect(missing(form('city: {role: consent}'), { items: [booking, { ...question, mapping: 'none' }] })).toEqual([]);
  expect(missing(form('city: {}, extra: {maps_to: contact_field:city}'))).toEqual([]);
});

it.each([
  ['what has no purpose', 'contact_fields:\n  city: {purposes: []}'],
  ['what is not personal', 'contact_fields:\n  city: {personal: false, reason: Number of the old shop system}'],
  ['what is gone', 'contact_fields:\n  city: {status: retired, retired_on: 2026-10-01, purposes: [events]}'],
  ['other kinds', 'tags: {vip: {purposes: [events]}}\nsegments: {readers: {purposes: [events]}}\nforms: {Booking: {purposes: [events]}}'],
])('leaves %s alone', (_, declarations) => {
  expect(subjectsOf(rule, { declarations, items: [city] })).toEqual([]);
});
