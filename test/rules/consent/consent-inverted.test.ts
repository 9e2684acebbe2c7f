import { expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-inverted.js';
import type { Made } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question } from '../form-items.js';

const field = contactField('profile_ok', { title: 'Profiles', type: 'boolean', yes_first: true });
const items = [form('Club'), box('Club/profile', 'Offers that fit me'), field];
const uses = [collects('Club/profile', 'profile_ok')];

it('finds a box that fills a yes/no field with yes first', () => {
  expect(findingsOf(rule, { declarations: '', items, uses, finds: [] })).toMatchObject([
    {
      subject: 'form_field:Club/profile',
      severity: 'error',
      place: { item: 'form_field:Club/profile' },
      data: { label: 'Offers that fit me', form: 'Club', field: { label: 'Profiles', alias: 'profile_ok' } },
    },
  ]);
});

it.each<[Made['series'], number]>([
  ['2', 1],
  ['4.2', 1],
  ['5.2', 1],
  ['6.0', 0],
  ['7.0', 0],
])('goes by the series as a number: %s', (series, found) => {
  expect(subjectsOf(rule, { declarations: '', items, uses, made: { series } })).toHaveLength(found);
});

it('puts declared consents first', () => {
  const other = contactField('other', { type: 'boolean', yes_first: true });
  const both = {
    declarations: 'purposes: {profiles: {use: behavioural-profiling, consent: {field: profile_ok}}}',
    items: [
      form('Club'),
      question('Club/other', 'radiogrp', { title: 'Other', position: 1 }),
      box('Club/profile', 'P', { position: 2 }),
      other,
      field,
    ],
    uses: [collects('Club/other', 'other'), ...uses],
  };
  expect(subjectsOf(rule, both)).toEqual(['form_field:Club/profile', 'form_field:Club/other']);
});

it.each([
  ['yes second', [form('Club'), box('Club/profile', 'P'), { ...field, yes_first: false }]],
  ['an order that was not seen', [form('Club'), box('Club/profile', 'P'), contactField('profile_ok', { type: 'boolean' })]],
  ['a field of another type', [form('Club'), box('Club/profile', 'P'), { ...field, type: 'select' }]],
  ['a hidden field', [form('Club'), question('Club/profile', 'hidden'), field]],
  ['a form that is off', [form('Club', { published: false }), box('Club/profile', 'P'), field]],
])('leaves %s alone', (_, some) => {
  expect(subjectsOf(rule, { declarations: '', items: some, uses })).toEqual([]);
});

it.each(['contact_field', 'form_field'] as const)('is not run where %s was not seen', of => {
  const coverage = [absent(of)];
  expect(lintExample({ declarations: '', coverage, finds: [] }).notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
});
