import { describe, expect, it } from 'vitest';
import rule from '../../../rules/drift/unpublished-filter.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, contactField, unseen } from '../form-items.js';
import { lintCase } from '../real-cases.js';

const PLAN = contactField('plan', { title: 'Plan', published: false });
const SIZE: Item = { kind: 'company_field', id: 7, key: 'size', title: 'Size', published: false };
const item = (
  kind: 'segment' | 'campaign' | 'email' | 'dynamic_content' | 'point_action' | 'report',
  key: string,
  published = true,
): Item => ({
  kind,
  id: 2,
  key,
  published,
});
const filters = (from: string, to = 'contact_field:plan', n = 1): Use => ({ from, how: 'filters', to, at: 'segment.filter', n, group: 1 });
const decides = (from: string): Use => ({ from, how: 'decides', to: 'contact_field:plan', at: 'campaign.event', id: 4 });

it('stands at the segment, names the field, and leads to it; once for each field', () => {
  const declarations = 'segments: {gold: {purposes: [offers]}}\ncontact_fields: {plan: {purposes: [offers]}}';
  const uses = [
    filters('segment:gold'),
    filters('segment:gold', 'contact_field:plan', 2),
    filters('segment:gold', 'company_field:size', 3),
  ];
  expect(findingsOf(rule, { declarations, items: [PLAN, SIZE, item('segment', 'gold')], uses, finds: [] })).toMatchObject([
    {
      subject: 'segment:gold',
      key: 'contact_field:plan',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['segments', 'gold'], at: 'key' },
      data: { item: 'gold', kind: 'segment', field: { label: 'Plan', alias: 'plan' } },
      related: [{ subject: 'contact_field:plan', place: { file: EXAMPLE_FILE, path: ['contact_fields', 'plan'] } }],
    },
    {
      subject: 'segment:gold',
      key: 'company_field:size',
      data: { field: { label: 'Size', alias: 'size' } },
      related: [{ subject: 'company_field:size', place: { item: 'company_field:size' } }],
    },
  ]);
});

it('finds conditions of campaigns, and only warns of what chooses between contents', () => {
  const items = [PLAN, item('campaign', 'Gifts'), item('email', 'Menu'), item('dynamic_content', 'banner')];
  const uses = [decides('campaign:Gifts'), filters('email:Menu'), filters('dynamic_content:banner')];
  const found = findingsOf(rule, { declarations: '', items, uses, finds: [] });
  expect(found.map(({ subject, severity, data }) => [subject, severity, data.kind])).toEqual([
    ['campaign:Gifts', 'error', 'campaign'],
    ['email:Menu', 'warn', 'email'],
    ['dynamic_content:banner', 'warn', 'dynamic_content'],
  ]);
});

describe('what stays silent', () => {
  it.each([
    ['a field that is on', contactField('plan')],
    ['a field whose state was not seen', unseen(PLAN, 'published')],
    ['a field that Mautic is yet to make', contactField('plan', { published: false, pending: true })],
  ])('%s', (_, field) => {
    expect(subjectsOf(rule, { declarations: '', items: [field, item('segment', 'gold')], uses: [filters('segment:gold')] })).toEqual([]);
  });

  it.each([
    ['a segment that is off', item('segment', 'gold', false), filters('segment:gold')],
    ['a report', item('report', 'List'), filters('report:List')],
    ['a point action', item('point_action', 'Visit'), decides('point_action:Visit')],
    ['a text that shows the value', item('email', 'Menu'), { ...filters('email:Menu'), how: 'reads' } satisfies Use],
  ])('%s', (_, user, use) => {
    expect(subjectsOf(rule, { declarations: '', items: [PLAN, user], uses: [use] })).toEqual([]);
  });
});

it('is not run for kinds that were not seen', () => {
  const items = [PLAN, item('segment', 'gold'), item('campaign', 'Gifts')];
  const uses = [filters('segment:gold'), decides('campaign:Gifts')];
  const result = lintExample({ declarations: '', items, uses, coverage: [absent('segment')], finds: [] });
  expect(result.notRun).toContainEqual({ rule: rule.id, of: 'segment', why: ['refused'] });
  expect(result.findings.filter(({ rule: id }) => id === rule.id).map(({ subject }) => subject)).toEqual(['campaign:Gifts']);
  expect(findingsOf(rule, { declarations: '', items, uses, coverage: [absent('contact_field')], finds: [] })).toEqual([]);
});

it('B18: a segment for the gold plan that takes in everybody', async () => {
  const { findings } = await lintCase(rule, 'B18');
  expect(findings.map(({ subject, data }) => [subject, data.field])).toEqual([['segment:gold-plan', { label: 'Plan', alias: 'plan' }]]);
});
