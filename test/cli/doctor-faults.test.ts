/** What `purposelint doctor` says when Mautic cannot be reached or does not let it in, and how it foresees a pull. */
import { afterAll, describe, expect, it } from 'vitest';
import { parseBase } from '../../src/mautic/client/address.js';
import type { Answer, Client } from '../../src/mautic/client/client.js';
import { type Diagnosis, diagnose } from '../../src/mautic/client/doctor.js';
import { faulty } from '../../src/mautic/client/faults.js';
import type { Coverage } from '../../src/mautic/snapshot.js';
import { clientFor, NOW, pull } from '../mautic/pull/live.js';
import type { StandInOptions } from '../mautic/stand-in/stand-in.js';
import { dataFaults } from '../output/data-faults.js';
import { basic, doctorAt, oauth, printed, section, standIn, withoutPort } from './doctor-run.js';
import { workspace } from './workspace.js';

type Case = readonly [name: string, options: StandInOptions, env: Readonly<Record<string, string>>, says: RegExp];

const WRONG = basic('admin', 'not-the-password-9f3');
const CASES: readonly Case[] = [
  [
    'an API that is off',
    { version: '5.1.0', setting: 'API switched off' },
    basic(),
    /The API of 127\S+ is switched off\. .*"API enabled\?"/u,
  ],
  ['Basic that is off', { version: '5.1.0', setting: 'Basic authentication switched off' }, basic(), /allows no user and password/u],
  ['a wrong password', { version: '5.1.0' }, WRONG, /did not accept the user and password \(401\)\. Correct MAUTIC_USER/u],
  ['a wrong password, from 6 on', { version: '6.0.8' }, WRONG, /did not accept the user and password \(401\)/u],
  ['a password that is too weak', { version: '7.0.2' }, basic('reader.weak'), /give this user a stronger password in Settings > Users/u],
  ['an unknown client', { version: '5.1.0' }, oauth('nobody'), /does not know these OAuth2 credentials \(400\)/u],
  [
    'a database that is down',
    { version: '5.1.0', setting: 'database refuses the login' },
    basic(),
    /answered with an error \(500\): Mautic, its database or a server in front is down/u,
  ],
  ['no rewriting of addresses', { version: '5.1.0', indexOnly: true }, basic(), /`\/index\.php` at the end/u],
  ['a log-in page', { version: '5.1.0', faults: [{ on: /./u, is: 'html' }] }, basic(), /answered with a login page in place of data/u],
  ['a redirect', { version: '5.1.0', faults: [{ on: /./u, is: 'redirect' }] }, basic(), /sends the request on to elsewhere\.example/u],
  [
    'a notice of PHP',
    { version: '5.1.0', faults: [{ on: /./u, is: 'html-in-front' }] },
    basic(),
    /A message of PHP stands around the data/u,
  ],
];

