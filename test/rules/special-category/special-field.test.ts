import { describe, expect, it } from 'vitest';
import rule from '../../../rules/special-category/special-field.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';

type Preset = 'recommended' | 'strict';
const findings = (declarations: string, items: readonly Item[], uses: readonly Use[] = [], preset: Preset = 'recommended') =>
  findingsOf(rule, { declarations, items, uses }, preset);
const told = (declarations: string, items: readonly Item[], uses: readonly Use[] = [], preset: Preset = 'recommended') =>
  findings(declarations, items, uses, preset).map(({ severity, subject, data }) => [severity, subject, data.label, data.category]);
const answers = (...labels: string[]) => labels.map((label, index) => ({ value: `v${index}`, label }));

const allergies = contactField('allergies', { title: 'Allergies' });
const plain = contactField('f_12', { title: 'Custom 12' });
const FOUND = ['error', 'contact_field:allergies', 'Allergies', 'health'];

describe('a field', () => {
  it('is an error where its name is sure, at its declaration or in Mautic', () => {
    expect(findings('', [allergies])).toMatchObject([
      { severity: 'error', subject: 'contact_field:allergies', place: { item: 'contact_field:allergies' }, key: 'health' },
    ]);
    expect(findings('contact_fields: {allergies: {purposes: []}}', [allergies])).toMatchObject([
      { place: { file: EXAMPLE_FILE, path: ['contact_fields', 'allergies'] }, data: { label: 'Allergies', category: 'health' } },
    ]);
    expect(told('', [allergies], [], 'strict')).toEqual([FOUND]);
  });

  it('is something to look at where its name is a hint, and a warning in strict', () => {
    const weight = contactField('weight', { title: 'Weight' });
    expect(told('', [weight])).toEqual([['info', 'contact_field:weight', 'Weight', 'health']]);
    expect(told('', [weight], [], 'strict')).toEqual([['warn', 'contact_field:weight', 'Weight', 'health']]);
    // Beside what is sure, hints are not told.
    const both = contactField('religion', { title: 'Religion, and weight' });
    expect(told('', [both])).toEqual([['error', 'contact_field:religion', 'Religion, and weight', 'religion']]);
  });

  it.each(['race_distance_km', 'party_size', 'third_party_optin', 'favourite_film', 'essex'])('is left alone: %s', alias => {
    expect(told('', [contactField(alias)], [], 'strict')).toEqual([]);
  });

  it('is read in the languages of the team', () => {
    const health = contactField('f_1', { title: 'Stato di salute' });
    expect(told('', [health])).toEqual([]);
    expect(told('organisation: {countries: [IT]}', [health])).toEqual([['error', 'contact_field:f_1', 'Stato di salute', 'health']]);
  });

  it('has one name in alias and label: a word in one explains a word in the other', () => {
    expect(told('', [contactField('race', { title: 'Distance in km' })], [], 'strict')).toEqual([]);
  });

  it('counts while it is live, or still filled; not when it is empty and cannot be deleted', () => {
    const off = { ...allergies, published: false };
    const filled = (item: Item, n: number) =>
      findingsOf(rule, { declarations: '', items: [item], counts: [{ of: 'contact_field:allergies', how: 'filled', n }] });
    expect(findings('', [off])).toEqual([]);
    expect(filled(off, 0)).toEqual([]);
    expect(filled(off, 12)).toHaveLength(1);
    expect(filled(allergies, 0)).toHaveLength(1);
    expect(filled({ ...allergies, fixed: true }, 0)).toEqual([]);
  });

  it('of a firm counts only where it is declared to be about people', () => {
    const staff: Item = { kind: 'company_field', id: 9, key: 'staff_disability', title: 'Staff with a disability', published: true };
    expect(told('', [staff])).toEqual([]);
    expect(told('company_fields: {staff_disability: {personal: false, reason: A number only}}', [staff])).toEqual([]);
    expect(
      told('purposes: {x: {use: survey-feedback}}\ncompany_fields: {staff_disability: {personal: true, purposes: [x]}}', [staff]),
    ).toEqual([['error', 'company_field:staff_disability', 'Staff with a disability', 'health']]);
  });

  it('that holds a consent is no datum', () => {
    const yes = contactField('health_ok', { title: 'Health data', type: 'boolean' });
    expect(told('', [yes])).toHaveLength(1);
    expect(told('contact_fields: {diet: {special: {consent: {field: health_ok}}}}', [yes])).toEqual([]);
    expect(told('', [{ ...yes, title: 'Consent to keep health data' }])).toEqual([]);
    const asked = [yes, form('F'), question('F/ok', 'hidden', { title: 'Health data' })];
    const declared = 'contact_fields: {diet: {special: {consent: {field: health_ok}}}}';
    expect(told('', asked.slice(1))).toHaveLength(1);
    expect(told(declared, asked, [collects('F/ok', 'health_ok')])).toEqual([]);
  });

  it('is known by its declared kind, also with a plain name', () => {
    const declared = (category: string) => told(`contact_fields: {f_12: {data_category: ${category}}}`, [plain]);
    expect(declared('user.health.medications')).toEqual([['error', 'contact_field:f_12', 'Custom 12', 'health']]);
    expect(declared('[user.name, user.health.genetic]')).toEqual([['error', 'contact_field:f_12', 'Custom 12', 'biometric-genetic']]);
    expect(declared('user.healthy')).toEqual([]);
    expect(declared('user.demographic')).toEqual([]);
  });
});

