import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-category.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample } from '../examples.js';

const wine: Item = { kind: 'category', id: 6, key: 'global/wine-offers', title: 'Wine offers', published: true, bundle: 'global' };
const find = (items: readonly Item[], declarations = '', uses: readonly Use[] = []) => findingsOf(rule, { declarations, items, uses });

describe('undeclared-category', () => {
  it('names the category as people read it', () => {
    expect(find([wine])).toMatchObject([
      {
        subject: 'category:global/wine-offers',
        place: { item: 'category:global/wine-offers' },
        data: { item: 'Wine offers', kind: 'category', section: 'categories' },
        severity: 'warn',
      },
    ]);
  });

  it('takes an entry under bundle and alias', () => {
    expect(find([wine], 'categories: {global/wine-offers: {personal: false, reason: A folder for pictures}}')).toEqual([]);
    expect(find([wine], 'categories: {wine-offers: {purposes: [newsletter]}}')).toHaveLength(1);
  });

  it('counts a category as published unless it is known not to be, or was only seen inside something else', () => {
    const { published: _, ...unknown } = wine;
    expect(find([unknown])).toHaveLength(1);
    expect(find([{ ...unknown, thin: true }])).toEqual([]);
    expect(find([{ ...wine, published: false }])).toEqual([]);
  });

  it('only notes folders for pages and assets that nothing about people refers to', () => {
    const folder: Item = { ...wine, key: 'asset/logos', bundle: 'asset' };
    const filter: Use = {
      from: 'segment:wine',
      how: 'filters',
      to: 'category:asset/logos',
      at: 'segment.filter',
      n: 1,
      group: 1,
      op: 'any-of',
    };
    expect(find([folder])[0]?.severity).toBe('info');
    expect(find([{ ...folder, key: 'page/logos', bundle: 'page' }])[0]?.severity).toBe('info');
    expect(find([folder], '', [filter])[0]?.severity).toBe('warn');
    expect(find([{ ...folder, key: 'email/logos', bundle: 'email' }])[0]?.severity).toBe('warn');
  });

  it('is not run without the list of categories', () => {
    const coverage: Coverage[] = [{ of: 'category', state: 'absent', rows: 0, why: ['not-in-files'] }];
    expect(lintExample({ declarations: '', coverage, finds: [] }).notRun).toContainEqual({
      rule: rule.id,
      of: 'category',
      why: ['not-in-files'],
    });
  });
});
