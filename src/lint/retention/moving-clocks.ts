/** Clocks of retentions that an opened e-mail sets back: Mautic counts it as an activity of the person. */
import type { FilePlace } from '../../finding.js';
import { comparableKey } from '../../items.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { goesByLastActivity, LAST_ACTIVE } from './deletions.js';
import { campaignFinder } from './named-campaigns.js';
import type { StatedRetention } from './retentions.js';

export interface MovingClock {
  readonly stated: StatedRetention;
  readonly place: FilePlace;
  /** By Mautic's cleanup command, which knows no other date. */
  readonly byCommand: boolean;
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'indexes' | 'kinds'>;

/** Retentions since the last action that are kept by Mautic's last activity while it records who opens e-mails. */
export function movingClocks(context: Known): MovingClock[] {
  if (!recordsOpens(context)) return [];
  const find = campaignFinder(context.snapshot);
  return context.indexes.retentions.flatMap((stated): MovingClock[] => {
    const { from, from_field, enforced_by = '' } = stated.whole;
    if (from !== 'last-action' || stated.key === 'visitor_retention') return [];
    const own = from_field === undefined ? undefined : comparableKey(from_field).replace(/^(?:contact_field:)?/u, 'contact_field:');
    const campaign = find(enforced_by);
    const isByCampaign =
      campaign !== undefined && context.kinds.has('campaign') && context.kinds.has('segment') && goesByLastActivity(context, campaign);
    const place = valueAt(stated.entry, stated.key, own === undefined ? 'from' : 'from_field');
    // The command goes by the last activity, whatever else is named.
    if (enforced_by === 'cleanup-command') return [{ stated, place, byCommand: true }];
    return (own === undefined ? isByCampaign : own === LAST_ACTIVE) ? [{ stated, place, byCommand: false }] : [];
  });
}

/** What nobody declared is as Mautic ships it: its pixel is on. */
function recordsOpens({ declarations: { tracking, instance } }: Known): boolean {
  const mode = tracking.email_opens?.value.mode;
  return mode === undefined ? instance.value.settings?.mailer_append_tracking_pixel !== false : mode !== 'off';
}
