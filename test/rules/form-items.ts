/** Small items of a form for tests: a form, its questions, the fields they fill. */
import type { Coverage, CoverageName, ItemOf, Use } from '../../src/mautic/snapshot.js';

type FormItem = ItemOf<'form'>;
type FieldItem = ItemOf<'form_field'>;

let id = 100;

export function form(key: string, more: Partial<FormItem> = {}): FormItem {
  return { kind: 'form', id: id++, key, published: true, ...more };
}

/** A question of the form `Form/alias`. */
export function question(key: string, type: string, more: Partial<FieldItem> = {}): FieldItem {
  return { kind: 'form_field', id: id++, key, form: `form:${key.slice(0, key.lastIndexOf('/'))}`, type, ...more };
}

/** A group of tick boxes with one answer. */
export function box(key: string, title: string, more: Partial<FieldItem> = {}): FieldItem {
  return question(key, 'checkboxgrp', { title, options: [{ value: '1', label: 'Yes' }], default: 'empty', required: false, ...more });
}

export function contactField(key: string, more: Partial<ItemOf<'contact_field'>> = {}): ItemOf<'contact_field'> {
  return { kind: 'contact_field', id: id++, key, title: key, published: true, type: 'text', ...more };
}

export function collects(question: string, field: string): Use {
  return { from: `form_field:${question}`, how: 'collects', to: field.includes(':') ? field : `contact_field:${field}`, at: 'form.field' };
}

/** An item in which one property was not seen. */
export function unseen<T extends object, K extends keyof T>(item: T, key: K): Omit<T, K> {
  const { [key]: _unseen, ...rest } = item;
  return rest;
}

/** A kind of which some were seen. */
export function partial(of: CoverageName): Coverage {
  return { of, state: 'partial', why: ['rows-missing'] };
}

/** A kind of which nothing was seen. */
export function absent(of: CoverageName): Coverage {
  return { of, state: 'absent', rows: 0, why: ['refused'] };
}
