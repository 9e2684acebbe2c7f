import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/duplicate-datum.js';
import type { Item, ItemOf } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, contactField } from '../form-items.js';

type More = Partial<ItemOf<'contact_field'>>;
const named = (key: string, title: string, more: More = {}) => contactField(key, { title, ...more });
const found = (items: readonly Item[], declarations = 'contact_fields: {}') => subjectsOf(rule, { declarations, items });
const pair = (first: string, second: string, more: More = {}) => found([named('one', first, more), named('two', second, more)]);

describe('duplicate-datum', () => {
  it('names the newer field and the older one', () => {
    const items = [named('birthday', 'Birthday'), named('dob', 'Date of birth')];
    expect(findingsOf(rule, { declarations: 'contact_fields: {dob: {purposes: [x]}}', items, finds: [] }, 'strict')).toMatchObject([
      {
        subject: 'contact_field:dob',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'dob'], at: 'key' },
        data: { item: 'Date of birth', other_item: 'Birthday' },
        related: [{ subject: 'contact_field:birthday', place: { item: 'contact_field:birthday' } }],
      },
    ]);
  });

  it.each([
    ['Date of birth', 'date_of_birth'],
    ['Favourite Film', 'favourite film'],
    ['Città', 'CITTA'],
    ['Favourite film', 'Favorite film'],
    ['Film preferito', 'Film preferiti'],
    ['Data di nascita', 'Età'],
    ['Mobile', 'Handynummer'],
    ['Cognome', 'Family name'],
  ])('finds two names of one thing: %s, %s', (first, second) => {
    expect(pair(first, second)).toEqual(['contact_field:two']);
  });

  it.each([
    ['Phone', 'Mobile phone'],
    ['Guest name 1', 'Guest name 2'],
    ['Phone', 'Phone 2'],
    ['City', 'City of the school'],
    ['Diet', 'Date'],
    ['First visit', 'Last visit'],
    ['I agree to receive offers', 'I agree to receive offers'],
    ['お気に入りの画家', 'お気に入りの音楽'],
    ['', ''],
  ])('takes these for two things: %s, %s', (first, second) => {
    expect(pair(first, second)).toEqual([]);
  });

  it('takes one letter for a slip only between fields of one type', () => {
    expect(found([named('one', 'Delivery date', { type: 'date' }), named('two', 'Delivery rate', { type: 'number' })])).toEqual([]);
  });

  it('knows a field by its alias, too, also behind the letter that Mautic puts before it', () => {
    expect(found([named('group', 'Gruppe'), named('f_group', 'Reisegruppe')])).toEqual(['contact_field:f_group']);
  });

  it('goes by the declared kind of datum where people have one value of it', () => {
    const items = [named('plz', 'PLZ Rechnung'), named('zip2', 'Delivery')];
    const declared = (one: string, two: string) => `contact_fields: {plz: {data_category: ${one}}, zip2: {data_category: ${two}}}`;
    const postcode = 'user.contact.address.postal_code';
    expect(found(items, declared(postcode, postcode))).toEqual(['contact_field:zip2']);
    expect(found(items, declared(`[${postcode}]`, postcode))).toEqual(['contact_field:zip2']);
    expect(found(items, declared(postcode, 'user.contact.address.city'))).toEqual([]);
    expect(found(items, declared('user.health_and_medical', 'user.health_and_medical'))).toEqual([]);
    expect(found(items, declared(`[${postcode}, user.contact.address.city]`, postcode))).toEqual([]);
  });

  it.each([
    ['variant of the older', 'two: {variant_of: contact_field:one}'],
    ['variant of the newer', 'one: {variant_of: contact_field:two}'],
    ['given up', 'one: {status: retired}'],
    ['to come', 'two: {status: planned}'],
    ['not about people', 'two: {personal: false, reason: Number of the old shop}'],
  ])('is silent by the declaration: %s', (_, entry) => {
    const items = [named('one', 'Telefono'), named('two', 'Telefono')];
    expect(found(items)).toEqual(['contact_field:two']);
    expect(found(items, `contact_fields: {${entry}}`)).toEqual([]);
  });

  it('is silent for two fields that hold consents', () => {
    const purposes = 'purposes: {a: {use: email-marketing, consent: {field: one}}, b: {use: email-marketing, consent: {field: two}}}';
    expect(found([named('one', 'Newsletter'), named('two', 'Newsletter')], purposes)).toEqual([]);
  });

  it('holds every further one against the first', () => {
    const items = [named('a', 'Hobby'), named('b', 'hobby'), named('c', 'HOBBY')];
    expect(findingsOf(rule, { declarations: '', items, finds: [] }).map(({ subject, data }) => [subject, data.other_item])).toEqual([
      ['contact_field:b', 'Hobby'],
      ['contact_field:c', 'Hobby'],
    ]);
  });

  it('keeps people and firms apart, and leaves untouched core fields out', () => {
    const shipped = { added: '', changed: '', listable: true, visible: true, public: false, required: false, unique: false };
    expect(found([named('phone', 'Phone', shipped), named('two', 'Phone')])).toEqual([]);
    expect(found([named('one', 'Phone'), { kind: 'company_field', id: 9, key: 'p', title: 'Phone' }])).toEqual([]);
  });

  it('does not hold every field against every other', () => {
    const items = Array.from({ length: 3000 }, (_, index) => named(`q_${index}`, `Survey question, number ${index}`));
    const start = performance.now();
    expect(lintExample({ declarations: '', items, finds: [] }, 'recommended', true, [rule]).findings).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('is not run where fields were not seen', () => {
    const { notRun } = lintExample({ declarations: '', coverage: [absent('contact_field')], finds: [] });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
  });
});
