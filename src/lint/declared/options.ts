/** Answers that Mautic offers and nobody has reviewed. */
import type { ItemEntry } from '../../declarations/model.js';
import { comparableKey } from '../../items.js';
import type { ItemOf, Option } from '../../mautic/snapshot.js';
import type { Indexed } from '../forms/questions.js';
import type { Field } from './core-fields.js';

type WithOptions = Field | ItemOf<'form_field'>;

export interface NewAnswers {
  readonly item: WithOptions;
  /** The entry whose `options` say what was reviewed: the item's own, or that of the field which a question fills. */
  readonly entry: ItemEntry;
  /** As people read them. */
  readonly answers: readonly string[];
  /** As Mautic stores them. */
  readonly values: readonly string[];
}

/**
 * Fields and questions whose declared `options` lack an answer that is offered. A question without options of its own is held against those
 * of the field it fills, unless it copies them or the field is a yes or no; what the field offers too is told there. Of a list of more than a
 * hundred answers the snapshot has the first hundred.
 */
export function newAnswers({ snapshot, policy, indexes }: Indexed): readonly NewAnswers[] {
  const fields = [...snapshot.items('contact_field'), ...snapshot.items('company_field')].flatMap(field =>
    lacking(field, policy.entryOf(field), field.options ?? []),
  );
  const questions = snapshot.items('form').flatMap(form =>
    indexes.questions.of(form).flatMap(({ field, entry, fills }) => {
      if (entry !== undefined && 'options' in entry.value) return lacking(field, entry, field.options ?? []);
      if (fills === undefined || fills.type === 'boolean' || field.synced === true) return [];
      const toldThere = new Set(fills.options?.map(({ value }) => value));
      return lacking(field, policy.entryOf(fills), field.options?.filter(({ value }) => !toldThere.has(value)) ?? []);
    }),
  );
  return [...fields, ...questions];
}

function lacking(item: WithOptions, entry: ItemEntry | undefined, offered: readonly Option[]): NewAnswers[] {
  const reviewed = entry !== undefined && 'options' in entry.value ? entry.value.options : undefined;
  if (entry === undefined || reviewed === undefined || reviewed === 'open') return [];
  const known = new Set(reviewed.map(answer => comparableKey(String(answer))));
  // What stores nothing is no answer, as "- choose -" is none.
  const fresh = offered.filter(({ value, label }) => value !== '' && !known.has(comparableKey(value)) && !known.has(comparableKey(label)));
  if (fresh.length === 0) return [];
  const answers = fresh.map(({ value, label }) => (label === '' ? value : label));
  return [{ item, entry, answers, values: fresh.map(({ value }) => value) }];
}
