import { expect, it } from 'vitest';
import rule from '../../../rules/special-category/child-data.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, contactField, form, question } from '../form-items.js';

const PURPOSES = `purposes:
  endless: {use: service-delivery}
  ending: {use: service-delivery, retention: {period: P1M, from: event-date}}
`;
const child = contactField('child_name', { title: "Your child's name" });
const findings = (items: readonly Item[], declarations = '', preset: 'recommended' | 'strict' = 'recommended') =>
  findingsOf(rule, { declarations, items }, preset);

it('tells what is about children, at its declaration or in Mautic', () => {
  const items = [child, form('F'), question('F/kids', 'number', { title: 'How many kids?' })];
  expect(findings(items, 'contact_fields: {child_name: {}}')).toMatchObject([
    {
      severity: 'warn',
      subject: 'contact_field:child_name',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'child_name'] },
      data: { label: "Your child's name" },
    },
    { severity: 'warn', subject: 'form_field:F/kids', place: { item: 'form_field:F/kids' }, data: { label: 'How many kids?' } },
  ]);
  expect(findings([child], '', 'strict')).toMatchObject([{ severity: 'error' }]);
});

// Hints are not told: "is about children" would say too much.
it.each(['child_theme', 'parent_category', 'child_account_id', 'school', 'parent', 'kitchen'])('leaves alone: %s', alias => {
  expect(findings([contactField(alias)], '', 'strict')).toEqual([]);
});

it.each([
  ['all three', 'purposes: [ending], about_children: Guests of one evening, why: Whether to keep a high chair', 0],
  [
    'all three, with an end of its own',
    'purposes: [endless], about_children: Guests, why: Whether to keep a high chair, retention: P1M',
    0,
  ],
  ['no end', 'purposes: [endless], about_children: Guests of one evening, why: Whether to keep a high chair', 1],
  ['no reason', 'purposes: [ending], about_children: Guests of one evening', 1],
  ['nobody named', 'purposes: [ending], why: Whether to keep a high chair', 1],
  ['that it only sounds so', 'not_special: Name of the child of the wolf in the film', 0],
])('is answered by %s', (_, entry, count) => {
  expect(findings([child], `${PURPOSES}contact_fields: {child_name: {${entry}}}`)).toHaveLength(count);
});

it('goes kind by kind', () => {
  const { findings: found, notRun } = lintExample({ declarations: '', items: [child], coverage: [absent('contact_field')], finds: [] });
  expect(found.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
