/** The customers of a soft opt-in: who they are by the declaration, and what else shows that somebody is one. */
import { comparableKey, formatIdentity } from '../../items.js';
import type { AnyUse } from '../../mautic/snapshot.js';
import type { FormItem, Indexed } from '../forms/questions.js';
import { type Condition, isNegative, type Op } from './conditions.js';
import type { HeldAt } from './recorded-yes.js';
import type { Structure } from './structure.js';

export interface Customers {
  /** Are all who fulfil such conditions together customers? */
  fulfil(conditions: readonly Condition[]): boolean;
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
  // What narrows their segment by a value that was not kept, such as a language, says nothing of who is a customer; what keeps others out does.
  const asked = named
    .flatMap(({ groups }) => [...groups.values()].map(group => group.filter(condition => keysOf(condition).length > 0)))
    .filter(group => group.some(({ op }) => !isNegative(op)));
  return {
    fulfil: conditions => asked.some(group => group.every(wanted => conditions.some(condition => implies(condition, wanted)))),
    fillIn: form => [undefined, form.id].some(id => collecting.has(formatIdentity('form', comparableKey(form.key), id))),
  };
}

/** Does whoever fulfils a condition fulfil another one? */
function implies(condition: Condition, wanted: Condition): boolean {
  if (isNegative(wanted.op)) return condition.op === wanted.op && keysOf(wanted).every(key => keysOf(condition).includes(key));
  if (isNegative(condition.op)) return false;
  const targets = wanted.op === 'set' ? wanted.uses.map(({ to }) => to) : [];
  const found = condition.uses.map(use => targets.includes(use.to) || keysOf(wanted).includes(keyOf(use, condition.op) ?? ''));
  return condition.op === 'all-of' ? found.includes(true) : !found.includes(false);
}

/** What a condition asks for; nothing where a value was not kept. */
function keysOf({ op, uses }: Condition): readonly string[] {
  const keys = uses.map(use => keyOf(use, op));
  return keys.every(key => key !== undefined) ? keys : [];
}

/** To be in something, to have any value of a field or none, or a certain one. */
function keyOf({ to, value, values }: AnyUse, op: Op): string | undefined {
  if (!to.startsWith('contact_field:')) return to;
  const asked = op === 'set' || op === 'unset' ? op : (value ?? values?.join('\n'));
  return asked === undefined ? undefined : `${to}\n${op} ${asked}`;
}
