/** A small instance, so that uses get their final targets. */
import type { DraftUse } from '../../../src/mautic/draft.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { indexItems, usesResolver } from '../../../src/mautic/uses/index.js';

const named = (
  kind: 'segment' | 'stage' | 'campaign' | 'email' | 'page' | 'focus_item' | 'text_message' | 'asset' | 'point_group',
  ...keys: string[]
): Item[] => keys.map((key, position) => ({ kind, id: position + 1, key }));

export const ITEMS: readonly Item[] = [
  { kind: 'contact_field', id: 2, key: 'firstname', type: 'text' },
  { kind: 'contact_field', id: 6, key: 'email', type: 'email' },
  { kind: 'contact_field', id: 9, key: 'points', type: 'number' },
  { kind: 'contact_field', id: 17, key: 'city', type: 'text' },
  { kind: 'contact_field', id: 20, key: 'company', type: 'text' },
  {
    kind: 'contact_field',
    id: 44,
    key: 'newsletter_optin',
    type: 'boolean',
    options: [
      { value: 'no', label: 'No' },
      { value: 'yes', label: 'Yes' },
    ],
  },
  {
    kind: 'contact_field',
    id: 45,
    key: 'diet',
    type: 'multiselect',
    options: [
      { value: 'vegan', label: 'Vegan' },
      { value: 'halal', label: 'Halal' },
    ],
  },
  { kind: 'company_field', id: 30, key: 'companyname', type: 'text' },
  { kind: 'company_field', id: 31, key: 'companycity', type: 'text' },
  { kind: 'form', id: 1, key: 'Newsletter' },
  { kind: 'form', id: 2, key: 'School visit' },
  { kind: 'form_field', id: 11, key: 'Newsletter/email', form: 'form:Newsletter' },
  {
    kind: 'form_field',
    id: 12,
    key: 'Newsletter/needs_bus',
    form: 'form:Newsletter',
    options: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ],
  },
  { kind: 'form_field', id: 21, key: 'School visit/email', form: 'form:School visit' },
  { kind: 'tag', id: 3, key: 'donor' },
  { kind: 'tag', id: 4, key: '2024' },
  { kind: 'tag', id: 5, key: 'Q&A evening' },
  { kind: 'tag', id: 6, key: 'Q&A evening', stored: 'Q&#38;A evening' },
  ...named('segment', 'readers', 'members'),
  ...named('point_group', 'Engagement'),
  ...named('stage', 'Guest', 'Friend'),
  { kind: 'category', id: 1, key: 'asset/downloads', bundle: 'asset' },
  ...named('campaign', 'Welcome journey', 'Clean-up'),
  ...named('email', 'Welcome', 'Monthly letter'),
  ...named('page', 'welcome', 'event'),
  { kind: 'dynamic_content', id: 1, key: 'hero' },
  { kind: 'dynamic_content', id: 2, key: 'hero' },
  { kind: 'dynamic_content', id: 3, key: 'footer' },
  ...named('focus_item', 'Newsletter bar'),
  ...named('text_message', 'Door reminder'),
  { kind: 'message', id: 1, key: 'Spring show' },
  { kind: 'webhook', id: 1, key: 'To the CRM' },
  { kind: 'notification', id: 1, key: 'Opening hours' },
  ...named('asset', 'Guide', 'Programme'),
  { kind: 'report', id: 1, key: 'Birthdays' },
  { kind: 'point_action', id: 1, key: 'Visited pricing' },
  { kind: 'point_trigger', id: 1, key: 'Hot visitor' },
];

export const INDEX = indexItems(ITEMS);

export function item(kind: Item['kind'], id = 1): Item {
  const found = ITEMS.find(entry => entry.kind === kind && entry.id === id);
  if (found === undefined) throw new Error(`no ${kind} ${id}`);
  return found;
}

/** Uses of an item without `from` and `at`, which the test names once. */
export function resolved(from: Item, drafts: readonly DraftUse[], host = 'mautic.aurora.example'): Omit<Use, 'from' | 'at'>[] {
  return usesResolver(INDEX, host)(from, drafts).map(({ from: _from, at: _at, ...rest }) => rest);
}

/** Uses of an item in short: `how to`, with everything but `from`, `at`, `id` and `type` behind it. */
export function short(from: Item, drafts: readonly DraftUse[], host?: string): string[] {
  return resolved(from, drafts, host).map(({ how, to, id: _id, type: _type, ...rest }) => {
    const more = Object.entries(rest).map(([name, value]) => `${name}=${Array.isArray(value) ? value.join('|') : value}`);
    return [how, to, ...more].join(' ');
  });
}
