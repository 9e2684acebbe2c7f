/** Every step from one item to another: the uses of a snapshot, and what belongs to what. One index for all walks. */

import { group } from '../../collections.js';
import { kindOrder, parseIdentity } from '../../items.js';
import type { AnyUse, How, Item } from '../../mautic/snapshot.js';
import { compareUses } from '../../mautic/uses/use-order.js';
import { later } from '../../text/later.js';
import { compareText } from '../../text/order.js';
import type { SnapshotView } from '../snapshot-view.js';

/** What is a property in Mautic, not a use: a form has a question, an item stands in a category, an original has a variant or a translation. */
export type Belonging = 'contains' | 'category' | 'variant' | 'translation' | 'other_mapping';

/** *from* does *how* with *to*. */
export interface Step {
  readonly from: string;
  readonly how: How | Belonging;
  readonly to: string;
  /** Left out where the step is a property. */
  readonly use?: AnyUse;
}

export interface StepIndex {
  readonly all: readonly Step[];
  /** Steps that start at a reference, by the order of their targets. */
  from(reference: string): readonly Step[];
  /** Steps that lead to a reference, by the order of their sources. */
  to(reference: string): readonly Step[];
  /** Order of two references: that of the snapshot (kind, id); what is no item comes last in its kind. Never the order of uses. */
  compare(one: string, other: string): number;
}

/** Indexes uses and properties by both ends. Linear; a list is put in order when it is first asked for. */
export function indexSteps(snapshot: SnapshotView, uses: readonly AnyUse[]): StepIndex {
  const all = [...uses.map(stepOf), ...snapshot.all.flatMap(item => belongings(item, snapshot))];
  const compare = byReference(snapshot);
  const bySource = group(all, step => step.from);
  const byTarget = group(all, step => step.to);
  return {
    all,
    compare,
    from: inOrder(bySource, (a, b) => compare(a.to, b.to) || compareSteps(a, b)),
    to: inOrder(byTarget, (a, b) => compare(a.from, b.from) || compareSteps(a, b)),
  };
}

function stepOf(use: AnyUse): Step {
  const { from, how, to } = use;
  return { from, how, to, use };
}

/** The original has its variant, so that whoever uses the original is found from the variant. */
function belongings(item: Item, snapshot: SnapshotView): Step[] {
  const self = snapshot.reference(item);
  const steps: Step[] = [];
  if (item.kind === 'form_field' && item.form !== undefined) steps.push({ from: item.form, how: 'contains', to: self });
  if (item.kind === 'form_field' && item.other_mapping !== undefined) {
    steps.push({ from: self, how: 'other_mapping', to: item.other_mapping });
  }
  if ('category' in item && item.category !== undefined && item.category !== 'none') {
    steps.push({ from: self, how: 'category', to: item.category });
  }
  if ('variant_of' in item && item.variant_of !== undefined) steps.push({ from: item.variant_of, how: 'variant', to: self });
  if ('translation_of' in item && item.translation_of !== undefined) {
    steps.push({ from: item.translation_of, how: 'translation', to: self });
  }
  return steps;
}

const NOTHING: readonly never[] = [];

/** Looks up one of several lists; it is put in order when it is first asked for. */
export function inOrder<T>(groups: ReadonlyMap<string, readonly T[]>, compare: (a: T, b: T) => number): (key: string) => readonly T[] {
  const sorted = new Map<string, readonly T[]>();
  return key => {
    const group = groups.get(key) ?? NOTHING;
    if (group.length < 2) return group;
    const known = sorted.get(key) ?? [...group].sort(compare);
    sorted.set(key, known);
    return known;
  };
}

/** Order of two steps between the same items: uses by their place, properties last. */
export function compareSteps(a: Step, b: Step): number {
  if (a.use !== undefined && b.use !== undefined)
    return compareUses(a.use, b.use) || compareText(JSON.stringify(a.use), JSON.stringify(b.use));
  return Number(a.use === undefined) - Number(b.use === undefined) || compareText(a.how, b.how);
}

function byReference(snapshot: SnapshotView): (one: string, other: string) => number {
  const positions = later(() => {
    const ordered = [...snapshot.all].sort((a, b) => kindOrder(a.kind) - kindOrder(b.kind) || a.id - b.id);
    return new Map(ordered.map((item, position) => [snapshot.reference(item), position]));
  });
  const kinds = new Map<string, number>();
  const kindAt = (reference: string): number => {
    const known = kinds.get(reference) ?? kindOrder(parseIdentity(reference)?.kind ?? '');
    kinds.set(reference, known);
    return known;
  };
  return (one, other) => {
    const first = positions().get(one);
    const second = positions().get(other);
    if (first !== undefined && second !== undefined) return first - second;
    return kindAt(one) - kindAt(other) || (first === undefined ? 1 : 0) - (second === undefined ? 1 : 0) || compareText(one, other);
  };
}
