import { describe, expect, it } from 'vitest';
import rule from '../../../rules/special-category/national-id.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';

const ITALY = 'organisation: {countries: [IT]}\n';
const code = contactField('cf', { title: 'Codice fiscale' });
const severities = (items: readonly Item[], declarations = ITALY, preset: 'recommended' | 'strict' = 'recommended') =>
  findingsOf(rule, { declarations, items }, preset).map(({ subject, severity }) => [subject, severity]);

it('is an error where it is sure, and something to look at where it is a hint', () => {
  expect(findingsOf(rule, { declarations: `${ITALY}contact_fields: {cf: {}}`, items: [code], finds: [] })).toMatchObject([
    {
      severity: 'error',
      subject: 'contact_field:cf',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'cf'] },
      data: { label: 'Codice fiscale' },
    },
  ]);
  const hint = contactField('tin');
  expect(severities([hint])).toEqual([['contact_field:tin', 'info']]);
  expect(severities([hint], ITALY, 'strict')).toEqual([['contact_field:tin', 'warn']]);
});

it.each(['passport_number', 'ssn', 'identity_card'])('finds %s', alias => {
  expect(severities([contactField(alias)])).toHaveLength(1);
});

// Words of other languages count only where they are spoken: `nie` is no Spanish number to a Polish team.
it.each(['nie', 'dni', 'loyalty_number', 'zip', 'member_no'])('leaves alone: %s', alias => {
  expect(severities([contactField(alias)], 'organisation: {countries: [PL]}', 'strict')).toEqual([]);
});

it('leaves alone what is answered with a yes, a choice or a day, and takes what is typed or handed in', () => {
  const licence = (type: string): Item => contactField('driving_licence', { title: 'Driving licence', type });
  const severitiesOf = (type: string) => severities([licence(type)]);
  for (const type of ['boolean', 'select', 'multiselect', 'date', 'datetime']) expect([type, severitiesOf(type)]).toEqual([type, []]);
  for (const type of ['text', 'lookup', 'number'])
    expect([type, severitiesOf(type)]).toEqual([type, [['contact_field:driving_licence', 'error']]]);
  const upload = [form('F'), question('F/id', 'file', { title: 'Identity card' })];
  expect(severities(upload)).toEqual([['form_field:F/id', 'error']]);
});

it('takes the question that is typed into a field of choices', () => {
  const items = [contactField('f_9', { type: 'select' }), form('F'), question('F/cf', 'text', { title: 'Codice fiscale' })];
  expect(findingsOf(rule, { declarations: ITALY, items, uses: [collects('F/cf', 'f_9')], finds: [] })).toMatchObject([
    { subject: 'contact_field:f_9', data: { label: 'Codice fiscale' } },
  ]);
});

it('is only told of a firm, whose number may be that of a person', () => {
  const company: Item = { kind: 'company_field', id: 1, key: 'owner_cf', title: 'Codice fiscale', published: true };
  expect(severities([company])).toEqual([['company_field:owner_cf', 'info']]);
  expect(severities([company], `${ITALY}company_fields: {owner_cf: {personal: false, reason: Number of the firm}}`)).toEqual([]);
  const personal = `${ITALY}purposes: {x: {use: sales-handover}}\ncompany_fields: {owner_cf: {personal: true, purposes: [x]}}`;
  expect(severities([company], personal)).toEqual([['company_field:owner_cf', 'error']]);
});

describe('is answered', () => {
  const PURPOSES = `${ITALY}purposes:
  endless: {use: service-delivery}
  ending: {use: service-delivery, retention: {period: P24M, from: contract-end}}
`;
  it.each([
    ['by a law and an end of its own', 'purposes: [endless], law: Example Act, retention: P12M', 0],
    ['by a law and the end of its purposes', 'purposes: [ending], law: Example Act', 0],
    ['not by a law without an end', 'purposes: [endless], law: Example Act', 1],
    ['not by an end without a law', 'purposes: [ending], retention: P12M', 1],
    ['by `not_special`', 'purposes: [ending], not_special: Code of the tax on the film', 0],
  ])('%s', (_, entry, count) => {
    expect(severities([code], `${PURPOSES}contact_fields: {cf: {${entry}}}`)).toHaveLength(count);
  });

  it('at a question by the end of the results', () => {
    const items = [form('F'), question('F/cf', 'text', { title: 'Codice fiscale' })];
    const form_ = (more: string, own = '') => `${PURPOSES}forms: {F: {purposes: [ending], ${more}fields: {cf: {law: Example Act${own}}}}}`;
    expect(severities(items, form_(''))).toHaveLength(1);
    expect(severities(items, form_('results_retention: P6M, '))).toEqual([]);
    expect(severities(items, form_('', ', retention: P6M'))).toEqual([]);
  });

  it('for a question at the field that it fills', () => {
    const items = [contactField('f_9'), form('F'), question('F/cf', 'text', { title: 'Codice fiscale' })];
    const declarations = `${PURPOSES}contact_fields: {f_9: {purposes: [ending], law: Example Act}}`;
    expect(findingsOf(rule, { declarations, items, uses: [collects('F/cf', 'f_9')], finds: [] })).toEqual([]);
    expect(findingsOf(rule, { declarations: ITALY, items, uses: [collects('F/cf', 'f_9')], finds: [] })).toMatchObject([
      { subject: 'contact_field:f_9', data: { label: 'Codice fiscale' } },
    ]);
  });
});

it('goes kind by kind', () => {
  const { findings, notRun } = lintExample({ declarations: ITALY, items: [code], coverage: [absent('contact_field')], finds: [] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
