/** What real Mautics answered when something was wrong, and what the client makes of it. */
import { describe, expect, it } from 'vitest';
import { answerTo, BASIC, brief, exchanges, OAUTH, replyOf, server, session } from './server.js';

/** Scenario, path, who asked, setting, and what it has to be. */
const RECORDED: readonly (readonly [string, string, string, string | undefined, string])[] = [
  ['5.1.0/errors', '/api/tags', 'wrong-password', undefined, 'fault login-wrong/header'],
  ['5.1.0/errors', '/api/tags', 'unknown-user', undefined, 'fault login-wrong/header'],
  ['5.1.0/errors', '/api/tags', 'empty-password', undefined, 'fault login-wrong/header'],
  ['5.1.0/errors', '/api/tags', 'none', undefined, 'fault login-wrong/header'],
  ['5.1.0/errors', '/api/tags', 'malformed header', undefined, 'fault login-wrong/header'],
  ['5.1.0/errors', '/api/nosuchplugin', 'admin', undefined, 'json 404'],
  ['5.1.0/errors', '/api/tags/999999', 'admin', undefined, 'json 404'],
  ['5.1.0/errors', '/api/v2/tags', 'admin', undefined, 'json 404'],
  ['5.1.0/errors', '/api/tags?limit=-1', 'admin', undefined, 'json 500'],
  ['5.1.0/errors', '/api/tags/', 'admin', undefined, 'fault redirect-elsewhere/host'],
  ['5.1.0/errors', '/nosuchpage', 'none', undefined, 'fault not-mautic/address'],
  ['5.1.0/errors', '/s/tags', 'none', undefined, 'fault login-page'],
  ['5.1.0/errors', '/', 'none', undefined, 'fault redirect-elsewhere/path'],
  ['5.1.0/errors', '/api/tags?limit=2', 'admin', 'API switched off', 'fault api-off'],
  ['5.1.0/errors', '/api/nosuchplugin', 'admin', 'API switched off', 'fault api-off'],
  ['5.1.0/errors', '/api/tags?limit=2', 'admin', 'Basic authentication switched off', 'fault basic-off'],
  ['5.1.0/errors', '/api/tags?limit=2', 'admin', 'address without the sub-folder /crm', 'fault not-mautic/address'],
  ['5.1.0/errors', '/api/tags/', 'admin', 'site in the sub-folder /crm', 'fault redirect-elsewhere/host'],
  ['6.0.8/errors', '/api/tags', 'wrong-password', undefined, 'fault login-wrong/weak'],
  ['6.0.8/errors', '/api/nosuchplugin', 'wrong-password', undefined, 'fault login-wrong/weak'],
  ['6.0.8/errors', '/api/tags', 'malformed header', undefined, 'fault login-wrong/header'],
  ['6.0.8/errors', '/API/tags', 'none', undefined, 'fault html-error/server'],
  ['6.0.8/errors', '/s/tags', 'none', undefined, 'fault login-page'],
  ['7.0.2/errors', '/api/tags', 'wrong-password', undefined, 'fault login-wrong/weak'],
  ['7.0.2/errors', '/api', 'admin', undefined, 'fault not-mautic/front-login'],
  ['7.0.2/errors', '/api/tags?limit=2', 'admin', 'api_enabled = false', 'fault api-off'],
  ['7.0.2/errors', '/api/tags?limit=2', 'admin', 'api_enable_basic_auth = false', 'fault basic-off'],
  ['7.0.2/errors', '/API/tags', 'none', undefined, 'fault not-mautic/address'],
  ['7.0.2/errors-7', '/api/tags?limit=1', 'weak-password', undefined, 'fault login-wrong/weak'],
  ['7.0.2/errors-7', '/api/v2/tags', 'weak-password', undefined, 'json 401'],
  ['7.0.2/errors-7', '/api/v2/forms', 'no-permission', undefined, 'json 403'],
  ['7.0.2/errors-7', '/api/campaigns/export/1', 'no-permission', undefined, 'json 403'],
  ['7.0.2/errors-7', '/api/v2/tags/abc', 'admin', undefined, 'json 404'],
  ['5.1.0/roles', '/api/forms?start=0&limit=2&orderBy=id&orderByDir=ASC', 'no-permission', undefined, 'json 403'],
  ['5.1.0/roles', '/api/tags?start=0&limit=30&orderBy=id&orderByDir=ASC', 'view-own', undefined, 'json 500'],
];

