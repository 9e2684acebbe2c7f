/** What Mautic sends to people by itself: which live item sends which message, and how. */
import type { AnyUse, CampaignEvent, Item } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import type { Indexed } from '../forms/questions.js';

export interface Send {
  readonly sender: Item;
  readonly message: Item;
  readonly use: AnyUse;
  /** The step of a campaign; undefined also where its steps were not seen. */
  readonly step?: CampaignEvent;
}

/** Every message that a live item sends to people, in the order of the snapshot. What goes to staff is left out. */
export function sendsOf({ snapshot, uses, policy }: Pick<Indexed, 'snapshot' | 'uses' | 'policy'>): readonly Send[] {
  const stepsOf = laterBy((item: Item): ReadonlyMap<number, CampaignEvent> => {
    const events = item.kind === 'campaign' ? (item.events ?? []) : [];
    return new Map(events.map(event => [event.id, event]));
  });
  return uses.how('sends').flatMap((use): Send[] => {
    const [sender, message] = [snapshot.item(use.from), snapshot.item(use.to)];
    if (use.staff === true || sender === undefined || message === undefined || !policy.isLive(sender)) return [];
    const step = stepsOf(sender).get(use.id ?? 0);
    return [{ sender, message, use, ...(step === undefined ? {} : { step }) }];
  });
}
