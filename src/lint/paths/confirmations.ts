/** Confirming an address: which campaign does it for which purpose, and by which e-mail. */
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import type { Indexed } from '../forms/questions.js';
import { hasTrait } from '../purposes/item-purposes.js';
import { campaignFinder } from '../retention/named-campaigns.js';
import type { Send } from './sends.js';

/** Tokens of plugins that put a link for confirming into an e-mail, such as `{doi_link}`. */
const LINK_TOKEN = /(?:^|[_.-])(?:doi|opt_?in|double_?opt_?in|confirm(?:ation)?)(?:[_.-]|$)/iu;

/** The campaign that confirms the yes to a purpose. */
export type Confirming = (purpose: string) => ItemOf<'campaign'> | undefined;

/** By `consent.confirmed_by` of each purpose; none where that names a system or a plugin, or a campaign that is not there. */
export function confirmingCampaigns({ declarations, snapshot }: Indexed): Confirming {
  const named = campaignFinder(snapshot);
  const campaigns = new Map([...declarations.purposes].map(([key, { value }]) => [key, named(value.consent?.confirmed_by ?? '')]));
  return purpose => campaigns.get(purpose);
}

/** Does an e-mail hold the token of a plugin that confirms addresses? */
export function hasConfirmationLink(item: Item): boolean {
  return item.kind === 'email' && (item.other_tokens ?? []).some(token => LINK_TOKEN.test(token));
}

/**
 * Is a message sent to have the address confirmed? By the campaign that confirms the purpose it serves, by a form that this campaign takes its
 * people from, or with a plugin's link.
 */
export function isConfirmation({ sender, message }: Send, confirming: Confirming, { snapshot, uses, policy }: Indexed): boolean {
  if (hasConfirmationLink(message)) return true;
  const advertising = policy.purposes(policy.purposesOf(message)).filter(purpose => hasTrait([purpose], 'marketing'));
  const reference = snapshot.reference(sender);
  return advertising.every(({ key }) => {
    const campaign = confirming(key);
    if (campaign === undefined || campaign === sender) return campaign !== undefined;
    return uses.from(snapshot.reference(campaign), 'targets').some(({ to }) => to === reference);
  });
}