/** The same for a token. */
const BEARER: typeof RECORDED = [
  ['5.1.0/errors', '/api/tags', 'bearer (invalid)', undefined, 'fault token-refused/token'],
  ['5.1.0/errors', '/api/tags?limit=2&orderBy=id', 'bearer (expired)', undefined, 'fault token-refused/token'],
  ['5.1.0/errors', '/api/tags', 'none', undefined, 'fault token-refused/header'],
  ['5.1.0/errors', '/api/tags?limit=2', 'admin', 'API switched off', 'fault api-off'],
  ['6.0.8/errors', '/api/tags', 'bearer (invalid)', undefined, 'fault token-refused/token'],
  ['7.0.2/errors', '/api/tags', 'bearer (invalid)', undefined, 'fault token-refused/token'],
  ['7.0.2/v2', '/api/v2/tags', 'bearer (client credentials)', undefined, 'json 401'],
];

function find([scenario, path, as, setting]: (typeof RECORDED)[number]) {
  const found = exchanges(scenario).find(one => one.method === 'GET' && one.path === path && one.as === as && one.setting === setting);
  if (found === undefined) throw new Error(`no recording of ${path}`);
  return replyOf(scenario, found);
}

describe('recorded answers', () => {
  it.each(RECORDED)('%s %s as %s (%s): user and password', async (...row) => {
    expect(brief(await answerTo(find(row), BASIC, row[1]))).toBe(row[4]);
  });

  it.each(BEARER)('%s %s as %s (%s): token', async (...row) => {
    expect(brief(await answerTo(find(row), OAUTH, row[1]))).toBe(row[4]);
  });

  it('a database that is down is JSON or HTML, by the type asked for', async () => {
    const down = exchanges('5.1.0/errors').filter(one => one.setting === 'database refuses the login');
    const answers = await Promise.all(down.map(one => answerTo(replyOf('5.1.0/errors', one))));
    expect(answers.map((answer, at) => [down[at]?.accept, brief(answer)])).toEqual([
      [undefined, 'fault html-error/server'],
      ['application/json', 'json 500'],
      ['text/html', 'fault html-error/server'],
      [undefined, 'fault html-error/server'],
    ]);
  });

  it('a list is data with the version and its size', async () => {
    const one = exchanges('5.1.0/errors').find(({ path, as }) => path === '/api/tags?limit=2&orderBy=id' && as === 'admin');
    if (one === undefined) throw new Error('no recording');
    expect(await answerTo(replyOf('5.1.0/errors', one))).toEqual({
      is: 'json',
      status: 200,
      value: { total: 62, tags: { 1: { id: 1, tag: 'newsletter', description: null }, 2: { id: 2, tag: 'member', description: null } } },
      version: '5.1.0',
      bytes: 119,
    });
  });

  it('every recorded 200 with JSON is data', async () => {
    const all = ['5.1.0/fresh', '6.0.8/fresh', '7.0.2/fresh'].flatMap(scenario => exchanges(scenario).map(one => [scenario, one] as const));
    const good = all.filter(([, { status, file }]) => status === 200 && file !== null);
    expect(good.length).toBeGreaterThan(90);
    for (const [scenario, one] of good) expect(brief(await answerTo(replyOf(scenario, one)))).toBe('json 200');
  });
});

describe('the token endpoint', () => {
  const endpoint = exchanges('5.1.0/errors').filter(one => one.path.startsWith('/oauth/'));

  it.each([
    [0, 'fault client-wrong'],
    [1, 'fault client-wrong'],
    [2, 'fault client-grant'],
    [3, 'fault client-wrong'],
  ])('refusal %i', async (at, expected) => {
    const [one] = endpoint.slice(at);
    if (one === undefined) throw new Error('no recording');
    expect(one.status).toBe(400);
    expect(brief(await tokenAnswer(replyOf('5.1.0/errors', one)))).toBe(expected);
  });

  it.each([
    [{ status: 403, body: '{"errors":[{"message":"x","code":403,"type":"api_disabled"}]}' }, 'fault api-off'],
    [{ status: 404, headers: { 'content-type': 'text/html' }, body: '<html><body>Not here</body></html>' }, 'fault not-mautic/address'],
    [{ status: 404, body: '{"no":"route"}' }, 'fault not-mautic/address'],
    [{ status: 200, body: '{"hello":"world"}' }, 'fault not-mautic/address'],
    [{ status: 200, body: '{"access_token":"two\\nlines"}' }, 'fault not-mautic/address'],
    [{ status: 500, body: '{"errors":[{"message":"x","code":500,"type":null}]}' }, 'fault html-error/server'],
    [{ status: 302, headers: { location: '/installer' }, body: '' }, 'fault not-installed'],
  ])('%o', async (reply, expected) => {
    expect(brief(await tokenAnswer(reply))).toBe(expected);
  });
});

async function tokenAnswer(reply: Parameters<typeof answerTo>[0]): ReturnType<typeof answerTo> {
  const { url } = await server(() => reply);
  return session(url, OAUTH).client.get('/api/tags');
}
