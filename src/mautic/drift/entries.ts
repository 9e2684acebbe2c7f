/** Lists of entries inside of one item, in two snapshots: answers, actions, events. */
import { isRecord } from '../../guards.js';
import type { Item } from '../snapshot.js';
import type { Entry, EntryChange, ItemChange, ListName, PropertyChange, PropertyValue } from './model.js';
import { queues } from './pairs.js';
import { changeOf, isReal, isSeenOtherwise, isValue } from './properties.js';

/** What tells an entry, and is no property of it. */
const IDENTITY: ReadonlySet<string> = new Set(['id', 'value']);
/** Steps of a campaign named by their number. */
const STEPS: ReadonlySet<string> = new Set(['parent', 'jump_to']);
/** Absent means "none". */
const NONE: ReadonlySet<string> = new Set(['email_mode', 'jump_to']);

/** How an entry is found again in the other snapshot: answers by value, the others by id, or by type and name where ids say nothing. */
export function entryKeys(entries: readonly Entry[], byId: boolean): ReadonlyMap<Entry, string> {
  const seen = new Map<string, number>();
  return new Map(
    entries.map(entry => {
      const base = 'value' in entry ? entry.value : byId ? entry.id : [entry.type, entry.name];
      const text = JSON.stringify(base);
      const nth = seen.get(text) ?? 0;
      seen.set(text, nth + 1);
      return [entry, JSON.stringify([text, nth])];
    }),
  );
}

/** The lists that the snapshot shows of an item; one that it does not show is left out, one without entries is empty. */
export function listsOf(item: Item): ReadonlyMap<ListName, readonly Entry[]> {
  const lists = new Map<ListName, readonly Entry[]>();
  if ('options' in item && item.options !== undefined) lists.set('options', item.options);
  if ('actions' in item && item.actions !== undefined) lists.set('actions', item.actions);
  if ('events' in item && item.events !== undefined) lists.set('events', item.events);
  return lists;
}

type Found = Pick<ItemChange, 'properties' | 'entries' | 'reordered'>;

/** Changes of all lists of an item; a list that only one snapshot saw is told as a property. */
export function entryChanges(before: Item, after: Item, byId: boolean): Found {
  const [old, now] = [listsOf(before), listsOf(after)];
  const names = [...new Set([...old.keys(), ...now.keys()])];
  const properties: PropertyChange[] = [];
  const entries: EntryChange[] = [];
  const reordered: ListName[] = [];
  for (const list of names) {
    const [one, other] = [old.get(list), now.get(list)];
    if (one !== undefined && other !== undefined) {
      const found = compare(list, one, other, byId);
      entries.push(...found.changes);
      if (found.isReordered) reordered.push(list);
    } else if (isReal(list, before, after)) {
      entries.push(...compare(list, one ?? [], other ?? [], byId).changes);
    } else if (!isSeenOtherwise(before, after)) {
      properties.push({ name: list, sight: one === undefined ? 'more' : 'less' });
    }
  }
  return { properties, entries, reordered };
}

function compare(
  list: ListName,
  before: readonly Entry[],
  after: readonly Entry[],
  byId: boolean,
): { readonly changes: readonly EntryChange[]; readonly isReordered: boolean } {
  const keys = { before: entryKeys(before, byId), after: entryKeys(after, byId) };
  const steps = { before: stepNames(before, keys.before), after: stepNames(after, keys.after) };
  const waiting = queues(before, entry => keys.before.get(entry) ?? '');
  const partners = new Map<Entry, Entry>();
  const changes: EntryChange[] = [];
  for (const entry of after) {
    const partner = waiting.get(keys.after.get(entry) ?? '')?.shift();
    if (partner === undefined) {
      changes.push({ list, after: entry, properties: [] });
      continue;
    }
    partners.set(partner, entry);
    const properties = propertiesBetween(partner, entry, steps);
    if (properties.length > 0) changes.push({ list, before: partner, after: entry, properties });
  }
  const kept = before.filter(entry => partners.has(entry)).map(entry => partners.get(entry));
  const still = new Set(kept);
  const inOrder = after.filter(entry => still.has(entry));
  return {
    changes: [
      ...changes,
      ...before.filter(entry => !partners.has(entry)).map((entry): EntryChange => ({ list, before: entry, properties: [] })),
    ],
    isReordered: kept.some((entry, index) => entry !== inOrder[index]),
  };
}

type Steps = ReadonlyMap<unknown, string>;

function stepNames(entries: readonly Entry[], keys: ReadonlyMap<Entry, string>): Steps {
  return new Map(entries.map(entry => ['id' in entry ? entry.id : undefined, keys.get(entry) ?? '']));
}

function propertiesBetween(before: Entry, after: Entry, steps: { readonly before: Steps; readonly after: Steps }): PropertyChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap(name => {
    const [one, other] = [old.get(name), now.get(name)];
    const isSame = STEPS.has(name) ? (steps.before.get(one) ?? one) === (steps.after.get(other) ?? other) : one === other;
    return isSame ? [] : [changeOf(name, one, other, (one !== undefined && other !== undefined) || NONE.has(name))];
  });
}

function valuesOf(entry: Entry): ReadonlyMap<string, PropertyValue> {
  const properties = isRecord(entry) ? Object.entries(entry) : [];
  return new Map(
    properties.flatMap(([name, value]): [string, PropertyValue][] => (!IDENTITY.has(name) && isValue(value) ? [[name, value]] : [])),
  );
}
