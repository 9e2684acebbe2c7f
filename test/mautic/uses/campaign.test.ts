import { describe, expect, it } from 'vitest';
import { campaignUses } from '../../../src/mautic/uses/index.js';
import { item, resolved, short } from './support.js';

const CAMPAIGN = item('campaign');
const step = (type: string, properties: unknown, more: object = {}) => ({
  id: 5,
  name: 'Step',
  type,
  eventType: 'action',
  properties,
  ...more,
});
const deeds = (type: string, properties: unknown) =>
  short(CAMPAIGN, campaignUses({ id: 1, events: [step(type, properties)] }).uses.events ?? []);

describe('sources', () => {
  it('segments and forms', () => {
    const { uses } = campaignUses({ id: 1, lists: [{ id: 1, name: 'Readers' }], forms: { 2: { id: 2 } }, events: [] });
    expect(resolved(CAMPAIGN, uses.targets ?? [])).toEqual([
      { how: 'targets', to: 'form:School visit' },
      { how: 'targets', to: 'segment:readers' },
    ]);
    expect(uses.events).toEqual([]);
  });
  it('a row without these keys says nothing', () => {
    expect(campaignUses({ id: 1, name: 'x' })).toEqual({ uses: {} });
  });
});

describe('steps, in the order of the format', () => {
  it('carry id and type', () => {
    expect(resolved(CAMPAIGN, campaignUses({ id: 1, events: [step('email.send', { email: 1 })] }).uses.events ?? [])).toEqual([
      { how: 'sends', to: 'email:Welcome', id: 5, type: 'email.send' },
    ]);
  });

  it.each<[string, unknown, string[]]>([
    [
      'lead.updatelead',
      { city: '0', firstname: '', newsletter_optin: 0, email: null, diet: ['vegan'], company: '{contactfield=city}' },
      [
        'writes contact_field:city value=constant',
        'writes contact_field:company value=token',
        'writes contact_field:diet value=constant',
        'writes contact_field:newsletter_optin value=no',
      ],
    ],
    ['lead.updatecompany', { companyname: 'x', companycity: '' }, ['writes company_field:companyname value=constant']],
    ['lead.changetags', { add_tags: ['donor'], remove_tags: [] }, ['adds tag:donor']],
    ['lead.changelist', { addToLists: [1], removeFromLists: [2] }, ['adds segment:readers', 'removes segment:members']],
    ['campaign.addremovelead', { addTo: [2], removeFrom: ['this'] }, ['adds campaign:Clean-up', 'removes campaign:Welcome journey']],
    [
      'lead.changepoints',
      { points: '-7', group: '1' },
      ['writes contact_field:points delta=down', 'writes point_group:Engagement delta=down'],
    ],
    ['stage.change', { stage: 2 }, ['writes stage:Friend']],
    ['lead.changeowner', { owner: 1 }, ['writes record:owner']],
    ['lead.scorecontactscompanies', { score: 3 }, ['writes record:company_score']],
    ['lead.addtocompany', { company: 7 }, ['adds record:company']],
    ['lead.adddnc', { channels: ['email'], reason: 'asked' }, ['adds record:dnc']],
    ['lead.removednc', { channels: ['email'] }, ['removes record:dnc']],
    ['lead.deletecontact', [], ['removes record:contact']],
    ['email.send', { email: '2', email_type: 'marketing' }, ['sends email:Monthly letter']],
    ['sms.send_text_sms', { sms: 1 }, ['sends text_message:Door reminder']],
    ['message.send', { marketingMessage: 1 }, ['sends message:Spring show']],
    ['notification.send_notification', { notification: 1 }, ['sends notification:Opening hours']],
    ['notification.send_mobile_notification', { notification: 9 }, ['sends notification:#9']],
    [
      'email.send.to.user',
      { useremail: { email: 2 }, user_id: [1], to: 'x@team.northlight.example', cc: '', bcc: '' },
      ['sends email:Monthly letter staff=true', 'shares recipient:@team.northlight.example'],
    ],
    ['focus.show', { focus: 1 }, ['shows focus_item:Newsletter bar']],
    ['dwc.push_content', { dynamicContent: 3 }, ['shows dynamic_content:footer']],
    ['dwc.decision', { dwc_slot_name: 'hero', dynamicContent: '' }, ['shows dynamic_content:hero#1', 'shows dynamic_content:hero#2']],
    [
      'campaign.sendwebhook',
      {
        url: 'https://crm.partner.example/in?e={contactfield=email}',
        headers: { list: [{ label: 'X-Key', value: '{contactfield=firstname}' }] },
        additional_data: {
          list: [
            { label: 'where', value: '{contactfield=city}' },
            { label: 'a b', value: '{contactfield=company}' },
            { label: 'k', value: 'v' },
          ],
        },
      },
      [
        'reads contact_field:city in=data param=where',
        'reads contact_field:company in=data param=[other]',
        'reads contact_field:email in=url param=e url=crm.partner.example/in',
        'shares recipient:crm.partner.example',
      ],
    ],
    [
      'campaign.sendwebhook',
      { url: 'https://{contactfield=city}.example/x' },
      ['reads contact_field:city in=url url=[token]/x', 'shares recipient:[token]'],
    ],
    ['campaign.sendwebhook', { url: 'http://' }, ['shares recipient:[unreadable]']],
    [
      'tracking.pixel.send',
      { services: ['google_analytics', 'facebook_pixel', 'own'], category: '{contactfield=city}', action: 'x', label: '' },
      [
        'reads contact_field:city in=data param=category',
        'shares recipient:service/google-analytics',
        'shares recipient:service/meta-pixel',
      ],
    ],
    [
      'twitter.tweet',
      { tweet_text: 'Hi {contactfield=firstname}' },
      ['reads contact_field:firstname in=text', 'shares recipient:service/twitter'],
    ],
    ['plugin.leadpush', { integration: 'Salesforce' }, ['reads record:contact', 'shares recipient:integration/Salesforce']],
    ['lead.field_value', { field: 'city', operator: '=', value: 'Torino' }, ['decides contact_field:city op=is']],
    ['lead.field_value', { field: 'diet', operator: 'in', value: ['vegan'] }, ['decides contact_field:diet op=any-of values=vegan']],
    [
      'lead.field_value',
      { field: 'newsletter_optin', operator: '=', value: '1' },
      ['decides contact_field:newsletter_optin op=is value=yes'],
    ],
    ['lead.field_value', { field: 'city', operator: 'lt', value: '-24 months' }, ['decides contact_field:city op=less value=-24 months']],
    ['lead.field_value', { field: 'tags', operator: 'in', value: ['donor'] }, ['decides tag:* op=any-of']],
    ['lead.field_value', { field: 'utm_source', operator: '=', value: 'x' }, ['decides tracking:utm op=is']],
    ['lead.field_value', { field: 'companycity', operator: '=', value: 'x' }, ['decides company_field:companycity op=is']],
    [
      'form.field_value',
      { form: 1, field: 'needs_bus', operator: '=', value: 'yes' },
      ['decides form_field:Newsletter/needs_bus op=is values=yes'],
    ],
    ['form.field_value', { form: '9', field: 'guests', operator: 'gt', value: '0' }, ['decides form_field:#9/guests op=more']],
    ['form.submit', { forms: [1] }, ['decides form:Newsletter']],
    ['form.submit', { forms: [] }, ['decides form:*']],
    ['lead.tags', { tags: ['donor', '3'] }, ['decides tag:donor']],
    ['lead.segments', { segments: [2] }, ['decides segment:members']],
    ['lead.stages', { stages: [1] }, ['decides stage:Guest']],
    ['lead.campaigns', { campaigns: [2] }, ['decides campaign:Clean-up']],
    [
      'lead.points',
      { operator: 'gt', score: 5, group: 1 },
      ['decides contact_field:points op=more', 'decides point_group:Engagement op=more'],
    ],
    ['lead.dnc', { channels: ['email'], reason: 1 }, ['decides record:dnc']],
    ['lead.owner', { owner: [1] }, ['decides record:owner']],
    ['email.validate.address', [], ['decides contact_field:email']],
    [
      'page.pagehit',
      { pages: [2], url: 'https://northlight.example/events*', referer: '' },
      ['decides page:event', 'decides tracking:page_hit url=northlight.example/events*'],
    ],
    [
      'lead.pageHit',
      { page: 1, page_url: 'https://northlight.example/a?b' },
      ['decides page:welcome', 'decides tracking:page_hit url=northlight.example/a'],
    ],
    ['page.devicehit', { device_type: ['smartphone'] }, ['decides tracking:device']],
    ['lead.device', {}, ['decides tracking:device']],
    ['asset.download', { assets: [1] }, ['decides asset:Guide', 'decides tracking:download']],
    ['email.open', [], ['decides tracking:email_open']],
    [
      'email.click',
      { urls: { list: ['https://northlight.example/shop?x=1'] } },
      ['decides tracking:email_click url=northlight.example/shop'],
    ],
    ['email.click', { urls: { list: [] } }, ['decides tracking:email_click']],
    ['email.reply', [], ['decides tracking:email_reply']],
    ['sms.reply', { pattern: 'YES' }, ['decides tracking:sms_reply']],
    ['campaign.jump_to_event', { jumpToEvent: 3 }, []],
    ['plugin.unknown', { email: 1 }, []],
    ['__proto__', {}, []],
  ])('%s %j', (type, properties, expected) => {
    expect(deeds(type, properties)).toEqual(expected);
  });

  it('of the properties that the builder stores, only the effective ones are read', () => {
    const noise = {
      canvasSettings: { droppedX: '1' },
      name: 'Set source',
      _token: 'secret',
      id: 'new3',
      type: 'lead.updatelead',
      settings: {},
      triggerInterval: '1',
    };
    expect(deeds('lead.updatelead', { ...noise, properties: { city: 'x', firstname: 'y' }, city: '', firstname: 'journey' })).toEqual([
      'writes contact_field:firstname value=constant',
    ]);
    expect(deeds('lead.changetags', { ...noise, properties: { add_tags: ['46'] }, add_tags: ['donor'] })).toEqual(['adds tag:donor']);
  });

  it('a field called `name` is a field where no builder left its marks', () => {
    expect(deeds('lead.updatelead', { name: 'x' })).toEqual(['writes contact_field:name value=constant']);
  });
});

