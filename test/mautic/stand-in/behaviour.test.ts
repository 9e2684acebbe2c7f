/** What the stand-in does beyond the recordings: any page, changed rows, faults, roles by token, many e-mails. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { isRecord } from '../../../src/guards.js';
import { KINDS } from './kinds.js';
import { ask, basic, type Got } from './replay.js';
import { PASSWORD } from './rights.js';
import { type FaultKind, type Row, type StandIn, type StandInOptions, startStandIn } from './stand-in.js';

const open: StandIn[] = [];
afterAll(() => Promise.all(open.map(standIn => standIn.close())));

async function start(options: StandInOptions): Promise<StandIn> {
  const standIn = await startStandIn(options);
  open.push(standIn);
  return standIn;
}

const get = (standIn: StandIn, path: string, user = 'admin', more: Readonly<Record<string, string>> = {}): Promise<Got> =>
  ask(standIn.url, 'GET', path, { authorization: basic(user, PASSWORD), ...more });

const bearer = (standIn: StandIn, path: string, token: string): Promise<Got> =>
  ask(standIn.url, 'GET', path, { authorization: `Bearer ${token}` });

async function token(standIn: StandIn, client: string): Promise<string> {
  const form = `grant_type=client_credentials&client_id=${client}&client_secret=sample-secret`;
  const got = await ask(standIn.url, 'POST', '/oauth/v2/token', { 'content-type': 'application/x-www-form-urlencoded' }, form);
  const value: unknown = JSON.parse(got.body);
  return isRecord(value) ? String(value.access_token) : '';
}

function rowsOf({ body }: Got, plural: string): Row[] {
  const value: unknown = JSON.parse(body);
  const rows = isRecord(value) ? value[plural] : undefined;
  return Object.values(isRecord(rows) || Array.isArray(rows) ? rows : {}).filter(isRecord);
}

const idsOf = (got: Got, plural: string): unknown[] => rowsOf(got, plural).map(row => row.id);
const totalOf = ({ body }: Got): number => Number(/"total":"?(\d+)/u.exec(body)?.[1]);

describe('pages', () => {
  it('of any size join to the whole list, in every order that was asked for', async () => {
    const standIn = await start({ version: '6.0.8' });
    const kinds = KINDS.filter(({ path }) => path !== 'campaigns/events');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...kinds),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom('', '&orderBy=id', '&orderBy=id&orderByDir=DESC'),
        async (kind, limit, order) => {
          const whole = await get(standIn, `/api/${kind.path}?limit=0${order}`);
          const found: unknown[] = [];
          for (let from = 0; from < totalOf(whole); from += limit) {
            const page = await get(standIn, `/api/${kind.path}?start=${from}&limit=${limit}${order}`);
            expect(totalOf(page)).toBe(totalOf(whole));
            found.push(...idsOf(page, kind.plural));
          }
          const sorted = (ids: unknown[]): unknown[] => (kind.keyed ? ids.map(Number).sort((a, b) => a - b) : ids);
          expect(sorted(found)).toEqual(sorted(idsOf(whole, kind.plural)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('of the large museum: every tag, segment and e-mail, the e-mails whole', async () => {
    const standIn = await start({ version: '5.1.0', scenario: 'large' });
    expect(idsOf(await get(standIn, '/api/tags?limit=0'), 'tags')).toHaveLength(1362);
    expect(idsOf(await get(standIn, '/api/segments?start=280&limit=50'), 'lists')).toHaveLength(9);
    const emails = rowsOf(await get(standIn, '/api/emails?limit=500&orderBy=id'), 'emails');
    expect(emails).toHaveLength(358);
    expect(new Set(emails.map(row => Object.keys(row).join()))).toHaveLength(1);
    expect(new Set(emails.map(row => row.name)).size).toBe(358);
    expect(totalOf(await get(standIn, '/api/forms'))).toBe(14);
  });
});

describe('who asks', () => {
  it.each([
    ['5.1.0', 1, 14, 200],
    ['6.0.8', 1, 14, 200],
    ['7.0.2', 1, 1, 500],
  ] as const)('%s: own items only, by token as by password; where lifts that up to 6.x', async (version, own, lifted, tags) => {
    const standIn = await start({ version });
    const where = 'limit=1&start=999999&where[0][col]=id&where[0][expr]=gt&where[0][val]=0';
    const secret = await token(standIn, 'reader.own');
    expect(totalOf(await bearer(standIn, '/api/forms', secret))).toBe(own);
    expect(totalOf(await get(standIn, '/api/forms', 'reader.own'))).toBe(own);
    expect(totalOf(await get(standIn, `/api/forms?${where}`, 'reader.own'))).toBe(lifted);
    expect((await get(standIn, '/api/tags?limit=1', 'reader.own')).status).toBe(500);
    expect((await get(standIn, `/api/tags?${where}`, 'reader.own')).status).toBe(tags);
    expect((await get(standIn, '/api/users/self', 'reader.none')).status).toBe(200);
    expect(JSON.parse((await bearer(standIn, '/api/users/self', secret)).body)).toMatchObject({
      lastName: '[1]',
      role: { name: 'Reader: own only' },
    });
    expect(standIn.requests.map(({ auth, role }) => `${auth} ${role}`)).toEqual([
      'none undefined',
      'bearer view-own',
      ...['view-own', 'view-own', 'view-own', 'view-own', 'no-permission'].map(role => `basic ${role}`),
      'bearer view-own',
    ]);
  });

  it('tokens grow old, wrong clients are refused, a weak password is refused from 7 on', async () => {
    let time = 0;
    const standIn = await start({ version: '7.0.2', tokenSeconds: 60, now: () => time });
    const secret = await token(standIn, 'reader.all');
    time = 59_000;
    expect((await bearer(standIn, '/api/tags?limit=1', secret)).status).toBe(200);
    time = 60_000;
    expect((await bearer(standIn, '/api/tags?limit=1', secret)).body).toContain('has expired');
    expect(
      (await ask(standIn.url, 'POST', '/oauth/v2/token', {}, 'grant_type=client_credentials&client_id=reader.all&client_secret=x')).status,
    ).toBe(400);
    expect((await get(standIn, '/api/tags', 'reader.weak')).status).toBe(401);
    expect((await get(await start({ version: '6.0.8' }), '/api/tags', 'reader.weak')).status).toBe(200);
  });

  it('tokens pass on API v2 only when the stand-in is told so', async () => {
    const [shut, wide] = await Promise.all([start({ version: '7.0.2' }), start({ version: '7.0.2', v2Tokens: true })]);
    expect((await bearer(shut, '/api/v2/forms', await token(shut, 'admin'))).status).toBe(401);
    expect((await bearer(wide, '/api/v2/forms', await token(wide, 'admin'))).status).toBe(200);
  });
});

describe('places', () => {
  it('a folder, with and without index.php; nothing outside it', async () => {
    const standIn = await start({ version: '5.1.0', folder: '/crm', indexOnly: true });
    expect((await get(standIn, '/index.php/api/tags?limit=1')).status).toBe(200);
    expect((await get(standIn, '/api/tags?limit=1')).body).toBe('<html><body>Not here</body></html>');
    expect((await ask(new URL(standIn.url).origin, 'GET', '/index.php/api/tags')).status).toBe(404);
    expect((await get(standIn, '/index.php/api/tags/')).headers.get('location')).toBe(`${new URL(standIn.url).origin}/api/tags`);
  });

  it('nothing can be written', async () => {
    const standIn = await start({ version: '5.1.0' });
    const got = await ask(standIn.url, 'PATCH', '/api/forms/1/edit', { authorization: basic('admin', PASSWORD) }, 'name=x');
    expect(got.status).toBe(405);
    expect(standIn.requests).toMatchObject([{ method: 'PATCH', path: '/api/forms/1/edit', status: 405 }]);
  });
});

describe('people', () => {
  it('are only counted: as recorded, by a stable made-up number, or as a test says', async () => {
    const standIn = await start({ version: '5.1.0', counts: what => (what === 'field:diet' ? 77 : undefined) });
    const count = async (query: string): Promise<number> => totalOf(await get(standIn, `/api/contacts?limit=1&start=999999${query}`));
    const field = (alias: string): string => `&where[0][col]=${alias}&where[0][expr]=isNotEmpty`;
    expect(await count('')).toBe(25);
    expect(await count(field('birth_date'))).toBe(6);
    expect(await count(field('diet'))).toBe(77);
    expect(await count(field('shoe_size'))).toBe(await count(field('shoe_size')));
    expect(await count('&search=tag:member')).toBeLessThanOrEqual(25);
    expect(await count('&search=tag:%22nobody%20has%20it%22')).toBe(0);
    expect((await get(standIn, '/api/contacts?limit=0')).body).toBe('{"total":"25","contacts":{}}');
  });
});

describe('changed rows', () => {
  const renamed = (kind: string, rows: Row[]): Row[] =>
    kind === 'forms' ? rows.map(row => (row.id === 2 ? { ...row, name: 'Ein/Été 🎨' } : row)).filter(row => row.id !== 3) : rows;

  it('are served in lists and alone; the others keep their bytes', async () => {
    const plain = await get(await start({ version: '5.1.0' }), '/api/forms?limit=0&orderBy=id');
    const standIn = await start({ version: '5.1.0', change: renamed });
    const got = await get(standIn, '/api/forms?limit=0&orderBy=id');
    expect(totalOf(got)).toBe(13);
    expect(/"name":"Ein[^"]*"/u.exec(got.body)?.[0]).toBe('"name":"Ein\\/\\u00c9t\\u00e9 \\ud83c\\udfa8"');
    const [before, after] = [plain, got].map(({ body }) => body.split('"id":4,"name":"Event registration"')[1]);
    expect(after?.length).toBeGreaterThan(1000);
    expect(after === before).toBe(true);
    expect(JSON.parse((await get(standIn, '/api/forms/2')).body)).toMatchObject({ form: { name: 'Ein/Été 🎨' } });
    expect((await get(standIn, '/api/forms/3')).status).toBe(404);
    standIn.setRows(undefined);
    expect((await get(standIn, '/api/forms?limit=0&orderBy=id')).body === plain.body).toBe(true);
  });

  it('may be added, and hold any key', async () => {
    const odd: Row = Object.fromEntries(JSON.parse('[["id",900],["tag","new"],["__proto__",{"x":1}]]'));
    const standIn = await start({ version: '7.0.2', change: (kind, rows) => (/tags$/u.test(kind) ? [...rows, odd] : rows) });
    expect((await get(standIn, '/api/tags?start=57&limit=5')).body).toBe(
      '{"total":58,"tags":{"900":{"id":900,"tag":"new","__proto__":{"x":1}}}}',
    );
    expect(JSON.parse((await get(standIn, '/api/v2/tags?page=2')).body)).toMatchObject({ totalItems: 58 });
  });
});

describe('faults', () => {
  const FAULTS: readonly (readonly [FaultKind, (got: Got) => unknown, unknown])[] = [
    ['429', got => [got.status, got.headers.get('x-ratelimit-reset')], [429, '1060']],
    ['total-moves', totalOf, 63],
    ['html-in-front', ({ body }) => body.startsWith('<br />\n<b>Warning</b>') && body.endsWith('}}'), true],
    ['html', ({ status, body }) => status === 200 && body.includes('name="_username"'), true],
    ['empty', ({ status, body }) => [status, body], [200, '']],
    ['500-html', ({ status, headers }) => [status, headers.get('content-type')], [500, 'text/html; charset=UTF-8']],
    ['502', got => got.status, 502],
    ['503', got => got.status, 503],
    ['expired-token', got => got.status, 401],
    ['redirect', got => got.headers.get('location'), 'https://elsewhere.example/api/tags?limit=2'],
    ['slow', got => got.status, 200],
  ];

  it.each(FAULTS)('%s, as often as said', async (is, look, wanted) => {
    const standIn = await start({ version: '5.1.0', now: () => 1_000_000, faults: [{ on: /tags/u, times: 1, is, ms: 5, seconds: 60 }] });
    const right = await get(standIn, '/api/stages?limit=2');
    expect(right.status).toBe(200);
    expect(look(await get(standIn, '/api/tags?limit=2'))).toEqual(wanted);
    expect(totalOf(await get(standIn, '/api/tags?limit=2'))).toBe(62);
  });

  it.each(['cut', 'reset'] as const)('%s breaks the connection', async is => {
    const standIn = await start({ version: '5.1.0' });
    standIn.setFaults([{ on: /tags/u, is }]);
    await expect(get(standIn, '/api/tags')).rejects.toThrow();
    standIn.setFaults([]);
    expect((await get(standIn, '/api/tags')).status).toBe(200);
  });

  it('huge has no end', async () => {
    const standIn = await start({ version: '5.1.0', faults: [{ on: /forms/u, is: 'huge' }] });
    const answer = await fetch(`${standIn.url}/api/forms`, { headers: { authorization: basic('admin', PASSWORD) } });
    let bytes = 0;
    for await (const part of answer.body ?? []) {
      bytes += part.length;
      if (bytes > 5_000_000) break;
    }
    expect(bytes).toBeGreaterThan(5_000_000);
  });

  it('the limit of calls is lifted after an hour', async () => {
    let time = 0;
    const standIn = await start({ version: '6.0.8', setting: 'limit of 2 calls an hour', now: () => time });
    const status = async (): Promise<number> => (await get(standIn, '/api/stages')).status;
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
    time = 3_600_000;
    expect(await status()).toBe(200);
  });
});

describe('many e-mails', () => {
  it('differ in id, name and subject only, and are as long as asked for', async () => {
    const standIn = await start({ version: '7.0.2', emails: { count: 20_000, bytes: 30_000 } });
    const page = await get(standIn, '/api/emails?start=19990&limit=50&orderBy=id&orderByDir=ASC');
    const emails = rowsOf(page, 'emails');
    expect(totalOf(page)).toBe(20_000);
    expect(emails.map(({ id, name, subject }) => [id, name, subject]).at(-1)).toEqual([20_000, 'Letter 20000', 'News no. 20000']);
    expect(emails).toHaveLength(10);
    const html = String(emails[0]?.customHtml);
    expect(html.length).toBeGreaterThan(29_500);
    expect(html.length).toBeLessThanOrEqual(30_000);
    expect(html.match(/<a /gu)).toHaveLength(22);
    expect(html.match(/<img src="https:\/\/pictures\.example/gu)).toHaveLength(10);
    expect(new Set(html.match(/\{[^}]+\}/gu))).toHaveLength(5);
    expect(JSON.parse((await get(standIn, '/api/emails/77')).body)).toMatchObject({ email: { id: 77, subject: 'News no. 77' } });
  });
});

describe('as a process of its own', () => {
  const serve = (...words: string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('serve.mjs', import.meta.url)), ...words], { encoding: 'utf8' });

  it('runs a command with the address and the login, and ends with its exit code', () => {
    const script = `const { MAUTIC_URL: url, MAUTIC_USER: user, MAUTIC_PASSWORD: password } = process.env;
      const authorization = 'Basic ' + btoa(user + ':' + password);
      const answer = await fetch(url + '/api/tags?limit=1', { headers: { authorization } });
      console.log(answer.status, answer.headers.get('mautic-version'));
      process.exit(3);`;
    const ran = serve('--version', '7.0.2', '--', process.execPath, '--input-type=module', '-e', script);
    expect([ran.status, ran.stdout, ran.stderr]).toEqual([3, '200 7.0.2\n', '']);
  });

  it('says what is wrong with its words', () => {
    const ran = serve('--version', '4.4.0');
    expect([ran.status, ran.stderr]).toEqual([2, '--version is 5.1.0, 6.0.8 or 7.0.2\n']);
  });
});
