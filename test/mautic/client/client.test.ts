import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { BASIC, brief, english, NOW, OAUTH, type Reply, rawServer, server, session, TOKEN } from './server.js';

const RESET = NOW.getTime() / 1000;
const limited = (headers: Record<string, string>): Reply => ({ status: 429, headers, body: '{ "errors": [ { "code": 429 } ]}' });

describe('a request', () => {
  it('goes to the address with its folder, with one type, one user agent and no cookies', async () => {
    const { url, asked } = await server(() => ({ headers: { 'set-cookie': 'a=1' }, body: '{}' }));
    const { client } = session(`${url}/crm/index.php`);
    await client.get('/api/tags/?start=0&where[0][col]=id');
    await client.get('/api/v2/forms?page=1', 'application/ld+json');
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /crm/index.php/api/tags?start=0&where[0][col]=id',
      'GET /crm/index.php/api/v2/forms?page=1',
    ]);
    expect(asked.map(({ headers }) => [headers.accept, headers.cookie])).toEqual([
      ['application/json', undefined],
      ['application/ld+json', undefined],
    ]);
    expect(asked[0]?.headers['user-agent']).toBe(`purposelint/${manifest.version} (+https://www.npmjs.com/package/purposelint)`);
    expect(asked[0]?.headers.authorization).toBe('Basic cmVhZGVyOmJhc2ljLXBhc3N3b3JkLTE=');
    expect(client.loginKind).toBe('basic');
  });

  it('sends letters beyond ASCII as UTF-8', async () => {
    const { url, asked } = await server(() => ({}));
    await session(url, { is: 'basic', user: 'jürgen', password: 'pä:ß€' }).client.get('/api/tags');
    const [, pair = ''] = asked[0]?.headers.authorization?.split(' ') ?? [];
    expect(Buffer.from(pair, 'base64').toString('utf8')).toBe('jürgen:pä:ß€');
  });

  it('is refused for a path that is none', async () => {
    await expect(session('https://h.example').client.get('@other.example')).rejects.toThrow(RangeError);
  });

  it('runs beside one other at most', async () => {
    let running = 0;
    let most = 0;
    const { url, asked } = await server(async () => {
      most = Math.max(most, ++running);
      await pause(5);
      running--;
      return {};
    });
    const { client } = session(url);
    await Promise.all(Array.from({ length: 9 }, (_, at) => client.get(`/api/tags?start=${at}`)));
    expect([asked.length, most, client.traffic.requests]).toEqual([9, 2, 9]);
  });

  it('is counted with its bytes, unpacked', async () => {
    const { url } = await server(() => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync('{"total":0}') }));
    const { client } = session(url);
    expect(await client.get('/api/tags')).toMatchObject({ value: { total: 0 }, bytes: 11 });
    expect(client.traffic).toEqual({ requests: 1, bytes: 11, waits: 0 });
  });
});

describe('patience', () => {
  it.each<[string, Reply]>([
    ['an error page', { status: 500, headers: {}, body: '<html>' }],
    ['an empty error', { status: 500, headers: {}, body: '' }],
    ['a gateway without words', { status: 502, headers: {}, body: 'x' }],
    ['a gateway with JSON', { status: 503, body: '{"message":"x"}' }],
    ['a gateway that is late', { status: 504, body: '{}' }],
    ['half of an answer', { body: '{"total":' }],
    ['a limit without a time', limited({})],
  ])('%s is asked for again', async (_, reply) => {
    const { url, asked } = await server((_request, count) => (count < 2 ? reply : {}));
    const { client, slept } = session(url);
    expect(brief(await client.get('/api/tags'))).toBe('json 200');
    expect(slept).toEqual([1000, 2000]);
    expect([asked.length, client.traffic.waits]).toEqual([3, 2]);
  });

  it.each([401, 403, 404, 400, 500, 501, 200])('a %i with JSON of Mautic is not', async status => {
    const { url, asked } = await server(() => ({ status, body: '{"errors":[{"code":0,"type":null}]}' }));
    const { client, slept } = session(url);
    await client.get('/api/tags');
    expect([asked.length, slept]).toEqual([1, []]);
  });

  it('ends after four times, with the last answer', async () => {
    const { url, asked } = await server(() => ({ status: 503, body: '{"message":"x"}' }));
    const { client, slept } = session(url);
    expect(brief(await client.get('/api/tags'))).toBe('json 503');
    expect(slept).toEqual([1000, 2000, 4000, 8000]);
    expect(asked.length).toBe(5);
  });

  it('waits as long as a server asks that is overloaded', async () => {
    const { url } = await server((_, count) => (count === 0 ? { status: 503, headers: { 'retry-after': '30' }, body: '<html>' } : {}));
    const { client, slept } = session(url);
    expect(brief(await client.get('/api/tags'))).toBe('json 200');
    expect(slept).toEqual([31_000]);
  });
});

