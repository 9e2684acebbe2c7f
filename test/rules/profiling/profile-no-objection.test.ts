import { describe, expect, it } from 'vitest';
import rule from '../../../rules/profiling/profile-no-objection.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { partial } from '../form-items.js';

const NEWS = 'news: {title: The news, use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:Menu]}}';
const declare = (tastes: string, more = '') => `purposes:\n  ${NEWS}\n  tastes: {title: Tastes, ${tastes}}\n${more}`;

const field = (id: number, key: string): Item => ({ kind: 'contact_field', id, key, type: 'boolean' });
const segment: Item = { kind: 'segment', id: 3, key: 'fans', published: true };
const items: readonly Item[] = [
  field(50, 'no_offers'),
  field(51, 'tastes_ok'),
  field(52, 'news_ok'),
  segment,
  { ...segment, id: 4, key: 'stop' },
];
const filters = (to: string): Use => ({ from: 'segment:fans', how: 'filters', to, at: 'segment.filter', n: 1, group: 1, op: 'is' });
const find = (declarations: string, uses: readonly Use[] = [], all = items) => subjectsOf(rule, { declarations, items: all, uses });

describe('a purpose that profiles', () => {
  it('needs a way out of its own', () => {
    expect(findingsOf(rule, { declarations: declare('profiling: extensive'), finds: [] })).toMatchObject([
      {
        subject: 'purpose:tastes',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'tastes'], at: 'key' },
        data: { purpose: 'Tastes' },
      },
    ]);
  });

  it.each([
    ['profiling: simple', true],
    ['profiling: none', false],
    ['use: lead-scoring', true],
    ['use: behavioural-profiling', true],
    ['use: web-tracking', false],
    ['profiling: simple, objection: Reply with no offers', false],
    ['profiling: simple, objection: " "', true],
    ['profiling: simple, objection: {category: email/offers, where: preference centre}', false],
    ['profiling: simple, objection: {where: preference centre}', false],
    ['profiling: simple, objection: {}', true],
  ])('%s', (own, isFound) => {
    expect(find(declare(own))).toEqual(isFound ? ['purpose:tastes'] : []);
  });

  it('may be profiled by an item, or have its way out at what tracks', () => {
    expect(find(declare('use: simple-segmentation', 'segments: {fans: {purposes: [news], profiling: simple}}'))).toEqual(['purpose:news']);
    expect(find(declare('use: simple-segmentation', 'segments: {fans: {purposes: [news], profiling: none}}'))).toEqual([]);
    const tracking = 'tracking: {website: {purposes: [tastes], objection: Switch in the cookie banner}}';
    expect(find(declare('profiling: simple', tracking))).toEqual([]);
    expect(find(declare('profiling: simple', tracking.replace('[tastes]', '[news]')))).toEqual(['purpose:tastes']);
  });

  it('has one in a yes of its own, which people can take back, and not in that to the newsletter', () => {
    const asks = (name: string) => declare(`use: lead-scoring, legal_basis: consent, consent: {field: ${name}, collected_by: [form:Menu]}`);
    const uses = [filters('contact_field:tastes_ok'), filters('contact_field:news_ok')];
    expect(find(asks('tastes_ok'), uses)).toEqual([]);
    expect(find(asks('news_ok'), uses)).toEqual(['purpose:tastes']);
    expect(find(asks('tastes_ok'))).toEqual(['purpose:tastes']);
    expect(find(`purposes:\n  ${NEWS.replace('email-marketing', 'email-marketing, profiling: extensive')}`, uses)).toEqual([
      'purpose:news',
    ]);
  });
});

describe('a switch', () => {
  const withField = declare('profiling: simple, objection: {field: no_offers, where: preference centre}');

  it('must be looked at by something live', () => {
    const [found] = findingsOf(rule, { declarations: withField, items, finds: [] });
    expect(found).toMatchObject({ subject: 'purpose:tastes', place: { path: ['purposes', 'tastes', 'objection'], at: 'value' } });
    const NO_OFFERS = 'contact_field:no_offers';
    expect(find(withField, [filters(NO_OFFERS)])).toEqual([]);
    expect(
      find(
        withField,
        [filters(NO_OFFERS)],
        items.map(item => (item.kind === 'segment' ? { ...item, published: false } : item)),
      ),
    ).toEqual(['purpose:tastes']);
    expect(find(withField, [{ from: 'segment:fans', how: 'reads', to: NO_OFFERS, at: 'content' }])).toEqual(['purpose:tastes']);
    expect(find(withField.replace('no_offers', NO_OFFERS), [{ ...filters(NO_OFFERS), how: 'decides' }])).toEqual([]);
  });

  it('may be a segment that others leave out', () => {
    const declarations = declare('profiling: simple, objection: {segment: stop, where: e-mail footer}');
    expect(find(declarations)).toEqual(['purpose:tastes']);
    expect(find(declarations, [filters('segment:stop')])).toEqual([]);
    expect(find(declarations, [{ from: 'segment:fans', how: 'excludes', to: 'segment:stop', at: 'email.audience' }])).toEqual([]);
  });

  it('that Mautic does not have is told by another rule', () => {
    expect(find(withField.replace('no_offers', 'gone'))).toEqual([]);
  });

  it.each(['campaign', 'contact_field'] as const)('may be looked at where nobody saw (%s), which is told', of => {
    const coverage = [partial(of)];
    const { notRun } = lintExample({ declarations: withField, items, coverage });
    expect(notRun).toContainEqual({ rule: rule.id, of, why: ['rows-missing'] });
    const all = of === 'contact_field' ? [] : items;
    expect(subjectsOf(rule, { declarations: withField, items: all, coverage })).toEqual([]);
    expect(subjectsOf(rule, { declarations: declare('profiling: simple'), items, coverage })).toEqual(['purpose:tastes']);
  });
});

it('is not run without any of the kinds that could heed it', () => {
  const coverage = (['segment', 'campaign', 'email', 'dynamic_content'] as const).map(
    (of): Coverage => ({ of, state: 'absent', rows: 0, why: ['refused'] }),
  );
  const { findings, notRun } = lintExample({ declarations: declare('profiling: simple'), coverage, finds: [] });
  expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  expect(notRun.filter(entry => entry.rule === rule.id).map(({ of }) => of)).toEqual(['segment', 'campaign', 'email', 'dynamic_content']);
});
