import { describe, expect, it } from 'vitest';
import type { CampaignEvent, Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, boxOf, filters, item, step, targets, use } from '../../lint/paths-support.js';
import { question } from '../form-items.js';
import { byCampaign, CLICK, CONDITION, click, flow, told } from './sign-ups.js';

describe('the campaign that is declared to confirm', () => {
  it('takes people from the form and waits', () => {
    expect(told(byCampaign, [click()], flow)).toEqual([]);
  });

  it.each<[name: string, campaign: Item, uses: readonly Use[]]>([
    ['does not get them', click(), flow.slice(1)],
    ['waits for nothing', item('campaign:C', { events: [step(1), step(3, 1)] }), flow],
    [
      'waits for an e-mail to be opened',
      item('campaign:C', { events: [step(1), step(2, 1, '', { kind: 'decision', type: 'email.open' }), step(3, 2, 'yes')] }),
      flow,
    ],
    [
      'is off',
      item('campaign:C', { events: [step(1), step(2, 1, '', { kind: 'decision', type: 'email.click' })], published: false }),
      flow,
    ],
  ])('%s', (_, campaign, uses) => {
    expect(told(byCampaign, [campaign], uses)).toEqual(['form:F']);
  });

  it('makes no list one of people who confirmed by its name alone', () => {
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const given = (campaign: Item, step: number): string[] =>
      told(
        emails,
        [campaign, item('segment:S')],
        [...flow.slice(0, 2), adds('campaign:C', 'segment:S', { id: step }), targets('email:E', 'segment:S')],
      );
    const opened = { kind: 'decision', type: 'email.open' } as const;
    expect(given(click(), 3)).toEqual([]);
    expect(given(item('campaign:C', { events: [step(1), step(3, 1)] }), 3)).toEqual(['form:F segment:S']);
    expect(given(item('campaign:C', { events: [step(1), step(2, 1, '', opened), step(3, 2, 'yes')] }), 3)).toEqual(['form:F segment:S']);
  });

  it.each<[name: string, events: readonly CampaignEvent[], expected: readonly string[]]>([
    ['after the click', [CLICK, step(3, 2, 'yes')], []],
    ['when nobody clicks', [CLICK, step(3, 2, 'no')], ['form:F segment:S']],
    ['when nobody clicks, and others get a letter', [CLICK, step(4, 2, 'yes'), step(3, 2, 'no')], ['form:F segment:S']],
    ['after a reminder and its click', [CLICK, step(4, 2, 'no'), { ...CLICK, id: 5, parent: 4 }, step(3, 5, 'yes')], []],
    ['when a condition holds', [CONDITION, step(3, 2, 'yes')], []],
    ['when a condition does not hold', [CONDITION, step(3, 2, 'no')], []],
    ['beside the condition', [CONDITION, step(4, 2, 'yes'), step(3)], ['form:F segment:S']],
  ])('gives the list %s', (_, events, expected) => {
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const uses = [...flow.slice(0, 2), adds('campaign:C', 'segment:S', { id: 3 }), targets('email:E', 'segment:S')];
    expect(told(emails, [item('campaign:C', { events: [step(1), ...events] }), item('segment:S')], uses)).toEqual(expected);
  });

  it('is not there', () => {
    expect(told(byCampaign)).toEqual(['form:F']);
  });

  it('is trusted where its steps were not seen', () => {
    expect(told(byCampaign, [item('campaign:C', { events: undefined })], flow)).toEqual([]);
  });

  it('gets them by way of a segment', () => {
    const uses = [adds('form:F', 'tag:new'), filters('segment:New', 'tag:new'), targets('campaign:C', 'segment:New'), ...flow.slice(1)];
    expect(told(byCampaign, [click(), item('tag:new'), item('segment:New', { filter_rows: 1 })], uses)).toEqual([]);
  });

  it('comes too late when the form signs people up at once', () => {
    const S = item('segment:S');
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const uses = [...flow, adds('form:F', 'segment:S'), targets('email:E', 'segment:S')];
    expect(told(emails, [click(), S], uses)).toEqual(['form:F segment:S']);
    expect(told(emails, [click(), S], uses.slice(0, -1))).toEqual([]);
    expect(told(byCampaign.replace('field: news_ok', 'tag: at-once'), [click()], [...flow, adds('form:F', 'tag:at-once')])).toEqual([
      'form:F',
    ]);
    expect(
      told(byCampaign.replace('field: news_ok', 'tag: now'), [click(), item('tag:now')], [...flow, adds('form:F', 'tag:now')]),
    ).toEqual(['form:F tag:now']);
  });

  it('does not confirm what stood for the yes before', () => {
    const S = item('segment:S');
    const atOnce = `${byCampaign.replace('field: news_ok', 'segment: S')}emails: {E: {purposes: [news]}}`;
    expect(told(atOnce, [click(), S], [...flow, adds('form:F', 'segment:S'), targets('email:E', 'segment:S')])).toEqual([
      'form:F segment:S',
    ]);
    const after = [...flow.slice(0, 2), adds('campaign:C', 'segment:S', { id: 3 }), targets('email:E', 'segment:S')];
    expect(told(atOnce, [click(), S], after)).toEqual([]);
  });

  it('comes too late for the field that the box of the form fills, though the click gives it again', () => {
    const box = boxOf('F', 'news_ok');
    const emails = `${byCampaign.replace(', consent: submit', '')}emails: {E: {purposes: [news]}}`;
    const writes = use('campaign:C', 'writes', 'contact_field:news_ok', 'campaign.event', { id: 3, value: 'yes' });
    const asks = (to: string, value: string, ...uses: readonly Use[]): string[] =>
      told(
        emails,
        [click(), item('segment:S', { filter_rows: 1 }), ...box.items],
        [...flow, writes, ...box.uses, filters('segment:S', to, 'is', { value }), targets('email:E', 'segment:S'), ...uses],
      );
    expect(asks('contact_field:news_ok', 'yes')).toEqual(['form:F segment:S']);
    expect(asks('tag:ok', '')).toEqual([]);
    const both = filters('segment:S', 'tag:ok', 'any-of', { n: 2 });
    expect(asks('contact_field:news_ok', 'yes', both)).toEqual([]);
  });

  it('need not be reached from forms, when only people who confirmed are written to', () => {
    const { items, uses } = boxOf('G', 'news_ok');
    const emails = `${byCampaign}emails: {E: {purposes: [news]}}`;
    const given = [click(), item('form:G'), question('G/mail', 'email'), ...items, item('segment:S', { filter_rows: 1 })];
    const sent = [...flow, ...uses, targets('email:E', 'segment:S')];
    expect(told(emails, given, [...sent, filters('segment:S', 'tag:ok')])).toEqual([]);
    expect(told(emails, given, [...sent, filters('segment:S', 'contact_field:news_ok', 'is', { value: 'yes' })])).toEqual([
      'form:G segment:S',
    ]);
  });
});

