import { expect, it } from 'vitest';
import rule from '../../../rules/purpose/unknown-purpose.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

const NEWSLETTER = 'purposes:\n  newsletter: {use: email-marketing}\n';

it('says which name is not defined, where it stands, and which one is near', () => {
  const declarations = `${NEWSLETTER}contact_fields:\n  email: {purposes: [newsletter, newsleter]}`;
  expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
    {
      subject: 'contact_field:email',
      key: 'newsleter',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'email', 'purposes', 1], at: 'value' },
      data: { purpose: 'newsleter', near: 'newsletter' },
    },
  ]);
  expect(findingsOf(rule, { declarations: `${NEWSLETTER}tags: {vip: {purposes: [sales]}}`, finds: [] })[0]?.data).toEqual({
    purpose: 'sales',
  });
});

it('looks wherever purposes are named', () => {
  const declarations = `${NEWSLETTER}
forms: {Booking: {purposes: [a1], fields: {email: {purposes: [a2]}}}}
tracking: {website: {purposes: [a3]}}
notices: {site: {url: "https://aurora.example/privacy", covers: {purposes: [newsletter, a4]}}}
instance: {plugins: {Doi: {does: [double-opt-in], purposes: [a5]}}}`;
  const found = findingsOf(rule, { declarations, finds: [] });
  expect(found.map(({ subject, data }) => [subject, data.purpose])).toEqual([
    ['form:Booking', 'a1'],
    ['form_field:Booking/email', 'a2'],
    ['tracking:website', 'a3'],
    ['notice:site', 'a4'],
    ['plugin:Doi', 'a5'],
  ]);
  expect(found[4]?.place).toEqual({ file: EXAMPLE_FILE, path: ['instance', 'plugins', 'Doi', 'purposes', 0], at: 'value' });
});

it('knows the built-in purposes, and does not read a note to self as a name', () => {
  const declarations =
    'tags:\n  a: {purposes: [site-operation]}\n  b: {purposes: [legal-claims, security-antispam]}\n  c: {purposes: [TODO]}';
  expect(subjectsOf(rule, { declarations })).toEqual([]);
});

it.each([
  ['no use', '{description: Send the monthly menu to people who asked}', true],
  ['other without a term', '{use: other, description: Keep the list of visitors that fire safety law asks for}', true],
  ['other with a description that is too short', '{use: other, dpv: "dpv:RecordManagement", description: Keep the list of visitors}', true],
  [
    'other with a term of DPV',
    '{use: other, dpv: "dpv:RecordManagement", description: Keep the list of visitors that fire safety law asks for}',
    false,
  ],
  [
    'other with a term of fideslang',
    '{use: other, fideslang: essential.legal_obligation, description: Keep the list of visitors that fire safety law asks for}',
    false,
  ],
  ['a use of the list with a short description', '{use: press-relations, description: News}', false],
])('a definition with %s', (_, purpose, isFound) => {
  expect(subjectsOf(rule, { declarations: `purposes:\n  mine: ${purpose}` })).toEqual(isFound ? ['purpose:mine'] : []);
});

it('leaves a use with a typing mistake to the one finding about it', () => {
  expect(subjectsOf(rule, { declarations: 'purposes:\n  newsletter: {use: email-marketting}' })).toEqual([]);
});

it('takes __proto__ as a name like any other', () => {
  expect(subjectsOf(rule, { declarations: 'tags:\n  vip: {purposes: [__proto__, constructor]}' })).toEqual(['tag:vip', 'tag:vip']);
  expect(
    subjectsOf(rule, { declarations: 'purposes:\n  __proto__: {use: email-marketing}\ntags:\n  vip: {purposes: [__proto__]}' }),
  ).toEqual([]);
});
