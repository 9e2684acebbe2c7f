/** What a declaration states of an item "as Mautic shows it", beside what Mautic shows. */
import type { ItemEntry } from '../../declarations/model.js';
import type { Change, Fix, PlainValue } from '../../finding.js';
import { parseIdentity } from '../../items.js';
import type { Item } from '../../mautic/snapshot.js';
import { itemLine } from '../../text/scalars.js';
import { valueAt } from '../places.js';
import { isEntryOf } from '../policy.js';
import type { RuleContext } from '../rule.js';

export interface Difference {
  /** Key of the declaration. */
  readonly key: string;
  readonly declared: PlainValue;
  /** Null: nothing. */
  readonly live: PlainValue;
  /** Does Mautic now ask for, or do, more than was declared? */
  readonly isMore: boolean;
}

/** One attribute of both sides; a side that was not stated, or not seen, is undefined and not compared. */
interface Pair {
  readonly key: string;
  readonly declared: PlainValue | undefined;
  readonly live: PlainValue | undefined;
  readonly isMore?: boolean;
}

type Known = Pick<RuleContext, 'snapshot' | 'uses'>;

/** The declared attributes of an item that differ from the live ones. */
export function differences(context: Known, entry: ItemEntry, item: Item): Difference[] {
  return pairs(context, entry, item).flatMap(({ key, declared, live, isMore = false }) =>
    declared === undefined || live === undefined || isSame(declared, live) ? [] : [{ key, declared, live, isMore }],
  );
}

/**
 * The fix that writes what Mautic has. It is safe where Mautic asks for no more than was declared; else somebody has to say that it may.
 * None where the entry speaks of more than one item.
 */
export function followMautic({ policy }: Pick<RuleContext, 'policy'>, entry: ItemEntry, difference: Difference): Fix[] {
  const { key, live, isMore } = difference;
  if (entry.glob !== undefined || policy.itemsOf(entry).length !== 1) return [];
  const asksNoMore = key === 'preference_centre' ? live === true : !isMore && live !== true;
  return [{ id: 'follow-mautic', safe: asksNoMore, changes: changesTo(entry, difference) }];
}

function changesTo(entry: ItemEntry, { key, declared, live }: Difference): Change[] {
  const place = valueAt(entry.place, key);
  if (live === null) return [{ do: 'remove', place }];
  if (typeof live !== 'object') return [{ do: 'replace', place, by: live }];
  const stated = isEntryOf(entry, 'form') ? (entry.value.actions ?? []) : [];
  const fresh = live.filter(value => !Array.isArray(declared) || !declared.includes(value));
  if (stated.every(value => !live.includes(value))) return [{ do: 'replace', place, by: live }];
  const gone = stated.flatMap((value, index): Change[] => (live.includes(value) ? [] : [{ do: 'remove', place: valueAt(place, index) }]));
  return fresh.length === 0 ? gone : [...gone, { do: 'append', place, items: fresh.map(itemLine) }];
}

function pairs(context: Known, entry: ItemEntry, item: Item): Pair[] {
  if (item.kind === 'contact_field' && isEntryOf(entry, 'contact_field')) return fieldPairs(entry.value, item);
  if (item.kind === 'company_field' && isEntryOf(entry, 'company_field')) return fieldPairs(entry.value, item);
  if (item.kind === 'form_field' && isEntryOf(entry, 'form_field')) {
    const { type, required, maps_to } = entry.value;
    const target = maps_to === undefined ? undefined : referenceTo(maps_to, context);
    const filled = filledField(context, item);
    return [
      { key: 'type', declared: type, live: item.type, isMore: item.type === 'hidden' },
      { key: 'required', declared: required, live: item.required, isMore: item.required === true },
      { key: 'maps_to', declared: target, live: filled, isMore: filled !== null },
    ];
  }
  if (item.kind === 'form' && isEntryOf(entry, 'form')) {
    const { actions } = entry.value;
    const live = item.actions?.map(action => action.type);
    const isMore = live?.some(type => actions?.includes(type) === false) ?? false;
    return [{ key: 'actions', declared: sorted(actions), live: sorted(live), isMore }];
  }
  if (item.kind === 'segment' && isEntryOf(entry, 'segment')) {
    return [{ key: 'preference_centre', declared: entry.value.preference_centre, live: item.in_preference_centre }];
  }
  if (item.kind === 'page' && isEntryOf(entry, 'page')) {
    return [{ key: 'preference_centre', declared: entry.value.preference_centre, live: item.preference_centre }];
  }
  return [];
}

interface DeclaredField {
  readonly type?: string;
  readonly required?: boolean;
  readonly publicly_updatable?: boolean;
  readonly unique?: boolean;
}

interface LiveField {
  readonly type?: string;
  readonly required?: boolean;
  readonly public?: boolean;
  readonly unique?: boolean;
}

function fieldPairs(declared: DeclaredField, live: LiveField): Pair[] {
  // Most entries state nothing of that kind.
  if ((declared.type ?? declared.required ?? declared.publicly_updatable ?? declared.unique) === undefined) return [];
  return [
    { key: 'type', declared: declared.type, live: live.type },
    { key: 'required', declared: declared.required, live: live.required, isMore: live.required === true },
    { key: 'publicly_updatable', declared: declared.publicly_updatable, live: live.public },
    { key: 'unique', declared: declared.unique, live: live.unique },
  ];
}

/** A field as a use names it: one without a kind is of contacts, and one by its id is the one that Mautic has. */
function referenceTo(written: string, { snapshot }: Known): string {
  const identity = written.includes(':') ? written : `contact_field:${written}`;
  const { kind, key, id } = parseIdentity(identity) ?? {};
  const fields = id === undefined ? [] : [...snapshot.items('contact_field'), ...snapshot.items('company_field')];
  const field = fields.find(one => one.id === id && one.kind === kind && one.key === key);
  return field === undefined ? identity : snapshot.reference(field);
}

/** Identity of the field that a question fills; null when it fills none, undefined when that was not seen. */
function filledField({ snapshot, uses }: Known, question: Item): string | null | undefined {
  if (question.kind !== 'form_field') return undefined;
  const [collects] = uses.from(snapshot.reference(question), 'collects').filter(use => /^(?:contact|company)_field:/u.test(use.to));
  if (collects !== undefined) return collects.to;
  return question.mapping === 'none' ? null : undefined;
}

/** Which actions a form has counts, not how often or in which order. */
function sorted(types: readonly string[] | undefined): readonly string[] | undefined {
  return types === undefined ? undefined : [...new Set(types)].sort();
}

function isSame(one: PlainValue, other: PlainValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
