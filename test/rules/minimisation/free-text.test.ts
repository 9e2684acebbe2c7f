import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/free-text.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';

const PURPOSES = `purposes:
  endless: {use: enquiry-handling}
  ending: {use: enquiry-handling, retention: {period: P6M, from: collected}}
`;
const notes = contactField('notes', { title: 'Notes', type: 'textarea' });
const findings = (declarations: string, items: readonly Item[], uses: readonly Use[] = []) =>
  findingsOf(rule, { declarations: `${PURPOSES}${declarations}`, items, uses });
const subjects = (...args: Parameters<typeof findings>) => findings(...args).map(({ subject }) => subject);

describe('a field for long text', () => {
  it('is told at its declaration or in Mautic, as a warning in both presets', () => {
    expect(findings('contact_fields: {notes: {}}', [notes])).toMatchObject([
      {
        severity: 'warn',
        subject: 'contact_field:notes',
        place: { file: EXAMPLE_FILE, path: ['contact_fields', 'notes'] },
        data: { label: 'Notes' },
      },
    ]);
    expect(findingsOf(rule, { declarations: '', items: [notes], finds: [] }, 'strict')).toMatchObject([{ severity: 'warn' }]);
    expect(subjects('', [{ ...notes, type: 'html' }])).toEqual(['contact_field:notes']);
  });

  it('is no short one, nor one that is off', () => {
    expect(subjects('', [{ ...notes, type: 'text' }])).toEqual([]);
    expect(subjects('', [{ ...notes, published: false }])).toEqual([]);
  });

  it.each([
    ['purposes: [ending], free_text: {warning: Below the question, reviewed_by: office}', 0],
    ['purposes: [endless], free_text: {warning: Below the question, reviewed_by: office}, retention: P3M', 0],
    ['purposes: [endless], free_text: {warning: Below the question, reviewed_by: office}', 1],
    ['purposes: [ending], retention: P3M', 1],
    ['personal: false, reason: Notes about the stand', 0],
  ])('is answered by %s: %i left', (entry, count) => {
    expect(subjects(`contact_fields: {notes: {${entry}}}`, [notes])).toHaveLength(count);
  });

  it('about firms is left alone, until it is declared to be about people', () => {
    const company: Item = { kind: 'company_field', id: 1, key: 'about', title: 'About', type: 'textarea', published: true };
    expect(subjects('', [company])).toEqual([]);
    expect(subjects('company_fields: {about: {personal: true, purposes: [ending]}}', [company])).toEqual(['company_field:about']);
  });
});

describe('a question', () => {
  const message = (more: Partial<Item & { kind: 'form_field' }> = {}) => [
    form('F'),
    question('F/m', 'textarea', { title: 'Message', saved: true, ...more }),
  ];
  const declared = (more: string) => `forms: {F: {purposes: [ending], ${more}}}`;

  it('is fine in the results, if these end', () => {
    expect(subjects('', message())).toEqual(['form_field:F/m']);
    expect(subjects(declared('fields: {m: {}}'), message())).toEqual(['form_field:F/m']);
    expect(subjects(declared('results_retention: P6M'), message())).toEqual([]);
    expect(subjects(declared('fields: {m: {retention: P1M}}'), message())).toEqual([]);
    expect(subjects('', message({ saved: false }))).toEqual([]);
  });

  it('is told at the field that takes it into the profile', () => {
    const field = contactField('last_message', { title: 'Last message' });
    const uses = [collects('F/m', 'last_message')];
    expect(findings(declared('results_retention: P6M'), [field, ...message()], uses)).toMatchObject([
      { subject: 'contact_field:last_message', data: { label: 'Message' }, related: [{ subject: 'form_field:F/m' }] },
    ]);
    const free = 'free_text: {warning: Below the question, reviewed_by: office}, retention: P6M';
    expect(subjects(`contact_fields: {last_message: {${free}}}`, [field, ...message()], uses)).toEqual([]);
    expect(subjects(declared(`fields: {m: {${free}}}`), [field, ...message()], uses)).toEqual([]);
  });

  it('of one line is open when its words say so', () => {
    expect(subjects('', message({ type: 'text', title: 'Comments' }))).toEqual(['form_field:F/m']);
    expect(subjects('', message({ type: 'text', title: 'First name' }))).toEqual([]);
    expect(subjects('', message({ type: 'select', title: 'Comments' }))).toEqual([]);
  });

  it('is left alone in a form that is off', () => {
    expect(subjects('', [form('F', { published: false }), ...message().slice(1)])).toEqual([]);
  });
});

it('goes kind by kind', () => {
  const { findings: found, notRun } = lintExample({ declarations: '', items: [notes], coverage: [absent('contact_field')], finds: [] });
  expect(found.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'contact_field', why: ['refused'] });
});
