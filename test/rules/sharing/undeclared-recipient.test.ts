import { describe, expect, it } from 'vitest';
import rule from '../../../rules/sharing/undeclared-recipient.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, form } from '../form-items.js';

const webhook = (more: object = {}): Item => ({ kind: 'webhook', id: 1, key: 'Hook', published: true, ...more });
const email = (id: number, key: string, more: object = {}): Item => ({ kind: 'email', id, key, published: true, ...more });
const sends = (to: string, more: Partial<Use> = {}): Use => ({ from: 'webhook:Hook', how: 'shares', to, at: 'webhook', ...more });
const loads = (from: string, to: string): Use => ({ from, how: 'shares', to, at: 'content', part: 'html', as: 'image' });
const recipient = (keys: string) => `recipients:\n  crm: {name: CRM, role: processor, country: NL, ${keys}}`;
const found = (declarations: string, to: string, items: readonly Item[] = [webhook()]) =>
  subjectsOf(rule, { declarations, items, uses: [sends(to)] });

it('finds a webhook to somebody unknown, at its declaration', () => {
  const declarations = 'webhooks: {Hook: {purposes: [sales]}}';
  expect(findingsOf(rule, { declarations, items: [webhook()], uses: [sends('recipient:hooks.zap.example')], finds: [] })).toMatchObject([
    {
      subject: 'webhook:Hook',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['webhooks', 'Hook'] },
      data: { item: 'Hook', kind: 'webhook', host: 'hooks.zap.example' },
      related: [],
    },
  ]);
});

describe('a host', () => {
  it.each([
    ['hosts: [crm.example]', 'recipient:crm.example', []],
    ['hosts: [crm.example]', 'recipient:@crm.example', []],
    ['hosts: ["@crm.example"]', 'recipient:@crm.example', []],
    ['hosts: [crm.example]', 'recipient:in.crm.example', ['webhook:Hook']],
    ['hosts: ["*.crm.example"]', 'recipient:eu.in.crm.example', []],
    ['hosts: ["*.crm.example"]', 'recipient:crm.example', []],
    ['hosts: ["*.crm.example"]', 'recipient:othercrm.example', ['webhook:Hook']],
    ['hosts: ["https://CRM.example/in"]', 'recipient:crm.example', []],
    ['hosts: [börse.example]', 'recipient:xn--brse-5qa.example', []],
    ['integrations: [Salesforce]', 'recipient:crm.example', ['webhook:Hook']],
  ])('%s covers %s: %j', (keys, to, subjects) => {
    expect(found(recipient(keys), to)).toEqual(subjects);
  });
});

describe('our own', () => {
  it.each([
    ['organisation: {own_domains: [aurora.example]}', 'recipient:aurora.example'],
    ['organisation: {own_domains: [aurora.example]}', 'recipient:static.aurora.example'],
    ['organisation: {contact: privacy@aurora.example}', 'recipient:@aurora.example'],
    ['organisation: {contact: "https://www.aurora.example/contact"}', 'recipient:shop.aurora.example'],
    ['notices: {site: {url: "https://www.aurora.example/privacy", date: 2026-10-01}}', 'recipient:aurora.example'],
    ['', 'recipient:mautic.aurora.example'],
  ])('%s: %s', (declarations, to) => {
    expect(found(declarations, to)).toEqual([]);
  });

  it('is only what is stated, where something is', () => {
    const stated = 'organisation: {contact: privacy@mail.example, own_domains: [aurora.example]}';
    expect(found(stated, 'recipient:@mail.example')).toEqual(['webhook:Hook']);
  });

  it('is not what only looks like it', () => {
    expect(found('organisation: {own_domains: [aurora.example]}', 'recipient:notaurora.example')).toEqual(['webhook:Hook']);
  });
});

describe('services and integrations', () => {
  it.each([
    ['integrations: [salesforce]', 'recipient:integration/Salesforce', []],
    ['integrations: [Hubspot]', 'recipient:integration/Salesforce', ['webhook:Hook']],
    ['integrations: [facebook_pixel]', 'recipient:service/meta-pixel', []],
    ['integrations: [facebook_pixel]', 'recipient:connect.facebook.net', []],
    ['integrations: [facebook_pixel]', 'recipient:service/google-analytics', ['webhook:Hook']],
    ['integrations: [Google Tag Manager]', 'recipient:service/google-tag-manager', []],
    ['hosts: ["*.google-analytics.com"]', 'recipient:service/google-analytics', []],
    ['integrations: [matomo]', 'recipient:service/matomo', []],
  ])('%s covers %s: %j', (keys, to, subjects) => {
    expect(found(recipient(keys), to)).toEqual(subjects);
  });

  it.each([
    ['recipient:service/meta-pixel', 'Meta (meta-pixel)'],
    ['recipient:service/matomo', 'matomo'],
    ['recipient:integration/Salesforce', 'Salesforce'],
  ])('%s is called %s', (to, host) => {
    const [finding] = findingsOf(rule, { declarations: '', items: [webhook()], uses: [sends(to)], finds: [] });
    expect(finding?.data.host).toBe(host);
  });

  it('asks for the recipient of a push by a form and by a campaign (mautic/mautic#17380)', () => {
    const items: Item[] = [form('Demo'), { kind: 'campaign', id: 2, key: 'Hot leads', published: true }];
    const push = { how: 'shares', to: 'recipient:integration/Salesforce', type: 'plugin.leadpush', id: 3 } as const;
    const uses: Use[] = [
      { from: 'form:Demo', at: 'form.action', ...push },
      { from: 'campaign:Hot leads', at: 'campaign.event', ...push },
    ];
    expect(subjectsOf(rule, { declarations: '', items, uses })).toEqual(['form:Demo', 'campaign:Hot leads']);
    expect(subjectsOf(rule, { declarations: recipient('integrations: [Salesforce]'), items, uses })).toEqual([]);
  });
});

