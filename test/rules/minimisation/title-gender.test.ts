import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/title-gender.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';

const PURPOSES = `purposes:
  news: {use: email-marketing}
  greet: {use: content-personalisation}
  tariff: {use: service-delivery}
`;
const title = contactField('title', { title: 'Title', type: 'lookup' });
const inForm = (alias: string, field: string, more: object = {}): { items: Item[]; uses: Use[] } => ({
  items: [form('F'), question(`F/${alias}`, 'select', { title: 'Q', ...more })],
  uses: [collects(`F/${alias}`, field)],
});
const severities = (
  declarations: string,
  items: readonly Item[],
  uses: readonly Use[] = [],
  preset: 'recommended' | 'strict' = 'recommended',
) => findingsOf(rule, { declarations, items, uses, finds: [] }, preset).map(({ subject, severity }) => [subject, severity]);

describe("Mautic's own field for titles", () => {
  const { items, uses } = inForm('t', 'title');

  it('is silent as long as nobody uses it', () => {
    const counted = (n: number | '<5') =>
      subjectsOf(rule, { declarations: '', items: [title], counts: [{ of: 'contact_field:title', how: 'filled', n }] });
    expect(severities('', [title])).toEqual([]);
    expect(counted(0)).toEqual([]);
    expect(counted('<5')).toEqual(['contact_field:title']);
    expect(counted(812)).toEqual(['contact_field:title']);
  });

  it('is used where somebody outside is declared to use it', () => {
    const by = (user: string) => `${PURPOSES}contact_fields: {title: {purposes: [tariff], used_by: ["${user}"]}}`;
    expect(severities(by('system:erp'), [title])).toEqual([['contact_field:title', 'warn']]);
    expect(severities(by('people:shop'), [title])).toEqual([]);
    expect(severities(`defaults: {owner: shop}\n${by('people:shop')}`, [title])).toEqual([['contact_field:title', 'warn']]);
  });

  it('is found in a live form, at its declaration', () => {
    const declarations = `${PURPOSES}contact_fields: {title: {purposes: [tariff]}}`;
    expect(findingsOf(rule, { declarations, items: [title, ...items], uses, finds: [] })).toMatchObject([
      {
        subject: 'contact_field:title',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'title'] },
        data: { label: 'Title' },
      },
    ]);
  });

  it('is found where something live reads it', () => {
    const email: Item = { kind: 'email', id: 1, key: 'Letter', published: true };
    const reads: Use = { from: 'email:Letter', how: 'reads', to: 'contact_field:title', at: 'content', part: 'html' };
    expect(severities('', [title, email], [reads])).toEqual([['contact_field:title', 'warn']]);
    expect(severities('', [title, { ...email, published: false }], [reads])).toEqual([]);
    expect(severities('', [title, form('F', { published: false }), ...items.slice(1)], uses)).toEqual([]);
  });

  it('is an error when it must be given, or when it serves advertising and greetings only', () => {
    const required = inForm('t', 'title', { required: true });
    expect(severities('', [title, ...required.items], required.uses)).toEqual([['contact_field:title', 'error']]);
    expect(severities('', [{ ...title, required: true }, ...items], uses)).toEqual([['contact_field:title', 'error']]);
    const serving = (purposes: string) =>
      severities(`${PURPOSES}contact_fields: {title: {purposes: [${purposes}]}}`, [title, ...items], uses);
    expect(serving('news, greet')).toEqual([['contact_field:title', 'error']]);
    expect(serving('news, tariff')).toEqual([['contact_field:title', 'warn']]);
  });

  it('is an error in strict', () => {
    expect(severities('', [title, ...items], uses, 'strict')).toEqual([['contact_field:title', 'error']]);
  });
});

