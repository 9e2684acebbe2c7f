/** What the declaration answers when something sounds sensitive; asked of special-field, and meant for all of its family. */
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import rule from '../../../rules/special-category/special-field.js';
import { findingsOf, subjectsOf } from '../examples.js';
import { contactField } from '../form-items.js';

const diet = contactField('diet', {
  title: 'Diet',
  type: 'select',
  options: [
    { value: 'halal', label: 'Halal' },
    { value: 'kosher', label: 'Kosher' },
    { value: 'gluten', label: 'Gluten free' },
    { value: 'lactose', label: 'Lactose' },
  ],
});
const weight = contactField('weight', { title: 'Weight' });
const categories = (entry: string, item = diet) =>
  findingsOf(rule, { declarations: `contact_fields: {${item.key}: {${entry}}}`, items: [item] }).map(({ data }) => data.category);

// Sensitive data must name what allows them (case D28).
describe('`special`', () => {
  it('answers with a condition, for its own categories', () => {
    expect(categories('special: {categories: [health, religion], condition: explicit-consent}')).toEqual([]);
    expect(categories('special: {categories: [health], condition: explicit-consent}')).toEqual(['religion']);
    expect(categories('special: {condition: explicit-consent}')).toEqual([]);
  });

  it('answers nothing without one', () => {
    expect(categories('special: {categories: [health, religion]}')).toEqual(['health', 'religion']);
  });

  it('answers hints of any category', () => {
    expect(categories('special: {categories: [religion], condition: explicit-consent}', weight)).toEqual([]);
    expect(categories('special: {categories: [religion]}', weight)).toEqual(['health']);
  });

  it('has two words for what the lexicon calls by one', () => {
    const scan = contactField('iris', { title: 'Iris scan' });
    expect(categories('special: {categories: [health], condition: explicit-consent}', scan)).toEqual(['biometric-genetic']);
    expect(categories('special: {categories: [biometric], condition: explicit-consent}', scan)).toEqual([]);
  });
});

describe('`not_special`', () => {
  it('answers with a reason', () => {
    expect(categories('not_special: Dishes of the film only')).toEqual([]);
    expect(categories('not_special: {reason: Dishes of the film only, approved_by: dpo}')).toEqual([]);
    expect(categories('not_special: {approved_by: dpo}')).toHaveLength(2);
    expect(categories('not_special: " "')).toHaveLength(2);
  });

  it('answers what was seen, until name, type or answers change', () => {
    const { key, title, type, options } = diet;
    const seen = createHash('sha256')
      .update(JSON.stringify([key, title, type, options]))
      .digest('hex')
      .slice(0, 12);
    const entry = `not_special: {reason: Dishes of the film only, seen: ${seen}}`;
    expect(categories(entry)).toEqual([]);
    expect(categories(entry, { ...diet, title: 'Your diet' })).toHaveLength(2);
    expect(categories(entry, { ...diet, options: [...(options ?? []), { value: 'vegan', label: 'Vegan' }] })).toHaveLength(2);
  });

  it('of a pattern speaks of all names alike, whatever was seen', () => {
    const tags = 'contact_fields: {"diet*": {not_special: {reason: Dishes of the film only, seen: 51ab09cd77e2}}}';
    expect(subjectsOf(rule, { declarations: tags, items: [diet, { ...diet, id: 7, key: 'diet_2' }] })).toEqual([]);
  });
});

it('that something says nothing about people is an answer', () => {
  expect(categories('personal: false, reason: Dishes of the film only')).toEqual([]);
});
