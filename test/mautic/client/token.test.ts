import { describe, expect, it } from 'vitest';
import { type Asked, brief, NOW, OAUTH, type Recorder, type Reply, server, session } from './server.js';

const REFUSED: Reply = {
  status: 401,
  body: '{"errors":[{"message":"The access token provided has expired.","code":401,"type":"invalid_grant"}]}',
};
const bearer = ({ headers }: Asked): string => headers.authorization ?? '';
const told = ({ asked }: Recorder): string[] => asked.map(one => `${one.method} ${one.path} ${bearer(one)}`.trim());

/** Gives out `token-1`, `token-2` … and answers the rest by the token. */
function mautic(answer: (token: string, asked: Asked) => Reply, seconds: unknown = 3600): Promise<Recorder> {
  let given = 0;
  return server(asked => {
    if (asked.path !== '/oauth/v2/token') return answer(bearer(asked).replace('Bearer ', ''), asked);
    return { body: JSON.stringify({ access_token: `token-${++given}`, expires_in: seconds, token_type: 'bearer', scope: null }) };
  });
}

describe('a token', () => {
  it('is asked for once, with the secret in the body only', async () => {
    const recorder = await mautic(() => ({}));
    const { client } = session(recorder.url, OAUTH);
    expect(recorder.asked).toEqual([]);
    await Promise.all([client.get('/api/tags'), client.get('/api/forms'), client.get('/api/stages')]);
    expect(told(recorder).toSorted()).toEqual(
      [
        'POST /oauth/v2/token',
        'GET /api/tags Bearer token-1',
        'GET /api/forms Bearer token-1',
        'GET /api/stages Bearer token-1',
      ].toSorted(),
    );
    expect(recorder.asked[0]).toMatchObject({ body: 'grant_type=client_credentials&client_id=client-id-1&client_secret=client-secret-1' });
    expect(recorder.asked[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/u);
    expect(client.traffic.requests).toBe(4);
  });

  it('that expired on the way is renewed once, for two requests at once', async () => {
    const recorder = await mautic(token => (token === 'token-1' ? REFUSED : {}));
    const { client, slept } = session(recorder.url, OAUTH);
    const answers = await Promise.all([client.get('/api/tags'), client.get('/api/forms')]);
    expect(answers.map(brief)).toEqual(['json 200', 'json 200']);
    expect(recorder.asked.filter(one => one.method === 'POST').length).toBe(2);
    expect(recorder.asked.length).toBe(6);
    expect(slept).toEqual([]);
  });

  it('is renewed for a late answer only if nobody has done so', async () => {
    let release = (): void => undefined;
    const late = new Promise<void>(resolve => {
      release = resolve;
    });
    let given = 0;
    const recorder = await server(async asked => {
      if (asked.method === 'POST') return { body: `{"access_token":"token-${++given}","expires_in":3600}` };
      if (bearer(asked) !== 'Bearer token-1') return {};
      if (asked.path === '/api/slow') await late;
      return REFUSED;
    });
    const { client } = session(recorder.url, OAUTH);
    const slow = client.get('/api/slow');
    expect(brief(await client.get('/api/quick'))).toBe('json 200');
    release();
    expect(brief(await slow)).toBe('json 200');
    expect(given).toBe(2);
  });

  it('refused a second time is a fault', async () => {
    const recorder = await mautic(() => REFUSED);
    const { client } = session(recorder.url, OAUTH);
    expect(brief(await client.get('/api/tags'))).toBe('fault token-refused/token');
    expect(told(recorder)).toEqual([
      'POST /oauth/v2/token',
      'GET /api/tags Bearer token-1',
      'POST /oauth/v2/token',
      'GET /api/tags Bearer token-2',
    ]);
  });

  it('that does not arrive is not renewed', async () => {
    const recorder = await mautic(() => ({ status: 401, body: '{"errors":[{"message":"x","code":401,"type":"access_denied"}]}' }));
    expect(brief(await session(recorder.url, OAUTH).client.get('/api/tags'))).toBe('fault token-refused/header');
    expect(recorder.asked.length).toBe(2);
  });

  it.each([
    [3600, 3_540_000],
    [60, 54_000],
  ])('of %i seconds is renewed before it ends', async (seconds, good) => {
    let time = NOW.getTime();
    const recorder = await mautic(() => ({}), seconds);
    const { client } = session(recorder.url, OAUTH, { now: () => new Date(time) });
    await client.get('/api/tags');
    time += good - 1;
    await client.get('/api/tags');
    time += 1;
    await client.get('/api/tags');
    expect(told(recorder).map(line => line.replace('GET /api/tags Bearer ', ''))).toEqual([
      'POST /oauth/v2/token',
      'token-1',
      'token-1',
      'POST /oauth/v2/token',
      'token-2',
    ]);
  });

  it('without an end is kept', async () => {
    const recorder = await mautic(() => ({}), null);
    const { client } = session(recorder.url, OAUTH);
    await client.get('/api/tags');
    await client.get('/api/tags');
    expect(recorder.asked.length).toBe(3);
  });

  it('that only API v2 refuses stays good for v1; v2 is tried with one fresh token in all', async () => {
    const recorder = await mautic((_, { path }) => (path.startsWith('/api/v2/') ? REFUSED : {}));
    const { client } = session(recorder.url, OAUTH);
    const paths = ['/api/tags', '/api/v2/forms?page=1', '/api/v2/emails?page=1', '/api/tags'];
    const answers = [];
    for (const path of paths) answers.push(brief(await client.get(path)));
    expect(answers).toEqual(['json 200', 'json 401', 'json 401', 'json 200']);
    expect(recorder.asked.filter(one => one.method === 'POST').length).toBe(2);
    expect(recorder.asked.length).toBe(7);
  });

  it('endpoint that stumbles is asked again', async () => {
    let count = 0;
    const { url } = await server(({ method }) => {
      if (method !== 'POST') return {};
      return count++ === 0 ? { status: 502, headers: {}, body: '<html>' } : { body: '{"access_token":"token-1","expires_in":60}' };
    });
    const { client, slept } = session(url, OAUTH);
    expect(brief(await client.get('/api/tags'))).toBe('json 200');
    expect(slept).toEqual([1000]);
  });
});
