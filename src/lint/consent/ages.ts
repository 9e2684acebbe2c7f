/** Consents that are older than the team allows itself: how many, as far as the snapshot counted them. */
import { addDays } from '../../declarations/days.js';
import type { Entry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { wholeRetention } from '../../declarations/retention.js';
import type { FilePlace, People } from '../../finding.js';
import type { Purpose } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import { valueAt } from '../places.js';
import { basesOf } from '../purposes/legal-bases.js';
import { olderThan } from '../retention/older.js';
import type { RuleContext } from '../rule.js';

export interface OldConsent {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  /** As declared. */
  readonly period: string;
  readonly people: People;
}

/**
 * The purposes with consents older than `refresh`, else than the retention. Only those are counted that were given before the first of
 * January before the limit: that many are certainly too old. A clock that starts at the last action is not looked at: Mautic counts the
 * last actions of all contacts, not of those who agreed.
 */
export function oldConsents({ declarations, snapshot, now }: Pick<RuleContext, 'declarations' | 'snapshot' | 'now'>): OldConsent[] {
  return [...declarations.purposes.values()].flatMap(purpose => {
    const { consent, retention, legal_basis } = purpose.value;
    if (purpose.place === null || consent === undefined || !basesOf(legal_basis).includes('consent')) return [];
    const field = timestampOf(purpose.value);
    const period = consent.refresh ?? (retention === undefined ? undefined : wholeRetention(retention, 'purpose').period);
    const days = period === undefined ? undefined : daysOf(period);
    if (consent.refresh_from === 'last-action' || field === undefined || period === undefined || days === undefined) return [];
    const people = olderThan(snapshot, field, addDays(now, -Math.ceil(days)))?.people;
    if (people === undefined) return [];
    const path = consent.refresh === undefined ? ['retention'] : ['consent', 'refresh'];
    return [{ purpose, period, people, place: valueAt(purpose.place, ...path) }];
  });
}

/** Reference of the contact field that holds the moment of the yes. */
function timestampOf({ consent }: Purpose): string | undefined {
  const proof = consent?.proof;
  const place = typeof proof === 'object' && !Array.isArray(proof) ? proof.timestamp : undefined;
  return place?.startsWith('contact_field:') === true ? comparableKey(place) : undefined;
}