describe('answers', () => {
  const menu = (...labels: string[]) => contactField('menu', { title: 'Menu', type: 'multiselect', options: answers(...labels) });

  it('count in full when there are two, or when the list is short', () => {
    const others = ['Fish', 'Meat', 'Vegetables', 'Soup', 'Pasta', 'Pizza', 'Bread'];
    expect(told('', [menu('Coeliac', 'Lactose', ...others)])).toEqual([['error', 'contact_field:menu', 'Menu', 'health']]);
    expect(told('', [menu('Fish', 'Coeliac')])).toEqual([['error', 'contact_field:menu', 'Coeliac', 'health']]);
    expect(told('', [menu('Coeliac', ...others)])).toEqual([['info', 'contact_field:menu', 'Coeliac', 'health']]);
    // Of a long list the snapshot has the first only.
    expect(told('', [{ ...menu('Fish', 'Coeliac'), options_total: 120 }])).toEqual([['info', 'contact_field:menu', 'Coeliac', 'health']]);
    expect(told('', [menu(...others)], [], 'strict')).toEqual([]);
  });

  it('of two sorts are two findings', () => {
    expect(told('', [menu('Halal', 'Kosher', 'Coeliac', 'Lactose')])).toEqual([
      ['error', 'contact_field:menu', 'Menu', 'religion'],
      ['error', 'contact_field:menu', 'Menu', 'health'],
    ]);
    expect(findings('', [menu('Halal', 'Kosher', 'Coeliac', 'Lactose')]).map(({ key }) => key)).toEqual(['religion', 'health']);
  });

  it('count only if they say the same beside their name', () => {
    const list = (title: string) => contactField('list', { title, type: 'select', options: answers('Healthcare', 'Retail') });
    expect(told('', [list('Industry')])).toEqual([]);
    expect(told('', [list('Interests')])).toEqual([['error', 'contact_field:list', 'Healthcare', 'health']]);
  });

  it('are read beside a name that is only a hint', () => {
    const race = (...labels: string[]) => contactField('race', { title: 'Race', type: 'select', options: answers(...labels) });
    expect(told('', [race('White', 'Black', 'Asian')])).toEqual([['error', 'contact_field:race', 'Race', 'ethnicity']]);
    expect(told('', [race('5 km', '10 km', 'Marathon')], [], 'strict')).toEqual([]);
  });
});

