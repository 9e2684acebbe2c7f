/** A pull gives what the same answers give as files, whatever the way to Mautic. */
import { describe, expect, it } from 'vitest';
import { ADMIN, contentOfBundle, cuts, OAUTH, pull, standIn } from './live.js';

const NEVER_IN_V1 = [
  'form.progressive partial not-in-version',
  'segment.built absent not-in-version',
  'point_action.group absent not-in-api',
];
const CUTS = {
  '5.1.0': [
    ...NEVER_IN_V1,
    'campaign.deleted_events absent not-in-version',
    'email.excluded absent not-in-version',
    'email.preference_page absent not-in-version',
    'page.scripts absent not-in-version',
  ],
  '7.0.2': ['point_action.group absent not-in-api'],
} as const;

describe.each(['5.1.0', '6.0.8', '7.0.2'] as const)('the museum on %s', version => {
  const ways = [
    ['Basic', {}, '', ADMIN],
    ['OAuth2', { v2Tokens: true }, '', OAUTH],
    ['a sub-folder', { folder: '/crm' }, '', ADMIN],
    ['index.php', { indexOnly: true }, '/index.php', ADMIN],
    ['index.php in a sub-folder, by OAuth2', { folder: '/crm', indexOnly: true, v2Tokens: true }, '/index.php/', OAUTH],
  ] as const;

  it('is whole, and the same by every way, and as files', async () => {
    const contents = new Set<string>();
    for (const [, options, suffix, login] of ways) {
      const server = await standIn({ version, ...options });
      const pulled = await pull(`${server.url}${suffix}`, login);
      expect(pulled.version).toBe(version);
      expect(cuts(pulled.snapshot)).toEqual(version === '7.0.2' ? CUTS['7.0.2'] : CUTS['5.1.0']);
      contents.add(pulled.content).add(await contentOfBundle(pulled));
    }
    expect(contents.size).toBe(1);
  });

  it('asks nobody about people, and nothing of a report', async () => {
    const server = await standIn({ version });
    const { requests } = await pull(server.url);
    const people =
      /\/(?:contacts|companies|users|stats|submissions|notes|devices|roles)\b|\/reports\/\d|^\/api\/v2\/(?:contacts|ip_addresses)/u;
    expect(requests.filter(path => people.test(path))).toEqual([]);
    expect(server.requests.every(({ method }) => method === 'GET')).toBe(true);
  });
});

describe('requests', () => {
  it('35 for the large museum', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large' });
    const { requests, snapshot } = await pull(server.url);
    expect(requests.length).toBeLessThanOrEqual(35);
    expect(server.requests).toHaveLength(requests.length);
    expect(snapshot.coverage.find(({ of }) => of === 'tag')).toEqual({ of: 'tag', state: 'complete', rows: 1362, total: 1362 });
    expect(snapshot.coverage.find(({ of }) => of === 'email')).toEqual({
      of: 'email',
      state: 'complete',
      rows: 358,
      total: 358,
      nested: 1,
    });
  });

  it('of API v2 on 7.0.2, only those that show more than v1 or tell a list that was cut', async () => {
    const server = await standIn({ version: '7.0.2' });
    const { requests } = await pull(server.url);
    expect(requests.filter(path => path.startsWith('/api/v2/')).sort()).toEqual([
      '/api/v2/assets?page=1',
      '/api/v2/campaigns?page=1',
      '/api/v2/dynamic_contents?page=1',
      '/api/v2/emails?page=1',
      '/api/v2/events?page=1',
      '/api/v2/focus_items?page=1',
      '/api/v2/forms?page=1',
      '/api/v2/messages?page=1',
      '/api/v2/notifications?page=1',
      '/api/v2/pages?page=1',
      '/api/v2/reports?page=1',
      '/api/v2/segments?page=1',
      '/api/v2/segments?page=2',
      '/api/v2/sms?page=1',
      '/api/v2/webhooks?page=1',
    ]);
  });
});
