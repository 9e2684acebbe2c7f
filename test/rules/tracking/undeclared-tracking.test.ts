import { describe, expect, it } from 'vitest';
import rule from '../../../rules/tracking/undeclared-tracking.js';
import type { Coverage, Item, Use } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, unstatedIn } from '../examples.js';
import { codeFile, send } from '../site-files.js';

const segment = (id: number, key: string): Item => ({ kind: 'segment', id, key, title: `Segment ${key}`, published: true });
const filters = (key: string, to: string): Use => ({
  from: `segment:${key}`,
  how: 'filters',
  to,
  at: 'segment.filter',
  n: 1,
  group: 1,
  op: 'is',
});
const find = (items: readonly Item[], uses: readonly Use[], declarations = '') => findingsOf(rule, { declarations, items, uses });

describe('undeclared-tracking', () => {
  it('gives one finding a surface, with all it tracks and all places', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((key, index) => segment(index + 1, key));
    const uses = [
      ...['a', 'b', 'c', 'd', 'e'].map(key => filters(key, 'tracking:page_hit')),
      filters('a', 'tracking:device'),
      filters('b', 'tracking:email_open'),
    ];
    const found = find(items, uses);
    expect(found.map(({ subject, severity }) => [subject, severity])).toEqual([
      ['tracking:website', 'error'],
      ['tracking:email_opens', 'error'],
    ]);
    expect(found[0]?.data).toEqual({
      what: ['page_hit', 'device'],
      places: ['a', 'b', 'c', 'd', 'e'].map(key => ({ name: `Segment ${key}`, kind: 'segment' })),
    });
    expect(found[0]?.place).toEqual({ item: 'segment:a' });
  });

  it.each([
    ['page_hit', 'website'],
    ['session', 'website'],
    ['referrer', 'website'],
    ['utm', 'website'],
    ['download', 'website'],
    ['focus_view', 'website'],
    ['notification', 'website'],
    ['email_sent', 'email_opens'],
    ['email_reply', 'email_opens'],
    ['email_click', 'email_clicks'],
    ['sms_click', 'email_clicks'],
    ['sms_reply', 'email_clicks'],
    ['sms_sent', 'email_clicks'],
    ['video', 'videos'],
  ])('takes %s for a trace of %s', (what, surface) => {
    const items = [segment(1, 'a')];
    const uses = [filters('a', `tracking:${what}`)];
    expect(find(items, uses)).toMatchObject([{ subject: `tracking:${surface}`, data: { what: [what] } }]);
    const declared = surface.startsWith('email') ? 'mode: individual, purposes: [x]' : 'purposes: [x]';
    expect(find(items, uses, `tracking: {${surface}: {${declared}}}`)).toEqual([]);
  });

  it('takes a live landing page and a focus item for tracking, switched-off ones not', () => {
    const page: Item = { kind: 'page', id: 1, key: 'landing', published: true };
    const focus: Item = { kind: 'focus_item', id: 1, key: 'Bar', published: true };
    const uses: Use[] = [
      { from: 'page:landing', how: 'tracks', to: 'tracking:page_hit', at: 'page' },
      { from: 'focus_item:Bar', how: 'tracks', to: 'tracking:focus_view', at: 'focus' },
    ];
    expect(find([page, focus], uses)).toMatchObject([{ subject: 'tracking:website', data: { what: ['page_hit', 'focus_view'] } }]);
    expect(
      find(
        [
          { ...page, published: false },
          { ...focus, publish_down: '2026-01-01' },
        ],
        uses,
      ),
    ).toEqual([]);
  });

  it('reads the settings that the team states, and only the values that mean tracking', () => {
    const stated = (settings: string) => find([], [], `instance: {settings: {${settings}}}`);
    expect(stated('mailer_append_tracking_pixel: true, disable_trackable_urls: true')).toMatchObject([
      {
        subject: 'tracking:email_opens',
        place: { file: EXAMPLE_FILE, path: ['instance', 'settings', 'mailer_append_tracking_pixel'], at: 'value' },
        data: { what: ['email_open'], places: [{ name: 'mailer_append_tracking_pixel', kind: 'setting' }] },
      },
    ]);
    expect(stated('disable_trackable_urls: false')).toMatchObject([{ subject: 'tracking:email_clicks' }]);
    const website =
      'track_contact_by_ip: true, track_by_fingerprint: true, track_by_tracking_url: true, facebook_pixel: on, google_analytics: true';
    expect(stated(website)).toMatchObject([
      { subject: 'tracking:website', data: { what: ['ip', 'device', 'tracked_link', 'facebook_pixel', 'google_analytics'] } },
    ]);
    expect(stated('mailer_append_tracking_pixel: false, facebook_pixel: off, track_contact_by_ip: false, anonymize_ip: true')).toEqual([]);
    expect(find([], [], 'instance: {settings: {mailer_append_tracking_pixel: true}}\ntracking: {email_opens: {mode: off}}')).toEqual([]);
  });

  it('is not run for kinds that were seen in part, and runs for the others', () => {
    const coverage: Coverage[] = [{ of: 'page', state: 'partial', rows: 1, total: 3, why: ['rows-missing'] }];
    const items: Item[] = [segment(1, 'a'), { kind: 'page', id: 1, key: 'landing', published: true }];
    const uses: Use[] = [filters('a', 'tracking:video'), { from: 'page:landing', how: 'tracks', to: 'tracking:page_hit', at: 'page' }];
    const { findings, notRun } = lintExample({ declarations: '', items, uses, coverage, finds: [] });
    expect(findings.filter(finding => finding.rule === rule.id).map(finding => finding.subject)).toEqual(['tracking:videos']);
    expect(notRun.filter(entry => entry.rule === rule.id)).toEqual([{ rule: rule.id, of: 'page', why: ['rows-missing'] }]);
  });
});

describe('the code of the website', () => {
  const pages = [
    codeFile([send('contact_field', 'x'), send('tracking', '', { how: 'script' }), send('page_data', 'page_url')], 'site/a.html'),
    codeFile([send('tracking', '', { how: 'script' })], 'site/b.html'),
  ];

  it('is a trace: told at the first place, with the files that have one', () => {
    const found = findingsOf(rule, { declarations: '', site: pages, finds: [] });
    expect(found).toMatchObject([
      {
        subject: 'tracking:website',
        place: { file: 'site/a.html', range: [19, 31] },
        data: {
          what: ['page_hit'],
          places: [
            { name: 'site/a.html', kind: 'file' },
            { name: 'site/b.html', kind: 'file' },
          ],
        },
      },
    ]);
  });

  it('is none where only a server pushes, a form stands or another company watches', () => {
    const sends = [send('page_data', 'title', { how: 'rest-push' }), send('form', '4'), send('service', 'matomo')];
    expect(findingsOf(rule, { declarations: '', site: [codeFile(sends)], finds: [] })).toEqual([]);
  });
});

it('says that it does not know what e-mails record, where there are live ones and nobody has declared or stated it', () => {
  const live: Item = { kind: 'email', id: 1, key: 'Menu', published: true };
  const unstated = (declarations: string, email = live) => unstatedIn(rule, { declarations, items: [email] });
  expect(unstated('')).toEqual(['setting.mailer_append_tracking_pixel', 'setting.disable_trackable_urls']);
  expect(unstated('tracking: {email_opens: {mode: off}}')).toEqual(['setting.disable_trackable_urls']);
  expect(unstated('instance: {settings: {mailer_append_tracking_pixel: false, disable_trackable_urls: true}}')).toEqual([]);
  expect(unstated('', { ...live, published: false })).toEqual([]);
});
