import { describe, expect, it } from 'vitest';
import { messageUses, reportUses, webhookUses } from '../../../src/mautic/uses/index.js';
import { item, resolved, short } from './support.js';

describe('marketing messages', () => {
  it('send what is switched on', () => {
    const channels = [
      { id: 1, channel: 'email', channelId: 1, channelName: 'Welcome', isEnabled: true },
      { id: 2, channel: 'sms', channelId: '1', isEnabled: '1' },
      { id: 3, channel: 'notification', channelId: 1, isEnabled: false },
      { id: 4, channel: 'tweet', channelId: 1, isEnabled: true },
      { id: 5, channel: 'sms', channelId: null, isEnabled: true },
    ];
    expect(resolved(item('message'), messageUses({ channels }))).toEqual([
      { how: 'sends', to: 'email:Welcome', id: 1 },
      { how: 'sends', to: 'text_message:Door reminder', id: 2 },
    ]);
  });
});

describe('webhooks', () => {
  const hook = (...triggers: string[]) => short(item('webhook'), webhookUses({ triggers }));

  it('share with the host; the address with its keys is dropped', () => {
    expect(
      short(
        item('webhook'),
        webhookUses({ webhookUrl: 'https://user:pw@CRM.partner.example:8443/mautic?key=sample-only', secret: 's', triggers: [] }),
      ),
    ).toEqual(['shares recipient:crm.partner.example']);
    expect(short(item('webhook'), webhookUses({ webhook_url: 'not an address', triggers: [] }))).toEqual(['shares recipient:[unreadable]']);
    expect(short(item('webhook'), webhookUses({ webhookUrl: 'https://bücher.example/x', triggers: [] }))).toEqual([
      'shares recipient:xn--bcher-kva.example',
    ]);
    expect(short(item('webhook'), webhookUses({ webhookUrl: 'https://mautic.aurora.example/x', triggers: [] }))).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['mautic.lead_post_save_new', ['reads record:contact']],
    ['mautic.lead_post_delete', ['reads record:contact']],
    ['mautic.lead_points_change', ['reads contact_field:points', 'reads record:contact']],
    ['mautic.lead_list_change', ['reads record:contact', 'reads record:segments']],
    ['mautic.lead_channel_subscription_changed', ['reads record:contact', 'reads record:dnc']],
    ['mautic.lead_company_change', ['reads record:company', 'reads record:contact']],
    ['mautic.company_post_save', ['reads record:company']],
    ['mautic.form_on_submit', ['reads record:contact', 'reads record:form_results']],
    ['mautic.email_on_open', ['reads tracking:email_open']],
    ['mautic.email_on_send', ['reads tracking:email_sent']],
    ['mautic.page_on_hit', ['reads tracking:page_hit']],
    ['mautic.sms_on_send', ['reads tracking:sms_sent']],
    ['mautic.plugin_did', []],
  ])('%s', (trigger, expected) => {
    expect(hook(trigger)).toEqual(expected);
  });

  it('of API v2: triggers are the keys of events', () => {
    expect(resolved(item('webhook'), webhookUses({ events: { 'mautic.page_on_hit': [] } }))).toEqual([
      { how: 'reads', to: 'tracking:page_hit', type: 'mautic.page_on_hit' },
    ]);
  });
});

describe('reports', () => {
  const REPORT = {
    system: false,
    isScheduled: false,
    columns: ['l.email', 'l.city', 'comp.companyname', 'l.id', 'l.owner_id', 'e.subject', 'i.ip_address', 'l.'],
    filters: {
      1: { column: 'l.newsletter_optin', condition: 'eq', value: '1' },
      4: { column: 'l.city', condition: 'like', value: '%Rome%' },
      5: { column: 'e.id', condition: 'eq' },
    },
    toAddress: 'Boss <boss@northlight.example>, dpo@northlight.example; x@audit.example',
  };
  const uses = (row: unknown) => short(item('report'), reportUses(row));

  it('read and filter by fields; other columns are left out', () => {
    expect(uses(REPORT)).toEqual([
      'reads company_field:companyname',
      'reads contact_field:city',
      'reads contact_field:email',
      'filters contact_field:newsletter_optin n=1 op=is value=yes',
      'filters contact_field:city n=2 op=matches',
    ]);
  });
  it('are mailed when they are scheduled', () => {
    expect(uses({ ...REPORT, isScheduled: '1', columns: [], filters: [] })).toEqual([
      'shares recipient:@audit.example',
      'shares recipient:@northlight.example',
    ]);
  });
  it('that ship with Mautic and are not mailed say nothing', () => {
    expect(uses({ ...REPORT, system: true })).toEqual([]);
    expect(uses({ ...REPORT, system: true, isScheduled: true, filters: [] })).toHaveLength(5);
  });
});
