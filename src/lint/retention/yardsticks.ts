/** Periods that authorities find usual (rules/data/retention-yardsticks.yaml), and the declared ones that go beyond. */
import type { Entry } from '../../declarations/model.js';
import { daysOf } from '../../declarations/periods.js';
import { retentionYardsticks } from '../../generated/data.js';
import type { Purpose, Use } from '../../generated/declaration.js';
import { nameOfPurpose, purposesIn } from '../policy.js';
import type { RuleContext } from '../rule.js';
import type { StatedRetention } from './retentions.js';

export interface Yardstick {
  readonly country: string;
  readonly authority: string;
  readonly uses: readonly Use[];
  readonly period: string;
}

const yardsticks = (): readonly Yardstick[] => retentionYardsticks().yardsticks;

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'indexes'>;

export interface LongRetention {
  readonly stated: StatedRetention;
  readonly period: string;
  readonly yardstick: Yardstick;
  /** Name of the purpose that the yardstick is for. */
  readonly purpose: string;
}

/**
 * Retentions longer than the yardstick of the declared countries, without a note that says why: of purposes, form results and tracking.
 * Those of fields and tags have the purpose as their limit already, those of unknown visitors no yardstick of a purpose.
 */
export function longRetentions({ declarations, policy, indexes }: Known): LongRetention[] {
  const countries = declarations.organisation.value.countries ?? [];
  return indexes.retentions.flatMap(stated => {
    const { period, note } = stated.whole;
    const days = period === undefined ? undefined : daysOf(period);
    if (period === undefined || days === undefined || note !== undefined) return [];
    const [longest] = purposesOf({ declarations, policy, indexes }, stated)
      .map(purpose => ({ purpose: nameOfPurpose(purpose), yardstick: yardstickOf(purpose.value, countries) }))
      .sort((a, b) => lengthOf(b.yardstick) - lengthOf(a.yardstick));
    if (longest?.yardstick === undefined || days <= lengthOf(longest.yardstick)) return [];
    return [{ stated, period, yardstick: longest.yardstick, purpose: longest.purpose }];
  });
}

/** The purposes that a retention is for. */
function purposesOf({ declarations, policy }: Known, { subject, kind, key, item }: StatedRetention): readonly Entry<Purpose>[] {
  const own = subject.slice(subject.indexOf(':') + 1);
  if (kind === 'purpose') return policy.purposes([own]);
  if (item !== undefined) return key === 'results_retention' ? policy.purposes(purposesIn(policy.standingOf(item))) : [];
  const surface = Object.values(declarations.tracking).find(({ key }) => key === own);
  return key === 'retention' ? policy.purposes(surface?.value.purposes ?? []) : [];
}

/** The shortest among the countries. */
function yardstickOf({ use }: Purpose, countries: readonly string[]): Yardstick | undefined {
  const fitting = yardsticks().filter(({ country, uses }) => use !== undefined && uses.includes(use) && countries.includes(country));
  return fitting.sort((a, b) => lengthOf(a) - lengthOf(b))[0];
}

/** In days; a purpose without a yardstick has no limit. */
function lengthOf(yardstick: Yardstick | undefined): number {
  return (yardstick === undefined ? undefined : daysOf(yardstick.period)) ?? Number.MAX_SAFE_INTEGER;
}
