import { expect, it } from 'vitest';
import rule from '../../../rules/legal-basis/basis-mismatch.js';
import { renderMessage } from '../../../src/output/message.js';
import { plainText } from '../../../src/output/parts.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

function found(declarations: string) {
  return findingsOf(rule, { declarations });
}

it('says which basis does not fit, and why', () => {
  expect(found('purposes:\n  newsletter: {title: Monthly menu, use: email-marketing, legal_basis: contract}')).toMatchObject([
    {
      subject: 'purpose:newsletter',
      key: 'contract',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'newsletter', 'legal_basis'], at: 'value' },
      data: { basis: 'contract', purpose: 'Monthly menu', reason: 'advertising-is-no-contract' },
    },
  ]);
});

it('only warns where the basis holds under a condition, and is content with a note of 20 characters', () => {
  const purpose = 'use: lead-scoring, legal_basis: legitimate-interests';
  expect(found(`purposes:\n  leads: {${purpose}}`)).toMatchObject([{ severity: 'warn', data: { reason: 'business-no-tracking' } }]);
  expect(found(`purposes:\n  leads: {${purpose}, basis_note: It is fine this way}`)).toHaveLength(1);
  expect(found(`purposes:\n  leads: {${purpose}, basis_note: It is fine like this}`)).toEqual([]);
  expect(
    found('purposes:\n  news: {use: web-tracking, legal_basis: legitimate-interests, basis_note: We believe it is fine this way}'),
  ).toHaveLength(1);
});

it('lets the strictest country count', () => {
  const purpose =
    'purposes:\n  b2b: {use: email-marketing, subjects: [business-contact], legal_basis: legitimate-interests, basis_note: Only what concerns their work}';
  expect(found(`organisation: {countries: [FR]}\n${purpose}`)).toEqual([]);
  expect(found(`organisation: {countries: [FR, IT]}\n${purpose}`)).toMatchObject([
    { severity: 'error', data: { reason: 'companies-must-agree', country: 'IT' } },
  ]);
});

it('judges each basis of a list at its own place', () => {
  expect(found('purposes:\n  news: {use: email-marketing, legal_basis: [consent, contract]}')).toMatchObject([
    { key: 'contract', place: { path: ['purposes', 'news', 'legal_basis', 1], at: 'value' } },
  ]);
});

it('judges the basis of an item against the purposes of the item', () => {
  const declarations =
    'purposes:\n  news: {use: email-marketing, legal_basis: consent}\nsegments:\n  readers: {purposes: [news], legal_basis: contract}';
  expect(found(declarations)).toMatchObject([
    { subject: 'segment:readers', place: { path: ['segments', 'readers', 'legal_basis'] }, data: { basis: 'contract', purpose: 'news' } },
  ]);
  expect(found(declarations.replace('contract', 'soft-opt-in'))).toEqual([]);
});

it.each([
  ['{categories: [health]}', ['contact_field:diet']],
  ['{categories: [health], condition: explicit-consent}', ['contact_field:diet']],
  ['{categories: [health], condition: explicit-consent, consent: {field: consent_diet}}', []],
  ['{categories: [health], condition: vital-interests}', []],
])('asks for an explicit yes or another ground where data are sensitive: %s', (special, subjects) => {
  const declarations = `purposes:\n  dinner: {use: service-delivery, legal_basis: contract}\ncontact_fields:\n  diet: {purposes: [dinner], special: ${special}}`;
  expect(found(declarations).map(finding => finding.subject)).toEqual(subjects);
});

it('names the sensitive datum and the basis that does not carry it', () => {
  const declarations =
    'purposes:\n  news: {use: email-marketing, legal_basis: consent}\n  dinner: {use: service-delivery, legal_basis: contract}\ncontact_fields:\n  diet: {purposes: [news, dinner], special: {categories: [health]}}';
  expect(found(declarations)).toMatchObject([
    {
      place: { path: ['contact_fields', 'diet', 'special'] },
      data: { basis: 'contract', purpose: 'dinner', detail: 'special-data', item: 'diet' },
    },
  ]);
  expect(subjectsOf(rule, { declarations: declarations.replace('[news, dinner]', '[news]') })).toEqual([]);
});

it('says that the field of an explicit yes is missing, at what says that there is one', () => {
  const declarations =
    'purposes:\n  dinner: {use: service-delivery, legal_basis: contract}\ncontact_fields:\n  diet: {purposes: [dinner], legal_basis: contract, special: {categories: [health], condition: explicit-consent}}';
  const [finding] = found(declarations);
  expect(finding).toMatchObject({
    place: { path: ['contact_fields', 'diet', 'special'] },
    data: { detail: 'special-consent', item: 'diet' },
  });
  const said = plainText(renderMessage(rule.text.en, finding?.data ?? {}, 'en'));
  expect(said).toContain("'diet' is kept on an explicit yes, and nothing says where that stands.");
});

it('does not doubt the consent that sensitive data ask for', () => {
  const purpose = 'purposes:\n  evenings: {use: service-delivery, legal_basis: contract}\ncontact_fields:\n';
  const special = 'special: {categories: [health], condition: explicit-consent, consent: {field: diet_ok}}';
  const declared = (rest: string) => `${purpose}  diet: {purposes: [evenings], legal_basis: consent${rest}}`;
  expect(subjectsOf(rule, { declarations: declared(`, ${special}`) })).toEqual([]);
  expect(subjectsOf(rule, { declarations: declared('') })).toEqual(['contact_field:diet']);
});

it('leaves sensitive data alone whose categories or condition are refused', () => {
  const declarations = (special: string) =>
    `purposes: {gifts: {use: service-delivery, legal_basis: contract}}\ncontact_fields: {iban: {purposes: [gifts], special: {${special}}}}`;
  const subjects = (special: string) => subjectsOf(rule, { declarations: declarations(special) });
  expect(subjects('categories: [health], condition: explicit-consent')).toEqual(['contact_field:iban']);
  expect(subjects('categories: [money], condition: explicit-consent')).toEqual([]);
  expect(subjects('categories: [health], condition: consent')).toEqual([]);
});
