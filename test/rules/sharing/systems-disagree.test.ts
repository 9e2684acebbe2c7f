import { describe, expect, it } from 'vitest';
import rule from '../../../rules/sharing/systems-disagree.js';
import { EXAMPLE_FILE, findingsOf } from '../examples.js';
import { contactField } from '../form-items.js';

const POLICY = `purposes:
  news: {use: email-marketing, legal_basis: consent, consent: {field: consent_news, collected_by: [form:Club]}}
  offers: {use: email-marketing, legal_basis: consent, consent: {tag: offers-ok, collected_by: [form:Club]}}
  orders: {use: service-delivery, legal_basis: contract}
contact_fields:
  email: {purposes: [news, orders]}
  consent_news: {purposes: [news]}
  taste: {purposes: [offers]}
  city: {purposes: [orders]}
  size: {purposes: [orders]}
`;
const lint = (systems: string) => findingsOf(rule, { declarations: `${POLICY}systems:\n  ${systems}` });
const found = (systems: string) => lint(systems).map(({ subject, data }) => [subject, data.field?.alias, data.reason]);

describe('a field', () => {
  it('is nobody’s where a system writes it and never gets it back', () => {
    const declarations = `${POLICY}systems: {crm: {feeds: [size, city], gets: [size]}}`;
    expect(findingsOf(rule, { declarations, items: [contactField('city', { title: 'Town' })], finds: [] })).toMatchObject([
      {
        subject: 'system:crm',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['systems', 'crm', 'feeds', 1], at: 'value' },
        data: { system: 'crm', field: { label: 'Town', alias: 'city' }, reason: 'no-master' },
      },
    ]);
  });

  it('stands for the others of its system of which the same is true', () => {
    const [fault, ...others] = lint('crm: {feeds: [city, size, taste, city], propagates_within: PT1H}');
    expect(others).toEqual([]);
    expect(fault?.related).toMatchObject([
      { place: { path: ['systems', 'crm', 'feeds', 1] } },
      { place: { path: ['systems', 'crm', 'feeds', 2] } },
    ]);
  });

  it.each([
    ['{feeds: [city], gets: [city]}', []],
    ['{feeds: [city], master_of: [city]}', []],
    ['{feeds: [contact_field:city], master_of: [city]}', []],
    ['{gets: [city]}', []],
    ['{note: Asks on the website}', []],
    ['{feeds: [city], mastr_of: [city]}', []],
  ])('is settled, or told elsewhere: %s', (crm, faults) => {
    expect(found(`crm: ${crm}`)).toEqual(faults);
  });

  it('has one master among several systems', () => {
    expect(found('crm: {feeds: [city], master_of: [city]}\n  shop: {feeds: [city]}')).toEqual([]);
    expect(found('shop: {feeds: [city]}\n  crm: {feeds: [city], master_of: [city]}')).toEqual([]);
    const [fault, ...others] = lint('crm: {feeds: [city], master_of: [city]}\n  shop: {feeds: [city], master_of: [city]}');
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      subject: 'system:shop',
      place: { path: ['systems', 'shop', 'master_of', 0] },
      data: { reason: 'two-masters', other_item: 'crm' },
    });
  });
});

describe('a consent', () => {
  const FAST = 'propagates_within: PT1H';

  it('has one master: not Mautic and the system', () => {
    expect(found(`crm: {feeds: [consent_news], master_of: [consent_news], ${FAST}}`)).toEqual([
      ['system:crm', 'consent_news', 'consent-split'],
    ]);
    expect(found(`crm: {feeds: [consent_news], master_of: [consent_news], consent_master: system, ${FAST}}`)).toEqual([]);
    // Then it is the master of the field that holds it.
    expect(found(`crm: {feeds: [consent_news], consent_master: system, ${FAST}}`)).toEqual([]);
  });

  it('may be held by a field and a segment: each of them has that master', () => {
    const held = POLICY.replace('consent: {field: consent_news,', 'consent: {field: consent_news, segment: readers,');
    const faults = (crm: string) =>
      findingsOf(rule, { declarations: `${held}systems: {crm: ${crm}}` }).map(({ data }) => [data.field?.alias, data.reason]);
    expect(faults(`{gets: [consent_news], master_of: [consent_news], consent_master: mautic, ${FAST}}`)).toEqual([
      ['consent_news', 'consent-split'],
    ]);
    expect(faults(`{gets: [consent_news], master_of: [city], consent_master: mautic, ${FAST}}`)).toEqual([]);
    expect(faults('{gets: [email]}')).toEqual([['consent_news', 'not-propagated']]);
  });

  it('has one master: not two systems', () => {
    const [fault, ...others] = lint(
      `crm: {gets: [email], consent_master: system, ${FAST}}\n  shop: {gets: [email], consent_master: system, ${FAST}}`,
    );
    expect(others).toEqual([]);
    expect(fault).toMatchObject({
      subject: 'system:shop',
      place: { path: ['systems', 'shop', 'consent_master'] },
      data: { reason: 'two-consent-masters', other_item: 'crm', field: { alias: 'consent_news' } },
    });
    // Another consent, or Mautic between the two.
    expect(
      found(`crm: {gets: [email], consent_master: system, ${FAST}}\n  shop: {gets: [taste], consent_master: system, ${FAST}}`),
    ).toEqual([]);
    expect(
      found(`crm: {gets: [email], consent_master: system, ${FAST}}\n  shop: {gets: [email], consent_master: mautic, ${FAST}}`),
    ).toEqual([]);
  });
});

describe('a withdrawal', () => {
  it.each([
    ['{gets: [email]}', [['system:crm', 'consent_news', 'not-propagated']]],
    ['{gets: [taste]}', [['system:crm', 'offers-ok', 'not-propagated']]],
    ['{gets: [city]}', []],
    ['{gets: [email], propagates_within: P1D}', []],
    ['{gets: [email], propagates_within: PT36H}', [['system:crm', 'consent_news', 'too-slow']]],
    ['{gets: [email], propagates_within: soon}', []],
  ])('%s: %j', (crm, faults) => {
    expect(found(`crm: ${crm}`)).toEqual(faults);
  });

  it('is told at its period, else at the system', () => {
    expect(lint('crm: {gets: [email], propagates_within: P7D}')).toMatchObject([
      { place: { path: ['systems', 'crm', 'propagates_within'] }, data: { period: 'P7D' } },
    ]);
    expect(lint('crm: {gets: [email]}')).toMatchObject([{ place: { path: ['systems', 'crm'], at: 'key' } }]);
  });

  it('is told of the field itself where nothing is declared to hold the consent', () => {
    const declarations =
      'purposes: {news: {legal_basis: consent}}\ncontact_fields: {email: {purposes: [news]}}\nsystems: {crm: {gets: [email]}}';
    expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([{ data: { field: { label: '', alias: 'email' } } }]);
  });
});

it('says nothing of Mautic alone', () => {
  expect(findingsOf(rule, { declarations: POLICY, finds: [] })).toEqual([]);
});
