/** Small Mautics in one line an item, for the tests of ways and consents. */
import type { RuleContext } from '../../src/lint/rule.js';
import type { CampaignEvent, Coverage, Item, Use } from '../../src/mautic/snapshot.js';
import { lintExample } from '../rules/examples.js';

export const NEWS =
  'news: {title: Monthly letter, use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: ["offline:desk"]}}';

let id = 1000;

/** `kind:key`, live unless said otherwise; a segment without filters, a campaign without steps. */
export function item(identity: string, more: object = {}): Item {
  const colon = identity.indexOf(':');
  const [kind, key] = [identity.slice(0, colon), identity.slice(colon + 1)];
  const own = kind === 'segment' ? { filter_rows: 0 } : kind === 'campaign' ? { events: [] } : {};
  const form = kind === 'form_field' ? { form: `form:${key.slice(0, key.lastIndexOf('/'))}` } : {};
  const row: unknown = { kind, id: id++, key, published: true, ...own, ...form, ...more };
  return isItem(row) ? row : { kind: 'tag', id: 0, key: '' };
}

function isItem(row: unknown): row is Item {
  return typeof row === 'object' && row !== null;
}

/** A tick box that fills a field. */
export function boxOf(form: string, field: string, more: object = {}): { readonly items: readonly Item[]; readonly uses: readonly Use[] } {
  const key = `${form}/${field}`;
  const options = [{ value: '1', label: 'Yes' }];
  return {
    items: [item(`form_field:${key}`, { type: 'checkboxgrp', title: 'The letter', options, default: 'empty', required: false, ...more })],
    uses: [use(`form_field:${key}`, 'collects', `contact_field:${field}`, 'form.field')],
  };
}

export function use(from: string, how: Use['how'], to: string, at: Use['at'], more: Partial<Use> = {}): Use {
  return { from, how, to, at, ...more };
}

export const adds = (from: string, to: string, more: Partial<Use> = {}): Use =>
  use(from, 'adds', to, from.startsWith('campaign:') ? 'campaign.event' : from.startsWith('form:') ? 'form.action' : 'trigger.event', {
    id: 1,
    ...more,
  });
export const targets = (from: string, to: string): Use =>
  use(from, 'targets', to, from.startsWith('campaign:') ? 'campaign.source' : 'email.audience');
export const sends = (from: string, to: string, more: Partial<Use> = {}): Use =>
  use(from, 'sends', to, from.startsWith('campaign:') ? 'campaign.event' : from.startsWith('form:') ? 'form.action' : 'trigger.event', {
    id: 1,
    ...more,
  });
/** A row of a segment's filter. */
export const filters = (segment: string, to: string, op: Use['op'] = 'any-of', more: Partial<Use> = {}): Use =>
  use(segment, 'filters', to, 'segment.filter', { n: 1, group: 1, ...(op === undefined ? {} : { op }), ...more });
/** What a step of a campaign looks at. */
export const decides = (campaign: string, step: number, to: string, more: Partial<Use> = {}): Use =>
  use(campaign, 'decides', to, 'campaign.event', { id: step, ...more });

/** A step of a campaign; an action at the root unless said otherwise. */
export function step(number: number, parent = 0, path: CampaignEvent['path'] = '', more: Partial<CampaignEvent> = {}): CampaignEvent {
  return { id: number, name: `Step ${number}`, type: 'email.send', kind: 'action', parent, path, delay: 'P0D', ...more };
}

export interface Mautic {
  readonly declarations?: string;
  readonly items: readonly Item[];
  readonly uses?: readonly Use[];
  readonly coverage?: readonly Coverage[];
}

/** Declarations and snapshot joined, as rules get them. */
export function contextOf({ declarations = `purposes: {${NEWS}}`, items, uses = [], coverage = [] }: Mautic): RuleContext {
  return lintExample({ declarations, items, uses, coverage }, 'recommended', true, []).context;
}
