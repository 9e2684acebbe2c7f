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

/** Every live item that rates people, in snapshot order; not those whose points people see themselves, as in a loyalty programme. */
export function ratingItems(context: Known): readonly Item[] {
  return allRaters(context).filter(item => !isShownToPeople(context, item));
}

/** Keys of the purposes for which people are rated in their sight only. */
export function shownPurposes(context: Known): ReadonlySet<string> {
  const raters = allRaters(context);
  const unseen = new Set(raters.filter(item => !isShownToPeople(context, item)).flatMap(context.policy.purposesOf));
  return new Set(raters.flatMap(context.policy.purposesOf).filter(purpose => !unseen.has(purpose)));
}

/** Not what only waits for the click that confirms an address. */
function allRaters(context: Known): readonly Item[] {
  const { snapshot, policy } = context;
  const rating = new Set([...judges(context), ...scorers(context), ...labellers(context)]);
  for (const confirmation of confirmations(context)) rating.delete(confirmation);
  return snapshot.all.filter(item => {
    const isScore = item.kind === 'point_action' || item.kind === 'point_trigger';
    if (!isScore && !rating.has(snapshot.reference(item))) return false;
    return policy.isLive(item) && policy.standing(item).state !== 'not-personal';
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

/** Do people see the points themselves? Its own word, else that of the groups it gives points in, else that of all its purposes. */
export function isShownToPeople(context: Pick<Known, 'policy' | 'snapshot' | 'uses'>, item: Item): boolean {
  const groups = pointGroupsOf(context, item).flatMap(group => ownWord(context, group) ?? []);
  const purposes = context.policy.purposes(context.policy.purposesOf(item)).map(({ value }) => value.visible_to_person === true);
  return ownWord(context, item) ?? areAllShown(groups) ?? areAllShown(purposes) ?? false;
}

function ownWord({ policy }: Pick<Known, 'policy'>, item: Item): boolean | undefined {
  const entry = policy.entryOf(item);
  const isScore = entry !== undefined && (isEntryOf(entry, 'point_action') || isEntryOf(entry, 'point_group'));
  return isScore ? entry.value.visible_to_person : undefined;
}

function areAllShown(words: readonly boolean[]): boolean | undefined {
  return words.length === 0 ? undefined : words.every(Boolean);
}

/** The groups of points that a score gives to. What a campaign gives says nothing of what else it does with people. */
function pointGroupsOf({ snapshot, uses }: Pick<Known, 'snapshot' | 'uses'>, item: Item): readonly Item[] {
  if (item.kind === 'campaign') return [];
  const given = uses.from(snapshot.reference(item), 'writes').map(({ to }) => snapshot.item(to));
  return given.flatMap(to => (to?.kind === 'point_group' ? [to] : []));
}
