/**
 * The way through the proxy of a company's network. Only HTTPS goes through one: HTTP is for this computer. (The usual libraries for this look
 * for the variables themselves, print the proxy's password when `DEBUG` is set, and do not tell the proxy's faults from Mautic's.)
 */
import { request as askPlain, type IncomingMessage } from 'node:http';
import { request as askSecure, type RequestOptions, Agent as SecureAgent } from 'node:https';
import { isIPv6 } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Environment } from './login.js';

/** `address`: the variable names nothing that can be used; `away`: nothing answers there; `login`: it wants one; `refused`: it lets nobody through. */
export type ProxyReason = 'address' | 'away' | 'login' | 'refused';

/** The proxy is in the way. Of its address only host and port: a login may be in it. */
export class ProxyError extends Error {
  constructor(
    readonly reason: ProxyReason,
    readonly data: Readonly<Record<string, string | number>> = {},
  ) {
    super(`proxy: ${reason}`);
    this.name = 'ProxyError';
  }
}

/** In small letters or capitals; the small ones first, as curl and the usual libraries have it. */
function variable(env: Environment, name: string): string {
  return env[name] || env[name.toUpperCase()] || '';
}

/**
 * The proxy for an address: from `HTTPS_PROXY` or `ALL_PROXY`, unless `NO_PROXY` names the host.
 * @throws ProxyError when the variable names nothing that can be used
 */
export function proxyFor(url: string, env: Environment): URL | undefined {
  const { protocol, host, port } = new URL(url);
  const named = variable(env, 'https_proxy') || variable(env, 'all_proxy');
  if (protocol !== 'https:' || named === '' || isExempt(host.replace(/:\d+$/u, ''), Number(port) || 443, variable(env, 'no_proxy')))
    return undefined;
  // Where no scheme is named, curl, git and npm take HTTP.
  const address = named.includes('://') ? named : `http://${named}`;
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) throw new ProxyError('address');
  return new URL(address);
}

/** Hosts that need no proxy: `mautic.example`, `.example` or `*.example` for all below it, `host:8443` for one port, `*` for all. */
function isExempt(host: string, port: number, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[,\s]/u)
    .filter(entry => entry !== '')
    .some(entry => {
      const [, name = entry, only] = /^(.+):(\d+)$/u.exec(entry) ?? [];
      if (only !== undefined && Number(only) !== 0 && Number(only) !== port) return false;
      return /^[.*]/u.test(name) ? host.endsWith(name.replace(/^\*/u, '')) : host === name;
    });
}

type Connected = (error: Error | null, stream?: Duplex) => void;

/** Connections that a proxy passes on, encrypted from end to end. They fail with a ProxyError until it has let them through. */
export class TunnelAgent extends SecureAgent {
  /** @param patience milliseconds that the proxy may take to open the way */
  constructor(
    private readonly proxy: URL,
    private readonly patience: number,
  ) {
    super({ keepAlive: true });
  }

  override createConnection(options: RequestOptions, connected: Connected): undefined {
    const { host: proxy, hostname, port, protocol } = this.proxy;
    const fail = (reason: ProxyReason, status = 0): void => connected(new ProxyError(reason, { proxy, status }));
    const goal = `${isIPv6(options.host ?? '') ? `[${options.host}]` : options.host}:${options.port}`;
    const ask = protocol === 'https:' ? askSecure : askPlain;
    const asked = ask({
      method: 'CONNECT',
      ...{ hostname: hostname.replace(/^\[|\]$/gu, ''), port, path: goal, agent: false, timeout: this.patience },
      headers: { host: goal, ...loginOf(this.proxy) },
    });
    asked.once('connect', ({ statusCode = 0 }: IncomingMessage, socket: Duplex) => {
      const through = { ...options, socket };
      if (statusCode === 200) return connected(null, super.createConnection(through) ?? undefined);
      socket.destroy();
      fail(statusCode === 407 ? 'login' : 'refused', statusCode);
    });
    asked.once('timeout', () => asked.destroy());
    asked.on('error', () => fail('away'));
    asked.end();
  }
}

function loginOf({ username, password }: URL): Readonly<Record<string, string>> {
  if (username === '' && password === '') return {};
  const login = `${decoded(username)}:${decoded(password)}`;
  return { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` };
}

/** A percent sign that stands for itself is no reason to stop. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
