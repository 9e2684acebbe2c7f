/** Points outside the point rules. */
import type { Item } from '../../mautic/snapshot.js';
import { definedPurposes } from '../purposes/item-purposes.js';
import type { RuleContext } from '../rule.js';
import { profiles } from './uses.js';

/** Form actions and campaign events that write one of these rate people. */
const SCORES = ['contact_field:points', 'record:company_score'];

/** Live forms and campaigns that write points although none of their purposes says so. */
export function hiddenScoring(context: RuleContext): Item[] {
  const { snapshot, uses, policy, kinds } = context;
  const sources = new Set(SCORES.flatMap(target => uses.to(target, 'writes')).map(use => use.from));
  return [...sources].flatMap(reference => {
    const item = snapshot.item(reference);
    if (item === undefined || (item.kind !== 'form' && item.kind !== 'campaign') || !kinds.has(item.kind)) return [];
    const standing = policy.standing(item);
    // A form without entry is told by `undeclared-form`, an entry without purposes by `no-purpose`: one mistake, one finding.
    if (standing.state === 'undecided' && (item.kind === 'form' || policy.entryOf(item) !== undefined)) return [];
    const purposes = definedPurposes(context, item);
    // Of a purpose that nobody has defined `unknown-purpose` speaks.
    const isUnknown = standing.state === 'purposes' && purposes.length === 0;
    return policy.isLive(item) && !isUnknown && !purposes.some(({ value }) => profiles(value)) ? [item] : [];
  });
}
