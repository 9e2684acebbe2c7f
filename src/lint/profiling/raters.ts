/** What rates people by what they do: scores, and segments, campaigns and content that go by behaviour. */
import type { Item } from '../../mautic/snapshot.js';
import { isEntryOf } from '../policy.js';
import { campaignFinder } from '../retention/named-campaigns.js';
import type { RuleContext } from '../rule.js';
import type { Trace } from '../tracking/surfaces.js';

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'indexes'>;

const POINTS = 'contact_field:points';
/** What was sent is no behaviour of the person. */
const SENT: ReadonlySet<string> = new Set(['email_sent', 'sms_sent']);

/**
 * Every live item that rates people, in snapshot order; not those whose points people see themselves, as in a loyalty programme, nor what only
 * waits for the click that confirms an address.
 */
export function ratingItems(context: Known): readonly Item[] {
  const { snapshot, policy } = context;
  const rating = new Set([...judges(context), ...scorers(context), ...labellers(context)]);
  for (const confirmation of confirmations(context)) rating.delete(confirmation);
  return snapshot.all.filter(item => {
    const isScore = item.kind === 'point_action' || item.kind === 'point_trigger';
    if (!isScore && !rating.has(snapshot.reference(item))) return false;
    return policy.isLive(item) && policy.standing(item).state !== 'not-personal' && !isShownToPeople(context, item);
  });
}

/** What filters or decides by behaviour. */
function judges({ indexes }: Known): string[] {
  const isJudge = ({ what, hows }: Trace): boolean => !SENT.has(what) && (hows.has('filters') || hows.has('decides'));
  return [...indexes.traces.values()].flatMap(traces => traces.filter(isJudge).flatMap(({ item }) => item ?? []));
}

/** Forms and campaigns that give points; a campaign that takes them lets a score fade. */
function scorers({ uses }: Known): string[] {
  return uses.to(POINTS, 'writes').flatMap(({ from, delta }) => (delta === 'up' ? [from] : []));
}

/** Landing pages that put a tag on whoever looks at them. */
function labellers({ uses }: Known): string[] {
  return uses.how('adds').flatMap(({ from, to, at }) => (at === 'content' && to.startsWith('tag:') ? [from] : []));
}

function confirmations({ declarations, snapshot }: Known): string[] {
  const find = campaignFinder(snapshot);
  const named = [...declarations.purposes.values()].flatMap(({ value }) => value.consent?.confirmed_by ?? []);
  return named.flatMap(name => find(name) ?? []).map(snapshot.reference);
}

/** Do people see the points themselves? Its own word, else that of all its purposes. */
export function isShownToPeople({ policy }: Pick<Known, 'policy'>, item: Item): boolean {
  const entry = policy.entryOf(item);
  const isScore = entry !== undefined && (isEntryOf(entry, 'point_action') || isEntryOf(entry, 'point_group'));
  const own = isScore ? entry.value.visible_to_person : undefined;
  const purposes = policy.purposes(policy.purposesOf(item));
  return own ?? (purposes.length > 0 && purposes.every(({ value }) => value.visible_to_person === true));
}
