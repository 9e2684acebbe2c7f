/** Nothing secret leaves by another door than the one to Mautic. */
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseBase } from '../../../src/mautic/client/address.js';
import { type Client, connect } from '../../../src/mautic/client/client.js';
import { BASIC, brief, NOW, OAUTH, type Reply, SECRETS, server, session, TOKEN } from './server.js';

const LOGINS = [BASIC, OAUTH];

function leaks(...values: unknown[]): string[] {
  const text = values.map(value => `${JSON.stringify(value)} ${inspect(value, { depth: 12, showHidden: true, getters: true })}`).join(' ');
  return SECRETS.filter(secret => text.includes(secret));
}

describe('credentials', () => {
  it.each([301, 302, 303, 307, 308])('never follow a redirect (%i) to another origin', async status => {
    const elsewhere = await server(() => ({ body: '{"total":0}' }));
    for (const login of LOGINS) {
      for (const whole of [true, false]) {
        const redirect: Reply = { status, headers: { location: `${elsewhere.url}/api/tags` }, body: '' };
        const { url } = await server(({ method }) => (method === 'POST' && whole ? TOKEN : redirect));
        const answer = await session(url, login).client.get('/api/tags');
        expect(brief(answer)).toBe('fault redirect-elsewhere/host');
        expect(answer).toMatchObject({ fault: { data: { to: elsewhere.url.replace('http://', '') } } });
      }
    }
    expect(elsewhere.asked).toEqual([]);
  });

  it('are in one header, or in the body of the token request, and nowhere else', async () => {
    for (const login of LOGINS) {
      const { url, asked } = await server(({ method }) => (method === 'POST' ? TOKEN : {}));
      await session(url, login).client.get('/api/tags');
      for (const { path, headers } of asked) expect(leaks(path, { ...headers, authorization: '' })).toEqual([]);
    }
  });

  it('are in nothing that is returned or printed, also when the server sends them back', async () => {
    const echo = SECRETS.join(' ');
    const replies: Reply[] = [
      { status: 401, body: JSON.stringify({ errors: [{ message: echo, code: 401, type: echo }] }) },
      { status: 403, body: JSON.stringify({ errors: [{ message: echo, code: 403, type: 'api_disabled' }] }) },
      { status: 500, headers: {}, body: `<html>${echo}` },
      { status: 200, headers: {}, body: `<b>Warning</b>: ${echo} {"a":1}` },
      { status: 302, headers: { location: `https://other.example/?${encodeURIComponent(echo)}` }, body: '' },
      { status: 404, headers: {}, body: echo },
    ];
    for (const login of LOGINS) {
      for (const reply of replies) {
        const { url } = await server(({ method }) => (method === 'POST' ? TOKEN : reply));
        const { client } = session(url, login);
        const answer = await client.get('/api/tags');
        expect(answer.is).toBe('fault');
        expect(leaks(answer, client)).toEqual([]);
      }
    }
  });

  it('are in no fault of the token endpoint', async () => {
    const echo = SECRETS.join(' ');
    for (const reply of [
      { body: JSON.stringify({ access_token: `${echo}\n` }) },
      { status: 400, body: JSON.stringify({ errors: [{ message: echo, code: 400, type: echo }] }) },
    ]) {
      const { url } = await server(() => reply);
      const { client } = session(url, OAUTH);
      expect(leaks(await client.get('/api/tags'), client)).toEqual([]);
    }
  });

  it('are in no fault of a fetch that throws them', async () => {
    for (const login of LOGINS) {
      const fetch = (): Promise<never> => Promise.reject(new TypeError(SECRETS.join(' '), { cause: { code: SECRETS.join(' ') } }));
      const client: Client = connect({
        base: parseBase('https://h.example'),
        login,
        now: () => NOW,
        sleep: async () => undefined,
        random: () => 1,
        exchange: fetch,
      });
      const answer = await client.get('/api/tags');
      expect(brief(answer)).toBe('fault broken/connection');
      expect(leaks(answer, client)).toEqual([]);
    }
  });
});