describe('an address that cannot be read', () => {
  it.each(['recipient:[token]', 'recipient:[unreadable]'])('%s is answered by the recipients of the item', to => {
    expect(found(recipient('hosts: [crm.example]'), to)).toEqual(['webhook:Hook']);
    expect(found('webhooks: {Hook: {purposes: [sales], recipients: [crm]}}', to)).toEqual([]);
    expect(found('webhooks: {Hook: {purposes: [sales], recipients: []}}', to)).toEqual(['webhook:Hook']);
  });

  it('is another one in each content', () => {
    const uses = [loads('email:One', 'recipient:[token]'), loads('email:Two', 'recipient:[token]')];
    expect(subjectsOf(rule, { declarations: '', items: [email(1, 'One'), email(2, 'Two')], uses })).toEqual(['email:One', 'email:Two']);
  });

  it('does not excuse one that can be read and belongs to somebody else', () => {
    const declarations = `${recipient('hosts: [crm.example]')}\nwebhooks: {Hook: {purposes: [sales], recipients: [crm]}}`;
    expect(found(declarations, 'recipient:hooks.zap.example')).toEqual(['webhook:Hook']);
  });
});

it('tells of what contents load once for each recipient, with the others beside the first', () => {
  const items = Array.from({ length: 9 }, (_, index) => email(index + 1, `Mail ${index + 1}`));
  const uses = items.flatMap(({ key }) => [
    loads(`email:${key}`, 'recipient:img.cdn.example'),
    { ...loads(`email:${key}`, 'recipient:img.cdn.example'), as: 'style' as const },
  ]);
  const [finding, ...others] = findingsOf(rule, { declarations: '', items, uses, finds: [] });
  expect(others).toEqual([]);
  expect(finding).toMatchObject({
    subject: 'recipient:img.cdn.example',
    place: { item: 'email:Mail 1' },
    data: { item: 'Mail 1', kind: 'email', host: 'img.cdn.example' },
  });
  expect(finding?.related?.map(({ subject }) => subject)).toEqual([2, 3, 4, 5, 6].map(number => `email:Mail ${number}`));
});

it('tells two recipients of one item apart', () => {
  const uses = [sends('recipient:a.example'), sends('recipient:b.example')];
  const findings = findingsOf(rule, { declarations: '', items: [webhook()], uses, finds: [] });
  expect(findings.map(({ data }) => data.host)).toEqual(['a.example', 'b.example']);
  expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
});

describe('what sends nothing', () => {
  it('is what is not published', () => {
    expect(found('', 'recipient:a.example', [webhook({ published: false })])).toEqual([]);
  });

  it('is a question of a form that is not', () => {
    const uses: Use[] = [{ from: 'form_field:Club/login', how: 'shares', to: 'recipient:service/social-login', at: 'form.field' }];
    const field: Item = { kind: 'form_field', id: 5, key: 'Club/login', form: 'form:Club', type: 'plugin.loginSocial' };
    expect(subjectsOf(rule, { declarations: '', items: [form('Club'), field], uses })).toEqual(['form_field:Club/login']);
    expect(subjectsOf(rule, { declarations: '', items: [form('Club', { published: false }), field], uses })).toEqual([]);
  });
});

it('is not run for a kind that was not seen', () => {
  const example = {
    declarations: '',
    items: [webhook(), email(1, 'One')],
    uses: [sends('recipient:a.example'), loads('email:One', 'recipient:b.example')],
    coverage: [absent('webhook')],
  };
  expect(subjectsOf(rule, example)).toEqual(['recipient:b.example']);
  const { notRun } = lintExample({ ...example, finds: [] }, 'recommended', true, [rule]);
  expect(notRun).toEqual([{ rule: 'undeclared-recipient', of: 'webhook', why: ['refused'] }]);
});
