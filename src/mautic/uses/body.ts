/** What a body does: tokens, embeds, trackers, things loaded from elsewhere. The body itself is not kept. */
import type { DraftUse } from '../draft.js';
import { placeOf } from '../texts/address.js';
import { bareLinks, uniqueSorted } from '../texts/clean.js';
import type { Attributes } from '../texts/html.js';
import { sieve, skimMarkup, type Wanted } from '../texts/skim.js';
import { type Place, use } from './draft-uses.js';
import { elementUses, loadedUses, MARKED, MARKS, styleUses } from './elements.js';
import { linkUses, newMemory, spreadOf, textReads } from './links.js';
import { loadsTracking, servicesIn } from './snippets.js';
import { CONTROLS, EXITS, otherToken, readBy, type Token, tokensIn } from './tokens.js';

export interface Body {
  readonly uses: readonly DraftUse[];
  /** Addresses of links and in texts, as `host/path`. */
  readonly links: readonly string[];
  /** Names of the ways out of a mailing. */
  readonly exits: readonly string[];
  /** Controls of a preference centre. */
  readonly controls: readonly string[];
  /** Tokens of plugins. */
  readonly other: readonly string[];
}

const NOTHING: Body = { uses: [], links: [], exits: [], controls: [], other: [] };
/** Attributes that hold addresses: their tokens are read with the address, or found at the end. */
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'action', 'background', 'poster', 'data', 'srcset', 'formaction', 'style']);

