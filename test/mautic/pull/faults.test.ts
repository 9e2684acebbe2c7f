/** What servers, proxies and networks do to answers, and what becomes of the pull. */
import { describe, expect, it } from 'vitest';
import { PullStopped } from '../../../src/mautic/client/answers.js';
import { withCounts } from '../../../src/mautic/client/counts.js';
import { ADMIN, clientFor, cuts, NOW, OAUTH, pull, standIn } from './live.js';

describe('faults that pass', () => {
  it.each([
    ['too many calls, once', { on: /\/api\/tags/u, is: '429', times: 1, seconds: 5 }],
    ['a bad gateway, twice', { on: /\/api\/forms/u, is: '502', times: 2 }],
    ['a connection that breaks, once', { on: /\/api\/emails/u, is: 'reset', times: 1 }],
    ['half an answer, once', { on: /\/api\/campaigns/u, is: 'cut', times: 1 }],
  ] as const)('%s: nothing is missing', async (_, fault) => {
    const server = await standIn({ version: '5.1.0', now: () => NOW.getTime() });
    const { content } = await pull(server.url);
    server.setFaults([fault]);
    expect((await pull(server.url)).content).toBe(content);
  });

  it('a token that expires on the way is renewed', async () => {
    const server = await standIn({ version: '5.1.0', faults: [{ on: /\/api\/segments/u, is: 'expired-token', times: 1 }] });
    const { snapshot } = await pull(server.url, OAUTH);
    expect(cuts(snapshot).filter(entry => !entry.includes('.'))).toEqual([]);
    expect(server.requests.filter(({ path }) => path.startsWith('/oauth/'))).toHaveLength(2);
  });
});

describe('faults of one list', () => {
  it.each([
    ['a PHP notice in front of the JSON', 'html-in-front', 'connection'],
    ['an error page', '500-html', 'connection'],
    ['an answer without end', 'huge', 'connection'],
    ['nothing', 'empty', 'connection'],
  ] as const)('%s: that kind is told, the others are whole', async (_, is, reason) => {
    const server = await standIn({ version: '5.1.0', faults: [{ on: /\/api\/stages/u, is }] });
    const { snapshot } = await pull(server.url);
    expect(cuts(snapshot).filter(entry => !entry.includes('.'))).toEqual([`stage absent ${reason}`]);
  });

  it('a total that moves on every page: told, and read twice', async () => {
    const server = await standIn({ version: '5.1.0', scenario: 'large', faults: [{ on: /\/api\/emails\?start/u, is: 'total-moves' }] });
    const { snapshot, requests } = await pull(server.url);
    expect(cuts(snapshot)).toContain('email partial moved rows-missing');
    expect(server.requests.filter(({ path }) => path.startsWith('/api/emails?start=0'))).toHaveLength(2);
    expect(new Set(requests).size).toBe(requests.length);
  });
});

describe('a list that grows while it is pulled', () => {
  it.each(['5.1.0', '6.0.8', '7.0.2'] as const)('is told to have changed, not to be cut to what a role made: %s', async version => {
    const server = await standIn({ version });
    const grow = (kind: string, rows: Row[]): Row[] =>
      kind.endsWith('campaigns') && rows[0] !== undefined ? [...rows, { ...rows[0], id: 9001 }] : rows;
    const whole = await pull(server.url);
    const onRows = (kind: string): void => (kind === 'campaign' ? server.setRows(grow) : undefined);
    const { snapshot } = await pull(server.url, ADMIN, { onRows });
    expect(cuts(snapshot).filter(entry => /^campaign /u.test(entry))).toEqual(['campaign partial moved rows-missing']);
    expect(snapshot.items.length).toBe(whole.snapshot.items.length);
    expect((await pull(server.url)).snapshot.items.length).toBe(whole.snapshot.items.length + 1);
  });
});

type Row = Readonly<Record<string, unknown>>;

describe('faults that end the pull', () => {
  it.each([
    ['a login page', 'html', 'login-page'],
    ['a redirect to another host', 'redirect', 'redirect-elsewhere'],
  ] as const)('%s', async (_, is, code) => {
    const server = await standIn({ version: '5.1.0', faults: [{ on: /\/api\/points/u, is }] });
    await expect(pull(server.url)).rejects.toMatchObject({ fault: { code } });
  });

  it('on the very first request every fault does', async () => {
    const server = await standIn({ version: '5.1.0', faults: [{ on: /./u, is: 'html-in-front' }] });
    await expect(pull(server.url)).rejects.toBeInstanceOf(PullStopped);
  });
});

describe('counts', () => {
  const options = {
    dates: ['birth_date'],
    answers: new Map(),
    now: () => new Date(0),
    onEstimate: () => undefined,
    onCount: () => undefined,
  };

  it('are numbers without people, masked and rounded', async () => {
    const server = await standIn({ version: '5.1.0', counts: what => ({ 'tag:evt-autumn-2025': 2143, 'field:fax': 0 })[what] });
    const { snapshot } = await pull(server.url);
    const counted = await withCounts(clientFor(server.url, ADMIN), snapshot, options);
    const of = (name: string) => counted.counts?.filter(count => count.of === name).map(({ how, n, before }) => [how, n, before ?? '']);
    expect(of('record:contact')).toEqual([['total', 25, '']]);
    expect(of('record:anonymous')).toEqual([['total', '<5', '']]);
    expect(of('contact_field:fax')).toEqual([['filled', 0, '']]);
    expect(of('contact_field:phone_consent')).toEqual([
      ['filled', '<5', ''],
      ['yes', '<5', ''],
    ]);
    expect(of('contact_field:birth_date')?.map(([how, , before]) => [how, before])).toContainEqual(['older', '2017-01-01']);
    expect(of('tag:evt-autumn-2025')).toEqual([['people', 2100, '']]);
    expect(of('tag:evt-spring-2026')).toEqual([['people', 8, '']]);
    expect(of('segment:newsletter-readers')).toEqual([['people', 12, '']]);
    const people = server.requests.filter(({ path }) => /\/api\/(?:contacts|companies)/u.test(path));
    expect(people.length).toBeGreaterThan(150);
    expect(people.every(({ path }) => path.includes('start=99999999&') || path.includes('limit=1&start=99999999'))).toBe(true);
    // `{"total":"25","contacts":{}}`: no answer has room for a row
    expect(Math.max(...people.map(({ bytes }) => bytes))).toBeLessThan(200);
  });

  it('that are refused are missing, and coverage says so', async () => {
    const server = await standIn({ version: '5.1.0' });
    const { snapshot } = await pull(server.url);
    const counted = await withCounts(
      clientFor(server.url, { is: 'basic', user: 'reader.none', password: 'sample-password' }),
      snapshot,
      options,
    );
    expect(counted.counts).toEqual([]);
    expect(counted.coverage.filter(({ of }) => of.endsWith('.counts'))).toEqual([
      { of: 'contact_field.counts', state: 'absent', why: ['refused'] },
    ]);
  });
});
