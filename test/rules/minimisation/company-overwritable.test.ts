import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/company-overwritable.js';
import type { Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, collects, form, question } from '../form-items.js';

const field = (key: string, more: Partial<ItemOf<'company_field'>> = {}): ItemOf<'company_field'> => ({
  kind: 'company_field',
  id: key.length,
  key,
  title: key,
  published: true,
  ...more,
});
const CONTACT = field('contact_person', { title: 'Contact person' });
const TRACKED = 'tracking: {website: {purposes: [statistics]}}\n';
const PERSONAL = 'company_fields: {contact_person: {personal: true, purposes: [sales]}}';
const page: Item = { kind: 'page', id: 3, key: 'menu', published: true };
const hit: Use = { from: 'page:menu', how: 'tracks', to: 'tracking:page_hit', at: 'page' };
const found = (declarations: string, items: readonly Item[], uses: readonly Use[] = []) => subjectsOf(rule, { declarations, items, uses });

it('finds a company field about a person, where the website is tracked', () => {
  expect(findingsOf(rule, { declarations: TRACKED + PERSONAL, items: [CONTACT], finds: [] })).toMatchObject([
    {
      subject: 'company_field:contact_person',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['company_fields', 'contact_person'] },
      data: { field: { label: 'Contact person', alias: 'contact_person' } },
    },
  ]);
});

describe('a person is', () => {
  it.each([
    ['what is marked so', '{personal: true, purposes: [sales]}', 1],
    ['a kind of datum that people have', '{purposes: [sales], data_category: user.contact.phone_number}', 1],
    ['one of several', '{purposes: [sales], data_category: [system.operations, user.name]}', 1],
    ['not a name that firms have', '{purposes: [sales]}', 0],
    ['not a kind of datum that systems have', '{purposes: [sales], data_category: system.operations}', 0],
    ['not what is declared to be none', '{personal: false, reason: Name of a department}', 0],
  ])('%s', (_, entry, number) => {
    expect(found(`${TRACKED}company_fields: {contact_person: ${entry}}`, [CONTACT])).toHaveLength(number);
  });

  it('not what nobody declared, nor a field that is off', () => {
    expect(found(TRACKED, [CONTACT])).toEqual([]);
    expect(found(TRACKED + PERSONAL, [field('contact_person', { published: false })])).toEqual([]);
  });
});

describe('a stranger gets there', () => {
  const visit = [form('Visit'), question('Visit/firm', 'text')];
  const names = collects('Visit/firm', 'company_field:companyname');

  it('by a page that records visits', () => {
    expect(found(PERSONAL, [CONTACT, page], [hit])).toEqual(['company_field:contact_person']);
    expect(found(PERSONAL, [CONTACT, { ...page, published: false }], [hit])).toEqual([]);
  });

  it('by a form that writes to companies', () => {
    expect(found(PERSONAL, [CONTACT, ...visit], [names])).toEqual(['company_field:contact_person']);
    expect(found(PERSONAL, [CONTACT, form('Visit', { published: false }), question('Visit/firm', 'text')], [names])).toEqual([]);
  });

  it('not otherwise', () => {
    expect(found(PERSONAL, [CONTACT, page, ...visit], [collects('Visit/firm', 'company')])).toEqual([]);
  });

  it('not by what was not seen well enough', () => {
    const example = { declarations: PERSONAL, items: [CONTACT, page, ...visit], uses: [hit, names], finds: [] };
    expect(findingsOf(rule, { ...example, coverage: [absent('page'), absent('form_field')] })).toEqual([]);
    const { notRun } = lintExample({ ...example, coverage: [absent('page')] });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'page', why: ['refused'] });
  });
});

it('is not run without company fields', () => {
  const result = lintExample({ declarations: TRACKED + PERSONAL, items: [CONTACT], coverage: [absent('company_field')], finds: [] });
  expect(result.notRun).toContainEqual({ rule: rule.id, of: 'company_field', why: ['refused'] });
  expect(result.findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
});
