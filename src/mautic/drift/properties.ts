/** Properties of one item in two snapshots. */
import { isRecord } from '../../guards.js';
import type { Kind } from '../../items.js';
import { ITEM_PROPERTIES } from '../order.js';
import type { Item } from '../snapshot.js';
import type { PropertyChange, PropertyValue } from './model.js';
import type { BothTokens } from './tokens.js';

/** Told entry by entry. */
const LISTS: ReadonlySet<string> = new Set(['options', 'actions', 'events']);
/** They name another item. */
const REFERENCES: ReadonlySet<string> = new Set(['category', 'form', 'other_mapping', 'variant_of', 'translation_of']);

/** Absent means "not seen" in a snapshot, but for these: there it means "none" (docs/snapshot-format.md, sections 3.2 and 3.3). */
const NONE: ReadonlySet<string> = new Set([
  ...['pending', 'masked', 'stored', 'thin', 'blank_rows', 'options_total', 'options_hash', 'default_option'],
  ...['other_mapping', 'variant_of', 'translation_of'],
]);
/** Some types of fields and questions have them and others not. */
const OF_TYPE: ReadonlySet<string> = new Set([
  ...['options', 'synced', 'multiple', 'upload.extensions', 'upload.public', 'wording', 'text', 'yes_first'],
]);
/** The day and the month are those of another instance. */
const DATES: ReadonlySet<string> = new Set(['added', 'changed']);

/** Whether one snapshot saw the item in its short form only: what is missing then says nothing. */
export function isSeenOtherwise(before: Item, after: Item): boolean {
  return isThin(before) !== isThin(after);
}

/** Was only a short form of the item seen? */
export function isThin(item: Item): boolean {
  return 'thin' in item && item.thin === true;
}

/** Whether a list or property that only one of the two has is real: it came or went in Mautic. */
export function isReal(name: string, before: Item, after: Item): boolean {
  if (isSeenOtherwise(before, after)) return name === 'thin';
  if (name === 'title') return before.kind === 'dynamic_content';
  const [one, other] = [typeOf(before), typeOf(after)];
  return NONE.has(name) || (OF_TYPE.has(name) && one !== undefined && other !== undefined && one !== other);
}

function typeOf(item: Item): string | undefined {
  return 'type' in item ? item.type : undefined;
}

/** @param byId false: dates are left out */
export function propertyChanges(before: Item, after: Item, tokens: BothTokens, byId: boolean): PropertyChange[] {
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  const changes: PropertyChange[] = [];
  for (const name of namesOf(after.kind, old, now)) {
    const [one, other] = [old.get(name), now.get(name)];
    if ((!byId && DATES.has(name)) || isSameValue(name, one, other, tokens)) continue;
    const isKnown = (one !== undefined && other !== undefined) || isReal(name, before, after);
    if (isKnown || !isSeenOtherwise(before, after)) changes.push(changeOf(name, one, other, isKnown));
  }
  return changes;
}

/** A change of a property; not known: it is only seen now, or no longer. */
export function changeOf(
  name: string,
  before: PropertyValue | undefined,
  after: PropertyValue | undefined,
  isKnown: boolean,
): PropertyChange {
  return {
    name,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(isKnown ? {} : { sight: before === undefined ? 'more' : 'less' }),
  };
}

function isSameValue(name: string, one: PropertyValue | undefined, other: PropertyValue | undefined, tokens: BothTokens): boolean {
  if (REFERENCES.has(name) && typeof one === 'string' && typeof other === 'string') return tokens.before(one) === tokens.after(other);
  return one === other || (typeof one === 'object' && typeof other === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

/** Every property but lists of entries; those inside of a property by both names. */
function propertiesOf(item: Item): Values {
  const found = new Map<string, PropertyValue>();
  const add = (name: string, value: unknown): void => {
    if (LISTS.has(name)) return;
    if (isRecord(value)) for (const [inner, its] of Object.entries(value)) add(`${name}.${inner}`, its);
    else if (isValue(value)) found.set(name, value);
  };
  for (const [name, value] of Object.entries(item)) add(name, value);
  return found;
}

type Values = ReadonlyMap<string, PropertyValue>;

/** In the order of the file; only a question has properties inside of others. */
function namesOf(kind: Kind, ...both: readonly Values[]): Iterable<string> {
  const names: readonly string[] = ITEM_PROPERTIES[kind];
  if (kind !== 'form_field') return names;
  const keys = both.flatMap(values => [...values.keys()].filter(key => key.includes('.')).sort());
  return new Set(names.flatMap(name => [name, ...keys.filter(key => key.startsWith(`${name}.`))]));
}

/** A guard for what a property is compared by: a list of texts, or a single value. */
export function isValue(value: unknown): value is PropertyValue {
  if (Array.isArray(value)) return value.every(entry => typeof entry === 'string');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
