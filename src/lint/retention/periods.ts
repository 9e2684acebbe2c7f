/** Lengths of a retention that are neither a period nor words without an end, which a rule of their own explains. */
import type { Declarations, Problem } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { valueAt } from '../places.js';
import type { Policy } from '../policy.js';
import { endlessIn } from './endless.js';
import { statedRetentions } from './retentions.js';

/** The schema takes any text there, so that `until-withdrawn` can explain "for ever". */
export function retentionPeriodProblems(declarations: Declarations, policy: Policy): Problem[] {
  return statedRetentions(declarations, policy).flatMap(({ subject, key, value, whole: { period }, entry }) => {
    if (period === undefined || daysOf(period) !== undefined || endlessIn({ period }) !== undefined) return [];
    const place = typeof value === 'string' ? valueAt(entry, key) : valueAt(entry, key, 'period');
    return [{ code: 'period', subject, place, data: { value: period } }];
  });
}
