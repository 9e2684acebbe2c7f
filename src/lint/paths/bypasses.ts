/** Advertising that is sent as a service message, so that people get it who unsubscribed. */
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import type { Indexed } from '../forms/questions.js';
import { isMarketing } from '../purposes/item-purposes.js';
import { confirmingCampaigns, isConfirmation } from './confirmations.js';
import { type Send, sendsOf } from './sends.js';

export interface Bypass {
  readonly sender: Item;
  readonly email: ItemOf<'email'>;
}

/** Each pair of sender and e-mail once. An e-mail by which people confirm their address is none. */
export function bypasses(context: Indexed): readonly Bypass[] {
  const confirming = confirmingCampaigns(context);
  const found = new Map<string, Bypass>();
  for (const send of sendsOf(context)) {
    const { sender, message, use } = send;
    if (message.kind !== 'email' || !context.policy.isLive(message) || !ignoresUnsubscribes(send)) continue;
    if (!isMarketing(context, message) || isConfirmation(send, confirming, context)) continue;
    found.set(`${use.from} ${use.to}`, { sender, email: message });
  }
  return [...found.values()];
}

/**
 * Forms and point triggers always do; steps of campaigns unless they say that they are marketing (source of 5.1). A step that was not seen says
 * nothing.
 */
function ignoresUnsubscribes({ sender, use, step }: Send): boolean {
  if (sender.kind === 'campaign') return step?.email_mode === 'transactional' || step?.email_mode === 'missing';
  return use.at === 'form.action' || use.at === 'trigger.event';
}
