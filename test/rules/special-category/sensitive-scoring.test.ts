import { describe, expect, it } from 'vitest';
import rule from '../../../rules/special-category/sensitive-scoring.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent, contactField } from '../form-items.js';

const points: Item = { kind: 'point_action', id: 1, key: 'Read', published: true };
const decides = (to: string, more: Partial<Use> = {}): Use => ({
  from: 'point_action:Read',
  how: 'decides',
  to,
  at: 'point.action',
  ...more,
});
const findings = (uses: readonly Use[], items: readonly Item[] = [], declarations = '') =>
  findingsOf(rule, { declarations, items: [points, ...items], uses });
const values = (...args: Parameters<typeof findings>) => findings(...args).map(({ data }) => data.value);

it('tells the rule and what people looked at, at its declaration or in Mautic', () => {
  const uses = [decides('tracking:page_hit', { url: 'aurora.example/divorced' })];
  expect(findings(uses)).toMatchObject([
    {
      severity: 'warn',
      subject: 'point_action:Read',
      place: { item: 'point_action:Read' },
      key: 'aurora.example/divorced',
      data: { item: 'Read', kind: 'point_action', value: 'aurora.example/divorced' },
    },
  ]);
  expect(findings(uses, [], 'point_actions: {Read: {purposes: []}}')).toMatchObject([
    { place: { file: EXAMPLE_FILE, path: ['point_actions', 'Read'] } },
  ]);
});

it.each([
  ['page', { kind: 'page', id: 5, key: 'depression' }],
  ['asset', { kind: 'asset', id: 5, key: 'depression' }],
  ['form', { kind: 'form', id: 5, key: 'depression' }],
  ['email', { kind: 'email', id: 5, key: 'depression' }],
] as const)('looks at the name of a %s', (kind, item) => {
  expect(values([decides(`${kind}:depression`)], [item])).toEqual(['depression']);
});

describe('leaves alone', () => {
  it.each(['/prices', '/blog/depression', '/kids-menu', '/weight', '/iban'])('%s', url => {
    expect(values([decides('tracking:page_hit', { url })])).toEqual([]);
  });

  it('fields, tags and segments: they are told themselves', () => {
    const uses = [decides('contact_field:allergies'), decides('tag:pregnant'), decides('segment:pregnant')];
    expect(values(uses, [contactField('allergies'), { kind: 'tag', id: 2, key: 'pregnant' }])).toEqual([]);
  });

  it('a rule that is off', () => {
    const uses = [decides('tracking:page_hit', { url: '/divorced' })];
    expect(findingsOf(rule, { declarations: '', items: [{ ...points, published: false }], uses, finds: [] })).toEqual([]);
  });
});

it('looks at the decisions of campaigns', () => {
  const campaign: Item = { kind: 'campaign', id: 3, key: 'Help', published: true };
  const use: Use = { from: 'campaign:Help', how: 'decides', to: 'tracking:page_hit', at: 'campaign.event', id: 1, url: '/depression' };
  expect(findings([use], [campaign])).toMatchObject([{ subject: 'campaign:Help', data: { kind: 'campaign', value: '/depression' } }]);
  expect(findings([{ ...use, how: 'shows', to: 'page:depression' }], [campaign])).toEqual([]);
});

it.each([
  ['point_actions: {Read: {not_special: Name of a theatre play}}', 0],
  ['pages: {depression: {not_special: Name of a theatre play}}', 0],
  ['pages: {depression: {special: {categories: [health], condition: explicit-consent}}}', 1],
  ['point_actions: {Read: {special: {categories: [health], condition: explicit-consent}}}', 1],
])('is answered by %s: %i left', (declarations, count) => {
  expect(findings([decides('page:depression')], [{ kind: 'page', id: 5, key: 'depression' }], declarations)).toHaveLength(count);
});

it('goes kind by kind', () => {
  const campaign: Item = { kind: 'campaign', id: 3, key: 'Help', published: true };
  const use: Use = { from: 'campaign:Help', how: 'decides', to: 'tracking:page_hit', at: 'campaign.event', url: '/depression' };
  const uses = [decides('tracking:page_hit', { url: '/depression' }), use];
  const { findings: found, notRun } = lintExample({
    declarations: '',
    items: [points, campaign],
    uses,
    coverage: [absent('point_action')],
    finds: [],
  });
  expect(found.filter(finding => finding.rule === rule.id).map(({ subject }) => subject)).toEqual(['campaign:Help']);
  expect(notRun).toContainEqual({ rule: rule.id, of: 'point_action', why: ['refused'] });
});
