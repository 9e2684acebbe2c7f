/** Every datum, once: a field with the questions that fill it, or a question whose answer fills none; and what their words tell. */
import { group } from '../../collections.js';
import type { ItemEntry } from '../../declarations/model.js';
import { type Kind, parseIdentity } from '../../items.js';
import { heldBy, heldIn } from '../consent/holders.js';
import { asksConsent } from '../consent/texts.js';
import { type Field, fieldsOf } from '../declared/core-fields.js';
import { asksDatum } from '../forms/asked-data.js';
import { categoriesOf, type Indexed, liveParts, type Question } from '../forms/questions.js';
import { labelOf } from '../labels.js';
import { type Spoken, spokenOf } from './answers.js';
import { sensitiveIn } from './categories.js';
import type { DatumItem, Told } from './datum-texts.js';

/** A field or question of a datum. */
export interface Part extends Spoken {
  readonly item: DatumItem;
  readonly reference: string;
}

/** A part, and what it tells. */
export interface Telling extends Part, Told {}

export interface Datum extends Part {
  /** The field, if Mautic has one, then the questions of live forms that ask for it. */
  readonly parts: readonly Part[];
  readonly questions: readonly Question[];
  /** Is it about a firm, and nobody has said that it is about people, too? */
  readonly ofFirm: boolean;
  /** What its parts tell, nearest first: what stands at the field before what stands at a question. */
  readonly tellings: readonly Telling[];
}

/** All data that are asked for or held. A consent is no datum; nor is what says nothing about anybody, or holds nothing. */
export function heldData(context: Indexed): readonly Datum[] {
  const questions = wasSeen(context, 'form_field') ? liveParts(context).filter(question => bringsDatum(context, question)) : [];
  const filling = group(questions, ({ target }) => target);
  const fields = heldFields(context);
  const held = new Set(fields.map(context.snapshot.reference));
  return [
    ...fields.map(field => ofField(context, field, filling.get(context.snapshot.reference(field)) ?? UNASKED)),
    ...questions.filter(({ target }) => target === undefined || !held.has(target)).map(question => ofQuestion(context, question)),
  ];
}

const UNASKED: readonly Question[] = [];

function ofField(context: Indexed, field: Field, questions: readonly Question[]): Datum {
  const { entries } = spokenOf(field, context.policy);
  const part: Part = { item: field, reference: context.snapshot.reference(field), entries };
  const parts = questions.length === 0 ? [part] : [part, ...questions.map(question => partOf(context, question))];
  const ofFirm = field.kind === 'company_field' && context.policy.standing(field).state !== 'purposes';
  const told = questions.length === 0 ? tellings(context, part) : parts.flatMap(one => tellings(context, one));
  return { item: field, reference: part.reference, entries, parts, questions, ofFirm, tellings: told };
}

function ofQuestion(context: Indexed, question: Question): Datum {
  const part = partOf(context, question);
  const isAtFirm = question.target?.startsWith('company_field:') === true || question.field.mapping === 'company';
  const ofFirm = isAtFirm && (question.fills === undefined || context.policy.standing(question.fills).state !== 'purposes');
  return { ...part, parts: [part], questions: [question], ofFirm, tellings: tellings(context, part) };
}

/** A question takes what is said of the field it fills, also where only the declaration has that field. */
function partOf({ policy }: Indexed, { field, reference, entry, target }: Question): Part {
  const named = parseIdentity(target ?? '');
  const filled = named === null ? undefined : policy.entryFor(named.kind, named.key, named.id);
  return { item: field, reference, entries: [entry, filled].filter((found): found is ItemEntry => found !== undefined) };
}

const NOTHING: readonly Telling[] = [];

function tellings({ indexes }: Indexed, part: Part): readonly Telling[] {
  const told = indexes.told(part.item);
  const categories = categoriesOf(part.entries.find(entry => categoriesOf(entry) !== undefined)) ?? [];
  if (told.length === 0 && categories.length === 0) return NOTHING;
  const label = labelOf(part.item);
  const declared = categories.flatMap((name): Told[] => {
    const category = sensitiveIn(name);
    return category === undefined ? [] : [{ category, strength: 'strong', label }];
  });
  return [...declared, ...told].map(one => ({ ...part, ...one }));
}

const FIELD_KINDS: readonly Field['kind'][] = ['contact_field', 'company_field'];

/** Live, or still filled; not what a fresh Mautic ships and nobody uses, or what cannot be deleted and is empty. */
function heldFields(context: Indexed): Field[] {
  const { snapshot, policy, indexes } = context;
  const untouched = indexes.untouchedCoreFields;
  const seen = new Set(FIELD_KINDS.filter(kind => wasSeen(context, kind)));
  return fieldsOf(context).filter(field => {
    if (!seen.has(field.kind)) return false;
    const filled = snapshot.count(snapshot.reference(field), 'filled');
    const isHeld = policy.isLive(field) || (filled !== undefined && filled !== 0);
    const isEmptyCore = untouched.has(field) || (field.fixed === true && filled === 0);
    if (!isHeld || isEmptyCore) return false;
    return heldBy(indexes.consentHolders, field).length === 0 && !(field.type === 'boolean' && asksConsent(labelOf(field)));
  });
}

/** Hidden fields hold data, too. */
function bringsDatum(context: Indexed, question: Question): boolean {
  const { field, entry } = question;
  const isHidden = field.type === 'hidden' && entry?.value.role === undefined;
  return isHidden ? heldIn(question, context.indexes.consentHolders).length === 0 : asksDatum(context, question);
}

function wasSeen({ snapshot }: Indexed, kind: Kind): boolean {
  const { state } = snapshot.coverage(kind);
  return state === 'complete' || state === 'partial';
}
