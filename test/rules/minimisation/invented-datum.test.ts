import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/invented-datum.js';
import type { ItemOf } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form } from '../form-items.js';

type Field = ItemOf<'contact_field'>;
const town = (more: Partial<Field> = {}): Field => contactField('town', { title: 'Town', default: 'constant', ...more });
const yesNo = (default_option: string | undefined): Field =>
  contactField('member', {
    title: 'Member',
    type: 'boolean',
    default: 'option',
    ...(default_option === undefined ? {} : { default_option }),
  });
const found = (field: Field, declarations = ''): string[] => subjectsOf(rule, { declarations, items: [field] });

it('stands at the entry of the field, else in Mautic', () => {
  const declarations = 'contact_fields: {town: {purposes: [events]}}';
  expect(findingsOf(rule, { declarations, items: [town()], finds: [] })).toMatchObject([
    {
      subject: 'contact_field:town',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'town'], at: 'key' },
      data: { field: { label: 'Town', alias: 'town' } },
    },
  ]);
  expect(findingsOf(rule, { declarations: '', items: [town()], finds: [] })[0]?.place).toEqual({ item: 'contact_field:town' });
});

it.each(['option', 'token', 'personal', 'number', 'url', 'constant'] as const)('finds a default of the class %s', initial => {
  expect(found(town({ default: initial }))).toEqual(['contact_field:town']);
});

it('finds a yes that nobody gave; a no is what people left open', () => {
  expect(found(yesNo('yes'))).toEqual(['contact_field:member']);
  expect(found(yesNo('no'))).toEqual([]);
  expect(found(yesNo(undefined))).toEqual([]);
});

describe('what stays silent', () => {
  it.each([
    ['no default', town({ default: 'empty' })],
    ['a default that was not seen', contactField('town')],
    ['a field that is off', town({ published: false })],
    ["Mautic's own columns", contactField('points', { default: 'number' })],
  ])('%s', (_, field) => {
    expect(found(field)).toEqual([]);
  });

  it('a mark that says nothing about the person', () => {
    expect(found(town(), 'contact_fields: {town: {personal: false, reason: Marks records of the old shop}}')).toEqual([]);
  });

  it('a consent, which consent-by-default tells', () => {
    const held = 'purposes: {club: {use: email-marketing, legal_basis: consent, consent: {field: member}}}';
    expect(found(yesNo('yes'), held)).toEqual([]);
    expect(found({ ...yesNo('yes'), title: 'I agree to receive the newsletter' })).toEqual([]);
    const asked = [yesNo('yes'), form('Club'), box('Club/member', 'I agree to receive the newsletter')];
    expect(subjectsOf(rule, { declarations: '', items: asked, uses: [collects('Club/member', 'member')] })).toEqual([]);
  });
});

it('is not run without contact fields', () => {
  const result = lintExample({ declarations: '', items: [town()], coverage: [absent('contact_field')], finds: [] });
  expect(result.notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
