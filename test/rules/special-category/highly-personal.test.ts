import { expect, it } from 'vitest';
import rule from '../../../rules/special-category/highly-personal.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, contactField, form, question } from '../form-items.js';

const income = contactField('f_8', { title: 'Household income' });
const findings = (items: readonly Item[], declarations = '', preset: 'recommended' | 'strict' = 'recommended') =>
  findingsOf(rule, { declarations, items }, preset);

it('tells what most people keep to themselves, at its declaration or in Mautic', () => {
  const items = [income, form('F'), question('F/gps', 'hidden', { title: 'Latitude' })];
  expect(findings(items, 'contact_fields: {f_8: {}}')).toMatchObject([
    {
      severity: 'warn',
      subject: 'contact_field:f_8',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'f_8'] },
      data: { label: 'Household income' },
    },
    { severity: 'warn', subject: 'form_field:F/gps', place: { item: 'form_field:F/gps' }, data: { label: 'Latitude' } },
  ]);
  expect(findings([income], '', 'strict')).toMatchObject([{ severity: 'error' }]);
});

it.each(['salary', 'marital_status', 'nationality', 'gps_coordinates'])('finds %s', alias => {
  expect(findings([contactField(alias)])).toHaveLength(1);
});

// Hints are not told: "most people consider it private" would say too much.
it.each(['partner', 'single', 'revenue', 'companyannual_revenue', 'store_latitude', 'allergies'])('leaves alone: %s', alias => {
  expect(findings([contactField(alias)], '', 'strict')).toEqual([]);
});

it('is told once, however much it tells', () => {
  expect(findings([contactField('f_7', { title: 'Income and marital status' })])).toHaveLength(1);
});

it.each([
  ['why: The rent subsidy depends on the sum', 0],
  ['not_special: Income of the character in the game', 0],
  ['retention: P12M, law: Example Act', 1],
])('is answered by %s: %i left', (entry, count) => {
  expect(findings([income], `contact_fields: {f_8: {${entry}}}`)).toHaveLength(count);
});

it('goes kind by kind', () => {
  const { findings: found, notRun } = lintExample({ declarations: '', items: [income], coverage: [absent('contact_field')], finds: [] });
  expect(found.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
