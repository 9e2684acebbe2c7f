/** Where Mautic and the other systems that hold the same people may come to differ: in a field, in a consent, in a withdrawal. */
import { group } from '../../collections.js';
import { daysOf } from '../../declarations/periods.js';
import type { FieldName, FilePlace } from '../../finding.js';
import { parseIdentity } from '../../items.js';
import { toldBy, valueAt } from '../places.js';
import { nameOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import { type Consents, consentsBehind, fieldIdentity, holdersByPurpose, readSystem, type SystemFields } from './systems.js';

export interface SystemFault {
  readonly subject: string;
  readonly place: FilePlace;
  readonly system: string;
  readonly field: FieldName;
  /** Code of a half sentence. */
  readonly reason: 'no-master' | 'two-masters' | 'consent-split' | 'two-consent-masters' | 'not-propagated' | 'too-slow';
  /** The other system. */
  readonly other_item?: string;
  /** How long a withdrawal takes. */
  readonly period?: string;
  /** Other fields of the system of which the same is true. */
  readonly others: readonly FilePlace[];
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'policy' | 'indexes'>;
type Fault = Pick<SystemFault, 'reason' | 'place' | 'other_item' | 'period'> & { readonly identity: string };

/** A withdrawal that takes longer is overtaken by the next mailing. */
const SLOWEST = 'P1D';

/** One system after the other, each reason once, in the order of the files; Mautic alone cannot differ. */
export function systemFaults(context: Known): SystemFault[] {
  const told = toldBy(context.declarations);
  const holders = holdersByPurpose(context);
  const mastered = new Set([...context.declarations.systems.values()].flatMap(({ value }) => (value.master_of ?? []).map(fieldIdentity)));
  const fieldMasters = new Map<string, string>();
  const consentMasters = new Map<string, string>();
  return [...context.declarations.systems.values()].flatMap(system => {
    const { key, place } = system;
    if (place === null) return [];
    const read = readSystem(system, place, told);
    const consents = consentsBehind(read, holders, context);
    const faults = [
      ...unsettledFields(read, mastered, context),
      ...fieldsOfTwo(read, fieldMasters),
      ...consentFaults(read, consents, consentMasters),
      ...withdrawalFaults(read, consents),
    ];
    return [...group(faults, ({ reason, other_item = '' }) => `${reason} ${other_item}`).values()].flatMap(([first, ...others]) => {
      if (first === undefined) return [];
      const { identity, ...fault } = first;
      const field = fieldName(identity, context);
      return [{ subject: `system:${key}`, system: key, field, ...fault, others: others.map(other => other.place) }];
    });
  });
}

/** Mautic is right where nobody else is: but what a system writes and never gets back, Mautic cannot put right. */
function unsettledFields({ fields, value, told }: SystemFields, mastered: ReadonlySet<string>, { indexes }: Known): Fault[] {
  if (told('master_of') || told('gets')) return [];
  const isOfConsent = (field: string): boolean => value.consent_master === 'system' && indexes.consentHolders.has(field);
  return [...fields.feeds]
    .filter(([field]) => !fields.gets.has(field) && !mastered.has(field) && !isOfConsent(field))
    .map(([identity, place]) => ({ reason: 'no-master', identity, place }));
}

/** Fields that an earlier system is right about as well. */
function fieldsOfTwo({ key, fields }: SystemFields, masters: Map<string, string>): Fault[] {
  return [...fields.master_of].flatMap(([identity, place]): Fault[] => {
    const other = masters.get(identity);
    if (other === undefined) masters.set(identity, key);
    return other === undefined ? [] : [{ reason: 'two-masters', identity, place, other_item: other }];
  });
}

/** A consent that a system and Mautic, or two systems, are both declared to be right about. */
function consentFaults({ key, fields, value, entry, told }: SystemFields, consents: Consents, masters: Map<string, string>): Fault[] {
  if (told('consent_master')) return [];
  const place = valueAt(entry, 'consent_master');
  if (value.consent_master !== 'system') {
    const claimed = [...new Set([...consents.values()].flat())].filter(identity => fields.master_of.has(identity));
    return claimed.map(identity => ({ reason: 'consent-split', identity, place: fields.master_of.get(identity) ?? place }));
  }
  const others = [...consents].flatMap(([purpose, [identity = '']]): Fault[] => {
    const other = masters.get(purpose);
    if (other === undefined) masters.set(purpose, key);
    return other === undefined ? [] : [{ reason: 'two-consent-masters', identity, place, other_item: other }];
  });
  return others.slice(0, 1);
}

/** One for each system: the way is the same for all consents. */
function withdrawalFaults({ value, entry, told }: SystemFields, consents: Consents): Fault[] {
  const [identity] = [...consents.values()].flat();
  const period = value.propagates_within;
  if (identity === undefined || told('propagates_within')) return [];
  if (period === undefined) return [{ reason: 'not-propagated', identity, place: entry }];
  const isSlow = (daysOf(period) ?? 0) > (daysOf(SLOWEST) ?? 0);
  return isSlow ? [{ reason: 'too-slow', identity, place: valueAt(entry, 'propagates_within'), period }] : [];
}

function fieldName(identity: string, { snapshot }: Known): FieldName {
  const item = snapshot.item(identity);
  return { label: item === undefined ? '' : nameOf(item), alias: parseIdentity(identity)?.key ?? identity };
}
