import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-segment.js';
import type { Count, Coverage, Item } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';

const readers: Item = {
  kind: 'segment',
  id: 1,
  key: 'monthly-readers',
  title: 'Monthly readers',
  published: true,
  category: 'none',
  filter_rows: 1,
};
const find = (items: readonly Item[], declarations = '', counts: readonly Count[] = []) =>
  findingsOf(rule, { declarations, items, counts });

describe('undeclared-segment', () => {
  it('names the segment as people read it, and how many are in it', () => {
    expect(find([readers], '', [{ of: 'segment:monthly-readers', how: 'people', n: '<5' }])).toMatchObject([
      {
        subject: 'segment:monthly-readers',
        place: { item: 'segment:monthly-readers' },
        data: { segment: 'Monthly readers', people: '<5' },
        severity: 'error',
      },
    ]);
  });

  it('is silent about unpublished segments, declared ones, helpers of declared ones', () => {
    expect(find([{ ...readers, published: false }])).toEqual([]);
    expect(find([readers], 'segments: {monthly-readers: {purposes: [newsletter]}}')).toEqual([]);
    expect(find([readers], 'segments: {monthly-readers: {helper_for: [all]}, all: {purposes: [newsletter]}}')).toEqual([]);
  });

  it('goes by the alias, not by the name', () => {
    expect(find([readers], 'segments: {Monthly readers: {purposes: [newsletter]}}')).toHaveLength(1);
  });

  it('takes the purposes of its category', () => {
    const category: Item = { kind: 'category', id: 2, key: 'segment/mailings', bundle: 'segment' };
    const inside: Item = { ...readers, category: 'category:segment/mailings' };
    expect(find([inside, category], 'categories: {segment/mailings: {purposes: [newsletter]}}')).toEqual([]);
    expect(find([inside, category], 'categories: {segment/mailings: {purposes: []}}')).toHaveLength(1);
    expect(find([inside, category], 'categories: {segment/mailings: {personal: false, reason: A folder for mailings}}')).toHaveLength(1);
  });

  it('is not run without the list of segments', () => {
    const coverage: Coverage[] = [{ of: 'segment', state: 'absent', rows: 0, why: ['refused'] }];
    expect(lintExample({ declarations: '', coverage, finds: [] }).notRun).toContainEqual({
      rule: rule.id,
      of: 'segment',
      why: ['refused'],
    });
  });
});
