import { describe, expect, it } from 'vitest';
import rule from '../../../rules/declaration/undeclared-content.js';
import type { Item, ItemOf, Use } from '../../../src/mautic/snapshot.js';
import { findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent } from '../form-items.js';

const email = (key: string, more: Partial<ItemOf<'email'>> = {}): ItemOf<'email'> => ({
  kind: 'email',
  id: key.length,
  key,
  published: true,
  type: 'list',
  has_html: true,
  has_text: false,
  sent: true,
  ...more,
});
const CAMPAIGN: Item = { kind: 'campaign', id: 1, key: 'Welcome', published: true };
const sends = (to: string): Use => ({ from: 'campaign:Welcome', how: 'sends', to, at: 'campaign.event', id: 1 });

it('finds every live content of which nobody says what it is for', () => {
  const items: Item[] = [
    CAMPAIGN,
    email('Menu'),
    { kind: 'page', id: 3, key: 'menu', title: 'Our menu', published: true },
    { kind: 'dynamic_content', id: 4, key: 'banner', title: 'Banner', published: true },
    { kind: 'focus_item', id: 5, key: 'Bar', published: true },
    { kind: 'text_message', id: 6, key: 'Tonight', published: true },
    { kind: 'message', id: 7, key: 'Offer' },
    { kind: 'notification', id: 8, key: 'Ping', published: true },
  ];
  expect(findingsOf(rule, { declarations: '', items, finds: [] }).map(({ subject, place, data }) => [subject, place, data])).toEqual(
    [
      ['campaign:Welcome', 'Welcome', 'campaign'],
      ['email:Menu', 'Menu', 'email'],
      ['page:menu', 'Our menu', 'page'],
      ['dynamic_content:banner', 'Banner', 'dynamic_content'],
      ['focus_item:Bar', 'Bar', 'focus_item'],
      ['text_message:Tonight', 'Tonight', 'text_message'],
      ['message:Offer', 'Offer', 'message'],
    ].map(([subject, item, kind]) => [subject, { item: subject }, { item, kind }]),
  );
  expect(findingsOf(rule, { declarations: '', items: [CAMPAIGN], finds: [] })[0]?.severity).toBe('warn');
  expect(findingsOf(rule, { declarations: '', items: [CAMPAIGN], finds: [] }, 'strict')[0]?.severity).toBe('error');
});

describe('a purpose may come from', () => {
  const category: Item = { kind: 'category', id: 6, key: 'email/offers', title: 'Offers', bundle: 'email' };
  const inCategory = email('Menu', { category: 'category:email/offers' });
  const find = (declarations: string, items: readonly Item[], uses: readonly Use[] = []) => subjectsOf(rule, { declarations, items, uses });

  it('its own entry; an undecided one is for no-purpose', () => {
    expect(find('emails: {Menu: {purposes: [newsletter]}}', [email('Menu')])).toEqual([]);
    expect(find('emails: {"Men*": {personal: false, reason: Only for our own staff}}', [email('Menu')])).toEqual([]);
    expect(find('emails: {Menu: }', [email('Menu')])).toEqual([]);
  });

  it('its category, which must have one', () => {
    expect(find('categories: {email/offers: {purposes: [newsletter]}}', [category, inCategory])).toEqual([]);
    expect(find('categories: {email/offers: {}}', [category, inCategory])).toEqual(['email:Menu']);
    expect(find('categories: {email/offers: {personal: false, reason: A folder of the team}}', [category, inCategory])).toEqual([
      'email:Menu',
    ]);
  });

  it('the campaign that sends it', () => {
    const items = [CAMPAIGN, email('Menu')];
    expect(find('campaigns: {Welcome: {purposes: [newsletter]}}', items, [sends('email:Menu')])).toEqual([]);
    expect(find('campaigns: {Welcome: {purposes: [newsletter]}}', items)).toEqual(['email:Menu']);
  });

  it('nowhere, for what is called a try and is live', () => {
    expect(find('emails: {Menu: {status: test}}', [email('Menu')])).toEqual(['email:Menu']);
    expect(find('emails: {Menu: {status: test}}', [email('Menu', { published: false })])).toEqual([]);
  });
});

