/** The defined purposes of items, and what they have in common. */
import type { Entry } from '../../declarations/model.js';
import type { Purpose, Trait, Use } from '../../generated/declaration.js';
import type { Item } from '../../mautic/snapshot.js';
import type { RuleContext } from '../rule.js';
import { traitsOf } from './vocabulary.js';

type Known = Pick<RuleContext, 'policy'>;

/** The purposes of an item; none when one of them is not defined: then nobody knows what it is for, and another rule says so. */
export function definedPurposes({ policy }: Known, item: Item): readonly Entry<Purpose>[] {
  const keys = policy.purposesOf(item);
  const purposes = policy.purposes(keys);
  return purposes.length < keys.length ? [] : purposes;
}

/** Has one of the purposes a trait, by its `use` or its own? */
export function hasTrait(purposes: readonly Entry<Purpose>[], trait: Trait): boolean {
  return purposes.some(({ value }) => traitsOf(value).includes(trait));
}

/** Does an item serve advertising, by one of its purposes? */
export function isMarketing({ policy }: Known, item: Item): boolean {
  return hasTrait(policy.purposes(policy.purposesOf(item)), 'marketing');
}

/** Scores, behaviour or guesses: said by the purpose, or by what its `use` is. */
export function isProfiling({ value }: Entry<Purpose>): boolean {
  return (value.profiling !== undefined && value.profiling !== 'none') || traitsOf(value).includes('profiling');
}

/** Kept by law, for a dispute, for safety or to run the site: people expect it, and no form or message need serve it. */
const BACKGROUND: ReadonlySet<Use | undefined> = new Set<Use | undefined>([
  'proof-and-objection',
  'legal-claims',
  'security-antispam',
  'site-operation',
]);

/** Is it a purpose that people take for granted? */
export function isBackground({ value }: Entry<Purpose>): boolean {
  return BACKGROUND.has(value.use);
}

/** Have two lists a purpose in common? */
export function meet(some: readonly Entry<Purpose>[], others: readonly Entry<Purpose>[]): boolean {
  return some.some(({ key }) => others.some(other => other.key === key));
}
