/** Questions told under their form: one that came or went as a whole takes its questions along. */
import { append, getOrInsert } from '../../collections.js';
import type { Item, ItemOf } from '../snapshot.js';
import type { Arrival, Changes, ItemChange, Subject } from './model.js';
import { formOf, type Indexed, type Pairing } from './pairs.js';
import { isThin } from './properties.js';

interface Bag {
  readonly came: Arrival[];
  readonly went: Arrival[];
  readonly renamed: Changes['renamed'][number][];
  readonly changed: ItemChange[];
}

const bag = (): Bag => ({ came: [], went: [], renamed: [], changed: [] });

/** Moves questions under their forms; a question whose form was not seen stays where it is. */
export function nested(flat: Changes, before: Indexed, after: Indexed, pairing: Pairing): Changes {
  const top = bag();
  const inForms = new Map<Item, Bag>();
  const along = new Map<Item, Subject[]>();
  const bagOf = (form: Item | undefined): Bag => (form === undefined ? top : getOrInsert(inForms, form, bag));
  for (const name of ['came', 'went'] as const) {
    const side = name === 'came' ? after : before;
    for (const arrival of flat[name]) {
      const form = formOf(arrival.item, side);
      const later = form === undefined || name === 'came' ? form : pairing.afterOf.get(form);
      if (form !== undefined && (later === undefined || (name === 'came' && !pairing.beforeOf.has(form)))) {
        append(along, form, { item: arrival.item, reference: arrival.reference });
      } else bagOf(later)[name].push(later === undefined ? arrival : { ...arrival, isProven: isWhole(later, pairing) });
    }
  }
  for (const renaming of flat.renamed) bagOf(formOf(renaming.after.item, after)).renamed.push(renaming);
  for (const change of flat.changed) bagOf(formOf(change.after.item, after)).changed.push(change);
  const withQuestions = (arrival: Arrival): Arrival => ({ ...arrival, questions: inOrder(along.get(arrival.item) ?? []) });
  return {
    came: top.came.map(withQuestions),
    went: top.went.map(withQuestions),
    renamed: top.renamed,
    changed: merged(top.changed, inForms, before, after, pairing),
  };
}

/** Both snapshots saw every question of the form. */
function isWhole(form: Item, pairing: Pairing): boolean {
  const earlier = pairing.beforeOf.get(form);
  return earlier !== undefined && !isThin(form) && !isThin(earlier);
}

/** The changes of a form and those of its questions in one, by kind and id. */
function merged(
  changed: readonly ItemChange[],
  inForms: ReadonlyMap<Item, Bag>,
  before: Indexed,
  after: Indexed,
  pairing: Pairing,
): readonly ItemChange[] {
  const own = new Map(changed.map(change => [change.after.item, change]));
  return after.items.flatMap(item => {
    const questions = inForms.get(item);
    const change = own.get(item);
    if (questions === undefined) return change === undefined ? [] : [change];
    const earlier = pairing.beforeOf.get(item) ?? item;
    const none: ItemChange = {
      before: { item: earlier, reference: before.referenceOf.get(earlier) ?? '' },
      after: { item, reference: after.referenceOf.get(item) ?? '' },
      ...{ properties: [], entries: [], reordered: [], uses: [] },
    };
    return [{ ...(change ?? none), questions }];
  });
}

function inOrder(questions: readonly Subject[]): readonly Subject[] {
  const place = ({ item }: Subject): number => (isQuestion(item) ? (item.position ?? 0) : 0);
  return [...questions].sort((a, b) => place(a) - place(b) || a.item.id - b.item.id);
}

function isQuestion(item: Item): item is ItemOf<'form_field'> {
  return item.kind === 'form_field';
}
