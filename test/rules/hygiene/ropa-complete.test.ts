import { expect, it } from 'vitest';
import rule from '../../../rules/hygiene/ropa-complete.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

const ORGANISATION =
  'organisation: {name: Pizzeria Aurora srl, contact: privacy@aurora.example, countries: [IT], security_measures: {access: Two logins}}\n';

function gaps(declarations: string) {
  return findingsOf(rule, { declarations }).map(({ subject, data }) => [subject, data.missing]);
}

it('tells a missing organisation once, at the top of the file where it would stand', () => {
  expect(findingsOf(rule, { declarations: 'purposes: {}', finds: [] })).toMatchObject([
    {
      subject: 'organisation',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: [], at: 'value' },
      data: { item: 'organisation', kind: 'organisation', missing: ['name', 'contact', 'countries', 'security_measures'] },
    },
  ]);
});

it.each([
  ['whole', '{name: A, contact: a@a.example, countries: [IT], security_measures: {access: Two logins}}', []],
  ['without countries', '{name: A, contact: a@a.example, countries: [], security_measures: {access: Two logins}}', ['countries']],
  [
    'with an officer whom nobody can reach',
    '{name: A, contact: a@a.example, countries: [IT], security_measures: {access: Two logins}, dpo: {name: B}}',
    ['dpo.email'],
  ],
  [
    'with a representative without a name',
    '{name: A, contact: a@a.example, countries: [IT], security_measures: {access: Two logins}, representative: {contact: b@b.example}}',
    ['representative.name'],
  ],
  [
    'with a country that is none, which is told once',
    '{name: A, contact: a@a.example, countries: [Italy], security_measures: {access: Two logins}}',
    [],
  ],
])('an organisation %s', (_, organisation, missing) => {
  expect(gaps(`organisation: ${organisation}`)).toEqual(missing.length === 0 ? [] : [['organisation', missing]]);
});

it('names all that a purpose lacks in one finding', () => {
  const declarations = `${ORGANISATION}purposes:\n  newsletter: {title: Monthly menu}`;
  expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
    {
      subject: 'purpose:newsletter',
      place: { path: ['purposes', 'newsletter'], at: 'key' },
      data: { item: 'Monthly menu', kind: 'purpose', missing: ['subjects', 'recipients'] },
    },
  ]);
  expect(gaps(`${ORGANISATION}purposes:\n  newsletter: {subjects: [customer], recipients: []}`)).toEqual([]);
});

it('wants to know what kind of data a purpose uses', () => {
  const purpose = `${ORGANISATION}purposes:\n  newsletter: {subjects: [customer], recipients: []}\ncontact_fields:\n`;
  expect(gaps(`${purpose}  favourite_film: {purposes: [newsletter]}`)).toEqual([['purpose:newsletter', ['data_category']]]);
  expect(gaps(`${purpose}  favourite_film: {purposes: [newsletter], data_category: user.behavior}`)).toEqual([]);
  expect(gaps(`${purpose}  favourite_film: {purposes: [newsletter]}\n  firstname: {purposes: [newsletter]}`)).toEqual([]);
});

it('leaves the built-in purposes alone, and a record that is kept elsewhere', () => {
  expect(subjectsOf(rule, { declarations: `${ORGANISATION}tags: {bot: {purposes: [site-operation]}}` })).toEqual([]);
  expect(
    subjectsOf(rule, { declarations: 'organisation: {record: "https://wiki.aurora.example/register"}\npurposes: {newsletter: {}}' }),
  ).toEqual([]);
});

it('is an error in strict', () => {
  expect(findingsOf(rule, { declarations: 'purposes: {}', finds: [] }, 'strict')[0]?.severity).toBe('error');
});
