/** Asks the stand-in what a real Mautic was asked, and says where the answers differ. */
import { request } from 'node:http';
import type { Exchange } from './exchanges.js';
import { CLIENT_SECRET, PASSWORD, userOf } from './rights.js';

export interface Got {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** The answer to one request with exactly these headers; nothing is added and no redirect is followed. */
export function ask(url: string, method: string, path: string, headers: Readonly<Record<string, string>> = {}, form = ''): Promise<Got> {
  const { hostname, port, pathname } = new URL(url);
  const folder = pathname.replace(/\/$/u, '');
  return new Promise((done, failed) => {
    const sent = request({ hostname, port, method, path: folder + path, headers }, response => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', failed);
      response.on('end', () => {
        const got = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)]);
        done({ status: response.statusCode ?? 0, headers: new Map(got), body: Buffer.concat(parts).toString() });
      });
    });
    sent.on('error', failed);
    sent.end(form);
  });
}

export const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const ODD_LOGINS: Readonly<Record<string, string>> = {
  'wrong-password': basic('admin', 'not-the-password'),
  'unknown-user': basic('nobody.here', 'whatever'),
  'empty-password': basic('admin', ''),
};

export interface Tokens {
  readonly valid: string;
  readonly expired: string;
}

/** The `Authorization` header of a recorded request; `malformed` counts the two malformed ones. */
export function authorization({ as, note }: Exchange, tokens: Tokens, malformed: number): string | undefined {
  if (as === 'none') return undefined;
  if (as === 'malformed header') return malformed === 0 ? 'Basic !!!notbase64' : 'Nonsense abc';
  if (!as.startsWith('bearer')) return ODD_LOGINS[as] ?? basic(userOf(as), PASSWORD);
  if (note === 'invalid token' || /invalid|two places/u.test(as)) return 'Bearer no-such-token';
  return `Bearer ${as.includes('expired') ? tokens.expired : tokens.valid}`;
}

/** The path with the credentials that the recorder took out of it. */
export function pathOf({ path, note }: Exchange, tokens: Tokens): string {
  const id = note === 'unknown client' ? '1_nosuchclient' : 'reader.all';
  const secret = /unknown|wrong/u.test(note ?? '') ? 'wrong' : CLIENT_SECRET;
  const token = note === 'token in the query' ? tokens.valid : 'no-such-token';
  return path
    .replace('client_id=secret', `client_id=${id}`)
    .replace('client_secret=secret', `client_secret=${secret}`)
    .replace('access_token=secret', `access_token=${token}`);
}

/** Headers that are compared; of an address only the path, since the port is another one. */
const HEADERS = [
  'mautic-version',
  'content-type',
  'www-authenticate',
  'location',
  'allow',
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];

/** Differences in words; none when the answers are the same. */
export function differences(recorded: Exchange, got: Got, withBody: boolean): string[] {
  const found: string[] = [];
  if (got.status !== recorded.status) found.push(`status ${got.status}, not ${recorded.status}`);
  for (const name of HEADERS) {
    const [want, have] = [recorded.headers.get(name), got.headers.get(name)].map(value => value?.replace(/^https?:\/\/[^/]+/u, ''));
    if (want !== have) found.push(`${name}: ${have}, not ${want}`);
  }
  const body = withBody ? recorded.body() : undefined;
  if (body !== undefined && comparable(body) !== comparable(got.body)) found.push(firstDifference(comparable(got.body), comparable(body)));
  return found;
}

/**
 * JSON as values with the keys in their order, anything else as text. Left out: addresses of the recorded server, the
 * recorder's mark for markup that it left out (its length depends on the escapes), names that v2 makes up for each answer.
 */
function comparable(body: string): string {
  const text = body
    .replaceAll(/http:(?:\\?\/){2}127\.0\.0\.1:\d+/gu, 'http://site')
    .replaceAll(/generated markup of \d+ characters/gu, 'generated markup')
    .replaceAll(/genid\\\/[0-9a-f]{20}/gu, 'genid')
    .replaceAll(/"access_token":"[^"]+"/gu, '"access_token":"secret"');
  try {
    return keyOrder(text) + JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

/** Keys that look like numbers are sorted by JSON.parse: their order in the text is compared on its own. */
function keyOrder(text: string): string {
  return [...text.matchAll(/"(\d+)":[{["]/gu)].map(([, key]) => key).join(',');
}

function firstDifference(have: string, want: string): string {
  let at = 0;
  while (have[at] === want[at]) at += 1;
  const part = (text: string): string => JSON.stringify(text.slice(Math.max(0, at - 60), at + 60));
  return `body at ${at}: ${part(have)}, not ${part(want)}`;
}
