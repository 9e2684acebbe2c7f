/** Small items that use data, and their uses, for tests: content, segments, campaigns. */
import type { Item, ItemOf, Use } from '../../src/mautic/snapshot.js';

let id = 500;

export function email(key: string, more: Partial<ItemOf<'email'>> = {}): ItemOf<'email'> {
  return { kind: 'email', id: id++, key, published: true, type: 'list', has_html: true, has_text: false, ...more };
}

export function page(key: string, more: Partial<ItemOf<'page'>> = {}): ItemOf<'page'> {
  return { kind: 'page', id: id++, key, title: key, published: true, ...more };
}

export function segment(key: string, more: Partial<ItemOf<'segment'>> = {}): ItemOf<'segment'> {
  return { kind: 'segment', id: id++, key, title: key, published: true, ...more };
}

export function campaign(key: string, more: Partial<ItemOf<'campaign'>> = {}): ItemOf<'campaign'> {
  return { kind: 'campaign', id: id++, key, published: true, events: [], ...more };
}

/** An item of a kind that needs nothing but its key. */
export function content<K extends 'dynamic_content' | 'focus_item' | 'webhook'>(kind: K, key: string): Item {
  return { kind, id: id++, key, published: true };
}

/** The same, switched off. */
export function off<T extends Item>(item: T): T {
  return { ...item, published: false };
}

/** A token in the HTML. */
export function reads(from: string, to: string, more: Partial<Use> = {}): Use {
  return { from, how: 'reads', to, at: 'content', part: 'html', in: 'text', ...more };
}

let row = 1;

export function filters(segment: string, to: string, more: Partial<Use> = {}): Use {
  return { from: segment, how: 'filters', to, at: 'segment.filter', n: row++, group: 1, op: 'is', ...more };
}

export function decides(campaign: string, to: string): Use {
  return { from: campaign, how: 'decides', to, at: 'campaign.event', id: 4, type: 'lead.field_value', op: 'set' };
}

export function targets(from: string, to: string): Use {
  return { from, how: 'targets', to, at: from.startsWith('email:') ? 'email.audience' : 'campaign.source' };
}

export function sends(from: string, to: string, more: Partial<Use> = {}): Use {
  return { from, how: 'sends', to, at: 'campaign.event', id: 1, type: 'email.send', ...more };
}
