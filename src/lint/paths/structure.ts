/** What decides who is in a segment, and who gets to a step of a campaign: read once, for all purposes. */
import { group } from '../../collections.js';
import type { AnyUse, CampaignEvent, ItemOf } from '../../mautic/snapshot.js';
import type { Known } from '../forms/questions.js';
import { type Condition, conditionsIn, filterGroups } from './conditions.js';

export interface SegmentParts {
  readonly item: ItemOf<'segment'>;
  readonly reference: string;
  /** By number of the group. */
  readonly groups: ReadonlyMap<number, readonly Condition[]>;
  /** Whether its filters were seen. */
  readonly seen: boolean;
  /** Live items that put people in. Mautic keeps these whatever the filters say (`manually_added`; source of 2.13 to 7.0). */
  readonly adders: readonly AnyUse[];
}

export interface CampaignParts {
  readonly item: ItemOf<'campaign'>;
  readonly reference: string;
  /** Segments and forms whose people it takes. */
  readonly sources: readonly AnyUse[];
  readonly adders: readonly AnyUse[];
  /** Undefined: not seen. Those that are marked as deleted are left out. */
  readonly events?: readonly CampaignEvent[];
  /** What a condition or decision looks at, by id of the step. */
  readonly conditions: ReadonlyMap<number, Condition>;
}

export interface Structure {
  readonly segments: ReadonlyMap<string, SegmentParts>;
  readonly campaigns: ReadonlyMap<string, CampaignParts>;
}

/** Segments and campaigns whether they are live or not; what adds people to them only where it is live. */
export function structureOf({ snapshot, uses, policy }: Known): Structure {
  const adders = (reference: string): readonly AnyUse[] =>
    uses.to(reference, 'adds').filter(({ from }) => {
      const item = snapshot.item(from);
      return item !== undefined && policy.isLive(item);
    });
  const segments = snapshot.items('segment').map((item): SegmentParts => {
    const reference = snapshot.reference(item);
    const groups = filterGroups(uses.from(reference, 'filters'));
    // Rows of which nothing is kept may be anything: a plugin's, or blank ones.
    const seen = item.thin !== true && (groups.size > 0 || item.filter_rows === 0);
    return { item, reference, groups, seen, adders: adders(reference) };
  });
  const campaigns = snapshot.items('campaign').map((item): CampaignParts => {
    const reference = snapshot.reference(item);
    const decides = uses.from(reference, 'decides').filter(({ at, to }) => at === 'campaign.event' && !to.startsWith('tracking:'));
    const conditions = [...group(decides, ({ id }) => id ?? 0)].flatMap(([id, own]) =>
      conditionsIn(own).map(condition => [id, condition] as const),
    );
    const events = item.thin === true ? undefined : item.events?.filter(({ deleted }) => deleted !== true);
    return {
      item,
      reference,
      sources: uses.from(reference, 'targets'),
      adders: adders(reference),
      ...(events === undefined ? {} : { events }),
      conditions: new Map(conditions),
    };
  });
  return {
    segments: new Map(segments.map(parts => [parts.reference, parts])),
    campaigns: new Map(campaigns.map(parts => [parts.reference, parts])),
  };
}
