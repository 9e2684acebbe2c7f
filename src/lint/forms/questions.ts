/** The questions of live forms: what people are asked, what the answer fills, what the declaration says of it. */
import { group } from '../../collections.js';
import type { ItemEntry } from '../../declarations/model.js';
import type { Place } from '../../finding.js';
import { aliasOf, type Item, type ItemOf } from '../../mautic/snapshot.js';
import { isEntryOf } from '../policy.js';
import type { RuleContext } from '../rule.js';

export type FormItem = ItemOf<'form'>;
export type FormFieldItem = ItemOf<'form_field'>;
export type Known = Pick<RuleContext, 'declarations' | 'snapshot' | 'uses' | 'policy'>;
export type Indexed = Known & Pick<RuleContext, 'indexes'>;

export interface Question {
  readonly field: FormFieldItem;
  readonly form: FormItem;
  /** Identity: the subject of findings. */
  readonly reference: string;
  readonly entry?: ItemEntry<'form_field'>;
  /** Reference of the contact or company field that the answer fills. */
  readonly target?: string;
  /** The same, where it was seen. */
  readonly fills?: ItemOf<'contact_field'> | ItemOf<'company_field'>;
  /** Kinds of datum, as declared: its own, else those of the field it fills. */
  readonly categories: readonly string[];
}

/** Questions with answers to tick or to choose from. */
const CHOICES: ReadonlySet<string> = new Set(['checkboxgrp', 'radiogrp', 'select']);

const FIELD = /^(?:contact|company)_field:/u;

/** The forms that people can fill in. */
export function liveForms({ snapshot, policy }: Known): readonly FormItem[] {
  return snapshot.items('form').filter(form => form.thin !== true && policy.isLive(form));
}

export interface QuestionIndex {
  /** Everything that stands in a form: questions, hidden fields, texts, buttons. */
  of(form: FormItem): readonly Question[];
  /** The same of all live forms. */
  readonly live: readonly Question[];
  /** References of the questions, of any form, that fill a field. */
  filling(field: string): readonly string[];
}

/** Joins the questions of all forms with what they fill and what is declared of them, once. */
export function indexQuestions(known: Known): QuestionIndex {
  const parts = new Map(
    known.snapshot.items('form').map(form => [form, known.snapshot.fieldsOf(form).map(field => partOf(known, form, field))]),
  );
  const filling = group(known.uses.how('collects'), ({ to }) => to);
  return {
    of: form => parts.get(form) ?? [],
    live: liveForms(known).flatMap(form => parts.get(form) ?? []),
    filling: field => (filling.get(field) ?? []).map(({ from }) => from),
  };
}

/** Everything that stands in a form: questions, hidden fields, texts, buttons. */
export function partsOf({ indexes }: Pick<Indexed, 'indexes'>, form: FormItem): readonly Question[] {
  return indexes.questions.of(form);
}

/** As `partsOf`, for all live forms. */
export function liveParts({ indexes }: Pick<Indexed, 'indexes'>): readonly Question[] {
  return indexes.questions.live;
}

function partOf({ snapshot, uses, policy }: Known, form: FormItem, field: FormFieldItem): Question {
  const reference = snapshot.reference(field);
  const found = policy.entryOf(field);
  const entry = found !== undefined && isEntryOf(found, 'form_field') ? found : undefined;
  const targets = uses.from(reference, 'collects').map(use => use.to);
  const target = targets.find(to => FIELD.test(to));
  const fills = targets.map(to => snapshot.item(to)).find(isField);
  return {
    field,
    form,
    reference,
    ...(entry === undefined ? {} : { entry }),
    ...(target === undefined ? {} : { target }),
    ...(fills === undefined ? {} : { fills }),
    categories: categoriesOf(entry) ?? categoriesOf(fills === undefined ? undefined : policy.entryOf(fills)) ?? [],
  };
}

/** What an entry states as the kind of datum; undefined when it states nothing. */
export function categoriesOf(entry: ItemEntry | undefined): readonly string[] | undefined {
  const written = entry !== undefined && 'data_category' in entry.value ? entry.value.data_category : undefined;
  return typeof written === 'string' ? [written] : written;
}

function isField(item: Item | undefined): item is ItemOf<'contact_field'> | ItemOf<'company_field'> {
  return item?.kind === 'contact_field' || item?.kind === 'company_field';
}

/** May it be a box that people tick or leave? */
export function isChoice({ field }: Question): boolean {
  return isChoiceField(field);
}

/** The same of a form field alone. */
export function isChoiceField({ type }: FormFieldItem): boolean {
  return CHOICES.has(type ?? '');
}

/** Label as people read it, else the alias. */
export function labelOf(field: FormFieldItem): string {
  return field.title === undefined || field.title === '' ? aliasOf(field) : field.title;
}

/** The texts beside a box: its label, and its answers where each is a box of its own. */
export function textsBeside({ field }: Question): readonly string[] {
  const answers = field.type === 'select' ? [] : (field.options ?? []).map(option => option.label);
  return [field.title ?? '', ...answers];
}

/** Place of an item: its declaration, else Mautic. */
export function placeOf({ policy, snapshot }: Pick<Known, 'policy' | 'snapshot'>, item: Item): Place {
  return policy.entryOf(item)?.place ?? { item: snapshot.reference(item) };
}
