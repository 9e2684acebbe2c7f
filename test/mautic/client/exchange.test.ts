/** Requests by Node's own client: what goes over the wire, and bodies that break on the way. */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { exchange } from '../../../src/mautic/client/exchange.js';
import { answerTo, brief, listen, server, session } from './server.js';

const GZIP = { 'content-encoding': 'gzip' };

it('asks for packed answers, and says no more than it has to', async () => {
  const { url, asked } = await server(() => ({}));
  await session(url).client.get('/api/tags');
  expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
    'accept',
    'accept-encoding',
    'authorization',
    'connection',
    'host',
    'user-agent',
  ]);
  expect(asked[0]?.headers['accept-encoding']).toBe('gzip');
});

it('uses a connection again', async () => {
  const plain = createServer((_, response) => response.end('{}'));
  let connections = 0;
  plain.on('connection', () => connections++);
  const { client } = session(`http://127.0.0.1:${await listen(plain)}`);
  for (let n = 0; n < 3; n++) expect(brief(await client.get('/api/tags'))).toBe('json 200');
  expect(connections).toBe(1);
});

it('gives every header, those that come several times joined', async () => {
  const plain = createServer((_, response) => response.writeHead(204, ['X-Part', 'a', 'x-part', 'b']).end());
  const ask = exchange();
  const { signal } = new AbortController();
  const { status, headers } = await ask(`http://127.0.0.1:${await listen(plain)}/`, { method: 'GET', headers: {}, signal });
  expect([status, headers.get('X-PART')]).toEqual([204, 'a, b']);
});

it.each([
  ['is not packed although it says so', Buffer.from('{"total":0}')],
  ['is cut off while it is packed', gzipSync('{"total":0}').subarray(0, -12)],
])('an answer that %s is broken', async (_, body) => {
  expect(brief(await answerTo({ headers: GZIP, body }))).toBe('fault broken/connection');
});

it('a packed answer that nobody wants harms nobody', async () => {
  const moved = { status: 302, headers: { ...GZIP, location: 'https://elsewhere.example/' }, body: gzipSync('moved').subarray(0, -4) };
  expect(brief(await answerTo(moved))).toBe('fault redirect-elsewhere/host');
});

it('an answer that breaks off after its head is broken', async () => {
  const plain = createServer((_, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('{"total":', () => response.destroy());
  });
  const { client } = session(`http://127.0.0.1:${await listen(plain)}`);
  expect(brief(await client.get('/api/tags'))).toBe('fault broken/connection');
});
