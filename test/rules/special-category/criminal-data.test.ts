import { expect, it } from 'vitest';
import rule from '../../../rules/special-category/criminal-data.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, contactField, form, question } from '../form-items.js';

const record = contactField('f_3', { title: 'Criminal record' });
const severities = (items: readonly Item[], declarations = '', preset: 'recommended' | 'strict' = 'recommended') =>
  findingsOf(rule, { declarations, items }, preset).map(({ severity }) => severity);

it('is an error where it is sure, in fields and questions, and something to look at where it is a hint', () => {
  const items = [record, form('F'), question('F/q', 'text', { title: 'Any convictions' })];
  expect(findingsOf(rule, { declarations: 'contact_fields: {f_3: {}}', items, finds: [] })).toMatchObject([
    {
      severity: 'error',
      subject: 'contact_field:f_3',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'f_3'] },
      data: { label: 'Criminal record' },
    },
    { severity: 'error', subject: 'form_field:F/q', place: { item: 'form_field:F/q' }, data: { label: 'Any convictions' } },
  ]);
  expect(severities([contactField('court')])).toEqual(['info']);
  expect(severities([contactField('court')], '', 'strict')).toEqual(['warn']);
});

it.each(['tennis court', 'escape room', 'allergies', 'favourite_film'])('leaves alone: %s', title => {
  expect(severities([contactField('f_4', { title })], '', 'strict')).toEqual([]);
});

it.each([
  ['law: Example Security Guards Act art. 5', 0],
  ['law: ""', 1],
  ['not_special: Title of a detective novel', 0],
  ['special: {categories: [health], condition: explicit-consent}', 1],
])('is answered by %s: %i left', (entry, count) => {
  expect(severities([record], `contact_fields: {f_3: {${entry}}}`)).toHaveLength(count);
});

it('goes kind by kind', () => {
  const items = [record, form('F'), question('F/q', 'text', { title: 'Convictions' })];
  const { notRun } = lintExample({ declarations: '', items, coverage: [absent('form_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
  expect(subjectsOf(rule, { declarations: '', items, coverage: [absent('form_field')] })).toEqual(['contact_field:f_3']);
});
