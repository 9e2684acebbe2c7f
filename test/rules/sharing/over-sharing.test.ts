import { describe, expect, it } from 'vitest';
import rule from '../../../rules/sharing/over-sharing.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, collects, contactField, form, question } from '../form-items.js';

const FIELDS: readonly Item[] = ['email', 'firstname', 'mobile'].map(key => contactField(key));
const crm = (keys = '') => `recipients:\n  crm: {name: CRM Example, role: processor, country: NL, hosts: [crm.example]${keys}}`;
const hook = (more: object = {}): Item => ({ kind: 'webhook', id: 1, key: 'Hook', published: true, ...more });
const CALLS: Use = { from: 'webhook:Hook', how: 'shares', to: 'recipient:crm.example', at: 'webhook' };
const trigger = (to: string, type = 'mautic.lead_post_save_new'): Use => ({
  from: 'webhook:Hook',
  how: 'reads',
  to,
  at: 'webhook.trigger',
  type,
});
const found = (declarations: string, items: readonly Item[], uses: readonly Use[]) =>
  findingsOf(rule, { declarations, items: [...FIELDS, ...items], uses });

describe('a webhook', () => {
  const uses = [CALLS, trigger('record:contact')];

  it('sends the whole contact, more than its recipient needs', () => {
    expect(found(`${crm(', gets: [email]')}\nwebhooks: {Hook: {purposes: [sales]}}`, [hook()], uses)).toMatchObject([
      {
        subject: 'webhook:Hook',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['webhooks', 'Hook'] },
        data: { item: 'Hook', kind: 'webhook', recipient: 'CRM Example', count: 3, limit: 1 },
      },
    ]);
  });

  it('is a warning in strict, too, where nobody says what the recipient needs', () => {
    expect(found(crm(), [hook()], uses)).toMatchObject([{ severity: 'warn', data: { count: 3 } }]);
    expect(found(crm(), [hook()], uses)[0]?.data).not.toHaveProperty('limit');
    const strict = (declarations: string) =>
      findingsOf(rule, { declarations, items: [...FIELDS, hook()], uses }, 'strict').map(({ severity }) => severity);
    expect(strict(crm())).toEqual(['warn']);
    expect(strict(crm(', gets: [email]'))).toEqual(['error']);
  });

  it('does not count fields that are switched off', () => {
    expect(found(crm(', gets: [email]'), [hook(), contactField('old', { published: false })], uses)[0]?.data.count).toBe(3);
  });

  it.each([
    ['all of it is needed', crm(', gets: [email, contact_field:firstname, mobile]')],
    [
      'the system behind the recipient needs the rest',
      `${crm(', gets: [email]')}\nsystems: {crm: {recipient: crm, gets: [firstname, mobile]}}`,
    ],
    ['a relay stands before the recipient', `${crm(', gets: [email], filtered_by: relay')}\n  relay: {name: Relay, role: internal}`],
    ['a relay stands behind the webhook', `${crm(', gets: [email]')}\nwebhooks: {Hook: {filtered_by: crm}}`],
    ['the address is our own', 'organisation: {own_domains: [crm.example]}'],
    ['nobody knows who it is, which undeclared-recipient tells', ''],
  ])('is fine when %s', (_, declarations) => {
    expect(found(declarations, [hook()], uses)).toEqual([]);
  });

  it('is fine when it is not published, or sends no contact', () => {
    expect(found(crm(', gets: [email]'), [hook({ published: false })], uses)).toEqual([]);
    expect(found(crm(', gets: [email]'), [hook()], [CALLS, trigger('tracking:email_open', 'mautic.email_on_open')])).toEqual([]);
  });

  it('to a host of our own sends to the one recipient of its entry, for whom that host hands it on', () => {
    const own = `organisation: {own_domains: [crm.example]}\n${crm(', gets: [email]').replace('crm.example', 'other.example')}`;
    expect(found(own, [hook()], uses)).toEqual([]);
    expect(found(`${own}\nwebhooks: {Hook: {recipients: [crm]}}`, [hook()], uses)).toMatchObject([{ subject: 'webhook:Hook' }]);
  });

  it('to a declared host below a domain of our own sends to that recipient', () => {
    const below = (own: string) => `${own}\n${crm(', gets: [email]').replace('crm.example', 'crm.aurora.example')}`;
    const calls = [{ ...CALLS, to: 'recipient:crm.aurora.example' }, trigger('record:contact')];
    for (const own of ['organisation: {contact: privacy@aurora.example}', 'organisation: {own_domains: [aurora.example]}']) {
      expect(found(below(own), [hook()], calls)).toMatchObject([{ subject: 'webhook:Hook' }]);
    }
    expect(
      found(below('organisation: {own_domains: [aurora.example]}'), [hook()], [{ ...CALLS, to: 'recipient:shop.aurora.example' }]),
    ).toEqual([]);
  });

  it('whose address cannot be read sends to the one recipient of its entry', () => {
    const opaque: Use[] = [{ ...CALLS, to: 'recipient:[token]' }, trigger('record:contact')];
    const declared = (list: string) =>
      `${crm(', gets: [email]')}\n  other: {name: Other, role: internal}\nwebhooks: {Hook: {recipients: ${list}}}`;
    expect(found(declared('[crm]'), [hook()], opaque).map(({ data }) => data.recipient)).toEqual(['CRM Example']);
    expect(found(declared('[crm, other]'), [hook()], opaque)).toEqual([]);
  });
});

