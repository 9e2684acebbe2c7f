import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-score.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const price: Item = { kind: 'point_action', id: 2, key: 'opened price page', published: true, type: 'url.hit', delta: 20 };
const find = (items: readonly Item[], declarations = '', uses: readonly Use[] = []) => findingsOf(rule, { declarations, items, uses });

describe('undeclared-score: point rules', () => {
  it('names the rule, its kind and where to declare it', () => {
    expect(find([price])).toMatchObject([
      {
        subject: 'point_action:opened price page',
        place: { item: 'point_action:opened price page' },
        data: { item: 'opened price page', kind: 'point_action', section: 'point_actions' },
        severity: 'error',
      },
    ]);
  });

  it('looks at actions, triggers and groups that are live and not declared', () => {
    const trigger: Item = { kind: 'point_trigger', id: 1, key: 'hot', published: true, points: 100 };
    const group: Item = { kind: 'point_group', id: 1, key: 'Engagement', published: true };
    const off: Item = { ...price, id: 3, key: 'off', published: false };
    const over: Item = { ...price, id: 4, key: 'over', publish_down: '2026-10-01' };
    const items = [price, trigger, group, off, over];
    expect(subjectsOf(rule, { declarations: '', items })).toEqual([
      'point_action:opened price page',
      'point_trigger:hot',
      'point_group:Engagement',
    ]);
    const declarations = 'point_actions: {opened *: {}}\npoint_triggers: {hot: {}}\npoint_groups: {Engagement: {}}';
    expect(subjectsOf(rule, { declarations, items })).toEqual([]);
  });

  it('accepts a declared try that moves no points', () => {
    const declarations = 'point_actions: {opened price page: {status: test, personal: false, reason: A try that moves nothing}}';
    expect(find([{ ...price, delta: 0 }], declarations)).toEqual([]);
    expect(find([price], declarations)).toHaveLength(1);
  });

  it('takes the purposes of the category', () => {
    const items: Item[] = [
      { ...price, category: 'category:point/sales' },
      { kind: 'category', id: 9, key: 'point/sales', bundle: 'point' },
    ];
    expect(find(items, 'categories: {point/sales: {purposes: [lead-scoring]}}')).toEqual([]);
  });
});

describe('undeclared-score: scoring hidden in forms and campaigns', () => {
  const form: Item = { kind: 'form', id: 2, key: 'Sign-up', published: true };
  const journey: Item = { kind: 'campaign', id: 1, key: 'Welcome journey', published: true };
  const up = (from: string, to = 'contact_field:points'): Use => ({
    from,
    how: 'writes',
    to,
    at: 'form.action',
    id: 6,
    type: 'lead.pointschange',
    delta: 'up',
  });
  const purposes = 'purposes: {news: {use: email-marketing}, score: {use: lead-scoring, profiling: simple}}\n';

  it('is told where the purposes know of no profiling, once an item', () => {
    const declarations = `${purposes}forms: {Sign-up: {purposes: [news]}}`;
    expect(find([form], declarations, [up('form:Sign-up'), { ...up('form:Sign-up', 'record:company_score'), id: 7 }])).toMatchObject([
      {
        subject: 'form:Sign-up',
        place: { file: EXAMPLE_FILE, path: ['forms', 'Sign-up'], at: 'key' },
        data: { item: 'Sign-up', kind: 'form', purposes: ['news'] },
      },
    ]);
    const campaign = `${purposes}campaigns: {Welcome journey: {personal: false, reason: Only the way of a letter}}`;
    expect(find([journey], campaign, [up('campaign:Welcome journey')])).toMatchObject([
      { subject: 'campaign:Welcome journey', data: { section: 'campaigns' } },
    ]);
  });

  it('is satisfied by one purpose that profiles', () => {
    expect(find([form], `${purposes}forms: {Sign-up: {purposes: [news, score]}}`, [up('form:Sign-up')])).toEqual([]);
  });

  it('is satisfied by a purpose that is profiling by its use, too', () => {
    const by = (use: string) => find([form], `purposes: {rate: {use: ${use}}}\nforms: {Sign-up: {purposes: [rate]}}`, [up('form:Sign-up')]);
    expect(by('lead-scoring')).toEqual([]);
    expect(by('email-measurement')).toHaveLength(1);
  });

  it('is told of a campaign that nobody declared', () => {
    expect(find([journey], purposes, [up('campaign:Welcome journey')])).toMatchObject([{ place: { item: 'campaign:Welcome journey' } }]);
  });

  it('leaves to other rules what they say: undeclared forms, entries without purposes, purposes without a definition', () => {
    expect(find([form], purposes, [up('form:Sign-up')])).toEqual([]);
    expect(find([form], `${purposes}forms: {Sign-up: {purposes: []}}`, [up('form:Sign-up')])).toEqual([]);
    expect(find([journey], `${purposes}campaigns: {Welcome journey: }`, [up('campaign:Welcome journey')])).toEqual([]);
    expect(find([form], `${purposes}forms: {Sign-up: {purposes: [nwes]}}`, [up('form:Sign-up')])).toEqual([]);
  });

  it('is silent about switched-off items, and uses that only read points', () => {
    const declarations = `${purposes}forms: {Sign-up: {purposes: [news]}}`;
    expect(find([{ ...form, published: false }], declarations, [up('form:Sign-up')])).toEqual([]);
    expect(find([form], declarations, [{ ...up('form:Sign-up'), how: 'decides' }])).toEqual([]);
  });

  it('is not run for kinds that were not seen', () => {
    const coverage: Coverage[] = [{ of: 'point_group', state: 'absent', rows: 0, why: ['not-in-version'] }];
    const { findings, notRun } = lintExample({ declarations: '', items: [price], coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id)).toHaveLength(1);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'point_group', why: ['not-in-version'] }]);
  });
});
