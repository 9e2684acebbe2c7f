/** What Mautic has in use and nobody declared: the question all `undeclared-…` rules ask. */
import type { DeclaredKind } from '../../declarations/model.js';
import type { FindingData, People, RuleFinding } from '../../finding.js';
import type { Count, Item, ItemOf } from '../../mautic/snapshot.js';
import type { RuleContext } from '../rule.js';
import { declareItem, declareQuestion } from './stubs.js';

/**
 * Items of a kind that are in use and that no declaration speaks of; none where the kind was not seen.
 * @param inUse which items count; left out: those that are live
 */
export function undeclaredItems<K extends DeclaredKind>(
  context: RuleContext,
  kind: K,
  inUse: (item: ItemOf<K>) => boolean = context.policy.isLive,
): readonly ItemOf<K>[] {
  if (!context.kinds.has(kind)) return [];
  return context.snapshot.items(kind).filter(item => inUse(item) && isSeen(item) && !isDeclared(context, item));
}

/**
 * Has an item an entry, or purposes from its category or campaign? Forms need an entry of their own. An entry that calls it a try
 * (`status: test`) and names no purposes covers it only while it is not live.
 */
export function isDeclared({ policy }: RuleContext, item: Item): boolean {
  const entry = policy.entryOf(item);
  const hasPurposes = () => policy.standing(item).state === 'purposes';
  if (entry === undefined) return item.kind !== 'form' && hasPurposes();
  return entry.value.status !== 'test' || hasPurposes() || !policy.isLive(item);
}

/** False for an item that was only seen inside another one: nobody knows whether it is live. */
export function isSeen(item: Item): boolean {
  return !('thin' in item) || item.thin !== true || ('published' in item && item.published !== undefined);
}

/** The finding about an item that nobody declared; its fix is an entry to be decided. */
export function undeclaredFinding(context: RuleContext, item: Item, data: FindingData): RuleFinding {
  const reference = context.snapshot.reference(item);
  const fixes = item.kind === 'form_field' ? declareQuestion(context, item) : declareItem(context, item);
  return { subject: reference, place: { item: reference }, data, fixes };
}

/** The `people` of a finding: left out when nobody was counted, or when there is nobody. */
export function peopleIn(count: Count['n'] | undefined): { readonly people?: People } {
  if (count === undefined || count === 0) return {};
  return { people: typeof count === 'number' ? count : '<5' };
}
