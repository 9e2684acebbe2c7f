/** Fields that a use names on the wrong object: contact and company fields are two lists, and an alias stands in one of them. */
import type { Field } from '../declared/core-fields.js';
import type { SnapshotView } from '../snapshot-view.js';

const FIELD = /^(contact|company)_field:/u;

/**
 * The field of the same alias on the other object, where the one that is named does not exist; undefined while the list that should have it
 * was not seen completely.
 */
export function onOtherObject(snapshot: SnapshotView, reference: string): Field | undefined {
  const named = FIELD.exec(reference)?.[1];
  if (named === undefined || snapshot.item(reference) !== undefined) return undefined;
  const [kind, other] = named === 'contact' ? (['contact_field', 'company'] as const) : (['company_field', 'contact'] as const);
  if (snapshot.coverage(kind).state !== 'complete') return undefined;
  const found = snapshot.item(reference.replace(FIELD, `${other}_field:`));
  return found?.kind === 'contact_field' || found?.kind === 'company_field' ? found : undefined;
}