describe('a form', () => {
  const place = { from: 'form:Visit', at: 'form.action', id: 7 } as const;
  const items = [form('Visit'), question('Visit/mail', 'email'), question('Visit/phone', 'tel'), question('Visit/note', 'textarea')];
  const maps = [collects('Visit/mail', 'email'), collects('Visit/phone', 'mobile')];
  const copies = (to: string, ...questions: string[]): Use[] => [
    ...maps,
    { ...place, type: 'form.email', how: 'shares', to },
    ...questions.map((alias): Use => ({ ...place, type: 'form.email', how: 'reads', to: `form_field:Visit/${alias}`, in: 'text' })),
  ];

  it('mails answers: each counts as the field that it fills', () => {
    expect(found(crm(', gets: [email]'), items, copies('recipient:@crm.example', 'mail'))).toEqual([]);
    expect(found(crm(', gets: [email]'), items, copies('recipient:@crm.example', 'mail', 'phone'))).toMatchObject([
      { subject: 'form:Visit', data: { kind: 'form', count: 2, limit: 1 } },
    ]);
  });

  it('mails an answer that fills no field: no recipient is declared to need it', () => {
    expect(found(crm(', gets: [email]'), items, copies('recipient:@crm.example', 'mail', 'note'))[0]?.data.count).toBe(2);
  });

  it('says nothing of single fields where nobody says what is needed', () => {
    expect(found(crm(), items, copies('recipient:@crm.example', 'mail', 'phone', 'note'))).toEqual([]);
  });

  it('posts the answers, and the whole contact with them', () => {
    const uses: Use[] = [
      ...maps,
      { ...place, type: 'form.repost', how: 'shares', to: 'recipient:crm.example' },
      { ...place, type: 'form.repost', how: 'reads', to: 'record:contact' },
      { ...place, type: 'form.repost', how: 'reads', to: 'form_field:Visit/note', in: 'data', param: 'note' },
    ];
    expect(found(crm(', gets: [email]'), items, uses)[0]?.data).toMatchObject({ count: 4, limit: 1 });
  });

  it('pushes by a plugin what nobody can see', () => {
    const uses: Use[] = [
      { ...place, type: 'plugin.leadpush', how: 'shares', to: 'recipient:integration/Sales' },
      { ...place, type: 'plugin.leadpush', how: 'reads', to: 'record:contact' },
    ];
    expect(found(crm(', gets: [email], integrations: [Sales]'), items, uses)).toEqual([]);
  });

  it('keeps two actions apart', () => {
    const uses: Use[] = [
      ...copies('recipient:@crm.example', 'mail'),
      { ...place, id: 8, type: 'form.email', how: 'shares', to: 'recipient:@shop.example' },
      { ...place, id: 8, type: 'form.email', how: 'reads', to: 'form_field:Visit/phone', in: 'text' },
    ];
    const shop = '\n  shop: {name: Shop Example, role: processor, country: NL, hosts: [shop.example], gets: [email]}';
    expect(found(`${crm(', gets: [email]')}${shop}`, items, uses).map(({ data }) => [data.recipient, data.count, data.limit])).toEqual([
      ['Shop Example', 1, 0],
    ]);
  });
});

it('finds the columns of a mailed report, the data of a campaign step and the address of a picture', () => {
  const items: Item[] = [
    { kind: 'campaign', id: 1, key: 'Welcome', published: true },
    { kind: 'email', id: 1, key: 'Menu', published: true },
    { kind: 'report', id: 1, key: 'Weekly', scheduled: true },
  ];
  const step = { from: 'campaign:Welcome', at: 'campaign.event', id: 9, type: 'campaign.sendwebhook' } as const;
  const body = { from: 'email:Menu', at: 'content', part: 'html' } as const;
  const uses: Use[] = [
    { ...step, how: 'shares', to: 'recipient:crm.example' },
    { ...step, how: 'reads', to: 'contact_field:firstname', in: 'data', param: 'name' },
    { ...body, how: 'shares', to: 'recipient:crm.example', as: 'image' },
    { ...body, how: 'reads', to: 'contact_field:mobile', in: 'url', param: 'm', url: 'crm.example/pixel' },
    // Stays in the text.
    { ...body, how: 'reads', to: 'contact_field:firstname', in: 'text' },
    { from: 'report:Weekly', how: 'shares', to: 'recipient:@crm.example', at: 'report.schedule' },
    { from: 'report:Weekly', how: 'reads', to: 'contact_field:email', at: 'report.column' },
    { from: 'report:Weekly', how: 'reads', to: 'contact_field:mobile', at: 'report.column' },
  ];
  expect(found(crm(', gets: [email]'), items, uses).map(({ subject, data }) => [subject, data.count, data.limit])).toEqual([
    ['campaign:Welcome', 1, 0],
    ['email:Menu', 1, 0],
    ['report:Weekly', 2, 1],
  ]);
});

it('is not run where the fields were not seen, and for a kind that was not seen', () => {
  const example = { declarations: crm(), items: [...FIELDS, hook()], uses: [CALLS, trigger('record:contact')], finds: [] };
  const notRun = (of: 'contact_field' | 'webhook') =>
    lintExample({ ...example, coverage: [absent(of)] }, 'recommended', true, [rule]).notRun.map(entry => entry.of);
  expect(notRun('contact_field')).toEqual(['contact_field']);
  expect(notRun('webhook')).toEqual(['webhook']);
  expect(subjectsOf(rule, { ...example, coverage: [absent('webhook')] })).toEqual([]);
});
