/** The address of a Mautic: what people write or paste → where requests go. */
import type { ProxyOf } from './exchange.js';

export interface Base {
  /** Scheme, host and port. */
  readonly origin: string;
  /** `''`, `/crm`, `/crm/mautic`. */
  readonly folder: string;
  /** `index.php` was given: the web server rewrites no addresses. */
  readonly index: boolean;
  /** Lower case, with the port when it is not the usual one. */
  readonly host: string;
  /** The same computer: the one place where HTTP without TLS is allowed. */
  readonly loopback: boolean;
  /** The proxy on the way there; left out: none. A function, since a proxy's login is not to be printed with the address. */
  readonly proxyOf?: ProxyOf;
}

export type AddressReason = 'no-url' | 'plain-http' | 'with-login' | 'with-query';

/** An address that cannot be used. The message has no part of it: a login may be in there. */
export class BadAddress extends Error {
  constructor(readonly reason: AddressReason) {
    super(`unusable address of Mautic: ${reason}`);
    this.name = 'BadAddress';
  }
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;

/** First steps of paths inside of Mautic: screens, API, tokens, installer. */
const INSIDE: ReadonlySet<string> = new Set(['s', 'api', 'oauth', 'installer', 'index.php']);

/**
 * Reads `https://h`, `https://h/crm/`, `https://h/crm/index.php`, or a pasted address of a screen (`https://h/crm/s/dashboard`).
 * @throws BadAddress
 */
export function parseBase(text: string): Base {
  const url = parsed(text);
  const loopback = LOOPBACK.test(url.hostname);
  if (url.username !== '' || url.password !== '') throw new BadAddress('with-login');
  if (url.protocol === 'http:' && !loopback) throw new BadAddress('plain-http');
  if (url.search !== '') throw new BadAddress('with-query');
  const steps = url.pathname.split('/').filter(step => step !== '');
  const inside = steps.findIndex(step => INSIDE.has(step));
  const folders = inside < 0 ? steps : steps.slice(0, inside);
  return {
    origin: url.origin,
    folder: folders.map(step => `/${step}`).join(''),
    index: steps[inside] === 'index.php',
    host: url.host,
    loopback,
  };
}

function parsed(text: string): URL {
  const trimmed = text.trim();
  if (!/^https?:\/\//iu.test(trimmed) || !URL.canParse(trimmed)) throw new BadAddress('no-url');
  return new URL(trimmed);
}

/**
 * The address of a request. `path` starts with a slash (`/api/tags?start=0`, `/oauth/v2/token`). A double slash is unknown to Mautic, and a
 * slash at the end is redirected to the address in its settings, so neither is ever asked for.
 * @throws RangeError for a path that does not start with a slash: it could lead to another host
 */
export function urlOf(base: Base, path: string): string {
  const [route = '', query] = path.split(/\?(.*)/su, 2);
  if (!route.startsWith('/')) throw new RangeError('a path starts with a slash');
  const clean = route
    .split('/')
    .filter(step => step !== '')
    .map(step => `/${step}`)
    .join('');
  return `${base.origin}${base.folder}${base.index ? '/index.php' : ''}${clean}${query === undefined ? '' : `?${query}`}`;
}
