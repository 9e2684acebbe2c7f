/** What each recipient is handed by webhooks, actions, steps, mailed reports and addresses in contents, and what it needs. */
import { getOrInsert, group } from '../../collections.js';
import type { Declarations, Entry } from '../../declarations/model.js';
import type { Recipient } from '../../generated/declaration.js';
import { comparableKey } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import type { RuleContext } from '../rule.js';
import { recipientsIn } from '../usage/recipients.js';
import type { Step } from '../usage/steps.js';
import type { RecipientLookup } from './recipient-lookup.js';

export interface HandOver {
  readonly subject: string;
  readonly item: Item;
  readonly recipient: Entry<Recipient>;
  /** Number of fields that it gets. */
  readonly count: number;
  /** How many of these it needs; undefined when nobody says. */
  readonly limit?: number;
}

type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy' | 'indexes' | 'kinds'>;

/**
 * What is more than the declared recipient needs; where nobody says what it needs, only what carries the whole contact. Left out: what a
 * relay lets through only in part, and pushes by a plugin, whose fields no API of Mautic shows.
 */
export function tooMuchHandedOver(context: Known): HandOver[] {
  const { declarations, snapshot, uses, policy, kinds } = context;
  const recipients = recipientsOfSteps(context);
  const needed = neededFields(declarations);
  const all = snapshot
    .items('contact_field')
    .filter(field => field.published !== false)
    .map(snapshot.reference);
  const senders = [...new Set(uses.how('shares').map(({ from }) => from))];
  return senders.flatMap(subject => {
    const item = snapshot.item(subject);
    if (item === undefined || !kinds.has(item.kind) || !policy.isLive(item) || isFiltered(context, item)) return [];
    return [...group(recipients(subject, item), ({ recipient }) => recipient)].flatMap(([recipient, parts]) => {
      if (recipient.value.filtered_by !== undefined) return [];
      const targets = new Set(parts.flatMap(({ target }) => target));
      const isWhole = targets.delete(WHOLE);
      const sent = isWhole ? new Set([...all, ...targets]) : targets;
      const gets = needed.get(recipient.key);
      if (gets === undefined) return isWhole ? [{ subject, item, recipient, count: sent.size }] : [];
      const limit = [...sent].filter(field => gets.has(field)).length;
      return limit === sent.size ? [] : [{ subject, item, recipient, count: sent.size, limit }];
    });
  });
}

/** A webhook about contacts and a form post carry every field of the contact (code, Mautic 5.1.1). */
const WHOLE = 'record:contact';
const FIELD = /^(?:contact|company)_field:/u;

interface Part {
  readonly recipient: Entry<Recipient>;
  /** Reference of a field, of a question that fills none, or the whole contact. */
  readonly target: string;
}

function recipientsOfSteps(context: Known): (subject: string, item: Item) => Part[] {
  const { indexes } = context;
  const lookup = indexes.recipients;
  const recipientsOf = recipientsIn(indexes.steps);
  return (subject, item) =>
    indexes.steps.from(subject).flatMap(step => {
      const target = targetOf(step, context);
      if (target === undefined) return [];
      return recipientsOf(step).flatMap(reference => {
        const recipient = declaredAs(reference, item, lookup, context);
        return recipient === undefined ? [] : [{ recipient, target }];
      });
    });
}

/** What is no field of the contact (results, visits, flags) is not counted. */
function targetOf({ how, to, use }: Step, { uses }: Known): string | undefined {
  if (how !== 'reads' || use?.type?.startsWith('plugin.') === true) return undefined;
  if (to.startsWith('form_field:')) return uses.from(to, 'collects').find(({ to: field }) => FIELD.test(field))?.to ?? to;
  return to === WHOLE || FIELD.test(to) ? to : undefined;
}

/** Where an address cannot be read, or is our own, which may hand on, its item may name the one who gets the data. */
function declaredAs(reference: string, item: Item, lookup: RecipientLookup, { policy, declarations }: Known): Entry<Recipient> | undefined {
  const outsider = lookup.of(reference);
  if (outsider.is === 'declared') return outsider.recipient;
  const [only, ...others] = policy.entryOf(item)?.value.recipients ?? [];
  const isNamed = outsider.is !== 'undeclared' && only !== undefined && others.length === 0;
  return isNamed ? declarations.recipients.get(comparableKey(only)) : undefined;
}

function isFiltered({ policy }: Known, item: Item): boolean {
  const entry = policy.entryOf(item);
  return entry !== undefined && 'filtered_by' in entry.value && entry.value.filtered_by !== undefined;
}

/** The fields that each recipient needs, of its own entry and of the systems behind it; none where nobody says. */
function neededFields({ recipients, systems }: Declarations): ReadonlyMap<string, ReadonlySet<string>> {
  const needed = new Map<string, Set<string>>();
  const add = (key: string, gets: readonly string[] | undefined) => {
    if (gets === undefined) return;
    const fields = getOrInsert(needed, key, () => new Set());
    for (const field of gets) fields.add(`contact_field:${comparableKey(field).replace(/^contact_field:/u, '')}`);
  };
  for (const { key, value } of recipients.values()) add(key, value.gets);
  for (const { value } of systems.values()) if (value.recipient !== undefined) add(comparableKey(value.recipient), value.gets);
  return needed;
}