describe('the steps as they are kept', () => {
  const events = (...rows: unknown[]) => campaignUses({ id: 1, events: rows }).events;

  it('sorted by id, with parent, path, delay and mode', () => {
    const rows = [
      step(
        'campaign.jump_to_event',
        { jumpToEvent: '1' },
        {
          id: 3,
          parent: { id: 2, name: 'x', children: [] },
          decisionPath: 'no',
          triggerMode: 'interval',
          triggerInterval: 3,
          triggerIntervalUnit: 'd',
        },
      ),
      step(
        'email.send',
        { email: 1, email_type: 'transactional' },
        { id: 1, parent: null, decisionPath: null, triggerMode: 'immediate', triggerInterval: 1, triggerIntervalUnit: 'd' },
      ),
      step('email.open', [], { id: 2, eventType: 'decision', parent: '/api/v2/events/1', triggerMode: 'date', triggerDate: '2026-12-01' }),
    ];
    expect(events(...rows)).toEqual([
      { id: 1, name: 'Step', type: 'email.send', kind: 'action', parent: 0, path: '', delay: 'P0D', email_mode: 'transactional' },
      { id: 2, name: 'Step', type: 'email.open', kind: 'decision', parent: 1, path: '', delay: 'date' },
      { id: 3, name: 'Step', type: 'campaign.jump_to_event', kind: 'action', parent: 2, path: 'no', delay: 'P3D', jump_to: 1 },
    ]);
  });

  it('of an export, and with the mark of API v2', () => {
    const row = {
      id: 4,
      name: 'x',
      type: 'email.send',
      event_type: 'action',
      properties: {},
      parent_id: 2,
      decisionPath: 'yes',
      trigger_mode: 'interval',
      trigger_interval: 2,
      trigger_interval_unit: 'h',
    };
    expect(events(row)).toEqual([
      { id: 4, name: 'x', type: 'email.send', kind: 'action', parent: 2, path: 'yes', delay: 'PT2H', email_mode: 'missing' },
    ]);
    const marked = campaignUses({
      id: 1,
      events: {
        7: step('lead.deletecontact', [], { id: 7, deleted: '2026-11-25T03:21:50+00:00' }),
        8: step('email.open', [], { id: 8, deleted: false }),
      },
    });
    expect(marked.events?.map(({ id, deleted }) => [id, deleted])).toEqual([
      [7, true],
      [8, false],
    ]);
    expect(short(CAMPAIGN, marked.uses.events ?? [])).toEqual(['decides tracking:email_open']);
  });

  it.each([
    ['i', 'PT5M'],
    ['h', 'PT5H'],
    ['d', 'P5D'],
    ['m', 'P5M'],
    ['y', 'P5Y'],
    ['?', 'P5D'],
  ])('interval unit %s', (unit, delay) => {
    expect(events(step('email.open', [], { triggerMode: 'interval', triggerInterval: '5', triggerIntervalUnit: unit }))?.[0]?.delay).toBe(
      delay,
    );
  });

  it('a name that holds a value is masked, a row without id is none', () => {
    expect(events({ id: 1, name: 'Write to anna@visitors.example', type: 'x y' }, { name: 'no id' })).toEqual([
      { id: 1, name: 'Write to [email]', type: 'other', kind: 'action', parent: 0, path: '', delay: 'P0D' },
    ]);
  });
});
