/** Forms that ask more than is usual for their kind, or for purposes that they do not serve. */
import type { Place } from '../../finding.js';
import { valueAt } from '../places.js';
import { isEntryOf, nameOfPurpose } from '../policy.js';
import { asksPerson } from './asked-data.js';
import { profileOf } from './kinds.js';
import { type FormItem, type Indexed, type Known, liveForms, partsOf, placeOf, type Question } from './questions.js';

export interface Overasking {
  readonly form: FormItem;
  readonly place: Place;
  /** Questions about people. */
  readonly count: number;
  readonly limit: number;
  readonly isOver: boolean;
  /** Name of the main purpose. */
  readonly purpose?: string;
  /** Questions that serve none of the purposes of the form. */
  readonly strangers: readonly Question[];
}

/** Shortest reason for more questions that counts, in characters. */
const REASON_LENGTH = 15;

/**
 * Every live form that asks too much.
 * @param limits highest usual number by kind of form; for kinds that are not there the number is not judged, and the highest is shown as usual
 */
export function overasking(context: Indexed, limits: Readonly<Record<string, number>>): Overasking[] {
  const highest = Math.max(...Object.values(limits));
  return liveForms(context).flatMap(form => {
    const profile = profileOf(context, form);
    if (profile === undefined) return [];
    const questions = partsOf(context, form).filter(part => asksPerson(context, part));
    const own = ownLimit(context, form);
    const usual = own?.limit ?? (Object.hasOwn(limits, profile.kind) ? limits[profile.kind] : undefined);
    const strangers = profile.purposes.length === 0 ? [] : questions.filter(question => isStranger(context, question, profile.purposes));
    const isOver = usual !== undefined && questions.length > usual;
    if (strangers.length === 0 && !isOver) return [];
    const purpose = profile.main === undefined ? {} : { purpose: nameOfPurpose(profile.main) };
    const place = (isOver ? own?.place : undefined) ?? placeOf(context, form);
    return [{ form, place, count: questions.length, limit: usual ?? highest, isOver, strangers, ...purpose }];
  });
}

function isStranger({ policy }: Known, { field }: Question, purposes: readonly string[]): boolean {
  const own = policy.purposesOf(field);
  return own.length > 0 && !own.some(key => purposes.includes(key));
}

function ownLimit({ policy }: Known, form: FormItem): { readonly limit: number; readonly place: Place } | undefined {
  const entry = policy.entryOf(form);
  if (entry === undefined || !isEntryOf(entry, 'form')) return undefined;
  const { limit, reason } = entry.value.max_fields ?? {};
  if (limit === undefined || (reason ?? '').trim().length < REASON_LENGTH) return undefined;
  return { limit, place: valueAt(entry.place, 'max_fields', 'limit') };
}
