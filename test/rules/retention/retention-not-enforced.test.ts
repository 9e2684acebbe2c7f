import { describe, expect, it } from 'vitest';
import rule from '../../../rules/retention/retention-not-enforced.js';
import type { FindingData } from '../../../src/finding.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { renderMessage } from '../../../src/output/message.js';
import { plainText } from '../../../src/output/parts.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf, unstatedIn } from '../examples.js';

const news = (retention: string, settings = '') =>
  `instance: {settings: {${settings}}, plugins: {Eraser: {does: [erasure]}, Doi: {does: [double-opt-in]}}}
systems: {crm: {}}
purposes:
  news: {title: The news, retention: {from: last-action, ${retention}}}`;

const campaign: Item = { kind: 'campaign', id: 7, key: 'Cleanup', published: true };
const segment: Item = { kind: 'segment', id: 3, key: 'inactive', published: true, filter_rows: 1 };
const removes: Use = {
  from: 'campaign:Cleanup',
  how: 'removes',
  to: 'record:contact',
  at: 'campaign.event',
  id: 9,
  type: 'lead.deletecontact',
};
const targets: Use = { from: 'campaign:Cleanup', how: 'targets', to: 'segment:inactive', at: 'campaign.source' };
const filter = (to: string, more: Partial<Use> = {}, from = 'segment:inactive'): Use => ({
  from,
  how: 'filters',
  to,
  at: 'segment.filter',
  n: 1,
  group: 1,
  op: 'less',
  ...more,
});
const ACTIVE = filter('contact_field:last_active', { value: '-24 months' });

const INSIDE = filter('contact_field:last_active', { value: '-3 years' }, 'segment:old');

const by = (uses: readonly Use[], items: readonly Item[] = [campaign, segment], more = '') =>
  findingsOf(rule, { declarations: news(`period: P24M, enforced_by: campaign:Cleanup${more}`), items, uses });

describe('a period that nothing keeps', () => {
  it('is one without `enforced_by`', () => {
    expect(findingsOf(rule, { declarations: news('period: P24M'), finds: [] })).toMatchObject([
      {
        subject: 'purpose:news',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'retention'], at: 'value' },
        data: { purpose: 'The news', period: 'P24M', reason: 'nothing' },
      },
    ]);
  });

  it.each([['criteria: Two years after the last stand they rented'], ['period: forever'], ['period: P24M, then: review']])(
    'is no promise: %s',
    retention => {
      expect(subjectsOf(rule, { declarations: news(retention) })).toEqual([]);
    },
  );

  it.each([
    ['system:crm', '', { reason: 'no-last-run', system: 'crm' }],
    ['system:crm', ', last_run: 2026-11-01', undefined],
    ['system:crm', ', last_run: 2024-11-26', undefined],
    ['system:crm', ', last_run: 2024-11-20', { reason: 'old-last-run', system: 'crm', date: '2024-11-20' }],
    ['plugin:Eraser', '', undefined],
    ['plugin:Doi', '', { reason: 'not-erasing', item: 'Doi' }],
    ['plugin:Gone', '', undefined],
    ['campaign:Gone', '', undefined],
  ])('by %s%s', (deleter, more, expected) => {
    const found = findingsOf(rule, { declarations: news(`period: P24M, enforced_by: "${deleter}"${more}`), finds: [] });
    expect(found.map(({ data, place }) => ({ data, place }))).toEqual(
      expected === undefined
        ? []
        : [
            {
              data: { purpose: 'The news', period: 'P24M', ...expected },
              place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'retention', 'enforced_by'], at: 'value' },
            },
          ],
    );
  });

  it.each([
    ['P24M', 730, undefined],
    ['P24M', 731, undefined],
    ['P24M', 720, undefined],
    ['P24M', 719, 'sooner'],
    ['P24M', 365, 'sooner'],
    ['P2Y', 733, 'later'],
    ['P24M', 1095, 'later'],
    ['P5Y', 1826, undefined],
    ['P18M', 547, undefined],
    ['P3M', 90, undefined],
    ['P3M', 89, 'sooner'],
    ['P12M', 360, undefined],
    ['P30D', 28, 'sooner'],
  ])('%s with a cleanup after %i days', (period, days, fault) => {
    const declarations = news(`period: ${period}, enforced_by: cleanup-command`, `gdpr_user_purge_threshold: ${days}`);
    expect(findingsOf(rule, { declarations, finds: [] }).map(({ data }) => [data.reason ?? data.detail, data.limit])).toEqual(
      fault === undefined ? [] : [[fault, `P${days}D`]],
    );
  });

  it('is another sentence than data that go sooner than is said', () => {
    const said = (data: FindingData) => plainText(renderMessage(rule.text.en, { purpose: 'news', period: 'P3M', ...data }, 'en'));
    expect(said({ detail: 'sooner', limit: 'P60D' })).toMatch(
      /^For 'news' you say that data are kept for 3 months, but .* after 60 days already\. Correct/u,
    );
    expect(said({ reason: 'nothing' })).toMatch(/^For 'news' you promise .* but nothing does it: .*`?cleanup-command`?\.$/u);
  });

  it('is not known where nobody stated the threshold', () => {
    expect(subjectsOf(rule, { declarations: news('period: P24M, enforced_by: cleanup-command') })).toEqual([]);
    const by = (deleter: string) => unstatedIn(rule, { declarations: news(`period: P24M, enforced_by: ${deleter}`) });
    expect(by('cleanup-command')).toEqual(['setting.gdpr_user_purge_threshold']);
    expect(by('campaign:Delete')).toEqual([]);
  });

  it('is asked of items only where they name what deletes', () => {
    const declarations = `purposes: {}
contact_fields: {seat: {retention: P6M}, desk: {retention: {period: P6M, from: collected, enforced_by: "system:crm"}}}
tracking: {website: {visitor_retention: {period: P1M, enforced_by: cleanup-command}}}
systems: {crm: {}}
instance: {settings: {gdpr_user_purge_threshold: 730}}`;
    expect(subjectsOf(rule, { declarations })).toEqual(['contact_field:desk']);
  });
});

