/** Addresses with tokens in them: what they hand over, in which parameter, to whom. */
import type { DraftUse } from '../draft.js';
import { type Address, readAddress } from '../texts/address.js';
import { type Place, paramName, use } from './draft-uses.js';
import { readBy, type Token, tokensIn } from './tokens.js';

/** What was read of a body so far, so that everything is told once, and addresses that differ in their query only are read once. */
export interface Memory {
  readonly read: typeof readAddress;
  /** Whether this is said for the first time. */
  readonly isNew: (said: string) => boolean;
}

/** Each address for itself. */
const NO_MEMORY: Memory = { read: readAddress, isNew: () => true };

/** Where an address leads does not depend on what follows; a token before that may hold anything. */
const LEADS = /^[^?#{%\s]*(?=[?#])/u;

/** The memory of one body. */
export function newMemory(): Memory {
  const places = new Map<string, Address | undefined>();
  const known = new Set<string>();
  return {
    read: (address, bare = false) => {
      const leads = LEADS.exec(address)?.[0] ?? address;
      const key = `${bare ? 'bare' : 'href'} ${leads}`;
      if (!places.has(key)) places.set(key, readAddress(leads, bare));
      return places.get(key);
    },
    isNew: said => {
      const { size } = known;
      return known.add(said).size > size;
    },
  };
}

/** Nothing that reading would change: small letters, no port, no punycode, no number at the end. */
const PLAIN_HOST = /^https?:\/\/(?=[a-z0-9.-]{1,200}(?:[/?#]|$))((?:[a-z0-9]+(?:-[a-z0-9]+)*\.)+[a-z]{2,24})(?=[/?#]|$)/u;

/** The host of an address; `""`: it has none. Most are plain to see. */
export function hostIn(address: string, bare: boolean, { read }: Memory): string {
  return PLAIN_HOST.exec(address)?.[1] ?? read(address, bare)?.host ?? '';
}

/**
 * The data that an address carries away (`in` url). Where it leads is `url`: relative addresses have none.
 * @param bare whether a host name without a scheme counts as one (settings and texts, not attributes)
 */
export function addressReads(place: Place, address: string, bare = false, memory = NO_MEMORY): DraftUse[] {
  return readsOf(place, address, tokensIn(address), bare, memory);
}

function readsOf(place: Place, address: string, tokens: readonly Token[], bare: boolean, { read, isNew }: Memory): DraftUse[] {
  const reading = tokens.filter(token => readBy(token) !== undefined);
  if (reading.length === 0) return [];
  const { host = '', path = '' } = read(address, bare) ?? {};
  const url = host === '' || host === '[unreadable]' ? undefined : host + path;
  return reading.flatMap(token => {
    const param = paramAt(address, token.index);
    const target = isNew(`reads\n${url ?? ''}\n${param ?? ''}\n${token.name}\n${token.value}`) ? readBy(token) : undefined;
    return target === undefined ? [] : [use(place, 'reads', target, { in: 'url', url, param })];
  });
}

/** As `addressReads`, and who gets them. An ordinary link without a token hands over nothing. */
export function linkUses(place: Place, address: string, bare: boolean, memory = NO_MEMORY): DraftUse[] {
  const tokens = tokensIn(address);
  const reads = readsOf(place, address, tokens, bare, memory);
  const host = tokens.some(token => readBy(token) !== undefined) ? hostIn(address, bare, memory) : '';
  return host === '' || !memory.isNew(`shares\n${host}`) ? reads : [...reads, use(place, 'shares', { pseudo: `recipient:${host}` })];
}

/** The query parameter in which a position lies; undefined: it lies in the path or in the host. */
function paramAt(address: string, index: number): string | undefined {
  const before = address.slice(0, index);
  const query = before.search(/[?]/u);
  if (query < 0) return undefined;
  const start = Math.max(query, before.lastIndexOf('&'), before.lastIndexOf(';'));
  const name = /^([^=]*)=/u.exec(before.slice(start + 1))?.[1];
  // a token as the name of a parameter has no name that could be kept
  return paramName(name === undefined ? '' : decodeName(name));
}

function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replace(/^amp;/u, ''));
  } catch {
    return name;
  }
}

const IN_TEXT = /(?:[a-z][a-z0-9+.-]{0,20}:\/\/|www\.)(?:\{[^{}\n]*\}|[^\s<>"{}])*/giu;
const ADDRESS_SIGN = /:\/\/|www\./iu;

/** Where the tokens of a text without markup are. */
export interface Spread {
  /** Addresses, with tokens or without. */
  readonly addresses: readonly string[];
  /** Tokens outside of addresses. */
  readonly plain: readonly Token[];
}

/** Neither tokens nor addresses go on in the next line: lines without a token are left alone. */
export function spreadOf(text: string): Spread {
  const addresses: string[] = [];
  const plain: Token[] = [];
  for (const line of text.split('\n')) {
    const tokens = tokensIn(line);
    const mixed = tokens.length > 0 && ADDRESS_SIGN.test(line);
    if (mixed) for (const address of line.match(IN_TEXT) ?? []) addresses.push(address);
    for (const token of mixed ? tokensIn(line.replace(IN_TEXT, ' ')) : tokens) plain.push(token);
  }
  return { addresses, plain };
}

/** What tokens of a text without markup read. */
export function textReads(place: Place, text: string): DraftUse[] {
  const { addresses, plain } = spreadOf(text);
  const targets = plain.flatMap(token => readBy(token) ?? []);
  return [
    ...addresses.flatMap(address => linkUses(place, address, true)),
    ...targets.map(target => use(place, 'reads', target, { in: 'text' })),
  ];
}
