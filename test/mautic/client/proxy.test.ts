/** Through the proxy of a company's network: what it gets to see, and what stands in the way. */
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer, type IncomingMessage, type Server } from 'node:http';
import { createServer, request } from 'node:https';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { parseBase } from '../../../src/mautic/client/address.js';
import type { Environment } from '../../../src/mautic/client/login.js';
import { proxyFor, TunnelAgent } from '../../../src/mautic/client/proxy.js';
import { BASIC, brief, english, listen, type Session, session } from './server.js';

afterEach(() => vi.unstubAllEnvs());

/** A session in a network whose proxy these variables name. */
function behind(env: Environment, url: string): Session {
  return session(url, BASIC, { base: { ...parseBase(url), proxyOf: origin => proxyFor(origin, env) } });
}

/** A Mautic whose certificate is signed by itself. */
async function secureMautic(): Promise<{ readonly url: string; readonly port: number; readonly asked: string[] }> {
  const pem = (name: string): Buffer => readFileSync(new URL(name, import.meta.url));
  const asked: string[] = [];
  const secure = createServer({ key: pem('sample-key.pem'), cert: pem('sample-certificate.pem') }, (request, response) => {
    asked.push(`${request.headers.host} ${request.url}`);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });
  const port = await listen(secure);
  return { url: `https://127.0.0.1:${port}`, port, asked };
}

type OnConnect = (request: IncomingMessage, socket: Duplex) => void;

async function proxied(
  onConnect: OnConnect,
): Promise<{ readonly host: string; readonly server: Server; readonly seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = createPlainServer();
  server.on('connect', (request: IncomingMessage, socket: Duplex) => {
    seen.push(request);
    socket.on('error', () => undefined);
    onConnect(request, socket);
  });
  return { host: `127.0.0.1:${await listen(server)}`, server, seen };
}

/** Whatever name is asked for, the server is on this computer. */
const tunnel: OnConnect = (request, socket) => {
  const through = connect(Number(request.url?.split(':').at(-1)), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    through.pipe(socket).pipe(through);
  });
  socket.on('close', () => through.destroy());
};

const refusing =
  (line: string): OnConnect =>
  (_, socket) =>
    socket.end(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\n\r\n`);

describe('a proxy that lets through', () => {
  it('sees where it goes and its own login, once for all requests', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const { port, asked } = await secureMautic();
    const { host, seen } = await proxied(tunnel);
    const { client } = behind({ HTTPS_PROXY: `http://reader:p%40ss%25@${host}` }, `https://mautic.aurora.example:${port}`);
    for (let n = 0; n < 3; n++) expect(brief(await client.get('/api/tags'))).toBe('json 200');
    expect(asked).toEqual(Array(3).fill(`mautic.aurora.example:${port} /api/tags`));
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([`CONNECT mautic.aurora.example:${port}`]);
    expect(seen[0]?.headers).toEqual({
      host: `mautic.aurora.example:${port}`,
      connection: 'close',
      'proxy-authorization': `Basic ${Buffer.from('reader:p@ss%').toString('base64')}`,
    });
  });

  it('does not stand in for the server', async () => {
    const { url, asked } = await secureMautic();
    const { host } = await proxied(tunnel);
    const answer = await behind({ HTTPS_PROXY: host }, url).client.get('/api/tags');
    expect([brief(answer), asked]).toEqual(['fault certificate/self-signed', []]);
  });
});

describe('a proxy in the way', () => {
  it.each([
    ['407 Proxy Authentication Required', 'login', 'asks for a login'],
    ['403 Forbidden', 'refused', 'does not let connections to mautic.aurora.example through (403)'],
    ['502 Bad Gateway', 'refused', 'does not let connections to mautic.aurora.example through (502)'],
  ])('%s', async (line, reason, words) => {
    const { host } = await proxied(refusing(line));
    const { client, slept } = behind({ https_proxy: `http://reader:secret-1@${host}` }, 'https://mautic.aurora.example');
    const answer = await client.get('/api/tags');
    expect([brief(answer), slept]).toEqual([`fault proxy/${reason}`, []]);
    expect(english(answer)).toContain(`The proxy ${host} ${words}`);
    expect(JSON.stringify(answer)).not.toContain('secret-1');
  });

  it('that is not there', async () => {
    const answer = await behind({ ALL_PROXY: 'http://reader:secret-1@127.0.0.1:1' }, 'https://mautic.aurora.example').client.get(
      '/api/tags',
    );
    expect(brief(answer)).toBe('fault proxy/away');
    expect(english(answer)).toContain('The proxy 127.0.0.1:1 does not answer, so there is no way to mautic.aurora.example.');
  });

  it.each(['socks5://127.0.0.1:1080', 'http://', 'http://[1'])('with an address like %s', async address => {
    const answer = await behind({ HTTPS_PROXY: address }, 'https://mautic.aurora.example').client.get('/api/tags');
    expect(brief(answer)).toBe('fault proxy/address');
  });

  it('that never answers', async () => {
    const { host } = await proxied(() => undefined);
    const agent = new TunnelAgent(new URL(`http://${host}`), 50);
    const sent = request('https://mautic.aurora.example/', { agent });
    const error = await new Promise(resolve => sent.on('error', resolve).end());
    expect(error).toMatchObject({ reason: 'away', data: { proxy: host } });
  });
});

describe('which proxy', () => {
  it.each([
    [{ HTTPS_PROXY: 'http://one.example:3128' }, 'http://one.example:3128/'],
    [{ https_proxy: 'one.example:3128' }, 'http://one.example:3128/'],
    [{ HTTPS_PROXY: 'https://one.example' }, 'https://one.example/'],
    [{ ALL_PROXY: 'one.example:8080' }, 'http://one.example:8080/'],
    [{ HTTP_PROXY: 'http://one.example:3128' }, undefined],
    [{ HTTPS_PROXY: 'http://one.example:3128', NO_PROXY: 'mautic.aurora.example' }, undefined],
    [{ HTTPS_PROXY: 'http://one.example:3128', no_proxy: 'localhost,.aurora.example' }, undefined],
    [{ HTTPS_PROXY: 'http://one.example:3128', NO_PROXY: 'other.example' }, 'http://one.example:3128/'],
    [{ HTTPS_PROXY: 'http://one.example:3128', NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: 'http://one.example:3128', NO_PROXY: '*.AURORA.example' }, undefined],
    [{ HTTPS_PROXY: 'http://one.example:3128', NO_PROXY: 'aurora.example' }, 'http://one.example:3128/'],
    [{ HTTPS_PROXY: 'http://one.example:3128', NO_PROXY: 'mautic.aurora.example:443' }, undefined],
    [{ HTTPS_PROXY: 'http://one.example:3128', NO_PROXY: 'mautic.aurora.example:8443' }, 'http://one.example:3128/'],
    [{}, undefined],
  ])('%j', (variables, expected) => {
    expect(proxyFor('https://mautic.aurora.example', variables)?.href).toBe(expected);
  });

  it('none on the way to this computer without TLS', () => {
    expect(proxyFor('http://127.0.0.1:8080', { HTTPS_PROXY: 'http://one.example:3128' })).toBeUndefined();
  });
});
