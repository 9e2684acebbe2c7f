import { describe, expect, it } from 'vitest';
import rule from '../../../rules/rights/no-preference-centre.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { email, page, segment, targets } from '../content-items.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';
import { absent } from '../form-items.js';

const ONE = 'purposes: {menu: {use: email-marketing}, orders: {use: service-messages}}\n';
const TWO = 'purposes: {menu: {use: email-marketing}, offers: {use: behavioural-profiling}}\n';
const found = (declarations: string, items: readonly Item[] = [], uses: readonly Use[] = []) =>
  findingsOf(rule, { declarations, items, uses });
const centre = page('centre', { preference_centre: true, controls: ['saveprefsbutton', 'segmentlist'] });

describe('no-preference-centre', () => {
  it('asks for one where there is more than one marketing purpose', () => {
    expect(found(TWO)).toMatchObject([
      {
        subject: 'rights',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: [], at: 'value' },
        data: { token: '{saveprefsbutton}' },
        related: [],
      },
    ]);
    expect(found(`${TWO}rights: {self_edit: on-request}`)).toMatchObject([{ place: { path: ['rights'] } }]);
    expect(findingsOf(rule, { declarations: TWO, finds: [] }, 'strict')).toMatchObject([{ severity: 'error' }]);
  });

  it('is silent for one newsletter', () => {
    const uses = [targets('email:E', 'segment:a')];
    expect(found(`${ONE}emails: {E: {purposes: [menu]}}`, [email('E'), segment('a')], uses)).toEqual([]);
  });

  it('asks for one where one purpose has two channels, but for those that Mautic does not send by', () => {
    const by = (channels: string) => `purposes: {menu: {use: email-marketing, channels: ${channels}}}`;
    expect(found(by('[email, text-message]'))).toHaveLength(1);
    expect(found(by('[email, post]'))).toEqual([]);
    // A use that may go by two channels says not that it does.
    expect(found('purposes: {texts: {use: message-marketing}}')).toEqual([]);
    expect(found('purposes: {texts: {use: message-marketing, channels: [text-message, push]}}')).toHaveLength(1);
    expect(found('purposes: {menu: {use: email-marketing}, calls: {use: call-post-marketing}}')).toEqual([]);
  });

  it('asks for one where marketing goes to two lists; helpers of one list are none', () => {
    const declarations = `${ONE}emails: {E: {purposes: [menu]}, O: {purposes: [orders]}}`;
    const items = [email('E'), email('O'), segment('a'), segment('b')];
    const both = [targets('email:E', 'segment:a'), targets('email:E', 'segment:b')];
    expect(found(declarations, items, both)).toHaveLength(1);
    expect(found(declarations, items, [targets('email:E', 'segment:a'), targets('email:O', 'segment:b')])).toEqual([]);
    expect(found(`${declarations}\nsegments: {b: {helper_for: [a]}}`, items, both)).toEqual([]);
  });

  it('is satisfied by a page that works, declared or not', () => {
    expect(found(TWO, [centre])).toEqual([]);
    expect(found(`${TWO}rights: {preference_centre: page:centre}`, [centre])).toEqual([]);
    expect(found(`${TWO}rights: {preference_centre: "https://aurora.example/choices"}`)).toEqual([]);
    expect(found(`${TWO}instance: {settings: {show_contact_preferences: true}}`)).toEqual([]);
    expect(found(`${TWO}instance: {settings: {show_contact_preferences: false}}`)).toHaveLength(1);
  });

  it.each<[string, Item]>([
    ['without the button', { ...centre, controls: ['segmentlist'] }],
    ['that is off', { ...centre, published: false }],
  ])('shows the page %s', (_, item) => {
    expect(found(TWO, [item])).toMatchObject([{ related: [{ subject: 'page:centre', place: { item: 'page:centre' } }] }]);
    expect(found(`${TWO}rights: {preference_centre: page:centre}`, [item])).toMatchObject([
      { place: { path: ['rights', 'preference_centre'] }, related: [{ subject: 'page:centre' }] },
    ]);
  });

  it('does not take any page for one, and leaves a wrong reference to its own rule', () => {
    expect(found(TWO, [page('landing', { preference_centre: false, controls: ['saveprefsbutton'] })])).toHaveLength(1);
    expect(found(`${TWO}rights: {preference_centre: page:gone}`, [page('landing')])).toEqual([]);
  });

  it('does not judge a page whose content was not seen', () => {
    expect(found(TWO, [page('centre', { preference_centre: true })])).toEqual([]);
  });

  it.each(['page', 'segment', 'email', 'campaign'] as const)('is not run where %s was not seen', of => {
    const { findings, notRun } = lintExample({ declarations: TWO, coverage: [absent(of)], finds: [] });
    expect(notRun).toContainEqual({ rule: rule.id, of, why: ['refused'] });
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });
});
