import { describe, expect, it } from 'vitest';
import rule from '../../../rules/retention/open-counts-as-activity.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const OPENS = 'tracking: {email_opens: {mode: individual, purposes: [news]}}';
const news = (retention: string, tracking = OPENS) =>
  `purposes:\n  news: {title: The news, retention: {period: P24M, ${retention}}}\n${tracking}`;
const BY_COMMAND = 'from: last-action, enforced_by: cleanup-command';

describe('open-counts-as-activity', () => {
  it('names the purpose whose clock moves', () => {
    const declarations = news(BY_COMMAND);
    expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
      {
        subject: 'purpose:news',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'retention', 'from'], at: 'value' },
        data: { purpose: 'The news', detail: 'command' },
      },
    ]);
    expect(findingsOf(rule, { declarations, finds: [] }, 'strict')[0]?.severity).toBe('error');
  });

  it.each([
    ['from: collected, enforced_by: cleanup-command', false],
    ['from: last-action', false],
    ['from: last-action, enforced_by: system:crm', false],
    ['from: last-action, from_field: last_active', true],
    ['from: last-action, from_field: contact_field:last_active, enforced_by: system:crm', true],
    ['from: last-action, from_field: last_real_action, enforced_by: system:crm', false],
    [`${BY_COMMAND}, from_field: last_real_action`, true],
  ])('%s: %s', (retention, isFound) => {
    expect(subjectsOf(rule, { declarations: news(retention) })).toEqual(isFound ? ['purpose:news'] : []);
  });

  it.each([
    ['tracking: {email_opens: {mode: off}}', false],
    ['tracking: {email_opens: {mode: deliverability}}', true],
    ['tracking: {email_opens: {mode: aggregate}}', true],
    ['tracking: {email_opens: {}}', true],
    ['tracking: {}', true],
    ['instance: {settings: {mailer_append_tracking_pixel: true}}', true],
    ['instance: {settings: {mailer_append_tracking_pixel: false}}', false],
    ['instance: {settings: {mailer_append_tracking_pixel: false}}\ntracking: {email_opens: {mode: individual}}', true],
  ])('takes opens for recorded by %s: %s', (tracking, isFound) => {
    expect(subjectsOf(rule, { declarations: news(BY_COMMAND, tracking) })).toEqual(isFound ? ['purpose:news'] : []);
  });

  it('looks at form results that count from the last action, and not at unknown visitors, who get no e-mail', () => {
    const declarations = `forms: {F: {results_retention: {period: P1Y, ${BY_COMMAND}}}}
tracking: {website: {visitor_retention: {period: P1M, enforced_by: cleanup-command}}}`;
    expect(subjectsOf(rule, { declarations })).toEqual(['form:F']);
  });

  describe('with a campaign that deletes', () => {
    const items: Item[] = [
      { kind: 'campaign', id: 7, key: 'Cleanup', published: true },
      { kind: 'segment', id: 3, key: 'inactive', published: true },
    ];
    const removes: Use = { from: 'campaign:Cleanup', how: 'removes', to: 'record:contact', at: 'campaign.event', id: 9 };
    const targets: Use = { from: 'campaign:Cleanup', how: 'targets', to: 'segment:inactive', at: 'campaign.source' };
    const filters = (to: string): Use => ({
      from: 'segment:inactive',
      how: 'filters',
      to,
      at: 'segment.filter',
      n: 1,
      group: 1,
      op: 'less',
    });
    const decides: Use = { from: 'campaign:Cleanup', how: 'decides', to: 'contact_field:last_active', at: 'campaign.event', id: 8 };
    const declarations = news('from: last-action, enforced_by: campaign:Cleanup');

    it.each<[string, readonly Use[], boolean]>([
      ['by the last activity', [removes, targets, filters('contact_field:last_active')], true],
      ['by a condition on it', [removes, decides], true],
      ['by another date', [removes, targets, filters('contact_field:last_real_action')], false],
      ['nobody', [targets, filters('contact_field:last_active')], false],
    ])('%s', (_, uses, isFound) => {
      expect(subjectsOf(rule, { declarations, items, uses })).toEqual(isFound ? ['purpose:news'] : []);
    });

    it('is not run where neither campaigns nor segments were seen', () => {
      const coverage = (['campaign', 'segment'] as const).map((of): Coverage => ({ of, state: 'absent', rows: 0, why: ['refused'] }));
      const { findings, notRun } = lintExample({ declarations: news(BY_COMMAND), coverage, finds: [] });
      expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
      expect(notRun.filter(entry => entry.rule === rule.id).map(({ of }) => of)).toEqual(['segment', 'campaign']);
    });
  });
});
