/** Fields that need no entry: Mautic's own columns, and the fields of a fresh Mautic that nobody has touched. */
import { coreFields } from '../../generated/data.js';
import type { Item, ItemOf } from '../../mautic/snapshot.js';
import { later } from '../../text/later.js';
import type { RuleContext } from '../rule.js';

export type Field = ItemOf<'contact_field'> | ItemOf<'company_field'>;

interface Flags {
  readonly published: boolean;
  readonly listable: boolean;
  readonly visible: boolean;
  readonly public: boolean;
  readonly required: boolean;
  readonly unique: boolean;
}

const FLAGS: readonly (keyof Flags)[] = ['published', 'listable', 'visible', 'public', 'required', 'unique'];

/** Contact fields that say nothing a stranger could do harm with: the language of the next message. */
export const HARMLESS_FIELDS: ReadonlySet<string> = new Set(['preferred_locale']);

const COLUMNS = later((): ReadonlySet<string> => new Set(coreFields().columns));

/** A core field as a fresh Mautic ships it; undefined for others. */
function shippedFlags({ kind, key }: Field): Flags | undefined {
  const { flags, ...fields } = coreFields();
  const own: Readonly<Record<string, Pick<Flags, 'required' | 'unique'>>> = fields[kind];
  const shipped = Object.hasOwn(own, key) ? own[key] : undefined;
  return shipped === undefined ? undefined : { ...flags, required: shipped.required, unique: shipped.unique };
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'indexes'>;

/** Contact and company fields of the snapshot. */
export function fieldsOf({ snapshot }: Pick<RuleContext, 'snapshot'>): readonly Field[] {
  return [...snapshot.items('contact_field'), ...snapshot.items('company_field')];
}

/** `points`, `last_active`, `attribution`, `attribution_date`: Mautic fills them itself. */
export function isBuiltInColumn(item: Item): boolean {
  return item.kind === 'contact_field' && COLUMNS().has(item.key);
}

/**
 * The untouched core fields: alias as shipped, never added nor changed by anybody, flags as shipped, nothing uses it, and no value in it
 * as far as is known. What the snapshot does not show (a date, a flag) does not speak against it. Built-in columns are not among them.
 */
export function untouchedCoreFields(context: Known): ReadonlySet<Item> {
  const inUse = usedWithoutUse(context);
  return new Set(fieldsOf(context).filter(field => isUntouched(context, field) && !inUse.has(context.snapshot.reference(field))));
}

function isUntouched({ snapshot, uses }: Known, field: Field): boolean {
  const shipped = shippedFlags(field);
  if (shipped === undefined || isBuiltInColumn(field)) return false;
  if ((field.added ?? '') !== '' || (field.changed ?? '') !== '') return false;
  if (FLAGS.some(flag => (field[flag] ?? shipped[flag]) !== shipped[flag])) return false;
  const reference = snapshot.reference(field);
  return uses.to(reference).length === 0 && (snapshot.count(reference, 'filled') ?? 0) === 0;
}

/** References of fields that are used though no use says so: the time zone is read by every page view, the address by every e-mail. */
export function usedWithoutUse(context: Known): ReadonlySet<string> {
  const { declarations, snapshot, uses, indexes } = context;
  const tracked = declarations.tracking.website !== undefined || indexes.traces.has('website');
  const mailed =
    snapshot.items('email').some(email => email.sent === true) ||
    uses.how('sends').some(use => use.to.startsWith('email:')) ||
    uses.how('targets').some(use => use.from.startsWith('email:'));
  return new Set([...(tracked ? ['contact_field:timezone'] : []), ...(mailed ? ['contact_field:email'] : [])]);
}
