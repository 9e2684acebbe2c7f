/** A newsletter that needs a yes, for the tests of `send-beyond-consent`. */
import rule from '../../../rules/consent/send-beyond-consent.js';
import type { Item, Use } from '../../../src/mautic/snapshot.js';
import { filters, item, NEWS } from '../../lint/paths-support.js';
import { findingsOf } from '../examples.js';

export const EMAIL = 'emails: {E: {purposes: [news]}}';
export const DECLARED = `purposes: {${NEWS}}\n${EMAIL}`;
export const OK = item('contact_field:news_ok', { type: 'boolean' });
export const E = item('email:E', { id: 1, type: 'list' });
export const yes = (segment: string, more: Partial<Use> = {}): Use =>
  filters(segment, 'contact_field:news_ok', 'is', { value: 'yes', ...more });

export function found(uses: readonly Use[], items: readonly Item[] = [], declarations = DECLARED) {
  const named = new Set(items.map(({ kind, key }) => `${kind}:${key}`));
  const rest = [OK, E, item('segment:S', { title: 'Guests', filter_rows: 1 })].filter(({ kind, key }) => !named.has(`${kind}:${key}`));
  return findingsOf(rule, { declarations, items: [...rest, ...items], uses, finds: [] });
}
