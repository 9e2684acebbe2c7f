/** Groups of the lexicon's categories, and what a declared `data_category` says about them. */
import { dataCategories } from '../../generated/data.js';
import type { SpecialCategory } from '../../generated/declaration.js';
import { later } from '../../text/later.js';
import type { Category } from '../lexicon/lexicon.js';

const SPECIAL_KINDS = [
  'health',
  'religion',
  'politics',
  'union',
  'sexuality',
  'ethnicity',
  'biometric-genetic',
] as const satisfies Category[];

/** What messages name. */
export type NamedCategory = (typeof SPECIAL_KINDS)[number] | 'criminal';

/** Art. 9(1) GDPR. */
export const SPECIAL: ReadonlySet<Category> = new Set(SPECIAL_KINDS);

/** Art. 9(1) and 10 GDPR: what no name on people and no filter should tell. */
export const SPECIAL_OR_CRIMINAL: ReadonlySet<Category> = new Set<Category>([...SPECIAL_KINDS, 'criminal']);

/** What most people keep to themselves (WP248 rev.01, criterion 4: data of a highly personal nature). */
export const HIGHLY_PERSONAL: ReadonlySet<Category> = new Set<Category>([
  'income',
  'location-precise',
  'family-status',
  'nationality-migration',
]);

/** What nobody wants to be rated by. */
export const PRIVATE: ReadonlySet<Category> = new Set<Category>([
  ...SPECIAL_OR_CRIMINAL,
  'income',
  'family-status',
  'nationality-migration',
]);

/** The declaration's words for a category of the lexicon, where they differ. */
const DECLARED: Readonly<Partial<Record<Category, readonly SpecialCategory[]>>> = { 'biometric-genetic': ['biometric', 'genetic'] };

/** Is a category of the lexicon among the categories that an entry declares as special? */
export function isAmong(category: Category, declared: readonly SpecialCategory[]): boolean {
  const wanted: readonly string[] = DECLARED[category] ?? [category];
  return declared.some(special => wanted.includes(special));
}

const FIDESLANG = later((): ReadonlyMap<string, Category> => new Map(Object.entries(dataCategories().categories)));

/** What a declared fideslang category says: itself, else the nearest above it that is sensitive. */
export function sensitiveIn(dataCategory: string): Category | undefined {
  for (let key = dataCategory; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('.')))) {
    const category = FIDESLANG().get(key);
    if (category !== undefined) return category;
  }
  return undefined;
}
