/** Every retention that the declarations state, and what counts as an end. */
import type { Declarations, Entry, ItemEntry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { type RetentionOf, type WholeRetention, wholeRetention } from '../../declarations/retention.js';
import type { FilePlace } from '../../finding.js';
import type { Purpose, Retention, RetentionValue } from '../../generated/declaration.js';
import { nameOfEntry } from '../places.js';
import { isEntryOf, type Policy } from '../policy.js';

export interface StatedRetention {
  readonly subject: string;
  readonly name: string;
  readonly kind: string;
  readonly key: 'retention' | 'results_retention' | 'visitor_retention';
  readonly value: RetentionValue;
  /** The whole entry, whatever the value is short for. */
  readonly whole: WholeRetention;
  /** Place of the entry that holds the key. */
  readonly entry: FilePlace;
  /** The item's entry; undefined for purposes and tracking surfaces. */
  readonly item?: ItemEntry;
}

/** All retentions in the files: of purposes, of items, of form results, of tracking data and of unknown visitors. */
export function statedRetentions(declarations: Declarations, policy: Policy): StatedRetention[] {
  const found: StatedRetention[] = [];
  type About = Pick<StatedRetention, 'subject' | 'name' | 'kind' | 'entry' | 'item'>;
  const add = (about: About, key: StatedRetention['key'], of: RetentionOf, value: RetentionValue | undefined) => {
    if (value !== undefined) found.push({ ...about, key, value, whole: wholeRetention(value, of) });
  };
  for (const { key, value, place } of declarations.purposes.values()) {
    if (place === null) continue;
    add({ subject: `purpose:${key}`, name: value.title ?? key, kind: 'purpose', entry: place }, 'retention', 'purpose', value.retention);
  }
  for (const item of policy.entries) {
    const results = isEntryOf(item, 'form') ? item.value.results_retention : undefined;
    if (item.value.retention === undefined && results === undefined) continue;
    const about = { subject: item.identity, name: nameOfEntry(item, policy), kind: item.kind, entry: item.place, item };
    add(about, 'retention', item.kind === 'tag' ? 'tag' : 'item', item.value.retention);
    add(about, 'results_retention', 'results', results);
  }
  for (const { key, value, place } of Object.values(declarations.tracking)) {
    if (place === null) continue;
    const about = { subject: `tracking:${key}`, name: key, kind: 'tracking', entry: place };
    add(about, 'retention', 'tracking', value.retention);
    add(about, 'visitor_retention', 'visitors', 'visitor_retention' in value ? value.visitor_retention : undefined);
  }
  return found;
}

/** Shortest description of an end, in characters. */
const CRITERIA_LENGTH = 30;

/** Says when the data end: a period, or criteria long enough to be checked. */
export function hasEnd({ period, criteria }: Retention): boolean {
  return period !== undefined || (criteria ?? '').trim().length >= CRITERIA_LENGTH;
}

/**
 * The longest period among purposes, as it is written; undefined when one of them is not known or has none that can be compared. A purpose that
 * every team has without a word says no period, and lengthens none.
 */
export function longestPeriod(purposes: readonly (Entry<Purpose> | undefined)[]): { period: string; days: number } | undefined {
  let longest: { period: string; days: number } | undefined;
  for (const purpose of purposes) {
    if (purpose?.place === null) continue;
    const period = purpose?.value.retention === undefined ? undefined : wholeRetention(purpose.value.retention, 'purpose').period;
    const days = period === undefined ? undefined : daysOf(period);
    if (period === undefined || days === undefined) return undefined;
    if (longest === undefined || days > longest.days) longest = { period, days };
  }
  return longest;
}
