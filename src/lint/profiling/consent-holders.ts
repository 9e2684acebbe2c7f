/** Whether the yes to profiling stands apart from the yes to advertising. */
import { append } from '../../collections.js';
import type { RuleContext } from '../rule.js';
import { isMailing } from './mailings.js';

export interface ProfilingConsents {
  /** Keys of purposes, not advertising themselves, whose consent is held by what holds that to advertising as well. */
  readonly shared: ReadonlySet<string>;
  /** What holds the consent to a purpose and none to advertising: identities by the key of the purpose. */
  readonly own: ReadonlyMap<string, readonly string[]>;
}

/** Sorts what holds the consent of purposes by whether a yes to advertising is held there, too. */
export function profilingConsents({ declarations, indexes }: Pick<RuleContext, 'declarations' | 'indexes'>): ProfilingConsents {
  const isMailingKey = (key: string): boolean => isMailing(declarations.purposes.get(key)?.value ?? {});
  const shared = new Set<string>();
  const own = new Map<string, string[]>();
  for (const [identity, held] of indexes.consentHolders) {
    const keys = held.flatMap(({ of, purposes }) => (of === 'purpose' ? purposes : []));
    const isShared = keys.some(isMailingKey);
    for (const key of keys) {
      if (!isShared) append(own, key, identity);
      else if (!isMailingKey(key)) shared.add(key);
    }
  }
  return { shared, own };
}
