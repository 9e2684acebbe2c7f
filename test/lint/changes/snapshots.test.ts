/** Changes that the snapshots show: what came into Mautic, what was renamed there, what people must answer. */
import { expect, it } from 'vitest';
import type { Item } from '../../../src/mautic/snapshot.js';
import { changesFrom, type Time, told } from './support.js';

const PURPOSES = 'purposes: {menu: {use: email-marketing, legal_basis: consent}}\n';
const FILM: Item = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true };
const FORM: Item = { kind: 'form', id: 3, key: 'Newsletter', published: true };
const PHONE: Item = {
  kind: 'form_field',
  id: 8,
  key: 'Newsletter/phone',
  title: 'Phone',
  form: 'form:Newsletter',
  type: 'tel',
  required: false,
};
const BUTTON: Item = { kind: 'form_field', id: 9, key: 'Newsletter/submit', form: 'form:Newsletter', type: 'button' };
const MOBILE: Item = { kind: 'contact_field', id: 7, key: 'mobile', title: 'Mobile', published: true, fixed: true };
const at = (items: readonly Item[], yaml = ''): Time => ({ yaml: `${PURPOSES}${yaml}`, items });

it('tells what came into Mautic and nobody declared', () => {
  expect(told(at([FORM]), at([FORM, FILM, PHONE, BUTTON]))).toEqual([
    'new-data contact_field:favourite_film',
    'new-data form_field:Newsletter/phone',
  ]);
  expect(
    changesFrom(
      at([]),
      at([
        { ...FORM, key: 'Other' },
        { ...PHONE, form: 'form:Other', key: 'Other/phone', required: true },
      ]),
    ),
  ).toMatchObject([
    { kind: 'new-data', undeclared: true, required: true, form: 'Other' },
    { kind: 'new-item', undeclared: true },
  ]);
});

it('calls nothing new of a kind that was not seen as a whole, or without an earlier snapshot', () => {
  const partly: Time = { ...at([]), coverage: [{ of: 'contact_field', state: 'partial', rows: 0, total: 1, why: ['own-only'] }] };
  expect(told(partly, at([FILM]))).toEqual([]);
  expect(told(PURPOSES, at([FILM]))).toEqual([]);
});

it('calls what was in Mautic documented when it is declared', () => {
  const declared = 'contact_fields: {favourite_film: {purposes: [menu]}}';
  expect(told(at([FILM]), at([FILM], declared))).toEqual(['documented contact_field:favourite_film menu']);
  expect(told(at([]), at([FILM], declared))).toEqual(['new-data contact_field:favourite_film menu']);
});

it('calls a field that every Mautic ships new when it comes into use', () => {
  expect(told(at([MOBILE]), at([MOBILE], 'contact_fields: {mobile: {purposes: [menu]}}'))).toEqual(['new-data contact_field:mobile menu']);
  expect(told(at([MOBILE]), at([MOBILE]))).toEqual([]);
  expect(told(at([]), at([MOBILE]))).toEqual([]);
});

it('follows what was renamed in Mautic, by its id', () => {
  const form = (name: string): string => `forms: {${name}: {purposes: [menu], fields: {phone: {}}}}`;
  const renamed: Item[] = [
    { ...FORM, key: 'Letter' },
    { ...PHONE, key: 'Letter/phone', form: 'form:Letter' },
  ];
  expect(told(at([FORM, PHONE], form('Newsletter')), at(renamed, form('Letter')))).toEqual([]);
  expect(told(at([FORM, PHONE], form('Newsletter')), { ...at(renamed, form('Letter')), made: { host: 'other.example' } })).toEqual([
    'new-data form_field:Letter/phone menu',
    'new-item form:Letter menu',
    'data-gone form_field:Newsletter/phone',
    'item-gone form:Newsletter',
  ]);
});

it('tells questions that must be answered now, by Mautic or by the declaration, once', () => {
  const form = (phone: string): string => `forms: {Newsletter: {purposes: [menu], fields: {phone: ${phone}}}}`;
  const must: Item = { ...PHONE, required: true };
  expect(told(at([FORM, PHONE]), at([FORM, must]))).toEqual(['required form_field:Newsletter/phone']);
  expect(told(at([FORM, PHONE], form('{}')), at([FORM, must], form('{required: true}')))).toEqual(['required form_field:Newsletter/phone']);
  expect(told(at([FORM, PHONE], form('{}')), at([FORM, PHONE], form('{required: true}')))).toEqual([
    'required form_field:Newsletter/phone',
  ]);
  // The declaration only says now what Mautic did before.
  expect(told(at([FORM, must], form('{}')), at([FORM, must], form('{required: true}')))).toEqual([]);
  expect(told(at([FORM, must], form('{required: true}')), at([FORM, PHONE], form('{}')))).toEqual(['optional form_field:Newsletter/phone']);
});
