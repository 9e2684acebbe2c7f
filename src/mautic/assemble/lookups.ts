/** What a question needs of its form and of the field that it fills. */
import type { Kind } from '../../items.js';
import type { Known } from '../merge.js';
import { type Item, referencesOf } from '../snapshot.js';
import type { MappedField } from './answers-to-choose.js';
import { type ByKind, formOf } from './settle.js';

export interface Lookups {
  readonly form: (field: Known) => { readonly reference: string; readonly key: string } | undefined;
  /** Place in the form, from 1. */
  readonly position: (field: Known) => number | undefined;
  readonly mapped: (target: MappedField) => Known | undefined;
}

/** The key of an item under way; empty while no answer has shown it. */
export function keyTextOf(item: Known): string {
  const key = item.properties.key;
  return typeof key === 'string' ? key : '';
}

/**
 * Items that were collected, by what questions name them by: the id of a form, the alias of a field. A field of the contact goes before
 * one of the company, unless the question says which.
 */
export function lookups(known: ByKind): Lookups {
  const forms = formNames(known.get('form') ?? []);
  const places = placesIn(known.get('form_field') ?? []);
  const contact = byAlias(known, 'contact_field');
  const company = byAlias(known, 'company_field');
  return {
    form: field => forms.get(formOf(field)),
    position: field => places.get(field.id),
    mapped: ({ alias, object }) =>
      object === 'company' ? company.get(alias) : (contact.get(alias) ?? (object === undefined ? company.get(alias) : undefined)),
  };
}

function byAlias(known: ByKind, kind: Kind): ReadonlyMap<string, Known> {
  return new Map((known.get(kind) ?? []).map(field => [keyTextOf(field), field]));
}

/** Key and reference of forms, by id. */
function formNames(forms: readonly Known[]): ReadonlyMap<number, { readonly reference: string; readonly key: string }> {
  const items: Item[] = forms.map(form => ({
    kind: 'form',
    id: form.id,
    key: keyTextOf(form),
    ...(form.masked.includes('key') ? { masked: ['key'] } : {}),
  }));
  const references = referencesOf(items);
  return new Map(items.map((form, position) => [form.id, { reference: references[position] ?? '', key: form.key }]));
}

/** Orders repeat (child questions share them, and changes over the API repeat numbers): the id decides. */
function placesIn(fields: readonly Known[]): ReadonlyMap<number, number> {
  const orderOf = (field: Known): number => {
    const order = field.properties._order;
    return typeof order === 'number' ? order : 0;
  };
  const sorted = [...fields].sort((a, b) => orderOf(a) - orderOf(b) || a.id - b.id);
  const next = new Map<number, number>();
  const places = new Map<number, number>();
  for (const field of sorted) {
    const place = (next.get(formOf(field)) ?? 0) + 1;
    next.set(formOf(field), place);
    places.set(field.id, place);
  }
  return places;
}
