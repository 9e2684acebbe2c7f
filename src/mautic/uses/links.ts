/** Addresses with tokens in them: what they hand over, in which parameter, to whom. */
import type { DraftUse } from '../draft.js';
import { placeOf, readAddress } from '../texts/address.js';
import { type Place, paramName, use } from './draft-uses.js';
import { readBy, tokensIn } from './tokens.js';

/**
 * The data that an address carries away (`in` url). Where it leads is `url`: relative addresses have none.
 * @param bare whether a host name without a scheme counts as one (settings and texts, not attributes)
 */
export function addressReads(place: Place, address: string, bare = false): DraftUse[] {
  const host = readAddress(address, bare)?.host ?? '';
  const url = host === '' || host === '[unreadable]' ? undefined : placeOf(address, bare);
  return tokensIn(address).flatMap(token => {
    const target = readBy(token);
    return target === undefined ? [] : [use(place, 'reads', target, { in: 'url', url, param: paramAt(address, token.index) })];
  });
}

/** As `addressReads`, and who gets them. An ordinary link without a token hands over nothing. */
export function linkUses(place: Place, address: string, bare = false): DraftUse[] {
  const reads = addressReads(place, address, bare);
  const host = reads.length === 0 ? undefined : readAddress(address, bare)?.host;
  return host === undefined || host === '' ? reads : [...reads, use(place, 'shares', { pseudo: `recipient:${host}` })];
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

/** Tokens of a text without markup: within addresses and outside of them. */
export function textReads(place: Place, text: string): DraftUse[] {
  if (tokensIn(text).length === 0) return [];
  const links = (text.match(IN_TEXT) ?? []).flatMap(address => linkUses(place, address, true));
  const plain = tokensIn(text.replace(IN_TEXT, ' ')).flatMap(token => readBy(token) ?? []);
  return [...links, ...plain.map(target => use(place, 'reads', target, { in: 'text' }))];
}
