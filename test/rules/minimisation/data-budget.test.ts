import { describe, expect, it } from 'vitest';
import rule from '../../../rules/minimisation/data-budget.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { renderMessage } from '../../../src/output/message.js';
import { plainText } from '../../../src/output/parts.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';

const field = (id: number, more: object = {}): Item => ({
  kind: 'contact_field',
  id,
  key: `own_${id}`,
  title: `Own ${id}`,
  published: true,
  ...more,
});
const tag = (id: number): Item => ({ kind: 'tag', id, key: `tag-${id}` });
const CORE: Item = { kind: 'contact_field', id: 7, key: 'mobile', title: 'Mobile', published: true, fixed: true };
const FORM: Item = { kind: 'form', id: 3, key: 'Newsletter', published: true };
const question = (id: number, type: string): Item => ({
  kind: 'form_field',
  id,
  key: `Newsletter/q${id}`,
  title: `Question ${id}`,
  form: 'form:Newsletter',
  type,
});

type Part = Omit<Partial<Example>, 'finds'>;
const example = (budget: string, items: readonly Item[], more: Part = {}): Example => ({
  declarations: `budget: {${budget}}`,
  items,
  finds: [],
  ...more,
});
const found = (budget: string, items: readonly Item[], more: Part = {}): string[] => subjectsOf(rule, example(budget, items, more));
const message = (shown: Example): string => {
  const [finding] = findingsOf(rule, shown);
  return finding === undefined ? '' : plainText(renderMessage(rule.text.en, finding.data, 'en'));
};

describe('what is counted', () => {
  it('fields that are in use and about people', () => {
    const items = [field(1), field(2), field(3, { published: false }), CORE];
    expect(found('contact_fields: 2', items)).toEqual([]);
    expect(found('contact_fields: 1', items)).toEqual(['budget']);
    expect(
      found('contact_fields: 1', items, {
        declarations: 'budget: {contact_fields: 1}\ncontact_fields: {own_1: {personal: false, reason: Says nothing of anybody}}',
      }),
    ).toEqual([]);
    expect(message(example('contact_fields: 1', items))).toMatch(/^You allow yourself 1 contact_fields; now there are 2\. Each one more/u);
  });

  it('tags and segments, each with a finding of its own', () => {
    expect(found('tags: 1, segments: 5', [tag(1), tag(2)])).toEqual(['budget']);
    const segments: Item[] = [1, 2].map(id => ({ kind: 'segment', id, key: `list-${id}`, published: true }));
    const findings = findingsOf(rule, example('tags: 1, segments: 1', [tag(1), tag(2), ...segments]));
    expect(findings.map(({ key }) => key)).toEqual(['tags', 'segments']);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('questions about people of each live form', () => {
    const items = [FORM, question(1, 'text'), question(2, 'text'), question(3, 'button'), question(4, 'hidden')];
    expect(found('questions_per_form: 2', items)).toEqual([]);
    expect(found('questions_per_form: 1', items)).toEqual(['form:Newsletter']);
    expect(found('questions_per_form: 1', [{ ...FORM, published: false }, ...items.slice(1)])).toEqual([]);
  });

  it('nothing without a number', () => {
    expect(found('approved_by: dpo', [field(1), tag(1)])).toEqual([]);
  });
});

describe('a raised number', () => {
  const raised = (more: string): Example =>
    example(`contact_fields: 3${more}`, [field(1), field(2)], { base: { declarations: 'budget: {contact_fields: 1}' } });

  it('needs somebody who agreed', () => {
    expect(message(raised(''))).toMatch(/^You allow yourself 1 contact_fields; now there are 2, and this change allows 3\. Each/u);
    expect(message(raised(', approved_by: " "'))).toContain('this change allows 3');
    expect(message(raised(', approved_by: dpo'))).toBe('');
  });

  it('is none when it is the first, lower, or the same', () => {
    for (const before of ['tags: {}', 'budget: {contact_fields: 4}', 'budget: {contact_fields: 3}'])
      expect(subjectsOf(rule, { ...raised(''), base: { declarations: before } })).toEqual([]);
  });
});

it('is off unless it is asked for', () => {
  expect(findingsOf(rule, rule.examples.bad, 'recommended')).toEqual([]);
});

it('is not run for a kind that was not seen, and not in whole without a time to compare with', () => {
  const { findings, notRun } = lintExample(
    {
      ...example('tags: 1, contact_fields: 1', [field(1), field(2)]),
      coverage: [{ of: 'tag', state: 'absent', rows: 0, why: ['refused'] }],
    },
    'strict',
  );
  expect(findings.filter(({ rule: id }) => id === rule.id).map(({ key }) => key)).toEqual(['contact_fields']);
  expect(notRun.filter(({ rule: id }) => id === rule.id)).toEqual([
    { rule: rule.id, of: 'tag', why: ['refused'] },
    { rule: rule.id, of: 'base', why: ['no-base'] },
  ]);
});