describe('another field', () => {
  it('is found by its words, and is never more than a hint', () => {
    const gender = contactField('f_12', { title: 'Gender', required: true });
    const { items, uses } = inForm('g', 'f_12', { required: true });
    expect(severities('', [gender, ...items], uses)).toEqual([['contact_field:f_12', 'warn']]);
  });

  it('is certain when it is declared as gender', () => {
    const group = contactField('grp', { title: 'Group' });
    const { items, uses } = inForm('g', 'grp', { required: true });
    const declared = (category: string) => `contact_fields: {grp: {data_category: ${category}}}`;
    expect(severities(declared('user.demographic.gender'), [group, ...items], uses)).toEqual([['contact_field:grp', 'error']]);
    expect(severities(declared('[user.name, user.demographic.gender]'), [group, ...items], uses)).toEqual([['contact_field:grp', 'error']]);
    expect(severities(declared('user.demographic'), [group, ...items], uses)).toEqual([]);
  });

  it.each([
    ['law', 'law: Example Insurance Act art. 3'],
    ['that it says nothing about people', 'personal: false, reason: Genre of the film'],
  ])('is answered by %s', (_, more) => {
    const gender = contactField('gender');
    const { items, uses } = inForm('g', 'gender');
    expect(severities(`contact_fields: {gender: {${more}}}`, [gender, ...items], uses)).toEqual([]);
  });

  it('is answered by the law at every question that fills it', () => {
    const gender = contactField('gender');
    const items = [form('F'), question('F/a', 'select'), question('F/b', 'select'), gender];
    const uses = [collects('F/a', 'gender'), collects('F/b', 'gender')];
    expect(severities('forms: {F: {fields: {a: {law: Example Act}, b: {law: Example Act}}}}', items, uses)).toEqual([]);
    expect(severities('forms: {F: {fields: {a: {law: Example Act}}}}', items, uses)).toHaveLength(1);
  });

  it('is silent while it is off', () => {
    const { items, uses } = inForm('g', 'gender');
    expect(severities('', [contactField('gender', { published: false }), ...items], uses)).toEqual([]);
  });
});

describe('a question', () => {
  const asks = (label: string, declarations = '', options: { value: string; label: string }[] = []) =>
    subjectsOf(rule, { declarations, items: [form('F'), question('F/q', 'select', { title: label, options })] });

  it.each(['Gender', 'Your pronouns', 'Salutation', 'Mr/Mrs'])('is found by its words: %s', label => {
    expect(asks(label)).toEqual(['form_field:F/q']);
  });

  it.each(['Job title', 'Essex', 'Title', 'Film title', 'Gendarmerie', 'Prefix'])('is left alone: %s', label => {
    expect(asks(label)).toEqual([]);
  });

  it('is found by a weak word and its answers', () => {
    const answers = ['Mr', 'Mrs'].map(label => ({ value: label, label }));
    expect(asks('Title', '', answers)).toEqual(['form_field:F/q']);
    expect(asks('Job title', '', answers)).toEqual([]);
    expect(asks('Favourite colour', '', answers)).toEqual([]);
  });

  it('is read in the languages of the team, of its countries, and of the form', () => {
    expect(asks('Anrede')).toEqual([]);
    expect(asks('Anrede', 'organisation: {countries: [AT]}')).toEqual(['form_field:F/q']);
    expect(asks('Anrede', 'organisation: {countries: [IT], languages: [it, de]}')).toEqual(['form_field:F/q']);
    expect(asks('Anrede', 'organisation: {countries: [AT], languages: [it]}')).toEqual([]);
    const german = [form('F', { language: 'de' }), question('F/q', 'select', { title: 'Anrede' })];
    expect(subjectsOf(rule, { declarations: '', items: german })).toEqual(['form_field:F/q']);
    expect(asks('Sesso', 'organisation: {countries: [IT]}')).toEqual(['form_field:F/q']);
  });

  it('is one mistake with the field it fills', () => {
    const { items, uses } = inForm('q', 'gender', { title: 'Gender' });
    expect(severities('', [contactField('gender'), ...items], uses)).toEqual([['contact_field:gender', 'warn']]);
    expect(severities('', [contactField('f_12'), ...items], [collects('F/q', 'f_12')])).toEqual([['form_field:F/q', 'warn']]);
  });

  it('is left alone in a form that is off', () => {
    expect(
      subjectsOf(rule, { declarations: '', items: [form('F', { published: false }), question('F/q', 'select', { title: 'Gender' })] }),
    ).toEqual([]);
  });
});

it('goes kind by kind', () => {
  const { items, uses } = inForm('t', 'title');
  const { findings, notRun } = lintExample({
    declarations: '',
    items: [title, ...items],
    uses,
    coverage: [absent('contact_field')],
    finds: [],
  });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
