/** Campaigns that declarations name: `campaign:Name`, or `campaign:Name#id` where two share a name. */
import { group } from '../../collections.js';
import { comparableKey, parseIdentity } from '../../items.js';
import type { ItemOf } from '../../mautic/snapshot.js';
import type { SnapshotView } from '../snapshot-view.js';

export type FindCampaign = (reference: string) => ItemOf<'campaign'> | undefined;

const PREFIX = 'campaign:';

/** Indexes the campaigns by name. A reference that fits none, or two, finds nothing: other rules tell it. */
export function campaignFinder(snapshot: SnapshotView): FindCampaign {
  const byName = group(snapshot.items('campaign'), campaign => comparableKey(campaign.key));
  return reference => {
    const wanted = comparableKey(reference);
    if (!wanted.startsWith(PREFIX)) return undefined;
    const { key = '', id } = parseIdentity(wanted) ?? {};
    const named = byName.get(wanted.slice(PREFIX.length)) ?? byName.get(key)?.filter(campaign => campaign.id === id) ?? [];
    return named.length === 1 ? named[0] : undefined;
  };
}
