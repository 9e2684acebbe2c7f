/** Campaigns: where their contacts come from, their steps, and what each step does. */
import { isRecord } from '../../guards.js';
import type { DraftUse } from '../draft.js';
import type { CampaignEvent } from '../snapshot.js';
import { asFlag, asId, keyOf, rowsOf } from '../texts/values.js';
import { eventDeed } from './campaign-deeds.js';
import { campaignEvent } from './campaign-events.js';
import { each } from './draft-uses.js';

export interface CampaignUses {
  readonly uses: { readonly targets?: readonly DraftUse[]; readonly events?: readonly DraftUse[] };
  /** The steps, by id; undefined: the row has none of that key. */
  readonly events?: readonly CampaignEvent[];
}

/** A campaign. Steps marked as deleted (API v2 only) stand among the events and do nothing. */
export function campaignUses(row: unknown): CampaignUses {
  const [lists, forms, steps] = [keyOf(row, 'lists'), keyOf(row, 'forms'), keyOf(row, 'events')];
  const at = { at: 'campaign.source' } as const;
  const targets = [...each(at, 'targets', 'segment', lists ?? []), ...each(at, 'targets', 'form', forms ?? [])];
  const rows = rowsOf(steps).filter(isRecord);
  const events = rows.flatMap(step => campaignEvent(step) ?? []).sort((a, b) => a.id - b.id);
  const own = asId(keyOf(row, 'id'));
  const deeds = rows.filter(step => !isDeleted(step)).flatMap(step => eventDeed(step, own));
  return {
    uses: { ...(lists === undefined && forms === undefined ? {} : { targets }), ...(steps === undefined ? {} : { events: deeds }) },
    ...(steps === undefined ? {} : { events }),
  };
}

/** The mark is a date. */
function isDeleted(step: unknown): boolean {
  const mark = keyOf(step, 'deleted');
  return mark !== undefined && mark !== null && asFlag(mark) !== false;
}
