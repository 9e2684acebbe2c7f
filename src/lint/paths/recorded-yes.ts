/** What in Mautic shows that a person said yes: a value of a field, a tag, a segment, an answer. */

import { append } from '../../collections.js';
import { comparableKey, formatIdentity } from '../../items.js';
import type { Item, Option } from '../../mautic/snapshot.js';
import { laterBy } from '../../text/later.js';
import { isRefusal } from '../consent/answers.js';
import { heldBy } from '../consent/holders.js';
import type { Indexed } from '../forms/questions.js';
import type { Asking } from './asking.js';
import type { IsYes, Shown } from './conditions.js';
import { isDate, type Stored, storedAnswers } from './stored-answers.js';

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
    append(customers, reference, key);
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
export function yesTo(purposes: readonly string[], held: HeldAt, asking: Asking, context: Indexed): IsYes {
  const { snapshot } = context;
  // Most of what is looked at holds no yes, and a value counts only where one is held.
  const holdsOne = laterBy((reference: string): boolean => {
    const item = snapshot.item(reference);
    const isBox = item?.kind === 'form_field' && purposes.some(purpose => asking.isBox(item, purpose));
    return isBox || purposes.some(purpose => held(reference).has(purpose));
  });
  const storedIn = laterBy((item: Item): Stored => storedAnswers(item, context));
  return ({ to, value, values = [] }, op) => {
    if (!holdsOne(to)) return 'no';
    // Being in a tag or a segment is the yes; a field, or a question, may hold another answer.
    if (!/^(?:contact|form)_field:/u.test(to)) return 'yes';
    const item = snapshot.item(to);
    if (value === 'yes' || value === 'no') return value;
    if (values.length > 0) return values.some(text => isRefusal(optionOf(item, text))) ? 'no' : 'yes';
    // Whatever a date is compared with, people without one do not fulfil it.
    if (item === undefined || isDate(item)) return item === undefined ? 'unseen' : 'yes';
    return op === 'set' ? shownByAny(storedIn(item)) : 'unseen';
  };
}

/** Does having any answer stand for a yes? */
function shownByAny({ answers, isWhole }: Stored): Shown {
  if (answers.some(answer => answer.value.trim() !== '' && isRefusal(answer))) return 'no';
  return isWhole ? 'yes' : 'unseen';
}

function optionOf(item: Item | undefined, value: string): Option {
  const options = item !== undefined && 'options' in item ? (item.options ?? []) : [];
  return options.find(option => option.value === value) ?? { value, label: value };
}
