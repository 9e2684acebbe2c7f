/** Points that only grow: what gives them, and whether anything lets them fade. */
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { isEntryOf } from '../policy.js';
import { campaignFinder } from '../retention/named-campaigns.js';
import type { RuleContext } from '../rule.js';
import { isShownToPeople } from './raters.js';

const POINTS = 'contact_field:points';

/** How points fade, as it is declared. */
interface Fading {
  readonly window?: string;
  readonly decay?: string;
}

/**
 * Live items that give points which never fade. A live campaign that takes points, or writes a new number of them, lets all points fade when
 * contacts can go through it again; without that it works once for each person.
 */
export function lastingScores(context: RuleContext): readonly Item[] {
  const { snapshot, uses, policy, kinds } = context;
  const campaigns = snapshot.items('campaign').filter(policy.isLive);
  if (campaigns.some(campaign => campaign.restart !== false && takesPoints(context, campaign))) return [];
  const find = campaignFinder(snapshot);
  const works = ({ window, decay }: Fading): boolean => {
    const campaign = decay === undefined ? undefined : find(decay);
    if (window !== undefined || decay === undefined) return window !== undefined;
    return campaign === undefined || (policy.isLive(campaign) && takesPoints(context, campaign));
  };
  const givers = new Set(uses.to(POINTS, 'writes').flatMap(({ from, delta }) => (delta === 'up' ? [from] : [])));
  return [...givers].flatMap(reference => {
    const item = snapshot.item(reference);
    if (item === undefined || !kinds.has(item.kind) || !policy.isLive(item) || policy.standing(item).state === 'not-personal') return [];
    return isShownToPeople(context, item) || fadingsOf(context, item).some(works) ? [] : [item];
  });
}

function takesPoints({ snapshot, uses }: RuleContext, campaign: ItemOf<'campaign'>): boolean {
  return uses.from(snapshot.reference(campaign), 'writes').some(({ to, delta }) => to === POINTS && delta !== 'up' && delta !== 'set');
}

/** What is declared of an item, of the groups of points it gives to, and of its purposes. */
function fadingsOf({ snapshot, uses, policy }: RuleContext, item: Item): Fading[] {
  const groups = uses
    .from(snapshot.reference(item), 'writes')
    .flatMap(({ to }) => (to.startsWith('point_group:') ? (snapshot.item(to) ?? []) : []));
  const entries = [item, ...groups].flatMap(each => policy.entryOf(each) ?? []);
  const own = entries.flatMap(entry => (isEntryOf(entry, 'point_action') || isEntryOf(entry, 'point_group') ? [entry.value] : []));
  return [...own, ...policy.purposes(policy.purposesOf(item)).map(({ value }) => value)];
}
