import { expect, it } from 'vitest';
import rule from '../../../rules/transparency/mandatory-unmarked.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, form, question, unseen } from '../form-items.js';

const name = question('Visit/name', 'text', { title: 'Name', required: true });
const phone = question('Visit/phone', 'tel', { title: 'Phone', required: false });
const visit = form('Visit');
const subjects = (items: readonly Item[], declarations = '') => subjectsOf(rule, { declarations, items });

it('names the optional questions that look like the others', () => {
  const news = box('Visit/news', 'Write to me');
  const town = question('Visit/town', 'text', { title: 'Town (optional)', required: false });
  expect(findingsOf(rule, { declarations: 'forms: {Visit: {}}', items: [visit, name, phone, news, town], finds: [] })).toMatchObject([
    {
      subject: 'form:Visit',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['forms', 'Visit'] },
      data: { form: 'Visit', labels: ['Phone', 'Write to me'] },
    },
  ]);
});

it.each([
  ['a star at the required one', { ...name, title: 'Name *' }, phone],
  ['a word at the required one', { ...name, help: 'Campo obbligatorio' }, phone],
  ['a word at the optional one', name, { ...phone, title: 'Telefon (freiwillig)' }],
  ['a word in its help', name, { ...phone, help: 'Se vuoi, per avvisarti' }],
  ['a word in its empty box', name, { ...phone, placeholder: 'facultatif' }],
  ['nothing optional', name, { ...phone, required: true }],
  ['nothing required', { ...name, required: false }, phone],
  ['an optional one that people do not see', name, { ...phone, type: 'hidden' }],
  ['one of which that was not seen', name, unseen(phone, 'required')],
  ['a button', name, { ...phone, type: 'button' }],
] as const)('is silent: %s', (_, first, second) => {
  expect(subjects([visit, first, second])).toEqual([]);
});

it('is content with a text that says how it marks', () => {
  const legend = question('Visit/legend', 'freetext', { title: '', text: 'I campi con * sono obbligatori' });
  expect(subjects([visit, name, phone, legend])).toEqual([]);
  expect(subjects([visit, name, phone, { ...legend, text: 'We look forward to you' }])).toEqual(['form:Visit']);
});

it('does not count a mark in a label that is not shown', () => {
  expect(subjects([visit, { ...name, title: 'Name *', show_label: false }, phone])).toEqual(['form:Visit']);
});

it('is content with a theme that marks, and only with that one', () => {
  const themed = { ...visit, theme: 'house' };
  expect(subjects([themed, name, phone], 'instance: {themes: {house: {has: [required-marks]}}}')).toEqual([]);
  expect(subjects([themed, name, phone], 'instance: {themes: {house: {has: [unsubscribe]}}}')).toEqual(['form:Visit']);
  expect(subjects([themed, name, phone], 'instance: {themes: {blank: {has: [required-marks]}}}')).toEqual(['form:Visit']);
});

it('leaves out forms that are off, and those of other systems', () => {
  expect(subjects([{ ...visit, published: false }, name, phone])).toEqual([]);
  expect(subjects([visit, name, phone], 'forms: {Visit: {external: true}}')).toEqual([]);
});

it('is not run without the questions of forms', () => {
  const { findings, notRun } = lintExample({ ...rule.examples.bad, coverage: [absent('form_field')] });
  expect(findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
  expect(notRun.filter(({ rule: id }) => id === rule.id)).toEqual([{ rule: rule.id, of: 'form_field', why: ['refused'] }]);
});
