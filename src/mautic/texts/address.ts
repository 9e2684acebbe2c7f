/** Web addresses: where they lead, as a host and a path and nothing else. Users, queries and fragments are dropped. */
import { later } from '../../text/later.js';
import { mask } from './mask.js';

export interface Address {
  /** Lower case, without port, IDN as punycode; `[token]` when a token makes the host, `[unreadable]`; `""`: a relative address. */
  readonly host: string;
  /** Masked, tokens as `[token]`; a lone `/` is `""`. */
  readonly path: string;
}

/** A token of Mautic, plain or URL-encoded. */
const TOKEN = /(?:\{|%7[Bb])(?:(?!\}|%7[Dd])[^\n]){1,300}(?:\}|%7[Dd])/gu;
// Without the flag that folds case: the engine takes ten times as long for it.
const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/u;
const WEB = /^(?:[Hh][Tt]{2}[Pp][Ss]?:)?[\\/]{2}([^/?#\\]*)([^?#]*)/u;
const BARE_HOST = later(() => /^(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+\p{L}{2,24}(?::\d{1,5})?(?=[/?#]|$)/iu);
const MAX_PATH = 200;

/**
 * Reads an address. What is no web address (`mailto:`, `tel:`, `javascript:`, a fragment, nothing but a token) is undefined.
 * @param bare whether a host name without a scheme counts as one (in texts and settings, not in `href`)
 */
export function readAddress(address: string, bare = false): Address | undefined {
  const whole = cleaned(address);
  const text = bare && BARE_HOST().test(whole) ? `//${whole}` : whole;
  const web = WEB.exec(text);
  if (web !== null) return { host: hostOf(web[1] ?? ''), path: pathOf(web[2] ?? '') };
  if (SCHEME.test(text) || text.startsWith('[token]')) return undefined;
  const path = pathOf(/^[^?#]*/u.exec(text)?.[0] ?? '');
  if (path === '' || path === '.') return undefined;
  return { host: '', path: path.startsWith('/') ? path : `/${path.replace(/^(?:\.{1,2}\/)+/u, '')}` };
}

/** The host of a web address, as `readAddress` gives it; undefined where there is none. */
export function hostIn(address: string): string | undefined {
  const web = WEB.exec(cleaned(address));
  return web === null ? undefined : hostOf(web[1] ?? '');
}

/** Browsers ignore blanks around and line breaks within an address. */
function cleaned(address: string): string {
  return address
    .replace(/[\t\r\n]/gu, '')
    .trim()
    .replace(TOKEN, '[token]');
}

/** `host/path` of an address, `/path` of a relative one; undefined when it is no web address or leads nowhere. */
export function placeOf(address: string, bare = false): string | undefined {
  const read = readAddress(address, bare);
  const place = read === undefined ? '' : read.host + read.path;
  return place === '' ? undefined : place;
}

function hostOf(authority: string): string {
  const name = authority.slice(authority.lastIndexOf('@') + 1);
  if (authority.includes('[token]')) return '[token]';
  return hostName(name) ?? '[unreadable]';
}

const LONGEST_HOST = 253;
/** What reads the same as a web address says it. */
const PLAIN_HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u;

/** A host name as DNS knows it; undefined when it is none. */
export function hostName(name: string): string | undefined {
  if (PLAIN_HOST.test(name) && name.length <= LONGEST_HOST && !name.includes('xn--')) return name;
  if (!URL.canParse(`http://${name}`)) return undefined;
  const host = new URL(`http://${name}`).hostname;
  return /^[a-z0-9._-]{1,253}$/u.test(host) && host !== '' ? host : undefined;
}

/** Most are written so; for others the engine loads its tables of letters. */
const ORDINARY_PATH = /^[\w./-]*$/u;
/** Blanks, quotes and brackets: markup that went wrong, no path. */
const MARKUP = later(() => /[\p{Cc}\s"'<>`]/u);

function pathOf(path: string): string {
  const written = path.replaceAll('\\', '/').trim();
  const isOrdinary = ORDINARY_PATH.test(written);
  const text = isOrdinary ? written : written.normalize('NFC');
  if (!isOrdinary && MARKUP().test(text)) return '';
  const masked = mask(text).text;
  const letters = [...masked];
  const cut = letters.length > MAX_PATH ? `${letters.slice(0, MAX_PATH).join('')}…` : masked;
  return cut === '/' ? '' : cut;
}
