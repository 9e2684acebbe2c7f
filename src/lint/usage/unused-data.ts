/** Data that are kept and used for nothing, and data kept to make messages personal that no message uses. */
import type { Entry, ItemEntry } from '../../declarations/model.js';
import type { People, Place } from '../../finding.js';
import { coreFields } from '../../generated/data.js';
import type { Purpose, Use } from '../../generated/declaration.js';
import type { Kind } from '../../items.js';
import { laterBy } from '../../text/later.js';
import { type Field, fieldsOf, isBuiltInColumn, usedWithoutUse } from '../declared/core-fields.js';
import { isSeen, peopleIn } from '../declared/undeclared.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { isFilled, isUsed, usesOfField } from './data-uses.js';
import { namesUser } from './declared-uses.js';
import type { Step } from './steps.js';

export interface IdleDatum {
  readonly field: Field;
  readonly place: Place;
  /** How many people's it is; `unknown` where nobody has counted. */
  readonly people: People;
}

/** Kept for the law, or for a dispute: it lies there until somebody asks. */
const KEPT: ReadonlySet<Use | undefined> = new Set<Use>(['proof-and-objection', 'legal-claims']);
const PERSONALISATION: ReadonlySet<Use | undefined> = new Set<Use>(['content-personalisation']);

/**
 * Declared fields that hold something and that nothing uses: nothing in Mautic (fields that a form only asks for, or a step only writes, are
 * among them), and nobody that the declarations name. Not what identifies a person or carries the policy itself, nor what is there for
 * personalisation alone: that has a rule of its own.
 */
export function unusedData(context: RuleContext): IdleDatum[] {
  return idleData(context, uses => uses.every(use => KEPT.has(use)) || uses.every(use => PERSONALISATION.has(use)), isUsed);
}

/** What a message can do with a field: greet with it, or choose by it what people get. */
const IN_MESSAGES: Readonly<Partial<Record<Kind, readonly Step['how'][]>>> = {
  form: ['reads'],
  segment: ['filters'],
  campaign: ['decides'],
  email: ['reads', 'filters'],
  page: ['reads'],
  dynamic_content: ['reads', 'filters'],
  focus_item: ['reads'],
  text_message: ['reads'],
  notification: ['reads'],
};

/** Declared fields that are kept for personalisation alone, and that nothing live personalises by. */
export function unusedForMessages(context: RuleContext): IdleDatum[] {
  return idleData(
    context,
    uses => !uses.every(use => PERSONALISATION.has(use)),
    (_, field) =>
      usesOfField(context, field).some(
        ({ user, step }) => IN_MESSAGES[user.kind]?.includes(step.how) === true && context.policy.isLive(user),
      ),
  );
}

/**
 * @param isExcused by the `use` of its purposes
 * @param isInUse in Mautic
 */
function idleData(
  context: RuleContext,
  isExcused: (uses: readonly (Use | undefined)[]) => boolean,
  isInUse: (context: RuleContext, field: Field) => boolean,
): IdleDatum[] {
  const untouched = context.indexes.untouchedCoreFields;
  const silent = usedWithoutUse(context);
  // Few lists of purposes differ.
  const isExcusedBy = laterBy((purposes: readonly Entry<Purpose>[]): boolean => isExcused(purposes.map(({ value }) => value.use)));
  return fieldsOf(context).flatMap(field => {
    const entry = context.policy.entryOf(field);
    if (!context.kinds.has(field.kind) || entry === undefined || untouched.has(field) || !isJudged(field, entry)) return [];
    const keys = context.policy.purposesOf(field);
    const purposes = context.policy.purposes(keys);
    // A purpose that is not defined is told by another rule, and may be any.
    if (keys.length === 0 || purposes.length < keys.length || isExcusedBy(purposes)) return [];
    const isIdle = !isInUse(context, field) && holdsValues(context, field) && !silent.has(context.snapshot.reference(field));
    if (!isIdle) return [];
    const { isNeeded, carriesPolicy } = context.indexes.declaredUses;
    if (isNeeded(field) || carriesPolicy(field)) return [];
    const { people = 'unknown' } = peopleIn(context.snapshot.count(context.snapshot.reference(field), 'filled'));
    return [{ field, place: placeOf(entry), people }];
  });
}

/** Not what Mautic fills itself, what tells people apart, what is to come, and what is given up. */
function isJudged(field: Field, { value }: ItemEntry): boolean {
  const identifies = field.unique === true || (field.kind === 'contact_field' && field.key === 'email');
  return isSeen(field) && !isBuiltInColumn(field) && !identifies && value.status !== 'planned' && value.status !== 'retired';
}

/** By the count; without one, a field of one's own is taken to hold something, and one that Mautic ships only when something fills it. */
function holdsValues(context: RuleContext, field: Field): boolean {
  const filled = context.snapshot.count(context.snapshot.reference(field), 'filled');
  if (filled !== undefined) return filled !== 0;
  return field.pending !== true && (!Object.hasOwn(coreFields()[field.kind], field.key) || isFilled(context, field));
}

/** A `used_by` that does not count is what has to be mended. */
function placeOf(entry: ItemEntry): Place {
  return 'used_by' in entry.value && !namesUser(entry) ? valueAt(entry.place, 'used_by') : entry.place;
}
