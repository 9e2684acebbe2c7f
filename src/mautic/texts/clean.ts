/** Texts as a snapshot keeps them: decoded once, without markup, masked, cut (docs/snapshot-format.md, section 3.4). */
import { comparableKey } from '../../items.js';
import { placeOf } from './address.js';
import { decodeAll, readMarkup } from './html.js';
import { ADDRESS, isPersonal, mask } from './mask.js';
import { compareBytes, textOf } from './values.js';

export interface Clean {
  readonly text: string;
  /** Whether something looked like a person's value and was replaced. */
  readonly masked: boolean;
  /** Addresses in it, as `host/path`, sorted. */
  readonly links: readonly string[];
}

/** Tags between which people see a gap. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote br center dd div dl dt figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table td th tr ul'.split(
    ' ',
  ),
);
const LINKING: ReadonlySet<string> = new Set(['a', 'area']);
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const LONE_SURROGATES = /[\ud800-\udfff]/gu;
const MAX_KEY = 191;

/**
 * Cleans a text of Mautic: entities decoded once, tags dropped (links read first), control characters dropped, Unicode NFC, blanks
 * collapsed, masked, cut with an ellipsis. Null, lists and objects are `""`.
 * @param limit in code points, without the ellipsis
 */
export function clean(text: unknown, limit: number): Clean {
  const { words, links } = withoutMarkup(decodeAll(textOf(text)));
  const plain = words
    .replace(BIDI, '')
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(LONE_SURROGATES, '\ufffd')
    .normalize('NFC')
    .trim();
  const { text: kept, masked } = mask(plain);
  return { text: cut(kept, limit), masked, links: uniqueSorted([...links, ...bareLinks(plain)]) };
}

/** The text of a key: decoded, NFC, masked, nothing trimmed or folded. Mautic's columns hold 191 characters; what is longer is cut. */
export function cleanKey(text: unknown): { readonly text: string; readonly masked: boolean } {
  const { text: kept, masked } = mask(comparableKey(textOf(text)).replace(LONE_SURROGATES, '\ufffd'));
  return { text: cut(kept, MAX_KEY), masked };
}

const OPEN_WORD = /^[A-Za-z0-9_.:-]{1,80}$/u;

/** A word of an open vocabulary (types, triggers, groups, bundles): as it is, or `other` when it is none or looks like a value. */
export function openWord(text: unknown): string {
  const word = textOf(text);
  if (word === '') return '';
  return OPEN_WORD.test(word) && !isPersonal(word) ? word : 'other';
}

/** Addresses in a plain text: with a scheme, or a host name in small letters with a path. */
export function bareLinks(text: string): string[] {
  return (text.match(ADDRESS()) ?? []).flatMap(match => {
    const address = match.replace(/[.,;:!?)'’]+$/u, '');
    if (/^(?!https?:)[a-z][a-z0-9+.-]*:\/\//iu.test(address)) return [];
    if (!address.includes('://') && !/^[a-z0-9.-]+\/./u.test(address)) return [];
    return placeOf(address, true) ?? [];
  });
}

/** Without repeats, in order of bytes. */
export function uniqueSorted(texts: readonly string[]): string[] {
  return texts.length < 2 ? [...texts] : [...new Set(texts)].sort(compareBytes);
}

function withoutMarkup(text: string): { readonly words: string; readonly links: readonly string[] } {
  if (!text.includes('<')) return { words: text, links: [] };
  let words = '';
  const links: string[] = [];
  readMarkup(
    text,
    {
      tag: (name, attributes) => {
        if (BLOCKS.has(name)) words += ' ';
        const place = LINKING.has(name) ? placeOf(attributes.get('href') ?? '') : undefined;
        if (place !== undefined) links.push(place);
      },
      close: name => {
        if (BLOCKS.has(name)) words += ' ';
      },
      text: (piece, inside) => {
        if (inside === '') words += piece;
      },
    },
    false,
  );
  return { words, links };
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const letters = [...text];
  return letters.length <= limit ? text : `${letters.slice(0, limit).join('')}…`;
}