const ATTRIBUTES = [...MARKS, 'data-slot'];
/** What is read when addresses are wanted, and when they are not: ordinary links matter only in the former case. */
export const WITH_LINKS: Wanted = { tags: [...MARKED, 'a', 'area'], attributes: ATTRIBUTES, slashes: true };
export const WITHOUT_LINKS: Wanted = { tags: MARKED, attributes: ATTRIBUTES, slashes: false };
/** Without one of these there is neither a tag nor a token. */
const SIGN = /[<{]|%7|&/u;
const LINKS = sieve(WITH_LINKS);
const NO_LINKS = sieve(WITHOUT_LINKS);

/**
 * A body in HTML.
 * @param links whether addresses of links are wanted
 */
export function htmlBody(place: Place, html: string, links = true): Body {
  if (links ? html.trim() === '' : !SIGN.test(html)) return NOTHING;
  const reader = new BodyReader(place, links);
  reader.read(html, true);
  return reader.finish(html);
}

/** A body without markup: subjects, text parts, text messages. */
export function textBody(place: Place, text: string, links = true): Body {
  if (!links && !SIGN.test(text)) return NOTHING;
  const tokens = tokensIn(text);
  const uses = [...textReads(place, text), ...tokens.flatMap(token => tokenUses(place, token))];
  return bodyOf(uses, links ? bareLinks(text) : [], tokens, [], tokens);
}

/** A single address (a link of a focus item, a redirect), read as the `href` of a link. */
export function linkBody(place: Place, address: string): Body {
  const tokens = tokensIn(address);
  const uses = [...linkUses(place, address, true), ...tokens.flatMap(token => tokenUses(place, token))];
  return bodyOf(uses, [placeOf(address, true) ?? []].flat(), tokens, [], tokens);
}

/** Uses stay in the order of the parts; links, exits and controls are each told once, sorted. */
export function joinBodies(bodies: readonly Body[]): Body {
  return {
    uses: bodies.flatMap(body => body.uses),
    links: uniqueSorted(bodies.flatMap(body => body.links)),
    exits: uniqueSorted(bodies.flatMap(body => body.exits)),
    controls: uniqueSorted(bodies.flatMap(body => body.controls)),
    other: uniqueSorted(bodies.flatMap(body => body.other)),
  };
}

function bodyOf(
  uses: readonly DraftUse[],
  links: readonly string[],
  tokens: readonly Token[],
  slots: readonly string[],
  seen: readonly Token[],
): Body {
  const names = tokens.map(token => token.name);
  return {
    uses,
    links: uniqueSorted(links),
    exits: uniqueSorted(names.filter(name => EXITS.has(name))),
    controls: uniqueSorted([...names, ...slots].filter(name => CONTROLS.has(name))),
    other: uniqueSorted(seen.flatMap(token => otherToken(token) ?? [])),
  };
}

/** Tokens that stand for something else than a person's data. */
function tokenUses(place: Place, { name, value }: Token): DraftUse[] {
  const id = /^\d{1,15}$/u.test(value) ? Number(value) : undefined;
  if (name === 'tracking_pixel') return [use(place, 'tracks', { pseudo: 'tracking:email_open' })];
  if (name === 'dwc' && value !== '') return [use(place, 'shows', { kind: 'dynamic_content', key: value })];
  if (id === undefined) return [];
  if (name === 'form') return [use(place, 'shows', { kind: 'form', id })];
  if (name === 'focus') return [use(place, 'shows', { kind: 'focus_item', id })];
  if (name === 'pagelink') return [use(place, 'links', { kind: 'page', id })];
  return name === 'assetlink' ? [use(place, 'links', { kind: 'asset', id })] : [];
}

const sign = (token: Token): string => `${token.name}=${token.value}`;

/** Collects while the markup goes by, everything once. */
class BodyReader {
  readonly #place: Place;
  readonly #wanted: boolean;
  readonly #memory = newMemory();
  readonly #uses: DraftUse[] = [];
  readonly #links: string[] = [];
  readonly #slots: string[] = [];
  /** Tokens that people or addresses get, not those of code; by name. */
  readonly #tokens = new Map<string, Token>();
  /** Targets of which somebody reads something. */
  readonly #read = new Set<string>();

  constructor(place: Place, links: boolean) {
    this.#place = place;
    this.#wanted = links;
  }

  read(html: string, conditional: boolean): void {
    skimMarkup(html, this.#wanted ? LINKS : NO_LINKS, {
      tag: (name, attributes) => this.#tag(name, attributes),
      text: (text, inside) => (inside === '' ? this.#words(text) : this.#code(text, inside)),
      comment: text => {
        // Outlook reads what stands in conditional comments
        if (conditional && text.startsWith('[if')) this.read(text.slice(text.indexOf('>') + 1), false);
      },
    });
  }

  /** Tokens are replaced wherever they stand in the source: those that no tag or text gave (in code, in broken tags) count as text. */
  finish(html: string): Body {
    const distinct = [...new Map(tokensIn(html).map(token => [sign(token), token])).values()];
    const hidden = distinct.flatMap(token => readBy(token) ?? []).filter(target => !this.#read.has(JSON.stringify(target)));
    const uses = [
      ...this.#uses,
      ...hidden.map(target => use(this.#place, 'reads', target, { in: 'text' })),
      ...distinct.flatMap(token => tokenUses(this.#place, token)),
    ];
    return bodyOf(uses, this.#links, distinct, this.#slots, [...this.#tokens.values()]);
  }

  #tag(name: string, attributes: Attributes): void {
    for (const [attribute, value] of attributes) {
      if (value === '') continue;
      if (this.#hasTokens(value) && !ADDRESSES.has(attribute)) this.#text(value);
    }
    const href = name === 'a' || name === 'area' ? attributes.get('href') : undefined;
    if (href !== undefined) this.#link(href);
    const slot = attributes.get('data-slot');
    if (slot !== undefined) this.#slots.push(slot);
    this.#add(elementUses(this.#place, name, attributes));
    this.#add(loadedUses(this.#place, name, attributes, this.#memory));
  }

  #link(href: string): void {
    const place = this.#wanted ? placeOf(href) : undefined;
    if (place !== undefined) this.#links.push(place);
    this.#add(linkUses(this.#place, href, false, this.#memory));
  }

  #words(text: string): void {
    if (this.#hasTokens(text)) this.#text(text);
    if (this.#wanted && text.includes('/')) for (const link of bareLinks(text)) this.#links.push(link);
  }

  #text(text: string): void {
    const { addresses, plain } = spreadOf(text);
    for (const address of addresses) this.#add(linkUses(this.#place, address, true, this.#memory));
    for (const token of plain) {
      const target = this.#memory.isNew(`text\n${token.name}\n${token.value}`) ? readBy(token) : undefined;
      if (target !== undefined) this.#add([use(this.#place, 'reads', target, { in: 'text' })]);
    }
  }

  #code(text: string, inside: string): void {
    if (inside === 'style') {
      this.#add(styleUses(this.#place, text, this.#memory));
      return;
    }
    if (loadsTracking(text)) this.#add([use(this.#place, 'tracks', { pseudo: 'tracking:page_hit' })]);
    this.#add(servicesIn(text).map(service => use(this.#place, 'shares', { pseudo: `recipient:service/${service}` }, { as: 'inline' })));
  }

  #hasTokens(text: string): boolean {
    const tokens = tokensIn(text);
    for (const token of tokens) this.#tokens.set(token.name, token);
    return tokens.length > 0;
  }

  #add(uses: readonly DraftUse[]): void {
    for (const entry of uses) {
      this.#uses.push(entry);
      if (entry.how === 'reads') this.#read.add(JSON.stringify(entry.to));
    }
  }
}
