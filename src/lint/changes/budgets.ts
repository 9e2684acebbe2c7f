/** The numbers that a team allows itself, beside what Mautic has and what a branch makes of them. */

import type { DeclaredKind } from '../../declarations/model.js';
import type { FilePlace, Place } from '../../finding.js';
import type { Item } from '../../mautic/snapshot.js';
import { isBuiltInColumn } from '../declared/core-fields.js';
import { isSeen } from '../declared/undeclared.js';
import { asksPerson } from '../forms/asked-data.js';
import { type FormItem, liveForms, partsOf, placeOf } from '../forms/questions.js';
import type { RuleContext } from '../rule.js';
import { BUDGET_KEYS } from './exceptions.js';

type BudgetKey = (typeof BUDGET_KEYS)[number];

export interface BudgetFault {
  /** `budget`, or the form that asks too much. */
  readonly subject: string;
  readonly place: Place;
  readonly key: BudgetKey;
  readonly limit: number;
  readonly count: number;
  /** The number that a branch writes in place of the limit, which nobody agreed to. */
  readonly raisedTo?: number;
  /** Where the limit stands, when the fault is shown elsewhere. */
  readonly limitPlace?: FilePlace;
}

const KINDS = {
  contact_fields: 'contact_field',
  company_fields: 'company_field',
  tags: 'tag',
  segments: 'segment',
  questions_per_form: 'form_field',
} as const satisfies Record<BudgetKey, DeclaredKind>;

/** Numbers above their limit, and limits that were raised without `approved_by`; kinds that were not seen are left out. */
export function budgetFaults(context: RuleContext): BudgetFault[] {
  const { value, places, place } = context.declarations.budget;
  return BUDGET_KEYS.flatMap((key): BudgetFault[] => {
    const limit = value[key];
    const at = places.get(key) ?? place;
    if (limit === undefined || at === null || !context.kinds.has(KINDS[key])) return [];
    const limitPlace: FilePlace = { ...at, at: 'value' };
    const own = { subject: 'budget', place: limitPlace, key };
    const forms = key === 'questions_per_form' ? liveForms(context) : [];
    const count =
      key === 'questions_per_form' ? Math.max(0, ...forms.map(form => questionsIn(context, form))) : countOf(context, KINDS[key]);
    const former = context.base?.declarations.budget.value[key];
    const isAgreed = (value.approved_by ?? '').trim() !== '';
    if (former !== undefined && limit > former && !isAgreed) return [{ ...own, limit: former, count, raisedTo: limit }];
    if (count <= limit) return [];
    if (key !== 'questions_per_form') return [{ ...own, limit, count }];
    return forms.flatMap(form => {
      const asked = questionsIn(context, form);
      const about = { subject: context.snapshot.reference(form), place: placeOf(context, form), limitPlace };
      return asked <= limit ? [] : [{ ...about, key, limit, count: asked }];
    });
  });
}

/** What is live and about people. What nobody chose and nobody touched, and columns that Mautic fills itself, are not counted. */
function countOf({ snapshot, policy, indexes }: RuleContext, kind: DeclaredKind): number {
  const isCounted = (item: Item): boolean =>
    policy.isLive(item) &&
    isSeen(item) &&
    !isBuiltInColumn(item) &&
    !indexes.untouchedCoreFields.has(item) &&
    policy.standing(item).state !== 'not-personal';
  return snapshot.items(kind).filter(isCounted).length;
}

/** Questions about people, as `form-overask` counts them. */
function questionsIn(context: RuleContext, form: FormItem): number {
  return partsOf(context, form).filter(part => asksPerson(context, part)).length;
}
