/** Whatever Mautic answers: no value of a person, no name of staff, no secret and no token in anything that is written or printed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Change, changed, DROPPED, POISON, POISONED } from '../mautic/poison.js';
import { type Row, type StandInOptions, startStandIn } from '../mautic/stand-in/stand-in.js';
import { POLICY, workspace } from './workspace.js';

const SECRETS = /sample-password|sample-secret|c2FtcGxl|YWRtaW46|Bearer |access_token|Sample Admin|Zaza|Zozo/u;

/** The rows of every list, with every text changed; what tells rows apart and names their shape stays. */
function poisoned(change: Change): (kind: string, rows: Row[]) => Row[] {
  return (_, rows) =>
    rows.map(row => {
      const value = changed(row, change);
      return typeof value === 'object' && value !== null ? { ...value, id: row.id } : row;
    });
}

const STRUCTURE = new Set([
  'dateAdded',
  'dateModified',
  'object',
  '@context',
  '@type',
  '@id',
  'uuid',
  'downloadUrl',
  'type',
  'eventType',
  'alias',
]);
const BEHIND: Change = (key, text) => (text === null || STRUCTURE.has(key) ? text : `${text} ${POISON}`);
const ALONE: Change = (key, text) => (DROPPED.has(key) && text !== null ? `${POISON} Zaza Zozo` : text === '' ? POISON : text);

/** Every byte below a folder. */
function written(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

const BASIC = { MAUTIC_USER: 'admin', MAUTIC_PASSWORD: 'sample-password' };
const OAUTH = { MAUTIC_CLIENT_ID: 'admin', MAUTIC_CLIENT_SECRET: 'sample-secret' };

const COMMANDS = [
  ['doctor'],
  ['pull'],
  ['pull', '--counts'],
  ['pull', '--diff', '--format', 'markdown'],
  ['check', '--live'],
  ['check', '--live', '--format', 'json'],
  ['where', '--unused'],
];

describe('poisoned answers', () => {
  const cases: readonly (readonly [string, StandInOptions, Readonly<Record<string, string>>])[] = [
    ['a value behind every text, many e-mails, by Basic', { version: '5.1.0', scenario: 'large', change: poisoned(BEHIND) }, BASIC],
    [
      'a value in every empty text and every body, many e-mails, by OAuth2',
      { version: '5.1.0', scenario: 'large', change: poisoned(ALONE) },
      OAUTH,
    ],
    ['a value in every empty text and every body, 7.0.2, by OAuth2', { version: '7.0.2', v2Tokens: true, change: poisoned(ALONE) }, OAUTH],
  ];

  it.each(cases)('%s', async (_name, options, env) => {
    const server = await startStandIn(options);
    onTestFinished(() => server.close());
    const repository = workspace({ 'purposelint.yaml': `mautic: {url: "${server.url}"}\n`, 'privacy/policy.yaml': POLICY }, env);
    let printed = '';
    for (const argv of COMMANDS) {
      const { stdout, stderr, exit } = await repository.run(...argv);
      expect([argv, exit === 2 ? stderr : '']).toEqual([argv, '']);
      printed += stdout + stderr;
    }
    // cut off in the middle: the journal stays
    server.setFaults([{ on: /\/api\/reports/u, is: 'redirect' }]);
    printed += (await repository.run('pull', '--full')).stderr;
    const everything = printed + written(repository.path);
    expect(everything.length).toBeGreaterThan(200_000);
    expect(POISONED.exec(everything)?.[0] ?? '').toBe('');
    expect(SECRETS.exec(everything)?.[0] ?? '').toBe('');
  });
});

it('the answers were poisoned: the stand-in serves the value', async () => {
  const server = await startStandIn({ version: '5.1.0', change: poisoned(BEHIND) });
  onTestFinished(() => server.close());
  const authorization = `Basic ${Buffer.from('admin:sample-password').toString('base64')}`;
  const text = await (await fetch(`${server.url}/api/forms?limit=1`, { headers: { authorization } })).text();
  expect(text).toMatch(POISONED);
});
