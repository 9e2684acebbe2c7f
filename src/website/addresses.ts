/** Addresses in the code of a website → what they send to Mautic. */
import { type PublicPage, publicPage, servicesIn } from '../mautic/uses/snippets.js';
import { type Parameter, parametersOf } from './parameters.js';
import { HOLE, type Send } from './site.js';

/** How an address is used. `request`: code asks for it; `link`: people follow it. */
export type AddressUse = 'script' | 'image' | 'frame' | 'form' | 'request' | 'link';

/** A send whose place the caller knows. */
export type UnplacedSend = Omit<Send, 'start' | 'end'>;

type Means = Pick<Send, 'what' | 'how'>;

/** What a page of Mautic means, and how an address has to be used for it to mean that. */
const PAGES: Readonly<Partial<Record<PublicPage['page'], Means & { readonly uses: readonly AddressUse[] }>>> = {
  tracking: { what: 'tracking', how: 'script', uses: ['script', 'request'] },
  pixel: { what: 'tracking', how: 'pixel', uses: ['image', 'request', 'frame', 'script'] },
  event: { what: 'tracking', how: 'pixel', uses: ['request', 'image'] },
  generate: { what: 'form', how: 'form-embed', uses: ['script', 'request', 'frame'] },
  embed: { what: 'form', how: 'form-embed', uses: ['frame', 'request', 'script'] },
  form: { what: 'form', how: 'form-embed', uses: ['frame'] },
  submit: { what: 'form', how: 'form-post', uses: ['form', 'request'] },
  focus: { what: 'focus_item', how: 'script', uses: ['script', 'request', 'image', 'frame'] },
  slot: { what: 'slot', how: 'slot', uses: ['request', 'frame', 'script'] },
};

/** Images and frames of the services whose scripts `servicesIn` knows; facts of their own installation pages. */
const SERVICE_PIXELS: readonly { readonly key: string; readonly find: RegExp }[] = [
  { key: 'meta-pixel', find: /^(?:https?:)?\/\/(?:www\.)?facebook\.com\/tr\b/iu },
  { key: 'google-tag-manager', find: /\/\/www\.googletagmanager\.com\/ns\.html/iu },
  { key: 'google-analytics', find: /\/\/(?:[\w-]+\.)*google-analytics\.com\/(?:g\/)?collect/iu },
  { key: 'matomo', find: /\/(?:matomo|piwik)\.php(?:\?|$)/iu },
  { key: 'linkedin-insight', find: /\/\/px\.ads\.linkedin\.com\//iu },
];

const LOADED: ReadonlySet<AddressUse> = new Set<AddressUse>(['script', 'image', 'frame', 'request']);

/** Plain http, but for one's own machine, which browsers take for safe. */
const INSECURE = /^\s*http:\/\/(?!(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/]|$))/iu;

/**
 * What an address sends, whatever host it is on: the script or pixel of Mautic with its parameters, a form, a focus item, a known tracker.
 * The gate is left to the caller.
 * @param address as it stands in the code, entities decoded; what is not known are runs of `HOLE`
 */
export function sendsOfAddress(address: string, use: AddressUse): UnplacedSend[] {
  const found = publicPage(withoutJoints(address));
  const means = found === undefined ? undefined : PAGES[found.page];
  if (found === undefined || means === undefined) return servicesOf(address, use);
  const { what, how, uses } = means;
  if (!uses.includes(use)) return [];
  const insecure = insecureOf(address);
  if (what === 'tracking') {
    const parameters = found.page === 'tracking' ? [] : parametersIn(found.query);
    const tracked: UnplacedSend = { what, how, key: '', certainty: 'literal', ...insecure };
    return [tracked, ...parameters.map((one): UnplacedSend => ({ ...one, how, inUrl: true, ...insecure }))];
  }
  const named = what === 'slot' ? nameOf(decoded(found.id)) : idOf(found);
  return named === undefined ? [] : [{ what, how, ...named, ...insecure }];
}

function insecureOf(address: string): Pick<Send, 'insecure'> {
  return INSECURE.test(address) ? { insecure: true } : {};
}

/** What is glued to an unknown part gets the sign that stood in it: the slash of a host, the question mark of a query. */
function withoutJoints(address: string): string {
  const trimmed = address.trim();
  if (!trimmed.includes(HOLE)) return `/${trimmed}`;
  return `/${trimmed}`
    .replace(/(\u2d63)(?=(?:mtc\.js|mtc\/event|mtracking\.gif|form\/|focus\/|dwc\/))/u, '$1/')
    .replace(/(\/(?:mtc\.js|mtracking\.gif|form\/generate\.js|form\/submit))(?=\u2d63)/u, '$1?');
}

/** A name in which a template fills in something, with `*` for that. */
export function nameOf(text: string): Pick<Send, 'key' | 'certainty'> {
  const key = text.trim().replaceAll(/\u2d63+/gu, '*');
  if (/^\**$/u.test(key)) return { key: '', certainty: 'open' };
  return { key, certainty: key.includes('*') ? 'pattern' : 'literal' };
}

/** Other makers of forms have addresses of the same shape, with names or with ids of nine digits and more: none of ours. */
function idOf({ page, id }: PublicPage): Pick<Send, 'key' | 'certainty'> | undefined {
  const inQuery = page === 'generate' || page === 'submit';
  if (/^[\d\u2d63]+$/u.test(id) && (inQuery || id.includes(HOLE) || id.length <= 6)) return nameOf(id);
  return inQuery ? { key: '', certainty: 'open' } : undefined;
}

function parametersIn(query: string): Parameter[] {
  return query
    .replace(/#.*$/su, '')
    .split(/[&;]/u)
    .filter(pair => pair !== '' && !pair.startsWith('='))
    .flatMap(pair => {
      const equals = pair.indexOf('=');
      const { key: name, certainty } = nameOf(decoded(equals < 0 ? pair : pair.slice(0, equals)));
      if (certainty === 'open') return [{ what: 'contact_field' as const, key: '', certainty }];
      // A list in brackets is still the parameter before them.
      return parametersOf(name.replace(/\[[^\]]*\]$/u, ''), equals < 0 ? '' : listOf(pair.slice(equals + 1)));
    });
}

function listOf(raw: string): string {
  return decoded(raw).replaceAll(/\u2d63+/gu, '*');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function servicesOf(address: string, use: AddressUse): UnplacedSend[] {
  if (!LOADED.has(use)) return [];
  const found = SERVICE_PIXELS.filter(({ find }) => find.test(address)).map(({ key }) => key);
  const how = use === 'image' ? 'pixel' : 'script';
  const insecure = insecureOf(address);
  return [...new Set([...servicesIn(address), ...found])].map(key => ({ what: 'service', key, how, certainty: 'literal', ...insecure }));
}
