/** Elements that load something, show something of Mautic, or track. */
import type { DraftUse } from '../draft.js';
import type { Attributes } from '../texts/html.js';
import { type Place, use } from './draft-uses.js';
import { addressReads, hostIn, type Memory } from './links.js';
import { mauticAddress } from './snippets.js';

type As = NonNullable<DraftUse['as']>;

interface Loading {
  readonly attribute: string;
  readonly as: As;
}

const image = (attribute: string): Loading => ({ attribute, as: 'image' });
/** Of any element. */
const BACKGROUND = image('background');

/** What a browser or mail program loads by itself. */
const LOADS: ReadonlyMap<string, readonly Loading[]> = new Map<string, readonly Loading[]>([
  ['script', [{ attribute: 'src', as: 'script' }]],
  ['img', [image('src'), image('srcset')]],
  ['source', [image('src'), image('srcset')]],
  ['input', [image('src')]],
  ['video', [image('src'), image('poster')]],
  ['audio', [image('src')]],
  ['iframe', [{ attribute: 'src', as: 'frame' }]],
  ['frame', [{ attribute: 'src', as: 'frame' }]],
  ['embed', [{ attribute: 'src', as: 'frame' }]],
  ['object', [{ attribute: 'data', as: 'frame' }]],
  ['link', [{ attribute: 'href', as: 'style' }]],
]);
/** Elements and attributes that this page reads without a token in them. */
export const MARKED: readonly string[] = [...LOADS.keys(), 'form'];
export const MARKS: readonly string[] = ['background', 'data-form-id', 'data-slot-name', 'data-param-slot-name'];
/** Relations of `<link>` that make a browser ask for the address; canonical or alternate addresses are only named. */
const LOADING_LINK = /(?:^|\s)(?:stylesheet|preload|modulepreload|prefetch|preconnect|dns-prefetch|icon|apple-touch-icon)(?:\s|$)/iu;

/** Things loaded: recipients, embeds of Mautic, its tracking; `background` and `style` of any element count as images. */
export function loadedUses(place: Place, name: string, attributes: Attributes, memory: Memory): DraftUse[] {
  const loads = name === 'link' && !LOADING_LINK.test(attributes.get('rel') ?? '') ? [] : (LOADS.get(name) ?? []);
  const found = [...loads, BACKGROUND].flatMap(({ attribute, as }) => {
    const value = attributes.get(attribute);
    if (value === undefined || value === '') return [];
    return addressesOf(attribute, value).flatMap(address => loadUses(place, address, as, memory));
  });
  const style = attributes.get('style');
  return style === undefined ? found : [...found, ...styleUses(place, style, memory)];
}

/** A `srcset` lists several addresses with their sizes. */
function addressesOf(attribute: string, value: string): string[] {
  if (attribute !== 'srcset') return [value];
  return value.split(/,\s/u).flatMap(entry => entry.trim().split(/\s/u)[0] ?? []);
}

/** An address that carries its data with it (an inline image). */
const CARRIED = /^\s*data:/iu;

function loadUses(place: Place, address: string, as: As, memory: Memory): DraftUse[] {
  if (CARRIED.test(address)) return addressReads(place, address, false, memory);
  const own = mauticAddress(address);
  if (own?.what === 'nothing') return [];
  if (own?.what === 'tracking') return trackingUses(place, address, own.query, memory);
  if (own !== undefined) return [use(place, 'shows', { kind: own.what === 'form' ? 'form' : 'focus_item', id: own.id })];
  const host = hostIn(address, false, memory);
  const reads = addressReads(place, address, false, memory);
  return host === '' || !memory.isNew(`loads\n${as}\n${host}`)
    ? reads
    : [...reads, use(place, 'shares', { pseudo: `recipient:${host}` }, { as })];
}

/** A page view: it sets tags and fields by its query (seen live, 5.1.0). Whether a parameter is a field is known when fields are. */
function trackingUses(place: Place, address: string, query: string, memory: Memory): DraftUse[] {
  const uses = [use(place, 'tracks', { pseudo: 'tracking:page_hit' }), ...addressReads(place, address, false, memory)];
  for (const pair of query.split(/[&;]/u)) {
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    if (name === 'tags') uses.push(...tagUses(place, decode(pair.slice(equals + 1))));
    else if (/^[\w-]{1,100}$/u.test(name)) uses.push(use(place, 'writes', { field: name }, { in: 'url' }));
  }
  return uses;
}

function tagUses(place: Place, list: string): DraftUse[] {
  return list.split(',').flatMap(entry => {
    const name = entry.trim();
    const removes = name.startsWith('-');
    const key = removes ? name.slice(1) : name;
    return key === '' ? [] : [use(place, removes ? 'removes' : 'adds', { kind: 'tag', key })];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

const STYLE_ADDRESS = /(@import\s+(?:url\(\s*)?|url\(\s*)["']?([^"')\s;]{1,2000})/iuy;

/** Addresses in style sheets. Only places with `(` or `@` are looked at: style sheets are long. */
export function styleUses(place: Place, style: string, memory: Memory): DraftUse[] {
  const uses: DraftUse[] = [];
  let bracket = style.indexOf('(');
  let at = style.indexOf('@');
  let end = 0;
  while (bracket >= 0 || at >= 0) {
    const first = at >= 0 && (bracket < 0 || at < bracket - 3) ? at : bracket - 3;
    STYLE_ADDRESS.lastIndex = Math.max(first, 0);
    const match = first >= end ? STYLE_ADDRESS.exec(style) : null;
    if (match !== null) {
      end = STYLE_ADDRESS.lastIndex;
      for (const entry of loadUses(place, match[2] ?? '', (match[1] ?? '').startsWith('@') ? 'style' : 'image', memory)) uses.push(entry);
    }
    if (first === at) at = style.indexOf('@', at + 1);
    else bracket = style.indexOf('(', bracket + 1);
  }
  return uses;
}

/** Forms, dynamic content and gated videos, by the marks that Mautic's builders leave. */
export function elementUses(place: Place, name: string, attributes: Attributes): DraftUse[] {
  const uses: DraftUse[] = [];
  const form = idIn(attributes.get('data-form-id')) ?? formOf(name, attributes);
  if (form !== undefined) uses.push(use(place, 'shows', { kind: 'form', id: form }));
  for (const attribute of ['data-slot-name', 'data-param-slot-name']) {
    const key = attributes.get(attribute);
    if (key) uses.push(use(place, 'shows', { kind: 'dynamic_content', key }));
  }
  if (name === 'video' && attributes.has('data-gate-time')) uses.push(use(place, 'tracks', { pseudo: 'tracking:video' }));
  return uses;
}

/** A form pasted as HTML names itself in its address and in a hidden input. */
function formOf(name: string, attributes: Attributes): number | undefined {
  if (name === 'input' && attributes.get('name') === 'mauticform[formId]') return idIn(attributes.get('value'));
  const address = name === 'form' ? mauticAddress(attributes.get('action') ?? '') : undefined;
  return address?.what === 'form' ? address.id : undefined;
}

function idIn(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,15}$/u.test(value) ? Number(value) : undefined;
}
