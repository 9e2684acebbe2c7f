/** Entries that nobody has decided about yet: no purposes, and no word that they are not personal. */
import type { ItemEntry } from '../../declarations/model.js';
import type { Kind } from '../../items.js';
import { UNDECIDED_WORD } from '../purposes/references.js';
import type { RuleContext } from '../rule.js';

/** Shortest reason for `personal: false`, in characters. */
const REASON_LENGTH = 15;

/** What takes purposes from its Mautic category, from campaigns or from segments, so that its own entry may be empty. */
const INHERITING: ReadonlySet<Kind> = new Set<Kind>([
  'form',
  'segment',
  'point_action',
  'point_trigger',
  'stage',
  'campaign',
  'email',
  'page',
  'dynamic_content',
  'focus_item',
  'message',
  'text_message',
  'webhook',
]);

/** Does a list name at least one purpose? `[TODO]` does not. */
export function namesPurpose(purposes: readonly string[] | undefined): boolean {
  return purposes?.some(key => !UNDECIDED_WORD.test(key)) ?? false;
}

/** `personal: false` without a sentence why. */
export function lacksReason(value: { readonly personal?: boolean; readonly reason?: string }): boolean {
  return value.personal === false && (value.reason ?? '').trim().length < REASON_LENGTH;
}

/**
 * Is nothing said of an entry, by itself or by what it inherits from? A question that says nothing itself is left to the form and the field
 * it takes its purposes from; what is retired only says that it is gone; what may inherit is left alone as long as Mautic was not seen.
 */
export function isUndecided(entry: ItemEntry, { policy, snapshot }: Pick<RuleContext, 'policy' | 'snapshot'>): boolean {
  const { purposes, status } = entry.value;
  if (status === 'retired') return false;
  if (purposes !== undefined) return !namesPurpose(purposes) && policy.standingOf(entry).state !== 'not-personal';
  if (entry.kind === 'form_field') return false;
  const items = policy.itemsOf(entry);
  // A pattern speaks of all that it fits: one of them may inherit, and another not.
  const standings = items.length === 0 ? [policy.standingOf(entry)] : items.map(policy.standing);
  if (standings.every(({ state }) => state !== 'undecided')) return false;
  const unseen = items.length === 0 && snapshot.coverage(entry.kind).state !== 'complete';
  return !(unseen && INHERITING.has(entry.kind));
}
