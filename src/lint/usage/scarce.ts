/** Fields that almost nobody filled in. */

import { daysBetween } from '../../declarations/days.js';
import type { Place } from '../../finding.js';
import type { Count } from '../../mautic/snapshot.js';
import { type Field, fieldsOf, isBuiltInColumn } from '../declared/core-fields.js';
import { isSeen } from '../declared/undeclared.js';
import type { RuleContext } from '../rule.js';

export interface ScarceField {
  readonly field: Field;
  readonly place: Place;
  /** Share of the contacts, or companies, that have it, in per cent; where the numbers are hidden or rounded, the most it can be. */
  readonly percent: number;
}

/** So old must a field be before one can say that people leave it empty, in days. */
const SETTLED = 90;

/** The smallest share that is shown, in per cent. */
const SMALLEST = 0.1;

/**
 * Declared fields that a smaller share of the identified contacts, or of the companies, has than a number of per cent, whatever the true
 * numbers behind the hidden and rounded ones are. None where these were not counted. Not what holds a consent or an objection: one person's no
 * is enough.
 */
export function scarceFields(context: RuleContext, least: number): ScarceField[] {
  const totals = { contact_field: identified(context), company_field: companies(context) };
  const untouched = context.indexes.untouchedCoreFields;
  const { carriesPolicy } = context.indexes.declaredUses;
  return fieldsOf(context).flatMap(field => {
    const total = context.kinds.has(field.kind) ? totals[field.kind] : 0;
    if (total === 0) return [];
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

/** Contacts that are known by more than a cookie. Counted numbers are rounded down: the true total is not smaller. 0: not known. */
function identified({ snapshot }: RuleContext): number {
  return leastOf(snapshot.count('record:identified', 'total'));
}

/** Nobody counts companies as such: there are at least as many as have the field that most of them have, which is their name. */
function companies({ snapshot }: RuleContext): number {
  return snapshot
    .items('company_field')
    .reduce((most, field) => Math.max(most, leastOf(snapshot.count(snapshot.reference(field), 'filled'))), 0);
}

function leastOf(count: Count['n'] | undefined): number {
  return typeof count === 'number' ? count : 0;
}

/** Installer's fields have no date, and are as old as the instance. */
function isSettled(field: Field, now: string): boolean {
  if (!isSeen(field) || isBuiltInColumn(field) || field.added === undefined) return false;
  return field.added === '' || daysBetween(field.added, now) > SETTLED;
}

/** Hidden numbers are four at most; from 100 on, the snapshot has them rounded down to two figures. */
function mostOf(count: Count['n']): number {
  if (typeof count !== 'number') return 4;
  if (count < 100) return count;
  return count + 10 ** (String(count).length - 2) - 1;
}
