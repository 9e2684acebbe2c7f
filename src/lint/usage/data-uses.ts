/** What is done with a datum: who uses the value of a contact or company field, beyond asking for it and storing it. */
import type { CoverageName, Item } from '../../mautic/snapshot.js';
import type { Field } from '../declared/core-fields.js';
import type { RuleContext } from '../rule.js';
import type { Step } from './steps.js';
import { namedBy } from './surroundings.js';

type Known = Pick<RuleContext, 'snapshot' | 'indexes'>;

export interface DataUse {
  readonly user: Item;
  readonly step: Step;
}

/** How a value gets into a field. That a form asks for it is no reason to keep it. */
const FILLING: ReadonlySet<Step['how']> = new Set<Step['how']>(['collects', 'writes', 'other_mapping']);

/** What must have been seen before one can say that nothing uses a field: all that could name it, and which question fills it. */
export const USE_COVERAGE: readonly CoverageName[] = [
  ...new Set([...namedBy('contact_field'), ...namedBy('company_field')].filter(of => !of.includes('.'))),
  'form_field.mapping',
];

const NOT_USED: readonly DataUse[] = [];

/**
 * Who reads a field, filters or decides by it, in the order of the snapshot. Uses that name no single field (a webhook that sends the whole
 * contact) are none: they would excuse every field there is.
 */
export function usesOfField({ snapshot, indexes }: Known, field: Field): readonly DataUse[] {
  const steps = indexes.steps.to(snapshot.reference(field));
  return steps.length === 0
    ? NOT_USED
    : steps.flatMap(step => {
        const user = FILLING.has(step.how) ? undefined : snapshot.item(step.from);
        return user === undefined ? [] : [{ user, step }];
      });
}

/** The questions that fill a field. */
export function questionsFor({ indexes }: Known, reference: string): readonly string[] {
  return indexes.questions.filling(reference);
}

/** Does anything fill the field by itself: a question, a step, an action? */
export function isFilled({ snapshot, indexes }: Known, field: Field): boolean {
  return indexes.steps.to(snapshot.reference(field)).some(({ how }) => FILLING.has(how));
}

/** Is the field used, or the answer that fills it: mailed to the office, handed on, looked at by a campaign? */
export function isUsed(context: Known, field: Field): boolean {
  const { snapshot, indexes } = context;
  const reference = snapshot.reference(field);
  const { steps } = indexes;
  if (steps.to(reference).some(({ how, from }) => !FILLING.has(how) && snapshot.item(from) !== undefined)) return true;
  return questionsFor(context, reference).some(question => steps.to(question).some(({ how }) => how !== 'contains' && !FILLING.has(how)));
}