describe('drafts', () => {
  const find = (item: Item, uses: readonly Use[] = []) =>
    subjectsOf(rule, { declarations: 'campaigns: {Welcome: {}}', items: [CAMPAIGN, item], uses });
  const unsent = email('Menu', { sent: false });
  const promo: Item = { kind: 'dynamic_content', id: 4, key: 'promo', published: true, sent: false };

  it.each([
    ['what is switched off', email('Menu', { published: false })],
    ['what is over', email('Menu', { publish_down: '2026-11-24' })],
    ['an e-mail with nothing in it', email('Menu', { has_html: false })],
    ['an e-mail that was never sent and that nobody sends', unsent],
    ['a text message of that sort', { kind: 'text_message', id: 6, key: 'Tonight', published: true, sent: false } satisfies Item],
    ['a dynamic content of that sort', promo],
    ['a campaign without steps', { kind: 'campaign', id: 2, key: 'Empty', published: true, events: [] } satisfies Item],
  ])('are left alone: %s', (_, item) => {
    expect(find(item)).toEqual([]);
  });

  it.each([
    ['an e-mail that a campaign will send', unsent, sends('email:Menu')],
    [
      'an e-mail that has its readers',
      unsent,
      { from: 'email:Menu', how: 'targets', to: 'segment:readers', at: 'email.audience' } satisfies Use,
    ],
    ['a dynamic content that a campaign shows', promo, { ...sends('dynamic_content:promo'), how: 'shows' } satisfies Use],
  ])('are not: %s', (_, item, use) => {
    expect(find(item, [use])).toHaveLength(1);
  });

  it('are not: a page that nobody has visited yet, an e-mail of which nobody knows whether it was sent', () => {
    expect(find({ kind: 'page', id: 3, key: 'menu', published: true, visited: false })).toEqual(['page:menu']);
    expect(find({ kind: 'email', id: 5, key: 'Menu', published: true })).toEqual(['email:Menu']);
  });
});

it('tells a variant or translation at its original, and by itself where that is off', () => {
  const items = (published: boolean): Item[] => [
    email('Menu', { published }),
    email('Menu B', { variant_of: 'email:Menu' }),
    email('Speisekarte', { translation_of: 'email:Menu' }),
  ];
  expect(subjectsOf(rule, { declarations: '', items: items(true) })).toEqual(['email:Menu']);
  expect(subjectsOf(rule, { declarations: '', items: items(false) })).toEqual(['email:Menu B', 'email:Speisekarte']);
});

it('knows what a marketing message sends by the campaign behind it', () => {
  const items: Item[] = [CAMPAIGN, { kind: 'message', id: 6, key: 'Spring', published: true }, email('Menu')];
  const channel: Use = { from: 'message:Spring', how: 'sends', to: 'email:Menu', at: 'message.channel', id: 1 };
  const find = (declarations: string, uses: readonly Use[]) => subjectsOf(rule, { declarations, items, uses });
  const declared = 'campaigns: {Welcome: {purposes: [news]}}';
  expect(find(declared, [sends('message:Spring'), channel])).toEqual([]);
  expect(find(declared, [channel])).toEqual(['email:Menu', 'message:Spring']);
  expect(find('campaigns: {}', [sends('message:Spring'), channel])).toEqual(['campaign:Welcome', 'email:Menu', 'message:Spring']);
});

it('is not run for kinds that were not seen, and not for what was seen in short', () => {
  const example = { declarations: '', items: [CAMPAIGN, email('Menu')], coverage: [absent('email')], finds: [] };
  expect(lintExample(example).notRun).toContainEqual({ rule: rule.id, of: 'email', why: ['refused'] });
  expect(findingsOf(rule, example).map(({ subject }) => subject)).toEqual(['campaign:Welcome']);
  expect(subjectsOf(rule, { declarations: '', items: [{ kind: 'email', id: 5, key: 'Menu', thin: true }] })).toEqual([]);
});
