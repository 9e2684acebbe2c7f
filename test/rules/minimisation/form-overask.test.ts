import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import rule from '../../../rules/minimisation/form-overask.js';
import { buildDeclarations } from '../../../src/declarations/build.js';
import { lint } from '../../../src/lint/lint.js';
import { snapshotOf } from '../../../src/output/example.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, question } from '../form-items.js';

const PURPOSES =
  'purposes:\n  news: {title: Letter, use: email-marketing}\n  visit: {use: service-delivery}\n  ask: {use: enquiry-handling}\n';
const declared = (more: string) => `${PURPOSES}forms: {F: {${more}}}`;
const questions = (count: number) => Array.from({ length: count }, (_, index) => question(`F/q${index}`, 'text', { title: `Q${index}` }));
const found = (more: string, items = questions(9)) => findingsOf(rule, { declarations: declared(more), items: [form('F'), ...items] });

it('finds a form with more questions than usual', () => {
  expect(found('purposes: [news]', questions(3))).toMatchObject([
    {
      subject: 'form:F',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['forms', 'F'], at: 'key' },
      data: { form: 'F', count: 3, limit: 2 },
    },
  ]);
  expect(found('purposes: [news]', questions(3))[0]?.data).not.toHaveProperty('labels');
});

it.each([
  ['purposes: [news]', 2],
  ['purposes: [ask]', 5],
  ['purposes: [visit], kind: download', 4],
  ['purposes: [visit], kind: contest', 4],
  ['purposes: [visit], kind: event', 6],
  ['purposes: [visit], kind: booking', 7],
  ['kind: booking', 7],
])('goes by the kind of form, declared or by its purpose: %s', (more, limit) => {
  expect(found(more, questions(limit))).toEqual([]);
  expect(found(more, questions(limit + 1))).toMatchObject([{ data: { count: limit + 1, limit } }]);
});

it.each(['purposes: [visit]', 'purposes: [visit], kind: survey', 'purposes: [undefined-purpose]', ''])(
  'has no number for other forms: %s',
  more => {
    expect(found(more, questions(30))).toEqual([]);
  },
);

it('takes the number of the form where a reason is given', () => {
  expect(found('purposes: [news], max_fields: {limit: 9, reason: Fire safety law asks three}')).toEqual([]);
  expect(found('purposes: [news], max_fields: {limit: 8, reason: Fire safety law asks three}')).toMatchObject([
    { place: { path: ['forms', 'F', 'max_fields', 'limit'], at: 'value' }, data: { count: 9, limit: 8 } },
  ]);
  expect(found('purposes: [news], max_fields: {limit: 9}')).toMatchObject([{ data: { limit: 2 } }]);
  expect(found('purposes: [news], max_fields: {limit: 9, reason: because}')).toMatchObject([{ data: { limit: 2 } }]);
});

it('takes the numbers of the configuration, kind by kind', () => {
  const run = (count: number, more: string) => {
    const example = { declarations: '', items: [form('F'), ...questions(count)], finds: [] };
    const { findings } = lint({
      declarations: buildDeclarations([{ path: EXAMPLE_FILE, text: `version: 1\n${declared(more)}` }]),
      snapshot: snapshotOf(example),
      now: '2026-11-25',
      preset: 'strict',
      rules,
      configured: new Map([[rule.id, { options: { limits: { newsletter: 4, survey: 1, event: 'many' } } }]]),
    });
    return findings.filter(finding => finding.rule === rule.id).map(({ data, severity }) => [data.limit, severity]);
  };
  expect(run(4, 'purposes: [news]')).toEqual([]);
  expect(run(5, 'purposes: [news]')).toEqual([[4, 'error']]);
  expect(run(2, 'purposes: [visit], kind: survey')).toEqual([[1, 'error']]);
  expect(run(7, 'purposes: [visit], kind: event')).toEqual([[6, 'error']]);
});

