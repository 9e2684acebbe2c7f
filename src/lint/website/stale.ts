/** What the website embeds and Mautic does not show: forms, focus items and contents that are gone or switched off. */
import { isKind, parseIdentity } from '../../items.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { sentIn } from './sent.js';
import { placedSends, type SendFault } from './told.js';

const EMBEDDED: ReadonlySet<string> = new Set(['form', 'focus_item', 'dynamic_content']);

/**
 * Every embed whose item is not there, or not live (a warning: it may come back). Only of kinds that were seen completely. What stands at
 * another host may be of another Mautic: a warning that names the host.
 */
export function staleEmbeds(context: RuleContext): SendFault[] {
  const { snapshot, policy, kinds } = context;
  return placedSends(context.site).flatMap(({ send, place, host = '' }): SendFault[] => {
    const { reference = '' } = sentIn(send, snapshot) ?? {};
    const kind = parseIdentity(reference)?.kind;
    if (!isKind(kind) || !EMBEDDED.has(kind) || !kinds.has(kind)) return [];
    const item = snapshot.item(reference);
    if (item !== undefined && policy.isLive(item)) return [];
    const isForeign = host !== '' && snapshot.isForeign(host);
    const reason = isForeign ? 'elsewhere' : item === undefined ? 'gone' : 'switched-off';
    if (item === undefined && isFilledByCampaign(context, reference)) return [];
    const name = item === undefined || isForeign ? reference.slice(kind.length + 1) : nameOf(item);
    const severity = item === undefined && !isForeign ? {} : { severity: 'warn' as const };
    const data = { item: name, kind, reason, ...(isForeign ? { host } : {}) };
    return [{ subject: reference, place, key: reason, data, ...severity }];
  });
}

/** A campaign may fill a slot that no content has by itself. */
function isFilledByCampaign({ uses, snapshot, kinds }: RuleContext, reference: string): boolean {
  if (!reference.startsWith('dynamic_content:')) return false;
  return !kinds.has('campaign') || uses.to(reference, 'shows').some(({ from }) => snapshot.item(from)?.kind === 'campaign');
}
