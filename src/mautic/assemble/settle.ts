/** Every item in its final state, and what the answers say together that no item says alone. */
import { formatIdentity, KINDS, type Kind } from '../../items.js';
import type { Collected } from '../collect.js';
import { MauticConflict } from '../conflict.js';
import { contradicts, type Known, settle } from '../merge.js';
import type { Context } from './records.js';

export type ByKind = ReadonlyMap<Kind, readonly Known[]>;

/**
 * Items of every kind, by id.
 * @throws MauticConflict when one id has two keys and neither answer is later
 */
export function settleAll(collected: Collected): ByKind {
  const all = new Map<Kind, Known[]>();
  for (const kind of KINDS) {
    const items = [...(collected.items.get(kind)?.values() ?? [])].sort((a, b) => a.id - b.id);
    const broken = items.find(contradicts);
    if (broken !== undefined) throw new MauticConflict('keys', formatIdentity(kind, '', broken.id));
    const carried = collected.carried.get(kind) ?? new Set<string>();
    all.set(
      kind,
      items.map(item => settle(item, carried)),
    );
  }
  return all;
}

/** Which questions a form has is what the winning answer about the form says; others may be left from before. */
export function withinForms(settled: ByKind): ByKind {
  const members = new Map<number, number>();
  for (const form of settled.get('form') ?? []) {
    const ids = form.properties._fields;
    for (const id of Array.isArray(ids) ? ids : []) if (typeof id === 'number') members.set(id, form.id);
  }
  const fields = (settled.get('form_field') ?? []).filter(field => members.get(field.id) === formOf(field));
  return new Map<Kind, readonly Known[]>([...settled, ['form_field', fields]]);
}

/** The id of a question's form; 0: not known. */
export function formOf(field: Known): number {
  const target = field.links.form;
  return target !== undefined && target !== null && 'id' in target ? target.id : 0;
}

/**
 * What all answers say together: which steps are deleted, and which items are published, for the kinds of which all published ones were
 * listed.
 */
export function contextOf(collected: Collected, takenAt: string): Context {
  // API v2 leaves nulls out: a step without the mark is not deleted
  const deleted = new Map([...collected.steps].map(([id, mark]) => [id, mark ?? false]));
  const published = new Map<Kind, ReadonlySet<number>>();
  for (const [kind, seen] of collected.seen) if (seen.publishedTotal === seen.published.size) published.set(kind, seen.published);
  return { takenAt, deleted, published };
}
