import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-stage.js';
import type { Coverage, Item } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';

const risk: Item = { kind: 'stage', id: 4, key: 'churn-risk', published: true };
const find = (items: readonly Item[], declarations = '') => findingsOf(rule, { declarations, items });

describe('undeclared-stage', () => {
  it('names the stage', () => {
    expect(find([risk])).toMatchObject([
      {
        subject: 'stage:churn-risk',
        place: { item: 'stage:churn-risk' },
        data: { item: 'churn-risk', kind: 'stage', section: 'stages' },
        severity: 'warn',
      },
    ]);
  });

  it('is silent about switched-off, over and declared stages, and about one whose category has purposes', () => {
    expect(find([{ ...risk, published: false }])).toEqual([]);
    expect(find([{ ...risk, publish_down: '2026-01-31' }])).toEqual([]);
    expect(find([risk], 'stages: {churn-risk: {personal: false, reason: A stage of the shop only}}')).toEqual([]);
    const items: Item[] = [
      { ...risk, category: 'category:stage/sales' },
      { kind: 'category', id: 1, key: 'stage/sales', bundle: 'stage' },
    ];
    expect(find(items, 'categories: {stage/sales: {purposes: [offers]}}')).toEqual([]);
  });

  it('is not run without the list of stages', () => {
    const coverage: Coverage[] = [{ of: 'stage', state: 'absent', rows: 0, why: ['refused'] }];
    expect(lintExample({ declarations: '', coverage, finds: [] }).notRun).toContainEqual({ rule: rule.id, of: 'stage', why: ['refused'] });
  });
});
