import { expect, it } from 'vitest';
import rule from '../../../rules/special-category/payment-data.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, contactField, form, question } from '../form-items.js';

const severities = (items: readonly Item[], declarations = '', preset: 'recommended' | 'strict' = 'recommended') =>
  findingsOf(rule, { declarations, items }, preset).map(({ severity }) => severity);
const iban = contactField('iban', { title: 'IBAN' });

it('is an error where it is sure, and something to look at where it is a hint', () => {
  const items = [iban, form('F'), question('F/q', 'text', { title: 'Card number' })];
  expect(findingsOf(rule, { declarations: 'contact_fields: {iban: {}}', items, finds: [] })).toMatchObject([
    {
      severity: 'error',
      subject: 'contact_field:iban',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'iban'] },
      data: { label: 'IBAN' },
    },
    { severity: 'error', subject: 'form_field:F/q', place: { item: 'form_field:F/q' }, data: { label: 'Card number' } },
  ]);
  expect(severities([contactField('paypal')])).toEqual(['info']);
  expect(severities([contactField('paypal')], '', 'strict')).toEqual(['warn']);
});

it.each(['gift_card_number', 'loyalty_card', 'card_colour', 'amount'])('leaves alone: %s', alias => {
  expect(severities([contactField(alias)], '', 'strict')).toEqual([]);
});

it('leaves alone what is answered with a yes or a choice', () => {
  const card = (type: string): Item => contactField('credit_card', { title: 'Credit card', type });
  for (const type of ['boolean', 'select']) expect([type, severities([card(type)], '', 'strict')]).toEqual([type, []]);
  expect(severities([card('text')])).toEqual(['error']);
});

it.each([
  ['not_special: Title of the tale of an Iban people', 0],
  ['personal: false, reason: Account of the museum', 0],
  ['law: Example Act, retention: P12M, why: We pay the winner', 1],
])('is answered by %s: %i left', (entry, count) => {
  expect(severities([iban], `contact_fields: {iban: {${entry}}}`)).toHaveLength(count);
});

it('is known by its declared kind', () => {
  expect(severities([contactField('f_2')], 'contact_fields: {f_2: {data_category: user.financial.bank_account}}')).toEqual(['error']);
  expect(severities([contactField('f_2')], 'contact_fields: {f_2: {data_category: user.financial}}')).toEqual([]);
});

it('goes kind by kind', () => {
  const { findings, notRun } = lintExample({ declarations: '', items: [iban], coverage: [absent('contact_field')], finds: [] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