describe('faults', () => {
  it.each(CASES)('%s', async (_, options, env, says) => {
    const server = await standIn(options);
    const { exit, stdout, stderr } = await doctorAt(server.url, env);
    const text = withoutPort(stdout);
    expect(text).toMatch(/^Mautic at http:\/\/127\.0\.0\.1:54321\n/u);
    expect(section(text, 'Connection').slice(0, 2)).toEqual([
      '- 127.0.0.1:54321 answers.',
      '- HTTP without TLS, on this computer only: nobody in between can read along.',
    ]);
    expect(section(text, 'What is wrong').join(' ')).toMatch(says);
    expect(stderr).toMatch(/^Mautic could not be looked over \((?:1 request|\d+ requests)\)\.\n$/u);
    expect(exit).toBe(3);
  });

  it('is told in data, too, with the role that Mautic needs', async () => {
    const server = await standIn({ version: '5.1.0', setting: 'API switched off' });
    const { exit, stdout } = await doctorAt(server.url, basic(), '--json');
    expect(JSON.parse(stdout)).toMatchObject({ fault: { code: 'api-off' }, mautic: { reached: true, tls: 'none' }, kinds: [], change: [] });
    expect(JSON.parse(stdout)).toHaveProperty('role.length', 21);
    expect(dataFaults('doctor', stdout)).toEqual([]);
    expect(exit).toBe(3);
  });

  it('a server that is not there', async () => {
    const server = await standIn({ version: '5.1.0' });
    const { url } = server;
    await server.close();
    const { exit, stdout } = await doctorAt(url, basic());
    expect(section(withoutPort(stdout), 'Connection')[0]).toBe('- 127.0.0.1:54321 does not answer.');
    expect(section(stdout, 'What is wrong').join(' ')).toContain('Nothing accepts connections at');
    expect(exit).toBe(3);
  });

  it('a limit of calls ends it, and what was seen so far is told', async () => {
    const server = await standIn({ version: '5.1.0', setting: 'limit of 5 calls an hour', now: () => NOW.getTime() });
    const { exit, stdout } = await doctorAt(server.url, basic());
    expect(section(stdout, 'What is wrong').join(' ')).toMatch(/allows no more calls for now \(429\); the next are possible in 60 min/u);
    expect(section(stdout, 'What the role').slice(0, 2)).toEqual(['contact fields  71  all', 'company fields  24  all']);
    expect(server.requests.length).toBeLessThan(9);
    expect(exit).toBe(3);
  });

  it('a list that fails alone is told with its cause', async () => {
    const server = await standIn({ version: '5.1.0', faults: [{ on: /\/api\/stages/u, is: 'html-in-front' }] });
    const { exit, stdout } = await doctorAt(server.url, basic());
    expect(section(stdout, 'What the role').find(line => line.startsWith('stages'))).toMatch(/ {2}failed$/u);
    expect(section(stdout, 'What the role').join(' ')).toContain('- A message of PHP stands around the data');
    expect(section(stdout, 'What to change')).toEqual([]);
    expect(exit).toBe(3);
  });

  it('a list of a plugin that is off is not missed', async () => {
    const diagnosed = await diagnosis('https://mautic.example', path => (path.includes('/focus') ? missing() : listed(path)));
    expect(diagnosed.kinds.find(({ kind }) => kind === 'focus_item')).toMatchObject({ sees: 'plugin-off' });
    expect(diagnosed.coverage.filter(({ state, of }) => state !== 'complete' && !of.includes('.'))).toEqual([]);
  });
});

describe('addresses and logins', () => {
  it.each([{ folder: '/crm' }, { folder: '/crm', indexOnly: true }])('reads a Mautic in a folder: %o', async place => {
    const server = await standIn({ version: '6.0.8', ...place });
    const { exit, stdout } = await doctorAt(`${server.url}${place.indexOnly === true ? '/index.php' : ''}/s/dashboard`, basic());
    expect(withoutPort(stdout).split('\n')[0]).toBe(`Mautic at http://127.0.0.1:54321/crm${place.indexOnly === true ? '/index.php' : ''}`);
    expect(exit).toBe(0);
  });

  it('renews a token that expires on the way', async () => {
    const server = await standIn({ version: '5.1.0', faults: [{ on: /\/api\/tags/u, is: 'expired-token', times: 1 }] });
    const { exit } = await doctorAt(server.url, oauth());
    expect(server.requests.filter(({ path }) => path === '/oauth/v2/token')).toHaveLength(2);
    expect(exit).toBe(0);
  });

  it('without a login it says so, and which role to create', async () => {
    const { exit, stdout, stderr } = await doctorAt('https://mautic.example', {});
    expect(stderr).toMatch(/^There is no login for Mautic\. .*MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET/u);
    expect(section(stdout, 'The role to create')).toContain('- form:forms (viewown, viewother): forms');
    expect(exit).toBe(2);
    const half = await doctorAt('https://mautic.example', { MAUTIC_USER: 'admin' });
    expect([half.exit, half.stdout, half.stderr.includes('MAUTIC_PASSWORD')]).toEqual([2, '', true]);
  });

  it('without an address, or with one that would show the login, it asks nothing', async () => {
    const nowhere = await workspace({}, basic()).run('doctor');
    expect([nowhere.exit, nowhere.stdout, nowhere.stderr.startsWith('Where is Mautic?')]).toEqual([2, '', true]);
    const plain = await doctorAt('http://mautic.example', basic());
    expect([plain.exit, plain.stdout, plain.stderr.startsWith('Over `http://`')]).toEqual([2, '', true]);
    const operand = await workspace({}, basic()).run('doctor', 'https://mautic.example');
    expect([operand.exit, operand.stderr]).toEqual([
      2,
      '`purposelint doctor` takes no address that way. Say `purposelint doctor --url ADDRESS`.\n',
    ]);
  });
});

