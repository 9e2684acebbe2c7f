/** Profiling that leans on the yes to a newsletter, or has no basis of its own. */
import type { Entry, ItemEntry } from '../../declarations/model.js';
import type { FilePlace } from '../../finding.js';
import { authorityGuidance } from '../../generated/data.js';
import type { Purpose } from '../../generated/declaration.js';
import { later } from '../../text/later.js';
import { valueAt } from '../places.js';
import { nameOfPurpose, purposesIn } from '../policy.js';
import { basesOf, doubtOf } from '../purposes/legal-bases.js';
import type { RuleContext } from '../rule.js';
import { profilingConsents } from './consent-holders.js';
import { isMailing } from './mailings.js';
import { isProfilingUse } from './uses.js';

export interface LeaningProfiling {
  readonly subject: string;
  readonly place: FilePlace;
  readonly purpose: string;
}

type Known = Pick<RuleContext, 'declarations' | 'policy' | 'indexes'>;

const OWN_CONSENT = later((): ReadonlySet<string> => new Set(authorityGuidance().own_profiling_consent.map(({ country }) => country)));

/** Purposes first, then items that are profiled more than their purposes say. A basis that is missing, or refused, is told by other rules. */
export function leaningProfiling({ declarations, policy, indexes }: Known): LeaningProfiling[] {
  const countries = declarations.organisation.value.countries ?? [];
  const { shared } = profilingConsents({ declarations, indexes });
  const purposes = [...declarations.purposes.values()].flatMap(purpose => {
    const key = purpose.place !== null && isIntrusive(purpose.value) ? leaningKey(purpose, shared, countries) : undefined;
    if (purpose.place === null || key === undefined) return [];
    return [{ subject: `purpose:${purpose.key}`, place: valueAt(purpose.place, key), purpose: nameOfPurpose(purpose) }];
  });
  const profiled = policy.entries.filter(({ value }) => value.profiling === 'extensive');
  const items = profiled.flatMap(entry => {
    const mailing = leaningItem(entry, { policy });
    return mailing === undefined
      ? []
      : [{ subject: entry.identity, place: valueAt(entry.place, 'profiling'), purpose: nameOfPurpose(mailing) }];
  });
  return [...purposes, ...items];
}

function isIntrusive({ profiling, use }: Purpose): boolean {
  return profiling === 'extensive' || isProfilingUse(use);
}

/** The key of the purpose that is at fault. */
function leaningKey(
  { key, value }: Entry<Purpose>,
  shared: ReadonlySet<string>,
  countries: readonly string[],
): 'profiling' | 'consent' | 'legal_basis' | undefined {
  const bases = basesOf(value.legal_basis);
  const asks = bases.includes('consent');
  if (isMailing(value) && (asks || bases.includes('soft-opt-in'))) return 'profiling';
  if (asks) return shared.has(key) ? 'consent' : undefined;
  const isSimple = value.profiling === 'simple' && bases.includes('legitimate-interests') && value.lia?.document !== undefined;
  const isTold = bases.every(basis => doubtOf(value, basis, countries)?.fit === 'refused');
  return isSimple || isTold || !countries.some(country => OWN_CONSENT().has(country)) ? undefined : 'legal_basis';
}

/** The advertising on whose yes an item is profiled; undefined when one of its purposes is profiling, or it has a basis of its own. */
function leaningItem(entry: ItemEntry, { policy }: Pick<Known, 'policy'>): Entry<Purpose> | undefined {
  if (entry.value.legal_basis !== undefined) return undefined;
  const purposes = policy.purposes(purposesIn(policy.standingOf(entry)));
  if (purposes.some(({ value }) => isIntrusive(value))) return undefined;
  const leansOn = (basis: string): boolean => basis === 'consent' || basis === 'soft-opt-in';
  return purposes.find(({ value }) => isMailing(value) && basesOf(value.legal_basis).some(leansOn));
}
