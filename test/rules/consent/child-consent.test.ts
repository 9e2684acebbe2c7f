import { expect, it } from 'vitest';
import rule from '../../../rules/consent/child-consent.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { collects, contactField, form, question } from '../form-items.js';

interface Policy {
  readonly countries?: string;
  readonly purpose?: string;
  readonly form?: string;
}

const policy = ({ countries = 'IT', purpose = '', form = 'audience: children' }: Policy) =>
  `organisation: {countries: [${countries}]}
purposes: {club: {title: Kids club, use: email-marketing, legal_basis: consent${purpose}}}
forms: {Join us: {purposes: [club], ${form}}}`;
const found = (parts: Policy) => findingsOf(rule, { declarations: policy(parts) });
const limited = (age: number) => `, children: {age_gate: ${age}, parental_consent: A parent signs at the desk}`;

it('tells the form, the purpose, and the age of the country', () => {
  expect(found({})).toMatchObject([
    {
      subject: 'form:Join us',
      key: 'club',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['forms', 'Join us', 'audience'], at: 'value' },
      data: { form: 'Join us', purpose: 'Kids club', age: 14, country: 'IT' },
    },
  ]);
});

it('lets the strictest country count', () => {
  expect(found({ countries: 'IT, DE, FR' })[0]?.data).toMatchObject({ age: 16, country: 'DE' });
  expect(found({ countries: 'IT, FR', purpose: limited(14) })[0]?.data).toMatchObject({ age: 15, country: 'FR' });
  expect(found({ countries: 'IT, FR', purpose: limited(15) })).toEqual([]);
});

it('takes the age of the GDPR where the national one is not known, and any that a nation may set', () => {
  expect(found({ countries: 'SE' })[0]?.data).toMatchObject({ age: 16, country: 'EU' });
  expect(found({ countries: 'SE', purpose: limited(13) })).toEqual([]);
  expect(found({ countries: 'SE', purpose: limited(12) })).toHaveLength(1);
  expect(found({ countries: '' })[0]?.data).toMatchObject({ age: 16, country: 'EU' });
});

it.each([
  ['an age that is high enough', { purpose: limited(14) }],
  ['a form for parents', { form: 'audience: parents' }],
  ['a form for adults, although children are concerned', { form: 'audience: adults', purpose: ', subjects: [child]' }],
  ['a form that says nothing', { form: 'kind: newsletter' }],
  ['a form that is gone', { form: 'audience: children, status: retired, retired_on: 2026-11-01' }],
] as const)('is silent about %s', (_, parts) => {
  expect(found(parts)).toEqual([]);
});

it('is silent where nobody is asked for a consent', () => {
  const declarations = policy({}).replace('consent}', 'contract}');
  expect(subjectsOf(rule, { declarations })).toEqual([]);
});

it('finds a form that says nothing, when its purpose is about children, and one for all ages', () => {
  expect(found({ form: 'kind: newsletter', purpose: ', subjects: [child, parent]' })).toMatchObject([
    { place: { path: ['forms', 'Join us'] } },
  ]);
  expect(found({ form: 'audience: mixed' })).toHaveLength(1);
});

it('looks at what the questions of the form are for', () => {
  const declarations = `purposes:
  visit: {use: service-delivery, legal_basis: contract}
  club: {use: email-marketing, legal_basis: consent}
forms: {Visit: {purposes: [visit], audience: mixed, fields: {club: {role: consent, purposes: [club]}}}}`;
  expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([{ subject: 'form:Visit', key: 'club', data: { purpose: 'club' } }]);
});

it.each<[string, string, readonly string[]]>([
  ['email', 'email: {}', []],
  ['club_ok', 'club_ok: {role: consent}', ['form:Visit']],
])('does not take all purposes of the field that a question fills for those of the form, but those of a box: %s', (alias, asked, finds) => {
  const declarations = `purposes:
  visit: {use: service-delivery, legal_basis: contract}
  club: {use: email-marketing, legal_basis: consent}
contact_fields: {email: {purposes: [visit, club]}, club_ok: {purposes: [club]}}
forms: {Visit: {purposes: [visit], audience: mixed, fields: {${asked}}}}`;
  const items = [form('Visit'), question(`Visit/${alias}`, 'text'), contactField(alias)];
  expect(subjectsOf(rule, { declarations, items, uses: [collects(`Visit/${alias}`, alias)] })).toEqual(finds);
});

it('leaves a block that lacks a key to schema-valid', () => {
  const { findings } = lintExample({ declarations: policy({ purpose: ', children: {age_gate: 14}' }), finds: [] });
  expect(findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
  expect(findings.filter(({ rule: id, data }) => id === 'schema-valid' && data.key === 'parental_consent')).toHaveLength(1);
});
