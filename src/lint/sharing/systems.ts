/** The other systems that hold the same people, as they are declared: what goes from and to them, and which consents that rests on. */
import { append } from '../../collections.js';
import type { Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { System } from '../../generated/declaration.js';
import { comparableKey, parseIdentity } from '../../items.js';
import { type Told, valueAt } from '../places.js';
import { purposesIn } from '../policy.js';
import { basesOf } from '../purposes/legal-bases.js';
import type { RuleContext } from '../rule.js';

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'indexes'>;
type FieldList = 'feeds' | 'gets' | 'master_of';

export interface SystemFields {
  readonly key: string;
  readonly value: System;
  readonly entry: FilePlace;
  readonly told: (key: keyof System) => boolean;
  /** Identities of the fields in a list, with their places. */
  readonly fields: Readonly<Record<FieldList, ReadonlyMap<string, FilePlace>>>;
}

/** Reads the lists of a system. */
export function readSystem({ key, value }: Entry<System>, entry: FilePlace, told: Told): SystemFields {
  const list = (name: FieldList) =>
    new Map((value[name] ?? []).map((field, index) => [fieldIdentity(field), valueAt(entry, name, index)] as const));
  const fields = { feeds: list('feeds'), gets: list('gets'), master_of: list('master_of') };
  return { key, value, entry, told: name => told.has(entry, name), fields };
}

/** Purposes that rest on consent → the identities of what holds it. */
export type Consents = ReadonlyMap<string, readonly string[]>;

/** What holds the consent of each purpose, as far as it is declared. */
export function holdersByPurpose({ indexes }: Known): Consents {
  const holders = new Map<string, string[]>();
  for (const [identity, held] of indexes.consentHolders)
    for (const { of, purposes } of held) if (of === 'purpose') for (const purpose of purposes) append(holders, purpose, identity);
  return holders;
}

/** The consents behind the fields that go from or to a system; of a consent that nothing holds, the field itself. */
export function consentsBehind({ fields }: SystemFields, holders: Consents, { policy, declarations }: Known): Consents {
  const found = new Map<string, readonly string[]>();
  for (const identity of [...fields.gets.keys(), ...fields.feeds.keys()]) {
    const { kind = '', key = '', id } = parseIdentity(identity) ?? {};
    const entry = policy.entryFor(kind, key, id);
    for (const purpose of entry === undefined ? [] : purposesIn(policy.standingOf(entry))) {
      const isConsent = basesOf(declarations.purposes.get(purpose)?.value.legal_basis).includes('consent');
      if (isConsent && !found.has(purpose)) found.set(purpose, holders.get(purpose) ?? [identity]);
    }
  }
  return found;
}

/** The identity of a contact field, by its alias as declarations write it. */
export function fieldIdentity(field: string): string {
  return `contact_field:${comparableKey(field).replace(/^contact_field:/u, '')}`;
}
