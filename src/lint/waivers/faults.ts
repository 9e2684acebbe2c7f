/** What is wrong with the waivers themselves, and with the notes that silence a rule. */

import { group } from '../../collections.js';
import { addDays, addMonths } from '../../declarations/days.js';
import type { Declarations } from '../../declarations/model.js';
import type { FilePlace, Finding, Fix } from '../../finding.js';
import type { Waiver } from '../../generated/declaration.js';
import { nearest } from '../../text/near.js';
import { twoFor } from '../declared/references.js';
import { type Told, toldBy, valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { covers, REASON_LENGTH, waiverSubject } from './waivers.js';

/** Longest time a waiver may run, in months. */
export const WAIVER_MONTHS = { recommended: 12, strict: 6 } as const;
/** So many days before its end a waiver is worth a look. */
const NOTICE_DAYS = 30;

export interface WaiverFault {
  readonly subject: string;
  readonly place: FilePlace;
  /** Code of the half sentence. */
  readonly reason: string;
  readonly rules: readonly string[];
  /** What it is about, as written; of a comment the place says it. */
  readonly key?: string;
  /** Code of the sentence around the reason, where that is another. */
  readonly detail?: string;
  /** The rule or the item that may have been meant. */
  readonly near?: string;
  readonly date?: string;
  readonly limit?: number | string;
  readonly severity?: 'warn';
  readonly fixes?: readonly Fix[];
}

/** What is wrong with a waiver that does nothing (any more): without it, nothing else is found. */
const NEEDLESS: ReadonlySet<string> = new Set(['expired', 'unused', 'never']);

type Known = Pick<RuleContext, 'declarations' | 'indexes' | 'settings' | 'judged' | 'notRun' | 'isSeenWhole' | 'now' | 'preset'>;
type Fault = Pick<WaiverFault, 'reason' | 'date' | 'limit' | 'severity' | 'near'> & { readonly at?: keyof Waiver };

/** Every fault of every waiver, in file order. An unknown rule, a pattern that is too wide and other mistakes in the file are told by `schema-valid`. */
export function waiverFaults(context: Known): WaiverFault[] {
  const told = toldBy(context.declarations);
  const byRule = group(context.judged, ({ rule }) => rule);
  return context.declarations.waivers.flatMap(({ value, place }) => {
    if (place === null) return [];
    const faults = faultsOf(value, place, context, told);
    if (faults.every(fault => fault.severity === 'warn') && isUnused(value, context, byRule)) {
      faults.push({ reason: 'unused', at: 'item', ...nearSubject(value, byRule) });
    }
    const about = { subject: waiverSubject(value), rules: [value.rule || '…'], key: value.item || '…' };
    return faults.map(({ at, ...fault }) => ({
      ...about,
      ...fault,
      place: at === undefined || value[at] === undefined ? place : valueAt(place, at),
      ...(NEEDLESS.has(fault.reason) ? { fixes: [{ id: 'remove-waiver', safe: false, changes: [{ do: 'remove', place }] }] } : {}),
    }));
  });
}

function faultsOf(waiver: Waiver, place: FilePlace, context: Known, told: Told): Fault[] {
  // What no waiver can do needs no better waiver.
  if (context.settings.get(waiver.rule ?? '')?.waivable === false) return [{ reason: 'never', at: 'rule' }];
  const faults = [nameFault(waiver), itemFault(waiver), reasonFault(waiver), untilFault(waiver, context), approvalFault(waiver, context)];
  return faults.filter((fault): fault is Fault => fault !== undefined && (fault.at === undefined || !told.has(place, fault.at)));
}

function nameFault({ rule }: Waiver): Fault | undefined {
  return rule === undefined ? { reason: 'no-rule', at: 'rule' } : undefined;
}

function itemFault({ item }: Waiver): Fault | undefined {
  return item === undefined ? { reason: 'no-item', at: 'item' } : undefined;
}

function reasonFault({ reason }: Waiver): Fault | undefined {
  if (reason === undefined || reason.trim() === '') return { reason: 'no-reason', at: 'reason' };
  return reason.trim().length < REASON_LENGTH ? { reason: 'short-reason', limit: REASON_LENGTH, at: 'reason' } : undefined;
}

function untilFault({ until }: Waiver, { now, preset }: Known): Fault | undefined {
  const months = WAIVER_MONTHS[preset];
  if (until === undefined) return { reason: 'no-until', at: 'until' };
  if (until < now) return { reason: 'expired', date: until, at: 'until' };
  if (until > addMonths(now, months)) return { reason: 'too-far', date: until, limit: `P${months}M`, at: 'until' };
  return until <= addDays(now, NOTICE_DAYS) ? { reason: 'ending', date: until, severity: 'warn', at: 'until' } : undefined;
}

function approvalFault({ rule, approved_by }: Waiver, { settings, preset }: Known): Fault | undefined {
  const waivable = settings.get(rule ?? '')?.waivable;
  if (waivable === 'dpo') return approved_by === 'dpo' ? undefined : { reason: 'needs-dpo', at: 'approved_by' };
  return preset === 'strict' && (approved_by ?? '').trim() === '' ? { reason: 'no-approver', at: 'approved_by' } : undefined;
}

/** It covers no finding, and that is certain: the rule ran in full, over items that were seen whole and files that could all be read, and one item at most is meant. */
function isUnused(waiver: Waiver, context: Known, byRule: ReadonlyMap<string, readonly Finding[]>): boolean {
  const { rule = '', item } = waiver;
  if (
    item === undefined ||
    (context.settings.get(rule)?.severity ?? 'off') === 'off' ||
    context.notRun.some(entry => entry.rule === rule) ||
    !context.isSeenWhole(rule, item) ||
    twoFor(waiver, context.indexes.byKey) !== undefined
  )
    return false;
  if (!isWhole(context.declarations)) return false;
  return !(byRule.get(rule) ?? []).some(finding => covers(waiver, finding.subject));
}

/** What the rule did find that is spelled like the item, or is it without its kind. */
function nearSubject({ rule = '', item = '' }: Waiver, byRule: ReadonlyMap<string, readonly Finding[]>): Pick<Fault, 'near'> {
  const subjects = [...new Set((byRule.get(rule) ?? []).map(({ subject }) => subject))];
  const near = subjects.find(subject => subject.endsWith(`:${item}`)) ?? nearest(item, subjects);
  return near === undefined ? {} : { near };
}

function isWhole({ files }: Declarations): boolean {
  return files.every(({ document }) => document.faults.length === 0);
}
