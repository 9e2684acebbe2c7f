import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-form.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Coverage, Item } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';

const dinner: Item = { kind: 'form', id: 14, key: 'Win a dinner', published: true, type: 'standalone' };
const find = (declarations: string, example: Omit<Example, 'finds' | 'declarations'>) => findingsOf(rule, { declarations, ...example });

describe('undeclared-form', () => {
  it('names the form', () => {
    expect(find('', { items: [dinner] })).toMatchObject([
      { subject: 'form:Win a dinner', place: { item: 'form:Win a dinner' }, data: { form: 'Win a dinner' }, severity: 'error' },
    ]);
  });

  it('takes an entry of that name, also an external one, and nothing that is only near', () => {
    expect(find('forms: {Win a dinner: {external: true}}', { items: [dinner] })).toEqual([]);
    expect(find('forms: {win a dinner: {purposes: [contest]}}', { items: [dinner] })).toHaveLength(1);
  });

  it('takes a name of digits, quoted or not', () => {
    const items: Item[] = [{ kind: 'form', id: 310, key: '2024', published: true, thin: true }];
    const coverage: Coverage[] = [{ of: 'form', state: 'partial', rows: 2, total: 9, why: ['rows-missing', 'thin-answer'] }];
    expect(find('forms: {2024: {purposes: [enquiries]}}', { items, coverage })).toEqual([]);
    expect(find('forms: {"2024": {purposes: [enquiries]}}', { items, coverage })).toEqual([]);
    expect(find('', { items, coverage })).toHaveLength(1);
  });

  it('tells two forms of one name apart', () => {
    const items: Item[] = [dinner, { ...dinner, id: 20 }];
    expect(subjectsOf(rule, { declarations: 'forms: {"Win a dinner#14": {purposes: [contest]}}', items })).toEqual([
      'form:Win a dinner#20',
    ]);
  });

  it('looks at published forms only', () => {
    expect(find('', { items: [{ ...dinner, published: false }] })).toEqual([]);
    expect(find('', { items: [{ ...dinner, publish_down: '2026-11-24' }] })).toEqual([]);
    expect(find('', { items: [{ ...dinner, publish_down: '2026-11-25' }] })).toHaveLength(1);
    const { published: _, ...stub } = dinner;
    expect(find('', { items: [{ ...stub, thin: true }] })).toEqual([]);
    expect(find('', { items: [stub] })).toHaveLength(1);
  });

  it('wants an entry of its own, also when its category has purposes', () => {
    const category: Item = { kind: 'category', id: 2, key: 'form/site', bundle: 'form' };
    const items: Item[] = [{ ...dinner, category: 'category:form/site' }, category];
    expect(find('categories: {form/site: {purposes: [contest]}}', { items })).toHaveLength(1);
  });

  it('accepts a declared try while it is not published', () => {
    const declarations = 'forms: {Win a dinner: {status: test, personal: false, reason: A try of the new theme}}';
    expect(find(declarations, { items: [{ ...dinner, published: false }] })).toEqual([]);
    expect(find(declarations, { items: [dinner] })).toHaveLength(1);
    expect(find('forms: {Win a dinner: {status: test, purposes: [contest]}}', { items: [dinner] })).toEqual([]);
  });

  it('is a warning for a form that opens later and, as the snapshot shows, has no answers', () => {
    const items: Item[] = [{ ...dinner, publish_up: '2026-12-01' }];
    const answers = (n: number) => [{ of: 'form:Win a dinner', how: 'answers', n }] as const;
    expect(find('', { items, counts: answers(0) })[0]?.severity).toBe('warn');
    expect(find('', { items, counts: answers(12) })[0]?.severity).toBe('error');
    expect(find('', { items })[0]?.severity).toBe('error');
    expect(find('', { items: [dinner], counts: answers(0) })[0]?.severity).toBe('error');
  });

  it('is not run without the list of forms', () => {
    const coverage: Coverage[] = [{ of: 'form', state: 'absent', rows: 0, why: ['refused'] }];
    const { notRun } = lintExample({ declarations: '', items: [], coverage, finds: [] });
    expect(notRun).toContainEqual({ rule: rule.id, of: 'form', why: ['refused'] });
  });
});
