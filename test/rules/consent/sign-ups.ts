/** A sign-up form, and the campaign that has its people confirm, for the tests of `double-opt-in`. */
import rule from '../../../rules/consent/double-opt-in.js';
import type { CampaignEvent, Item, Use } from '../../../src/mautic/snapshot.js';
import { adds, item, sends, step, targets } from '../../lint/paths-support.js';
import { findingsOf } from '../examples.js';
import { question } from '../form-items.js';

export const declared = (consent = '', more = ''): string =>
  `purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:F]${consent}}}${more}}\nforms: {F: {purposes: [news], consent: submit}}\n`;
export const OK = item('contact_field:news_ok', { type: 'boolean' });
export const BASE: readonly Item[] = [
  OK,
  item('form:F', { id: 1 }),
  question('F/email', 'email'),
  item('email:Confirm'),
  item('email:E'),
  item('tag:ok'),
];

export function found(declarations: string, items: readonly Item[] = [], uses: readonly Use[] = []) {
  const named = new Set(items.map(({ kind, key }) => `${kind}:${key}`));
  return findingsOf(rule, {
    declarations,
    items: [...BASE.filter(({ kind, key }) => !named.has(`${kind}:${key}`)), ...items],
    uses,
    finds: [],
  });
}
export const told = (...given: Parameters<typeof found>): string[] =>
  found(...given).map(({ subject, related = [] }) => [subject, ...related.map(other => other.subject)].join(' '));

/** Takes people from the form, mails them, waits for the click, gives the tag. */
export const click = (more: readonly CampaignEvent[] = []): Item =>
  item('campaign:C', { events: [step(1), CLICK, step(3, 2, 'yes'), ...more] });
export const CLICK = step(2, 1, '', { kind: 'decision', type: 'email.click' });
export const CONDITION = step(2, 1, '', { kind: 'condition', type: 'lead.field_value' });
export const flow = [
  targets('campaign:C', 'form:F'),
  sends('campaign:C', 'email:Confirm', { id: 1 }),
  adds('campaign:C', 'tag:ok', { id: 3 }),
];
export const byCampaign = declared(', confirmed_by: campaign:C');
