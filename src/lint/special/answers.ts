/** What the declaration answers when something sounds sensitive: that it only sounds so, or what allows it. */
import type { ItemEntry } from '../../declarations/model.js';
import type { Item } from '../../mautic/snapshot.js';
import { hashText } from '../../text/hash.js';
import type { Category } from '../lexicon/lexicon.js';
import type { Policy } from '../policy.js';
import { isAmong } from './categories.js';

/** An item, and the entries that speak of it: its own, then that of the field it fills. */
export interface Spoken {
  readonly item: Item;
  readonly entries: readonly ItemEntry[];
}

/** An item and its own entry. */
export function spokenOf<T extends Item>(item: T, policy: Policy): { readonly item: T; readonly entries: readonly ItemEntry[] } {
  const entry = policy.entryOf(item);
  return { item, entries: entry === undefined ? [] : [entry] };
}

/** Has somebody said that it says nothing about a person, or that it only sounds sensitive? The nearest word counts. */
export function isDismissed({ item, entries }: Spoken): boolean {
  for (const entry of entries) {
    if (entry.value.personal === false) return true;
    const { not_special } = entry.value;
    if (not_special === undefined) continue;
    if (typeof not_special === 'string') return isSaid(not_special);
    return isSaid(not_special.reason) && (not_special.seen === undefined || entry.glob !== undefined || not_special.seen === markOf(item));
  }
  return false;
}

/**
 * Is there a ground of Art. 9(2) GDPR for a category? What has been looked at and put under a ground once is not asked again for what is
 * only a hint.
 */
export function isAllowed({ entries }: Spoken, category: Category, strength: 'strong' | 'weak'): boolean {
  const special = entries.find(({ value }) => value.special !== undefined)?.value.special;
  if (special?.condition === undefined) return false;
  const { categories = [] } = special;
  return strength === 'weak' || categories.length === 0 || isAmong(category, categories);
}

/** Needs a name on people, or a filter, no further word about a category? */
export function isAnswered(spoken: Spoken, category: Category): boolean {
  return isDismissed(spoken) || isAllowed(spoken, category, 'strong') || (category === 'criminal' && says(spoken, 'law'));
}

/** The key under which a declaration can say what allows a category: Art. 10 GDPR asks for a law, Art. 9 for a condition. */
export function keyAllowing(category: Category): 'law' | 'special' {
  return category === 'criminal' ? 'law' : 'special';
}

export const ALLOWED_BY = {
  en: { special: 'declare `special`', law: 'name in `law` the law that allows it' },
  it: { special: 'dichiara `special`', law: 'indica in `law` la legge che lo permette' },
} as const;

/** Has somebody written a note beside it? */
export function isNoted({ entries }: Spoken): boolean {
  return entries.some(({ value }) => isSaid(value.note));
}

/** Does one of the entries say something under a key that holds a sentence? */
export function says({ entries }: Spoken, key: 'why' | 'law' | 'about_children'): boolean {
  return entries.some(({ value }) => isSaid(value[key]));
}

function isSaid(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}

/** Changes when the name, the type or the answers of an item change: twelve hexadecimal digits, as `not_special.seen` holds them. */
export function markOf(item: Item): string {
  const { key, title, type, options } = { title: undefined, type: undefined, options: undefined, ...item };
  return hashText(JSON.stringify([key, title, type, options])).slice(0, 12);
}
