/** How an audience that is left open is told: by the words of `send-beyond-consent`, and what they name. */
import type { FindingData } from '../../finding.js';
import { nameOf, type Policy } from '../policy.js';
import type { OpenAudience } from './audiences.js';
import { isSaidForMembers } from './rights.js';

/** What a finding says of it. */
export function toldAs(open: OpenAudience, policy: Policy): FindingData {
  const { message, audience, by } = open;
  const detail = wordsFor(open);
  if (detail !== undefined) return { detail, item: nameOf(message), kind: message.kind, other_item: nameOf(audience) };
  const email = nameOf(message);
  if (audience.kind === 'segment') {
    // A filter says itself whom it lets in.
    const mayBeDeclared = (audience.filter_rows ?? 0) === 0 && !isSaidForMembers(audience, policy);
    return { email, segment: nameOf(audience), people: 'unknown', ...(mayBeDeclared ? { reason: 'by-hand' } : {}) };
  }
  const [campaign] = by;
  return { detail: 'form', email, form: nameOf(audience), ...(campaign === undefined ? {} : { item: nameOf(campaign) }) };
}

/** The code of the words; undefined: an e-mail to people who did not say yes. */
function wordsFor({ message, isUnclear, isForCustomers }: OpenAudience): string | undefined {
  if (isUnclear) return 'unclear';
  if (isForCustomers) return 'customers';
  return message.kind === 'email' ? undefined : 'text';
}
