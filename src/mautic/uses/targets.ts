/** The items of a snapshot, found by whatever Mautic names them with. */
import { append } from '../../collections.js';
import { formatIdentity, type Kind } from '../../items.js';
import type { Target } from '../draft.js';
import { aliasOf, type Item, type ItemOf, type Option, referencesOf } from '../snapshot.js';
import { clean, cleanKey, uniqueSorted } from '../texts/clean.js';
import { isPersonal } from '../texts/mask.js';

export interface Resolved {
  readonly reference: string;
  /** The item, when it was seen. */
  readonly item?: Item;
}

export interface ItemIndex {
  readonly referenceOf: (item: Item) => string;
  readonly byId: (kind: Kind, id: number) => Resolved | undefined;
  /** All items of a key (slots are given several times), by id. */
  readonly byKey: (kind: Kind, key: string) => readonly Resolved[];
  /** The tag of exactly this stored text, else the one of lowest id whose text is the same when it is decoded. */
  readonly tag: (text: string) => Resolved | undefined;
  readonly question: (form: number | undefined, question: string | number) => Resolved | undefined;
  readonly formIdOf: (item: Item) => number | undefined;
  /** Whether contact or company fields were seen at all. */
  readonly hasFields: boolean;
}

/**
 * @param items with `form` set on form fields
 * @param raw texts of tags before masking, by id: two masked tags look alike
 */
export function indexItems(items: readonly Item[], raw: { readonly tags?: ReadonlyMap<number, string> } = {}): ItemIndex {
  const references = referencesOf(items);
  const known = items.map((item, position): Known => ({ item, reference: references[position] ?? '' }));
  const sorted = [...known].sort((a, b) => a.item.id - b.item.id);
  const ids = new Map<string, Known>();
  const keys = new Map<string, Known[]>();
  const questions = new Map<string, Known>();
  const formIds = new Map<string, number>();
  for (const entry of sorted) {
    const { item, reference } = entry;
    ids.set(`${item.kind}#${item.id}`, entry);
    append(keys, `${item.kind}:${item.key}`, entry);
    if (item.kind === 'form') formIds.set(reference, item.id);
  }
  const formIdOf = (item: Item): number | undefined =>
    item.kind === 'form' ? item.id : item.kind === 'form_field' ? formIds.get(item.form ?? '') : undefined;
  for (const entry of sorted) {
    if (entry.item.kind !== 'form_field') continue;
    const name = `${formIdOf(entry.item)}/${aliasOf(entry.item)}`;
    if (!questions.has(name)) questions.set(name, entry);
  }
  const tags = tagFinder(sorted, raw.tags);
  return {
    referenceOf: item => ids.get(`${item.kind}#${item.id}`)?.reference ?? formatIdentity(item.kind, item.key),
    byId: (kind, id) => ids.get(`${kind}#${id}`),
    byKey: (kind, key) => keys.get(`${kind}:${key}`) ?? [],
    tag: tags,
    question: (form, question) => {
      const found = typeof question === 'number' ? ids.get(`form_field#${question}`) : questions.get(`${form}/${question}`);
      return found !== undefined && (form === undefined || formIdOf(found.item) === form) ? found : undefined;
    },
    formIdOf,
    hasFields: items.some(item => item.kind === 'contact_field' || item.kind === 'company_field'),
  };
}

interface Known extends Resolved {
  readonly item: Item;
}

function tagFinder(sorted: readonly Known[], raw: ReadonlyMap<number, string> | undefined): (text: string) => Known | undefined {
  const stored = new Map<string, Known>();
  const decoded = new Map<string, Known>();
  for (const entry of sorted) {
    if (entry.item.kind !== 'tag') continue;
    const { id, key } = entry.item;
    const text = raw?.get(id) ?? entry.item.stored ?? key;
    if (!stored.has(text)) stored.set(text, entry);
    // a masked key is the key of many: only its own text finds it
    if (raw === undefined || entry.item.masked?.includes('key') !== true) if (!decoded.has(key)) decoded.set(key, entry);
  }
  return text => stored.get(text) ?? decoded.get(cleanKey(text).text);
}

/** The items (or the one that was not seen) that a target names; more than one only where a slot has several items. */
export function targetsOf(index: ItemIndex, target: Target, from?: Item, how?: string): readonly Resolved[] {
  if ('pseudo' in target) return [{ reference: target.pseudo }];
  if ('field' in target) return [fieldOf(index, target, how)];
  if ('question' in target) return [questionOf(index, target, from)];
  if ('any' in target) return [{ reference: `${target.kind}:*` }];
  if ('id' in target) return [index.byId(target.kind, target.id) ?? { reference: `${target.kind}:#${target.id}` }];
  if (target.kind === 'tag') return [tagOf(index, target.key)];
  const found = index.byKey(target.kind, cleanKey(target.key).text);
  return found.length > 0 ? found : [{ reference: formatIdentity(target.kind, cleanKey(target.key).text) }];
}

/** A name of digits only is the tag of that text, else of that id (old rows hold ids). */
function tagOf(index: ItemIndex, text: string): Resolved {
  const named = index.tag(text) ?? (/^\d{1,15}$/u.test(text) ? index.byId('tag', Number(text)) : undefined);
  return named ?? { reference: formatIdentity('tag', cleanKey(text).text) };
}

/** By alias. An old mapping of a form whose field is gone was of a company when its alias begins like those of companies. */
function fieldOf(
  index: ItemIndex,
  target: { readonly field: string; readonly object?: 'contact' | 'company' },
  how: string | undefined,
): Resolved {
  const { field, object } = target;
  const contact = object === 'company' ? undefined : index.byKey('contact_field', field)[0];
  const found = contact ?? (object === 'contact' ? undefined : index.byKey('company_field', field)[0]);
  if (found !== undefined) return found;
  const company = object === 'company' || (object === undefined && how === 'collects' && /^company./u.test(field));
  return { reference: formatIdentity(company ? 'company_field' : 'contact_field', plainAlias(field)) };
}

/** An alias that is no field's came from a text that people write: it is kept only when it can be one. */
function plainAlias(alias: string): string {
  return /^[\p{L}\p{N}_.:-]{1,191}$/u.test(alias) && !isPersonal(alias) ? alias : 'other';
}

function questionOf(
  index: ItemIndex,
  target: { readonly question: string | number; readonly form?: number },
  from: Item | undefined,
): Resolved {
  const form = target.form ?? (from === undefined ? undefined : index.formIdOf(from));
  const found = index.question(form, target.question);
  if (found !== undefined) return found;
  const holder = form === undefined ? '' : (index.byId('form', form)?.reference.slice('form:'.length) ?? `#${form}`);
  const name = typeof target.question === 'number' ? `#${target.question}` : plainAlias(target.question);
  return { reference: `form_field:${holder}/${name}` };
}

type WithOptions = ItemOf<'contact_field'> | ItemOf<'company_field'> | ItemOf<'form_field'>;

/** Items with options. */
export const asItems = {
  hasOptions(item: Item): item is WithOptions & { readonly options: readonly Option[] } {
    return (item.kind === 'contact_field' || item.kind === 'company_field' || item.kind === 'form_field') && item.options !== undefined;
  },
  /** The candidates when all of them are options of the item, masked and sorted; else undefined. */
  optionsAmong(item: { readonly options: readonly Option[] }, candidates: readonly string[]): string[] | undefined {
    const values = new Set(item.options.map(option => option.value));
    const cleaned = candidates.map(candidate => clean(candidate, 120).text);
    return cleaned.every(candidate => values.has(candidate)) ? uniqueSorted(cleaned) : undefined;
  },
};