describe('questions that the form has nothing to do with', () => {
  const fields = 'fields: {q0: {purposes: [ask]}, q1: {purposes: [ask, visit]}}';

  it('are named, also when the number is usual', () => {
    expect(found(`purposes: [news, visit], ${fields}`, questions(2))).toMatchObject([
      { data: { detail: 'strangers', purpose: 'Letter', labels: ['Q0'] } },
    ]);
    expect(found(`purposes: [news, visit], ${fields}`, questions(3))).toMatchObject([
      { data: { count: 3, limit: 2, purpose: 'Letter', labels: ['Q0'] } },
    ]);
  });

  it('are known by the field they fill', () => {
    const declarations = `${declared('purposes: [visit]')}\ncontact_fields: {hobby: {purposes: [news]}}`;
    const items = [form('F'), contactField('hobby'), question('F/h', 'text', { title: 'Hobby' })];
    expect(findingsOf(rule, { declarations, items, uses: [collects('F/h', 'hobby')], finds: [] })).toMatchObject([
      { data: { labels: ['Hobby'] } },
    ]);
  });

  it('are none where nobody has said what the form or the question is for', () => {
    expect(found(fields, questions(2))).toEqual([]);
    expect(found('purposes: [visit]', questions(2))).toEqual([]);
  });
});

it('counts questions about people only', () => {
  const items = [
    ...questions(2),
    question('F/button', 'button'),
    question('F/note', 'freehtml'),
    question('F/robot', 'captcha'),
    question('F/source', 'hidden'),
    question('F/trap', 'text'),
    question('F/hall', 'number'),
    question('F/firm', 'text', { mapping: 'company' }),
    box('F/yes', 'I agree to receive offers'),
    box('F/rules', 'Ho letto il regolamento'),
  ];
  const more = 'purposes: [news], fields: {trap: {role: antispam}, hall: {personal: false, reason: Number of the hall}}';
  expect(found(more, items)).toEqual([]);
});

it('counts no box whose answer goes into a declared consent field, however it is worded', () => {
  const declarations = (field: string) =>
    `${PURPOSES.replace('use: email-marketing', `use: email-marketing, legal_basis: consent, consent: {field: ${field}}`)}forms: {F: {purposes: [visit], kind: booking, fields: {ok: {purposes: [news]}}}}`;
  const items = [form('F'), contactField('ok'), box('F/ok', 'Menu of the month')];
  const uses = [collects('F/ok', 'ok')];
  expect(subjectsOf(rule, { declarations: declarations('ok'), items, uses })).toEqual([]);
  expect(subjectsOf(rule, { declarations: declarations('other'), items, uses })).toEqual(['form:F']);
});

it('counts a company field that is declared as personal', () => {
  const company = { kind: 'company_field', id: 1, key: 'contact_person', title: 'Contact person' } as const;
  const example = {
    items: [form('F'), ...questions(2), company, question('F/who', 'text', { mapping: 'company' })],
    uses: [collects('F/who', 'company_field:contact_person')],
  };
  const personal = `${declared('purposes: [news]')}\ncompany_fields: {contact_person: {personal: true, purposes: [news]}}`;
  expect(subjectsOf(rule, { ...example, declarations: personal })).toEqual(['form:F']);
  expect(subjectsOf(rule, { ...example, declarations: declared('purposes: [news]') })).toEqual([]);
});

it('leaves forms alone that are off', () => {
  expect(
    subjectsOf(rule, { declarations: declared('purposes: [news]'), items: [form('F', { published: false }), ...questions(9)] }),
  ).toEqual([]);
});

it('is not run where the questions were not seen', () => {
  const { notRun } = lintExample({ declarations: '', coverage: [absent('form_field')], finds: [] });
  expect(notRun).toContainEqual({ rule: rule.id, of: 'form_field', why: ['refused'] });
});

it('takes what a field is for from its entry where the fields were not seen', () => {
  const example = {
    declarations: `${declared('purposes: [news]')}\ncontact_fields: {table: {purposes: [visit]}}`,
    items: [form('F'), question('F/table', 'text', { title: 'Table' })],
    uses: [collects('F/table', 'table')],
  };
  expect(subjectsOf(rule, { ...example, coverage: [absent('contact_field')] })).toEqual(['form:F']);
  // Of a field that is gone, another rule speaks.
  expect(subjectsOf(rule, example)).toEqual([]);
});
