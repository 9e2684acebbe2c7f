/** What in Mautic shows that a person said yes: a value of a field, a tag, a segment, an answer. */

import { comparableKey, formatIdentity } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import { isRefusal } from '../consent/answers.js';
import { heldBy } from '../consent/holders.js';
import type { Indexed } from '../forms/questions.js';
import type { Asking } from './asking.js';
import type { IsYes } from './conditions.js';

/** The purposes whose yes something holds, by reference: what `consent` names, and the customers of a soft opt-in. */
export type HeldAt = (reference: string) => ReadonlySet<string>;

const NOBODY: ReadonlySet<string> = new Set();

/** Looks a reference up when it is first asked for. */
export function heldAt({ declarations, snapshot, indexes }: Indexed): HeldAt {
  const customers = new Map<string, string[]>();
  for (const { key, value } of declarations.purposes.values()) {
    const segment = value.soft_opt_in?.segment;
    if (segment === undefined) continue;
    const reference = comparableKey(segment.startsWith('segment:') ? segment : `segment:${segment}`);
    customers.set(reference, [...(customers.get(reference) ?? []), key]);
  }
  return laterBy((reference: string) => {
    const item = snapshot.item(reference);
    const names = item === undefined ? [comparableKey(reference)] : namesOf(item);
    const held = item === undefined ? names.flatMap(name => indexes.consentHolders.get(name) ?? []) : heldBy(indexes.consentHolders, item);
    const consents = held.flatMap(({ of, purposes }) => (of === 'purpose' ? purposes : []));
    const soft = names.flatMap(name => customers.get(name) ?? []);
    return consents.length + soft.length === 0 ? NOBODY : new Set([...consents, ...soft]);
  });
}

function namesOf({ kind, key, id }: Item): readonly string[] {
  return [formatIdentity(kind, comparableKey(key)), formatIdentity(kind, comparableKey(key), id)];
}

/** @param purposes those whose yes will do */
export function yesTo(purposes: readonly string[], held: HeldAt, asking: Asking, { snapshot }: Indexed): IsYes {
  // Most of what is looked at holds no yes, and a value counts only where one is held.
  const holdsOne = laterBy((reference: string): boolean => {
    const item = snapshot.item(reference);
    const isBox = item?.kind === 'form_field' && purposes.some(purpose => asking.isBox(item, purpose));
    return isBox || purposes.some(purpose => held(reference).has(purpose));
  });
  return ({ to, value, values = [] }, op) => {
    if (!holdsOne(to)) return false;
    const item = snapshot.item(to);
    if (value === 'no' || values.some(text => isRefusal(optionOf(item, text)))) return false;
    // A yes/no field is not empty when it says no.
    return !(op === 'set' && item !== undefined && 'type' in item && item.type === 'boolean');
  };
}

function optionOf(item: Item | undefined, value: string): { readonly value: string; readonly label: string } {
  const options = item !== undefined && 'options' in item ? (item.options ?? []) : [];
  return options.find(option => option.value === value) ?? { value, label: value };
}
