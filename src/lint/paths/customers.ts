/** The customers of a soft opt-in: who they are by the declaration, and what else shows that somebody is one. */
import { comparableKey, formatIdentity } from '../../items.js';
import type { AnyUse } from '../../mautic/snapshot.js';
import type { FormItem, Indexed } from '../forms/questions.js';
import { isNegative, type Op } from './conditions.js';
import type { HeldAt } from './recorded-yes.js';
import type { Structure } from './structure.js';

export interface Customers {
  /** Does only a customer fulfil such a condition? */
  fulfil(use: AnyUse, op: Op): boolean;
  /** Is whoever fills in the form a customer: does the soft opt-in collect its addresses there? */
  fillIn(form: FormItem): boolean;
}

const NOBODY: Customers = { fulfil: () => false, fillIn: () => false };

/** The customers of any of these purposes. */
export function customersOf(
  purposes: readonly string[],
  { declarations: { purposes: declared } }: Pick<Indexed, 'declarations'>,
  { segments }: Structure,
  held: HeldAt,
): Customers {
  const soft = purposes.flatMap(key => {
    const stated = declared.get(key)?.value.soft_opt_in;
    return stated === undefined ? [] : [{ key, collectors: stated.collected_by ?? [] }];
  });
  if (soft.length === 0) return NOBODY;
  const collecting = new Set(soft.flatMap(({ collectors }) => collectors.map(name => comparableKey(name))));
  const named = [...segments.values()].filter(({ reference }) => soft.some(({ key }) => held(reference).has(key)));
  // Who fulfils the only condition of their segment is in it.
  const alone = named.flatMap(({ groups }) => [...groups.values()].flatMap(([only, other]) => (other === undefined ? (only ?? []) : [])));
  const signs = new Set(
    alone.flatMap(({ op, uses }) => (isNegative(op) || op === 'all-of' ? [] : uses.flatMap(use => signOf(use, op) ?? []))),
  );
  return {
    fulfil: (use, op) => signs.has(use.to) || signs.has(signOf(use, op) ?? ''),
    fillIn: form => [undefined, form.id].some(id => collecting.has(formatIdentity('form', comparableKey(form.key), id))),
  };
}

/** What a condition asks for: to be in something, any value of a field, or a certain one; undefined: its value was not kept. */
function signOf({ to, value, values }: AnyUse, op: Op): string | undefined {
  if (op === 'set' || !to.startsWith('contact_field:')) return to;
  const asked = value ?? values?.join('\n');
  return asked === undefined ? undefined : `${to}\n${op} ${asked}`;
}
