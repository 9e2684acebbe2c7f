/** Entries of what Mautic has no longer, and what they may have meant. */

import { addDays } from '../../declarations/days.js';
import type { ItemEntry } from '../../declarations/model.js';
import type { FindingData } from '../../finding.js';
import { comparableKey, DECLARED_KINDS, type Kind } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { later } from '../../text/later.js';
import { entriesOf } from '../entry-lookup.js';
import { isEntryOf } from '../policy.js';
import type { RuleContext } from '../rule.js';
import type { ItemLookup } from './item-lookup.js';

/** Kinds of which there are entries: those with a section, and the questions of forms. */
export const GHOST_KINDS: readonly Kind[] = [...DECLARED_KINDS.map(({ kind }) => kind), 'form_field'];

/** So far ahead may something be planned, in days. */
const PLANNED_AHEAD = 90;

const FIELDS: ReadonlySet<Kind> = new Set<Kind>(['contact_field', 'company_field']);

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'snapshot' | 'indexes' | 'now'>;

export interface Ghost {
  readonly entry: ItemEntry;
  /**
   * Reference of the item it may have meant: the one of its id under a new name, one whose key differs in case or blanks only, or an
   * undeclared field whose alias Mautic changed on import (shops → shops1) or to keep it apart (group → f_group).
   */
  readonly near?: string;
  /** It is the same one: its id, or a key that differs in case or blanks only. */
  readonly isSure?: boolean;
}

/**
 * The entries of a kind that speak of nothing Mautic has. Ask only for kinds that were seen completely. Planned (at most 90 days ahead) and
 * retired entries are none, nor are forms of other systems, nor the questions of a form that is not there: of that its own entry speaks.
 */
export function ghostsOf(context: Known, kind: Kind): readonly Ghost[] {
  const unmatched = entriesOf(context.declarations, kind).filter(entry => isUnmatched(context, entry));
  if (unmatched.length === 0) return [];
  const keys = indexKeys(context, kind);
  return unmatched
    .filter(entry => !isTaken(context.indexes.byKey, entry))
    .map(entry => {
      const renamed = entry.id === undefined ? undefined : keys.byId().get(entry.id);
      const same = renamed ?? keys.byFolded().get(folded(entry.key));
      const near = same ?? keys.byStem().get(stem(entry.key));
      return near === undefined ? { entry } : { entry, near, isSure: same !== undefined };
    });
}

/** How an entry speaks of what is not there: gone, or planned for a day that is over (`late`) or too far ahead (`early`). */
export function absenceOf(entry: ItemEntry, now: string): Pick<FindingData, 'detail' | 'date' | 'limit'> {
  const date = plannedDay(entry);
  if (date === undefined) return { detail: 'gone' };
  return date < now ? { detail: 'late', date } : { detail: 'early', date, limit: `P${PLANNED_AHEAD}D` };
}

function isUnmatched({ policy, now }: Known, entry: ItemEntry): boolean {
  const { form } = entry;
  if (policy.itemsOf(entry).length > 0 || isExpectedGone(entry, now) || isExternal(entry)) return false;
  return form === undefined || (!isExternal(form) && policy.itemsOf(form).length > 0);
}

function plannedDay({ value }: ItemEntry): string | undefined {
  return value.status === 'planned' ? value.planned_for : undefined;
}

function isExpectedGone(entry: ItemEntry, now: string): boolean {
  if (entry.value.status === 'retired') return true;
  const day = plannedDay(entry);
  return day !== undefined && day >= now && day <= addDays(now, PLANNED_AHEAD);
}

function isExternal(entry: ItemEntry): boolean {
  return isEntryOf(entry, 'form') && entry.value.external === true;
}

interface Keys {
  /** References by id, and by folded key; each is made when it is first asked for. */
  byId(): ReadonlyMap<number, string>;
  byFolded(): ReadonlyMap<string, string>;
  byStem(): ReadonlyMap<string, string>;
}

function indexKeys({ snapshot, policy }: Known, kind: Kind): Keys {
  const items: readonly Item[] = snapshot.items(kind);
  const undeclaredFields = () => items.filter(item => FIELDS.has(item.kind) && policy.entryOf(item) === undefined);
  return {
    byId: later(() => new Map(items.map(item => [item.id, snapshot.reference(item)]))),
    byFolded: later(() => new Map(items.map(item => [folded(item.key), snapshot.reference(item)]))),
    byStem: later(() => new Map(undeclaredFields().map(item => [stem(item.key), snapshot.reference(item)]))),
  };
}

/** Are there items of that key or pattern, which nearer entries speak of? */
function isTaken(items: ItemLookup, { kind, id, key, glob }: ItemEntry): boolean {
  if (id !== undefined) return false;
  return glob === undefined ? items.has(kind, key) !== 'none' : [...items.keys(kind)].some(glob.matches);
}

/** What has no blanks, and nothing that is written in two ways. */
const PLAIN = /^[!-%'-~]*$/u;

/** A key without what people mistype most. */
function folded(key: string): string {
  return PLAIN.test(key) ? key.toLowerCase() : comparableKey(key).toLowerCase().replace(/\s+/gu, '');
}

/** An alias without what Mautic adds to it. */
function stem(alias: string): string {
  return folded(alias).replace(/^f_/u, '').replace(/\d+$/u, '');
}