describe('a campaign', () => {
  it('keeps it when it is live, deletes, and goes by a date', () => {
    expect(by([removes, targets, ACTIVE])).toEqual([]);
  });

  it.each<[string, Partial<Item & { kind: 'campaign' }>]>([
    ['unpublished', { published: false }],
    ['over', { publish_down: '2026-01-31' }],
  ])('does not when it is %s', (_, state) => {
    expect(by([removes, targets, ACTIVE], [{ kind: 'campaign', id: 7, key: 'Cleanup', published: true, ...state }, segment])).toMatchObject(
      [{ data: { reason: 'unpublished', item: 'Cleanup' } }],
    );
  });

  it('does not when no step deletes, unless people are only made anonymous', () => {
    expect(by([targets, ACTIVE])).toMatchObject([{ data: { reason: 'no-deletion', item: 'Cleanup' } }]);
    expect(by([targets, ACTIVE], undefined, ', then: anonymise')).toEqual([]);
  });

  it.each<[string, readonly Use[], boolean]>([
    ['no filter at all', [], false],
    ['a filter on something else', [filter('contact_field:city', { op: 'is' })], false],
    ['a yes', [filter('contact_field:vip', { op: 'is', value: 'yes' })], false],
    ['the day they came', [filter('record:dates')], true],
    ['their last activity on an unknown day', [filter('contact_field:last_active')], true],
    ['a date field of its own', [filter('contact_field:visited_at')], true],
    ['a date field that is empty', [filter('contact_field:visited_at', { op: 'unset' })], false],
    ['the newest instead of the oldest', [{ ...ACTIVE, op: 'more' }], false],
    ['a relative date', [filter('contact_field:gone', { value: '-2 years' })], true],
    ['a date operator', [filter('contact_field:gone', { op: 'date' })], true],
    ['a nested segment', [filter('segment:old', { op: 'any-of' }), filter('record:dates', {}, 'segment:old')], true],
    ['a circle of segments', [filter('segment:old', { op: 'any-of' }), filter('segment:inactive', {}, 'segment:old')], false],
    ['a condition', [{ from: 'campaign:Cleanup', how: 'decides', to: 'contact_field:visited_at', at: 'campaign.event', id: 8 }], true],
  ])('whose segment has %s', (_, uses, isDated) => {
    const items: Item[] = [
      campaign,
      segment,
      { kind: 'segment', id: 4, key: 'old' },
      { kind: 'contact_field', id: 50, key: 'visited_at', type: 'datetime' },
      { kind: 'contact_field', id: 51, key: 'city', type: 'text' },
    ];
    expect(by([removes, targets, ...uses], items).map(({ data }) => data.reason)).toEqual(isDated ? [] : ['no-date']);
  });

  it('starts from no segment that is switched off', () => {
    expect(by([removes, targets, ACTIVE], [campaign, { ...segment, published: false }])).toMatchObject([{ data: { reason: 'no-date' } }]);
  });

  it('may wait before the deletion itself', () => {
    const event = { id: 9, name: 'Delete', type: 'lead.deletecontact', kind: 'action', parent: 0, path: '' } as const;
    const items = (delay: string): Item[] => [
      { kind: 'campaign', id: 7, key: 'Cleanup', published: true, events: [{ ...event, delay }] },
      segment,
    ];
    expect(by([removes, targets], items('P2Y'))).toEqual([]);
    expect(by([removes, targets], items('P0D'))).toMatchObject([{ data: { reason: 'no-date' } }]);
  });

  it.each<[string, readonly Use[], string | undefined]>([
    ['a longer date', [{ ...ACTIVE, value: '-3 years' }], 'P3Y'],
    ['a shorter date', [{ ...ACTIVE, value: '-90 days' }], undefined],
    ['a date to come', [{ ...ACTIVE, value: '+3 years' }], undefined],
    ['a longer date of a segment in it', [filter('segment:old', { op: 'any-of' }), INSIDE], 'P3Y'],
    [
      'a longer date of one of two in it',
      [filter('segment:old', { op: 'any-of' }), INSIDE, filter('segment:all', { op: 'any-of' })],
      undefined,
    ],
    ['a longer date of what is left out', [filter('segment:old', { op: 'none-of' }), INSIDE, { ...ACTIVE, n: 2 }], undefined],
    [
      'a circle',
      [filter('segment:old', { op: 'any-of' }), INSIDE, filter('segment:inactive', { op: 'any-of', n: 2 }, 'segment:old')],
      'P3Y',
    ],
    ['both at once', [ACTIVE, { ...ACTIVE, n: 2, value: '-36 months' }], 'P36M'],
    ['one or the other', [ACTIVE, { ...ACTIVE, n: 2, group: 2, value: '-36 months' }], undefined],
    ['or something unknown', [{ ...ACTIVE, value: '-36 months' }, filter('contact_field:city', { n: 2, group: 2 })], undefined],
  ])('deletes too late by %s', (_, uses, limit) => {
    expect(by([removes, targets, ...uses]).map(({ data }) => [data.reason, data.limit])).toEqual(
      limit === undefined ? [] : [['too-late', limit]],
    );
  });

  it('is told from another of the same name by its id', () => {
    const items: Item[] = [{ ...campaign, id: 8, published: false }, campaign, segment];
    const find = (deleter: string) =>
      findingsOf(rule, { declarations: news(`period: P24M, enforced_by: "${deleter}"`), items }).map(({ data }) => data.reason);
    expect([find('campaign:Cleanup#8'), find('campaign:Cleanup#7'), find('campaign:Cleanup')]).toEqual([
      ['unpublished'],
      ['no-deletion'],
      [],
    ]);
  });

  it('is not judged where it was seen in part, nor its segments', () => {
    const partly = (of: 'campaign' | 'segment') => {
      const coverage: Coverage[] = [{ of, state: 'partial', rows: 1, total: 2, why: ['own-only'] }];
      const declarations = `${news('period: P24M, enforced_by: campaign:Cleanup')}\n  club: {retention: {period: P1Y, from: collected}}`;
      const { findings, notRun } = lintExample({ declarations, items: [campaign, segment], uses: [removes], coverage, finds: [] });
      return [
        findings.filter(finding => finding.rule === rule.id).map(({ subject }) => subject),
        notRun.filter(entry => entry.rule === rule.id),
      ];
    };
    for (const of of ['campaign', 'segment'] as const) {
      expect(partly(of)).toEqual([['purpose:club'], [{ rule: rule.id, of, why: ['own-only'] }]]);
    }
  });
});
