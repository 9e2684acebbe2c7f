/** Purposes that rest on legitimate interest: what their assessment lacks, and whether people can say no. */

import { addMonths } from '../../declarations/days.js';
import type { Entry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import type { Purpose } from '../../generated/declaration.js';
import { isBlank } from '../blank.js';
import { toldBy, valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { basesOf } from './legal-bases.js';

/** Months after which an assessment is looked at again; own yardstick. */
const VALID_MONTHS = 24;

export interface AssessmentGap {
  readonly purpose: Entry<Purpose>;
  readonly place: FilePlace;
  /** Codes of what is missing. */
  readonly missing: readonly string[];
  /** Day of an assessment that is too old. */
  readonly date?: string;
}

/** What is missing or out of date; a key that the block itself lacks is told by `schema-valid`. */
export function assessmentGaps({ declarations, now }: Pick<RuleContext, 'declarations' | 'now'>): AssessmentGap[] {
  const told = toldBy(declarations);
  const oldest = addMonths(now, -VALID_MONTHS);
  return [...declarations.purposes.values()].flatMap(purpose => {
    const { value, place } = purpose;
    if (place === null || !basesOf(value.legal_basis).includes('legitimate-interests')) return [];
    const { lia, objection } = value;
    const date = lia?.date !== undefined && lia.date < oldest ? lia.date : undefined;
    const missing = [
      ...(lia === undefined && !told.has(place, 'lia') ? ['lia'] : []),
      ...(isWrittenBlank(lia?.interest) ? ['interest'] : []),
      ...(isWrittenBlank(lia?.document) ? ['document'] : []),
      ...(date === undefined ? [] : ['old']),
      ...((objection === undefined || isWrittenBlank(objection)) && !told.has(place, 'objection') ? ['objection'] : []),
    ];
    if (missing.length === 0) return [];
    return [
      { purpose, place: valueAt(place, lia === undefined ? 'legal_basis' : 'lia'), missing, ...(date === undefined ? {} : { date }) },
    ];
  });
}

function isWrittenBlank(value: unknown): boolean {
  return typeof value === 'string' && isBlank(value);
}
