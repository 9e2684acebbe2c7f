/** Who else gets data: recipients that came or went, and those whose data now leave the European Economic Area. */
import { isThirdCountry } from '../countries.js';
import type { BranchChange } from './model.js';
import type { Joined } from './sides.js';
import { ownSubject } from './subjects.js';

/** A recipient that is new in a third country is told as new, with its country. */
export function recipientChanges({ before, after }: Joined): BranchChange[] {
  const [old, now] = [before.declarations.recipients, after.declarations.recipients];
  const current = [...now.values()].flatMap((recipient): BranchChange[] => {
    const subject = ownSubject('recipient', recipient, recipient.value.name);
    if (subject === undefined) return [];
    const { country } = recipient.value;
    const former = old.get(recipient.key);
    if (former === undefined) return [{ ...subject, kind: 'new-recipient', ...(country === undefined ? {} : { after: country }) }];
    const was = former.value.country;
    if (country === undefined || country === was || !isThirdCountry(country)) return [];
    return [{ ...subject, kind: 'recipient-abroad', ...(was === undefined ? {} : { before: was }), after: country }];
  });
  const gone = [...old.values()].flatMap((recipient): BranchChange[] => {
    const subject = ownSubject('recipient', recipient, recipient.value.name);
    return subject === undefined || now.has(recipient.key) ? [] : [{ ...subject, kind: 'recipient-gone' }];
  });
  return [...current, ...gone];
}