describe('beside another form that signs people up at once', () => {
  const emails = `${byCampaign.replace('field: news_ok', 'tag: ok')}emails: {E: {purposes: [news]}}`;
  const S = item('segment:S', { filter_rows: 1 });
  const sent = [...flow, filters('segment:S', 'tag:ok'), targets('email:E', 'segment:S')];
  const { items, uses } = boxOf('G', 'news_ok');
  const other = [item('form:G'), question('G/mail', 'email')];

  it('a form that has its people confirm is not found', () => {
    const declarations = emails.replace('collected_by: [form:F]', 'collected_by: [form:F, form:G]');
    expect(told(declarations, [click(), S, ...other], [...sent, adds('form:G', 'tag:ok')])).toEqual(['form:G tag:ok segment:S']);
    expect(told(declarations, [click(), S, ...other], [...sent, adds('form:G', 'tag:ok'), adds('form:F', 'tag:ok')])).toEqual([
      'form:F tag:ok segment:S',
      'form:G tag:ok segment:S',
    ]);
  });

  it('nor where the other fills the field that the click gives', () => {
    const byField = byCampaign.replace(', consent: submit', '').replace('collected_by: [form:F]', 'collected_by: [form:F, form:G]');
    const given = use('campaign:C', 'writes', 'contact_field:news_ok', 'campaign.event', { id: 3, value: 'yes' });
    const asked = filters('segment:S', 'contact_field:news_ok', 'is', { value: 'yes' });
    expect(
      told(
        `${byField}emails: {E: {purposes: [news]}}`,
        [click(), S, ...other, ...items],
        [...flow, ...uses, given, asked, targets('email:E', 'segment:S')],
      ),
    ).toEqual(['form:G segment:S']);
  });
});
