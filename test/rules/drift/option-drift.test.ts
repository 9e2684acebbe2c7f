import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/option-drift.js';
import type { Item, Option } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, collects, contactField, form, question, unseen } from '../form-items.js';

const options = (...values: readonly string[]): Option[] => values.map(value => ({ value, label: value.toUpperCase() }));
const DIET = contactField('diet', { title: 'Diet', type: 'select', options: options('none', 'vegan', 'halal') });
const find = (declarations: string, ...items: readonly Item[]) => findingsOf(rule, { declarations, items });

it('names the new answers as people read them, at the declared ones', () => {
  expect(find('contact_fields: {diet: {options: [none]}}', DIET)).toMatchObject([
    {
      subject: 'contact_field:diet',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'diet', 'options'], at: 'value' },
      data: { label: 'Diet', options: ['VEGAN', 'HALAL'] },
    },
  ]);
  const nameless = { ...DIET, options: [{ value: 'x1', label: '' }] };
  expect(find('contact_fields: {diet: {options: []}}', nameless)[0]?.data.options).toEqual(['x1']);
});

it('looks at company fields and at every item of a pattern', () => {
  const size: Item = { kind: 'company_field', id: 9, key: 'size', title: 'Size', type: 'select', options: options('1', '2') };
  expect(find('company_fields: {size: {options: [1]}}', size)[0]).toMatchObject({
    subject: 'company_field:size',
    data: { options: ['2'] },
  });
  const items = [DIET, { ...DIET, id: 500, key: 'diet_child', options: options('none') }];
  expect(subjectsOf(rule, { declarations: 'contact_fields: {"diet*": {options: [none, vegan]}}', items })).toEqual(['contact_field:diet']);
});

describe('what stays silent', () => {
  it.each([
    ['all are declared', 'options: [none, vegan, halal, kosher]'],
    ['they are declared as people read them', 'options: [NONE, VEGAN, HALAL]'],
    ['the list is open', 'options: open, note: Follows the caterer'],
    ['none are declared', 'purposes: [events]'],
  ])('%s', (_, entry) => {
    expect(find(`contact_fields: {diet: {${entry}}}`, DIET)).toEqual([]);
  });

  it('the answers were not seen, or nobody declared the field', () => {
    expect(find('contact_fields: {diet: {options: [none]}}', unseen(DIET, 'options'))).toEqual([]);
    expect(find('', DIET)).toEqual([]);
  });

  it.each(['', '- choose -'])('what stores nothing is no answer: "%s"', label => {
    const nothing: Option = { value: '', label };
    const offering = (...more: readonly Option[]) => ({ ...DIET, options: [nothing, ...options('none'), ...more] });
    expect(find('contact_fields: {diet: {options: [none]}}', offering())).toEqual([]);
    expect(find('contact_fields: {diet: {options: [none]}}', offering(...options('vegan')))[0]?.data.options).toEqual(['VEGAN']);
  });

  it('numbers and true or false are read as texts, entities are decoded', () => {
    const odd = { ...DIET, options: [...options('1', 'true'), { value: 'a&#38;b', label: 'A and B' }] };
    expect(find('contact_fields: {diet: {options: [1, true, "a&b"]}}', odd)).toEqual([]);
  });
});

describe('questions', () => {
  const ask = (offered: readonly Option[] | undefined, more: object = {}) =>
    question('Club/food', 'select', { title: 'Food?', ...(offered === undefined ? {} : { options: [...offered] }), ...more });
  const club = (declarations: string, asked: Item, field: Item = DIET) =>
    findingsOf(rule, { declarations, items: [field, form('Club'), asked], uses: [collects('Club/food', 'diet')] });

  it('are held against their own answers first', () => {
    const declarations =
      'contact_fields: {diet: {options: open, note: Follows the caterer}}\nforms: {Club: {fields: {food: {options: [none]}}}}';
    expect(club(declarations, ask(options('none', 'vegan')))).toMatchObject([
      {
        subject: 'form_field:Club/food',
        place: { path: ['forms', 'Club', 'fields', 'food', 'options'] },
        data: { label: 'Food?', options: ['VEGAN'] },
      },
    ]);
  });

  it('then against those of the field they fill; what the field offers too is told there', () => {
    const found = club('contact_fields: {diet: {options: [none, vegan]}}', ask(options('none', 'halal', 'kosher')));
    expect(found.map(({ subject, data, place }) => [subject, data.options, 'path' in place && place.path])).toEqual([
      ['contact_field:diet', ['HALAL'], ['contact_fields', 'diet', 'options']],
      ['form_field:Club/food', ['KOSHER'], ['contact_fields', 'diet', 'options']],
    ]);
  });

  it('not where they copy the answers of the field, or fill a yes or no', () => {
    const declarations = 'contact_fields: {diet: {options: [none, vegan, halal]}}';
    expect(club(declarations, ask(options('old'), { synced: true }))).toEqual([]);
    const yesNo = { ...DIET, type: 'boolean', options: options('no', 'yes') };
    expect(club('contact_fields: {diet: {options: [no, yes]}}', ask(options('1')), yesNo)).toEqual([]);
  });

  it('not without a field, nor where their answers were not seen', () => {
    const declarations = 'contact_fields: {diet: {options: [none, vegan, halal]}}';
    expect(subjectsOf(rule, { declarations, items: [DIET, form('Club'), ask(options('old'))] })).toEqual([]);
    expect(club(declarations, ask(undefined))).toEqual([]);
  });
});

it('is not run for kinds that were not seen', () => {
  const example = {
    declarations: 'contact_fields: {diet: {options: [none]}}',
    items: [DIET],
    coverage: [absent('contact_field')],
    finds: [],
  };
  expect(lintExample(example).notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
  expect(findingsOf(rule, example)).toEqual([]);
});
