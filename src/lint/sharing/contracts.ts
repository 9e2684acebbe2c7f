/** What the entry of a recipient lacks: its role, its country, and what a role asks for (Art. 26 and 28(3) GDPR). */
import type { Declarations, Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { Recipient, RecipientRole } from '../../generated/declaration.js';
import { toldBy } from '../places.js';

type Key = 'role' | 'country' | 'contract' | 'legal_basis';

/** By role; without a role, nobody knows what else it takes. */
const ASKED: Readonly<Record<RecipientRole | 'unknown', readonly Key[]>> = {
  processor: ['country', 'contract'],
  'joint-controller': ['country', 'contract'],
  controller: ['country', 'legal_basis'],
  internal: [],
  unknown: ['role', 'country'],
};

export interface RecipientGap {
  readonly recipient: Entry<Recipient>;
  readonly place: FilePlace;
  readonly missing: readonly Key[];
}

/** One for each entry that is not whole; what is wrong in the file is told already. */
export function recipientGaps(declarations: Declarations): RecipientGap[] {
  const told = toldBy(declarations);
  return [...declarations.recipients.values()].flatMap(recipient => {
    const { value, place } = recipient;
    // With a role that cannot be read, nothing can be said about the rest.
    if (place === null || told.has(place, 'role')) return [];
    const missing = ASKED[value.role ?? 'unknown'].filter(key => value[key] === undefined && !told.has(place, key));
    return missing.length === 0 ? [] : [{ recipient, place, missing }];
  });
}