/** A client that is answered by a function, and a clock that goes on by a second with each answer. */
async function diagnosis(url: string, answer: (path: string) => Answer): Promise<Diagnosis> {
  let time = NOW.getTime();
  const traffic = { requests: 0, bytes: 0, waits: 0 };
  const client: Client = {
    get: async path => {
      traffic.requests++;
      time += 1000;
      return answer(path);
    },
    traffic,
    loginKind: 'basic',
    close: () => undefined,
    rest: () => undefined,
  };
  return diagnose(client, parseBase(url), { now: () => new Date(time) });
}

const json = (status: number, value: unknown): Answer => ({ is: 'json', status, value, version: '5.1.0', bytes: 20 });
const missing = (): Answer => json(404, { errors: [{ code: 404, message: 'x', type: null }] });
const NAMES: Readonly<Record<string, string>> = {
  'fields/contact': 'fields',
  'fields/company': 'fields',
  segments: 'lists',
  'points/triggers': 'triggers',
  'points/groups': 'pointGroups',
  dynamiccontents: 'dynamicContents',
};
const listed = (path: string): Answer => {
  const route = /^\/api\/([^?]+)/u.exec(path)?.[1] ?? '';
  return json(200, { total: 120, [NAMES[route] ?? route]: [] });
};

describe('diagnose', () => {
  it('knows that TLS holds, or does not', async () => {
    expect(await diagnosis('https://mautic.example', listed)).toMatchObject({ reached: true, tls: 'holds' });
    const expired = faulty('certificate', { host: 'mautic.example', reason: 'expired' });
    expect(await diagnosis('https://mautic.example', () => expired)).toMatchObject({ reached: true, tls: 'broken', kinds: [] });
    const silent = faulty('unreachable', { host: 'mautic.example', reason: 'dns' });
    expect(await diagnosis('https://mautic.example', () => silent)).toMatchObject({ reached: false, tls: 'unknown' });
  });

  it('takes the time of a pull from that of its own answers', async () => {
    const { pull: foreseen, requests } = await diagnosis('https://mautic.example', listed);
    // 21 lists, of which four have bodies and three pages, one more list of categories, and 13 second totals
    expect([requests, foreseen?.requests]).toEqual([34, 21 + 4 * 2 + 1 + 13]);
    expect(foreseen?.seconds).toBe(46);
  });

  it('does not take another server for a Mautic', async () => {
    for (const other of [missing(), json(200, { hello: 'world' })]) {
      expect(await diagnosis('https://shop.example', () => other)).toMatchObject({ fault: { code: 'not-mautic' }, kinds: [] });
    }
  });

  it('does not call a list whole while the version is not known', async () => {
    const nameless = await diagnosis('https://mautic.example', path => {
      const answer = listed(path);
      return answer.is !== 'json' ? answer : { is: 'json', status: answer.status, value: answer.value, bytes: answer.bytes };
    });
    expect(nameless.kinds.filter(({ sees }) => sees === 'unproven')).toHaveLength(13);
  });
});

/** As a pull says it, but for what only rows tell: forms that stand in campaigns are seen in short. */
function bare(coverage: readonly Coverage[]): string[] {
  return coverage.map(({ of, state, why = [] }) => {
    const isThin = why.includes('thin-answer');
    return `${of}: ${isThin ? 'absent' : state} ${why.filter(reason => reason !== 'thin-answer').join()}`;
  });
}

const USERS = ['admin', 'reader.none', 'reader.own', 'reader.all', 'reader.noforms', 'reader.ownleads', 'reader.noapi', 'reader.tags'];

describe.each(['5.1.0', '6.0.8', '7.0.2'] as const)('a pull of %s', version => {
  it.each(USERS)('is foreseen as it will be: %s', async user => {
    const server = await standIn({ version });
    const login = { is: 'basic', user, password: 'sample-password' } as const;
    const { coverage, pull: foreseen } = await diagnose(clientFor(server.url, login), parseBase(server.url), { now: () => NOW });
    const pulled = await pull(server.url, login);
    expect(bare(coverage)).toEqual(bare(pulled.snapshot.coverage));
    expect(Math.abs((foreseen?.requests ?? 0) - pulled.requests.length)).toBeLessThanOrEqual(2);
  });
});

afterAll(() => {
  expect(printed.join('\n')).not.toMatch(/sample-password|sample-secret|not-the-password/u);
});