describe('a limit of calls', () => {
  it.each<[string, Record<string, string>, number]>([
    ['Mautic’s own header', { 'x-ratelimit-limit': '3', 'x-ratelimit-reset': String(RESET + 60) }, 61_000],
    ['seconds', { 'retry-after': '7' }, 8_000],
    ['a date', { 'retry-after': 'Wed, 25 Nov 2026 04:00:10 GMT' }, 11_000],
    ['a time that is over', { 'x-ratelimit-reset': String(RESET - 5) }, 1_000],
  ])('is waited for: %s', async (_, headers, ms) => {
    const { url } = await server((_request, count) => (count === 0 ? limited(headers) : {}));
    const { client, slept } = session(url);
    expect(brief(await client.get('/api/tags'))).toBe('json 200');
    expect(slept).toEqual([ms]);
  });

  it('is a fault with its time when it lasts longer than two minutes', async () => {
    const { url, asked } = await server(() => limited({ 'x-ratelimit-limit': '3', 'x-ratelimit-reset': String(RESET + 1800) }));
    const { client, slept } = session(url);
    const answer = await client.get('/api/tags');
    expect(answer).toMatchObject({ fault: { code: 'rate-limit', data: { limit: 3, seconds: 1800, minutes: 30 } } });
    expect(english(answer)).toContain('possible in 30 min');
    expect([asked.length, slept]).toEqual([1, []]);
  });

  it('is a fault without a time when the server names none', async () => {
    const { url } = await server(() => limited({}));
    const { client, slept } = session(url);
    expect(brief(await client.get('/api/tags'))).toBe('fault rate-limit/unknown');
    expect(slept.length).toBe(4);
  });
});

describe('what ends early', () => {
  it('a connection cut in the middle of an answer', async () => {
    let count = 0;
    const url = await rawServer((_, response) => {
      if (count++ > 0) return void response.end('{}');
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"total":', () => response.destroy());
    });
    const { client, slept } = session(url);
    expect(brief(await client.get('/api/tags'))).toBe('json 200');
    expect(slept).toEqual([1000]);
  });

  it('a connection cut before and in every answer', async () => {
    let count = 0;
    const url = await rawServer((request, response) => {
      if (count++ % 2 === 0) return void request.socket.destroy();
      response.write('{"total":', () => response.destroy());
    });
    const { client, slept } = session(url);
    expect(brief(await client.get('/api/tags'))).toBe('fault broken/connection');
    expect([count, slept.length]).toEqual([5, 4]);
  });

  it('an answer that takes too long, in its head and in its body', async () => {
    let count = 0;
    const url = await rawServer((_, response) => {
      if (count++ % 2 === 1) response.write('{"total":');
    });
    const { client, slept } = session(url, BASIC, { limits: { timeoutMs: 40 } });
    const answer = await client.get('/api/tags');
    expect(brief(answer)).toBe('fault timeout');
    expect(english(answer)).toContain('did not answer within 1 s');
    expect([count, slept.length]).toEqual([5, 4]);
  });

  it('an answer that is too large, while it is read', async () => {
    let written = 0;
    const url = await rawServer((_, response) => {
      const more = (): void => {
        while (!response.destroyed && written < 50_000_000) {
          written += 10_000;
          if (!response.write(' '.repeat(10_000))) return void response.once('drain', more);
        }
        response.end();
      };
      more();
    });
    const { client } = session(url, BASIC, { limits: { answerBytes: 1024 * 1024 } });
    const answer = await client.get('/api/tags');
    expect(answer).toMatchObject({ fault: { code: 'too-large', data: { megabytes: 1 } } });
    expect(client.traffic.bytes).toBeLessThan(2 * 1024 * 1024);
    await pause(20);
    expect(written).toBeLessThan(50_000_000);
  });

  it('an answer that is too large by what it says, and one that is when unpacked', async () => {
    const packed = gzipSync(' '.repeat(2 * 1024 * 1024));
    const { url, asked } = await server(({ path }) =>
      path === '/api/said' ? { body: ' '.repeat(2_000_000) } : { headers: { 'content-encoding': 'gzip' }, body: packed },
    );
    const { client } = session(url, BASIC, { limits: { answerBytes: 1024 * 1024 } });
    expect(packed.length).toBeLessThan(10_000);
    expect([await client.get('/api/said'), await client.get('/api/packed')].map(brief)).toEqual(['fault too-large', 'fault too-large']);
    expect(asked.length).toBe(2);
  });

  it('a client that is closed, at once and for good', async () => {
    const url = await rawServer(() => undefined);
    const { client } = session(url);
    const under = [1, 2, 3].map(at => client.get(`/api/tags?start=${at}`));
    await pause(20);
    client.close();
    expect((await Promise.all([...under, client.get('/api/tags')])).map(brief)).toEqual(Array(4).fill('fault stopped'));
    expect(client.traffic.requests).toBe(2);
  });

  it('a client that is closed while it waits', async () => {
    const { url } = await server(() => limited({ 'retry-after': '100' }));
    const { client } = session(url, BASIC, { sleep: () => new Promise<void>(() => undefined) });
    const waiting = client.get('/api/tags');
    while (client.traffic.waits === 0) await pause(5);
    client.close();
    expect(brief(await waiting)).toBe('fault stopped');
  });
});

describe('the version', () => {
  it('decides whether a weak password is spoken of', async () => {
    for (const [version, expected] of [
      ['6.0.8', 'fault login-wrong/wrong'],
      ['7.0.2', 'fault login-wrong/weak'],
    ] as const) {
      const { url } = await server((_, count) =>
        count === 0 ? { headers: { 'mautic-version': version } } : { status: 401, headers: {}, body: '' },
      );
      const { client } = session(url);
      expect(await client.get('/api/tags')).toMatchObject({ version });
      expect(brief(await client.get('/api/tags'))).toBe(expected);
    }
  });

  it('is taken only when it looks like one', async () => {
    const { url } = await server(() => ({ headers: { 'mautic-version': 'hidden <b>' } }));
    expect(await session(url).client.get('/api/tags')).not.toHaveProperty('version');
  });

  it('of a login is told', async () => {
    const { url } = await server(() => TOKEN);
    expect(session(url, OAUTH).client.loginKind).toBe('oauth');
  });
});