describe('a question', () => {
  const asks = (more: Partial<Item & { kind: 'form_field' }> = {}, alias = 'q', type = 'text') => [
    form('F'),
    question(`F/${alias}`, type, more),
  ];

  it('is found where its answer fills no field', () => {
    expect(findings('forms: {F: {fields: {q: {}}}}', asks({ title: 'Your allergies' }))).toMatchObject([
      {
        severity: 'error',
        subject: 'form_field:F/q',
        place: { file: EXAMPLE_FILE, path: ['forms', 'F', 'fields', 'q'] },
        data: { label: 'Your allergies', category: 'health' },
      },
    ]);
  });

  // Old series send no mapping: its alias and its label are all there is (case A09).
  it('is judged by alias and label where nobody knows what it fills', () => {
    expect(told('', asks({ title: '', mapping: 'unknown' }, 'allergies'))).toEqual([
      ['error', 'form_field:F/allergies', 'allergies', 'health'],
    ]);
    expect(told('', asks({ title: 'Allergies' }, 'go', 'button'))).toEqual([]);
  });

  it('is left alone in a form that is off, and where it is a text, a consent or a question about nothing', () => {
    expect(told('', [form('F', { published: false }), question('F/q', 'text', { title: 'Allergies' })])).toEqual([]);
    expect(told('', asks({ title: 'Allergies' }, 'q', 'freetext'))).toEqual([]);
    expect(told('', asks({ title: 'I agree that you note my allergies' }, 'q', 'checkboxgrp'))).toEqual([]);
    expect(told('forms: {F: {fields: {q: {role: consent}}}}', asks({ title: 'Allergies' }, 'q', 'hidden'))).toEqual([]);
    expect(told('forms: {F: {fields: {q: {personal: false, reason: About the dish}}}}', asks({ title: 'Allergies' }))).toEqual([]);
  });

  it('counts when people do not see it', () => {
    expect(told('', asks({ title: 'Allergies' }, 'q', 'hidden'))).toHaveLength(1);
  });

  it('is a hint by its help, unless the help warns', () => {
    expect(told('', asks({ title: 'For the kitchen', help: 'Such as allergies' }))).toEqual([
      ['info', 'form_field:F/q', 'For the kitchen', 'health'],
    ]);
    expect(told('', asks({ title: 'For the kitchen', placeholder: 'Allergies' }))).toHaveLength(1);
    expect(told('', asks({ title: 'For the kitchen', help: 'Please nothing about your allergies' }))).toEqual([]);
  });

  it('is read in the language of its form, too', () => {
    const german = [form('F', { language: 'de' }), question('F/q', 'text', { title: 'Krankheiten' })];
    expect(told('', german)).toEqual([['error', 'form_field:F/q', 'Krankheiten', 'health']]);
    expect(told('', asks({ title: 'Krankheiten' }))).toEqual([]);
  });
});

describe('a question that fills a field', () => {
  const asked = [form('F'), question('F/q', 'text', { title: 'Your allergies' })];

  it('is one datum with it, told at the field by the words of the nearest', () => {
    expect(told('', [allergies, ...asked], [collects('F/q', 'allergies')])).toEqual([FOUND]);
    expect(findings('', [plain, ...asked], [collects('F/q', 'f_12')])).toMatchObject([
      {
        subject: 'contact_field:f_12',
        data: { label: 'Your allergies', category: 'health' },
        related: [{ subject: 'form_field:F/q', place: { item: 'form_field:F/q' } }],
      },
    ]);
  });

  it('is the datum itself where the field is off', () => {
    expect(told('', [{ ...allergies, published: false }, ...asked], [collects('F/q', 'allergies')])).toEqual([
      ['error', 'form_field:F/q', 'Your allergies', 'health'],
    ]);
  });

  it('takes what is said of the field, unless it says so itself', () => {
    const uses = [collects('F/q', 'f_12')];
    const harmless = 'not_special: Allergies of the plants in the garden';
    expect(told(`contact_fields: {f_12: {${harmless}}}`, [plain, ...asked], uses)).toEqual([]);
    expect(told(`forms: {F: {fields: {q: {${harmless}}}}}`, [plain, ...asked], uses)).toEqual([]);
    // What the field tells by its own name stays.
    expect(told(`forms: {F: {fields: {q: {${harmless}}}}}`, [allergies, ...asked], [collects('F/q', 'allergies')])).toEqual([FOUND]);
    // Also where Mautic did not show the field.
    expect(told(`contact_fields: {f_12: {${harmless}}}`, asked, uses)).toEqual([]);
  });
});

it('goes kind by kind', () => {
  const items = [allergies, form('F'), question('F/q', 'text', { title: 'Religion' })];
  const { findings: found, notRun } = lintExample({ declarations: '', items, coverage: [absent('contact_field')], finds: [] });
  expect(found.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['form_field:F/q']);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
