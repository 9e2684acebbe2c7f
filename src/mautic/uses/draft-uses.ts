/** Small makers of uses: targets, recipients, points, memberships. The tables of actions, events and contents are written with them. */
import type { Kind } from '../../items.js';
import type { DraftUse, Target } from '../draft.js';
import { readAddress } from '../texts/address.js';
import { isPersonal } from '../texts/mask.js';
import { refIds, textOf, textsOf } from '../texts/values.js';
import { mailDomains } from './mail-domains.js';

/** Where uses come from: the place code with its parameters. */
export type Place = Pick<DraftUse, 'at' | 'id' | 'type' | 'n' | 'group' | 'part' | 'staff'>;

export const CONTACT: Target = { pseudo: 'record:contact' };
export const POINTS: Target = { field: 'points', object: 'contact' };

/** What else a use may say. */
type More = Partial<Omit<DraftUse, 'how' | 'to'>>;

/** A use under way: its target may still be an id, of which a reference is made at the end. */
export function use(place: Place, how: DraftUse['how'], to: Target, more?: More): DraftUse {
  // in Node 20 a key behind a spread costs as much as this whole line, and there are uses by the hundred thousand (measured)
  return Object.assign({ how, to }, place, more);
}

/** One use for every id in a value of Mautic (a single id, a list, rows). */
export function each(place: Place, how: DraftUse['how'], kind: Kind, ids: unknown, more: More = {}): DraftUse[] {
  return refIds(ids).map(id => use(place, how, { kind, id }, more));
}

/** As `each`; an empty list means any item of the kind. */
export function eachOrAny(place: Place, how: DraftUse['how'], kind: Kind, ids: unknown): DraftUse[] {
  const uses = each(place, how, kind, ids);
  return uses.length > 0 ? uses : [use(place, how, { kind, any: true })];
}

/** Tags are given by name in actions and events. */
export function tags(place: Place, how: DraftUse['how'], names: unknown): DraftUse[] {
  return textsOf(names).map(key => use(place, how, { kind: 'tag', key }));
}

/** The change of points by an amount: up, down, or set (no change, a multiplication). */
export function deltaOf(amount: unknown): 'up' | 'down' | 'set' {
  const points = Number(textOf(amount));
  return points > 0 ? 'up' : points < 0 ? 'down' : 'set';
}

/** Points of the contact, and of the group when one is named. */
export function points(place: Place, how: 'writes' | 'decides', group: unknown, more: More): DraftUse[] {
  return [use(place, how, POINTS, more), ...each(place, how, 'point_group', group, more)];
}

/** The host that an address leads to; relative addresses have none. */
export function recipient(place: Place, address: unknown): DraftUse[] {
  const text = textOf(address);
  if (text.trim() === '') return [];
  const host = readAddress(text, true)?.host ?? '[unreadable]';
  return host === '' ? [] : [use(place, 'shares', { pseudo: `recipient:${host}` })];
}

/** The mail domains in the values of an action, each once. */
export function mailboxes(place: Place, ...addresses: readonly unknown[]): DraftUse[] {
  const domains = new Set(addresses.flatMap(textsOf).flatMap(mailDomains));
  return [...domains].map(domain => use(place, 'shares', { pseudo: `recipient:@${domain}` }));
}

/** A contact is pushed to another system. */
export function integration(place: Place, name: unknown): DraftUse[] {
  return [use(place, 'shares', { pseudo: `recipient:integration/${integrationName(name)}` }), use(place, 'reads', CONTACT)];
}

function integrationName(name: unknown): string {
  const text = textOf(name);
  return /^[\w.-]{1,60}$/u.test(text) && !isPersonal(text) ? text : 'other';
}

/** The name of a query or data parameter. */
export function paramName(name: string): string {
  return /^[\w.\-[\]]{1,60}$/u.test(name) && !isPersonal(name) ? name : '[other]';
}
