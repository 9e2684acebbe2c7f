/** Fields that almost nobody filled in. */

import { daysBetween } from '../../declarations/days.js';
import type { Place } from '../../finding.js';
import type { Count, ItemOf } from '../../mautic/snapshot.js';
import { isBuiltInColumn } from '../declared/core-fields.js';
import { isSeen } from '../declared/undeclared.js';
import type { RuleContext } from '../rule.js';

type ContactField = ItemOf<'contact_field'>;

export interface ScarceField {
  readonly field: ContactField;
  readonly place: Place;
  /** Share of the contacts that have it, in per cent; where the numbers are hidden or rounded, the most it can be. */
  readonly percent: number;
}

/** So old must a field be before one can say that people leave it empty, in days. */
const SETTLED = 90;

/** The smallest share that is shown, in per cent. */
const SMALLEST = 0.1;

/**
 * Declared contact fields of which the share of identified contacts is below a number of per cent, whatever the true numbers behind the
 * hidden and rounded ones are. None where contacts were not counted. Not what holds a consent or an objection: one person's no is enough.
 */
export function scarceFields(context: RuleContext, least: number): ScarceField[] {
  const total = identified(context);
  if (total === undefined || total === 0) return [];
  const untouched = context.indexes.untouchedCoreFields;
  const { carriesPolicy } = context.indexes.declaredUses;
  return context.snapshot.items('contact_field').flatMap(field => {
    const entry = context.policy.entryOf(field);
    const filled = context.snapshot.count(context.snapshot.reference(field), 'filled');
    if (entry === undefined || filled === undefined || untouched.has(field) || !isSettled(field, context.now)) return [];
    const { value } = entry;
    const isExpected = ('rare' in value && value.rare === true) || value.status === 'retired' || value.status === 'planned';
    if (isExpected || value.personal === false || carriesPolicy(field)) return [];
    const percent = (mostOf(filled) / total) * 100;
    // "Only less than 0.1%" is no sentence.
    const shown = percent === 0 ? 0 : Math.max(percent, SMALLEST);
    return percent < least ? [{ field, place: entry.place, percent: shown }] : [];
  });
}

/** Contacts that are known by more than a cookie. Counted numbers are rounded down: the true total is not smaller. */
function identified({ snapshot }: RuleContext): number | undefined {
  const total = snapshot.count('record:identified', 'total');
  return typeof total === 'number' ? total : undefined;
}

/** Installer's fields have no date, and are as old as the instance. */
function isSettled(field: ContactField, now: string): boolean {
  if (!isSeen(field) || isBuiltInColumn(field) || field.added === undefined) return false;
  return field.added === '' || daysBetween(field.added, now) > SETTLED;
}

/** Hidden numbers are four at most; from 100 on, the snapshot has them rounded down to two figures. */
function mostOf(count: Count['n']): number {
  if (typeof count !== 'number') return 4;
  if (count < 100) return count;
  return count + 10 ** (String(count).length - 2) - 1;
}
