import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/too-precise.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';

const PURPOSES = `purposes:
  news: {use: email-marketing, title: The news}
  groups: {use: simple-segmentation}
  shipping: {use: service-delivery}
  letters: {use: survey-feedback, channels: [post]}
  register: {use: survey-feedback, legal_basis: legal-obligation}
  visits: {use: other, traits: [segmentation]}
`;
const birth = contactField('born', { title: 'Date of birth', type: 'date' });
const street = contactField('address1', { title: 'Address' });
const zipcode = contactField('zipcode', { title: 'Zip' });
const position = contactField('pos', { title: 'GPS coordinates' });
const told = (item: Item, entry: string, items: readonly Item[] = [], uses: readonly Use[] = []) =>
  findingsOf(rule, { declarations: `${PURPOSES}contact_fields: {${item.key}: {${entry}}}`, items: [item, ...items], uses }).map(
    ({ data }) => [data.precise, data.coarse, data.purpose],
  );

it('is told at its declaration, with the main purpose, and is an error in strict', () => {
  const example = { declarations: `${PURPOSES}contact_fields: {born: {purposes: [news, groups]}}`, items: [birth], finds: [] };
  expect(findingsOf(rule, example)).toMatchObject([
    {
      severity: 'warn',
      subject: 'contact_field:born',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'born'] },
      data: { label: 'Date of birth', precise: 'birth-date', coarse: 'month', purpose: 'The news' },
    },
  ]);
  expect(findingsOf(rule, example, 'strict')).toMatchObject([{ severity: 'error' }]);
});

describe('a date of birth', () => {
  it('may be a month for a greeting, a group for sorting', () => {
    expect(told(birth, 'purposes: [news]')).toEqual([['birth-date', 'month', 'The news']]);
    expect(told(birth, 'purposes: [groups]')).toEqual([['birth-date', 'age-band', 'groups']]);
  });

  it.each(['shipping', 'register', 'visits', 'news, shipping'])('may be needed for %s', purposes => {
    expect(told(birth, `purposes: [${purposes}]`)).toEqual([]);
  });

  it('is a date: a year or a month is none', () => {
    expect(told({ ...birth, type: 'select', title: 'Year of birth' }, 'purposes: [news]')).toEqual([]);
    expect(told({ ...birth, title: 'Date of the visit' }, 'purposes: [news]')).toEqual([]);
    expect(
      told(
        { ...birth, type: 'text' },
        'purposes: [news]',
        [form('F'), question('F/b', 'date', { title: 'Born' })],
        [collects('F/b', 'born')],
      ),
    ).toEqual([['birth-date', 'month', 'The news']]);
  });

  it('is told at a question whose answer fills no field', () => {
    const items = [form('F'), question('F/b', 'date', { title: 'Birthday' })];
    expect(findingsOf(rule, { declarations: `${PURPOSES}forms: {F: {purposes: [news]}}`, items, finds: [] })).toMatchObject([
      { subject: 'form_field:F/b', place: { item: 'form_field:F/b' }, data: { label: 'Birthday', precise: 'birth-date' } },
    ]);
  });
});

describe('an address', () => {
  it('is known by the alias of Mautic or by its declared kind', () => {
    expect(told({ ...street, added: '2026-01-01' }, 'purposes: [news]')).toEqual([['street', 'town', 'The news']]);
    expect(told({ ...zipcode, added: '2026-01-01' }, 'purposes: [news]')).toEqual([['postcode', 'region', 'The news']]);
    expect(told(contactField('via'), 'purposes: [groups], data_category: user.contact.address.street')).toEqual([
      ['street', 'town', 'groups'],
    ]);
    expect(told(contactField('plz'), 'purposes: [groups], data_category: [user.contact.address.postal_code]')).toEqual([
      ['postcode', 'region', 'groups'],
    ]);
    expect(told(contactField('town'), 'purposes: [groups], data_category: user.contact.address.city')).toEqual([]);
  });

  it.each(['shipping', 'letters', 'register', 'groups, letters'])('may be needed for %s', purposes => {
    expect(told({ ...street, added: '2026-01-01' }, `purposes: [${purposes}]`)).toEqual([]);
  });

  it('that a fresh Mautic ships, and nobody uses, is left alone', () => {
    expect(told(street, 'purposes: [news]')).toEqual([]);
  });
});

it('a position is told whatever it is for', () => {
  expect(told(position, 'purposes: [shipping]')).toEqual([['coordinates', 'town', 'shipping']]);
  expect(told(position, 'purposes: [shipping], not_special: Where the café stands')).toEqual([]);
});

describe('is answered', () => {
  it('by a reason', () => {
    expect(told(birth, 'purposes: [news], precision_reason: The voucher holds on that day only')).toEqual([]);
    expect(told(birth, 'purposes: [news], precision_reason: ""')).toHaveLength(1);
  });

  it('for a question at the field that it fills', () => {
    const field = contactField('f_1', { title: 'Custom' });
    const items = [form('F'), question('F/b', 'date', { title: 'Birthday' })];
    const uses = [collects('F/b', 'f_1')];
    expect(told(field, 'purposes: [news]', items, uses)).toEqual([['birth-date', 'month', 'The news']]);
    expect(told(field, 'purposes: [news], precision_reason: The voucher holds on that day only', items, uses)).toEqual([]);
  });

  it('not yet where nobody has said what it is for: that is another finding', () => {
    expect(told(birth, '')).toEqual([]);
    expect(told(birth, 'purposes: [nowhere]')).toEqual([]);
    expect(told(birth, 'personal: false, reason: Birthday of the dog')).toEqual([]);
  });
});

it('goes kind by kind', () => {
  const declarations = `${PURPOSES}contact_fields: {born: {purposes: [news]}}`;
  const { findings: found, notRun } = lintExample({ declarations, items: [birth], coverage: [absent('contact_field')], finds: [] });
  expect(found.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
