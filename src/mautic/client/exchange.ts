/**
 * A request and its answer by Node's own client: for long answers it costs half of what `fetch` does (measured). It follows no redirects, as
 * one could lead the credentials to another host, and keeps no cookies.
 */
import { request as askPlain, type ClientRequest, type IncomingMessage, Agent as PlainAgent } from 'node:http';
import { request as askSecure, Agent as SecureAgent } from 'node:https';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { laterBy } from '../../text/later.js';
import { TunnelAgent } from './proxy.js';

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** Sent as a form. */
  readonly body?: URLSearchParams;
  readonly signal: AbortSignal;
}

/** As much of a `Response` as is looked at. */
export interface Incoming {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AsyncIterable<Uint8Array> | null;
}

/** Rejects, or its body does, with an error of Node's network or TLS, or a ProxyError. */
export type Exchange = (url: string, outgoing: Outgoing) => Promise<Incoming>;

/** A server that is there answers sooner. */
const CONNECT_MS = 10_000;

/** The proxy on the way to an origin, if there is one. It may throw a ProxyError. */
export type ProxyOf = (origin: string) => URL | undefined;

/** Connections are kept for the next request. */
export function exchange(proxyOf: ProxyOf = () => undefined): Exchange {
  const plain = new PlainAgent({ keepAlive: true });
  const secure = laterBy((origin: string) => {
    const proxy = proxyOf(origin);
    return proxy === undefined ? new SecureAgent({ keepAlive: true }) : new TunnelAgent(proxy, CONNECT_MS);
  });
  return (url, { method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const form = body?.toString();
      const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' };
      const options = { method, signal, headers: { ...headers, ...type, 'accept-encoding': 'gzip' } };
      const { protocol, origin } = new URL(url);
      const sent =
        protocol === 'https:' ? askSecure(url, { ...options, agent: secure(origin) }) : askPlain(url, { ...options, agent: plain });
      giveUp(sent);
      // a request that is cut off may fail more than once
      sent.on('error', reject);
      sent.once('response', answer => resolve({ status: answer.statusCode ?? 0, headers: headersOf(answer), body: unpacked(answer) }));
      sent.end(form);
    });
}

/** Waits for a connection only so long. */
function giveUp(sent: ClientRequest): void {
  sent.once('socket', socket => {
    if (!socket.connecting) return;
    const timer = setTimeout(() => sent.destroy(Object.assign(new Error('no connection'), { code: 'ETIMEDOUT' })), CONNECT_MS);
    for (const event of ['connect', 'close']) socket.once(event, () => clearTimeout(timer));
  });
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  return headers;
}

function unpacked(answer: IncomingMessage): AsyncIterable<Uint8Array> {
  if (answer.headers['content-encoding']?.toLowerCase() !== 'gzip') return answer;
  // unpacked by whoever reads it: nobody would hear of the errors of a stream that is not read
  return { [Symbol.asyncIterator]: () => pipeline(answer, createGunzip(), () => undefined)[Symbol.asyncIterator]() };
}
