import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-tag.js';
import type { Count, Coverage, Item } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';

const tag = (id: number, key: string): Item => ({ kind: 'tag', id, key });
const find = (items: readonly Item[], declarations = '', counts: readonly Count[] = []) =>
  findingsOf(rule, { declarations, items, counts });

describe('undeclared-tag', () => {
  it('names the tag and how many carry it', () => {
    expect(find([tag(12, 'taste-spicy')], '', [{ of: 'tag:taste-spicy', how: 'people', n: 57 }])).toMatchObject([
      { subject: 'tag:taste-spicy', place: { item: 'tag:taste-spicy' }, data: { tag: 'taste-spicy', people: 57 }, severity: 'warn' },
    ]);
    expect(find([tag(12, 'taste-spicy')])[0]?.data).toEqual({ tag: 'taste-spicy' });
  });

  it('takes an entry or a pattern', () => {
    expect(
      subjectsOf(rule, { declarations: 'tags: {"evt-*": {purposes: [events]}}', items: [tag(1, 'evt-2026'), tag(2, 'events')] }),
    ).toEqual(['tag:events']);
  });

  it('takes one text as one tag, however often and however encoded Mautic has it', () => {
    const twins: Item[] = [tag(30, 'Q&A evening'), { kind: 'tag', id: 31, key: 'Q&A evening', stored: 'Q&#38;A evening' }];
    expect(find(twins, 'tags: {"Q&A evening": {purposes: [events]}}')).toEqual([]);
    expect(find(twins, 'tags: {"Q&#38;A evening": {purposes: [events]}}')).toEqual([]);
    expect(find(twins)).toMatchObject([
      {
        subject: 'tag:Q&A evening',
        data: { tag: 'Q&A evening' },
        related: [{ subject: 'tag:Q&A evening#31', place: { item: 'tag:Q&A evening#31' } }],
      },
    ]);
  });

  it('keeps tags apart of which only the masked text is known, and the empty tag', () => {
    const masked = (id: number): Item => ({ kind: 'tag', id, key: '[email]', masked: ['key'] });
    expect(subjectsOf(rule, { declarations: '', items: [tag(1, ''), masked(7), masked(8)] })).toEqual([
      'tag:#1',
      'tag:[email]#7',
      'tag:[email]#8',
    ]);
  });

  it('takes keys that look like something else as plain text', () => {
    const items = ['__proto__', '=SUM(A1)', '2024', 'constructor'].map((key, index) => tag(index + 1, key));
    expect(subjectsOf(rule, { declarations: 'tags: {2024: {purposes: [events]}}', items })).toEqual([
      'tag:__proto__',
      'tag:=SUM(A1)',
      'tag:constructor',
    ]);
    expect(find(items, 'tags: {__proto__: {}, "=SUM(A1)": {}, 2024: {}, constructor: {}}')).toEqual([]);
  });

  it('is not run for a list of which nobody knows whether it is whole', () => {
    const coverage: Coverage[] = [{ of: 'tag', state: 'unknown', rows: 1, why: ['no-total'] }];
    const { findings, notRun } = lintExample({ declarations: '', items: [tag(1, 'x')], coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
    expect(notRun).toContainEqual({ rule: rule.id, of: 'tag', why: ['no-total'] });
  });
});
