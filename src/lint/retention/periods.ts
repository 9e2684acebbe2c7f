/** Lengths of a retention that are neither a period nor words without an end, which a rule of their own explains. */
import type { Problem } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { valueAt } from '../places.js';
import type { RuleContext } from '../rule.js';
import { endlessIn } from './endless.js';

/** The schema takes any text there, so that `until-withdrawn` can explain "for ever". */
export function retentionPeriodProblems({ indexes }: Pick<RuleContext, 'indexes'>): Problem[] {
  return indexes.retentions.flatMap(({ subject, key, value, whole: { period }, entry }) => {
    if (period === undefined || daysOf(period) !== undefined || endlessIn({ period }) !== undefined) return [];
    const place = typeof value === 'string' ? valueAt(entry, key) : valueAt(entry, key, 'period');
    return [{ code: 'period', subject, place, data: { value: period } }];
  });
}
