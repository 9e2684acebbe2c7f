/** The languages in which a team's labels are read: those it states, else those of its countries; English always. */
import type { Declarations } from '../declarations/model.js';

/** Languages of the countries for which there are word lists; own list. */
const OF_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  AT: ['de'],
  BE: ['nl', 'fr', 'de'],
  BR: ['pt'],
  CH: ['de', 'fr', 'it'],
  DE: ['de'],
  ES: ['es'],
  FR: ['fr'],
  IT: ['it'],
  LI: ['de'],
  LU: ['fr', 'de'],
  MC: ['fr'],
  MX: ['es'],
  NL: ['nl'],
  PL: ['pl'],
  PT: ['pt'],
  SM: ['it'],
  VA: ['it'],
};

/** Two-letter codes of the languages whose words count. */
export function languagesOf({ organisation }: Declarations): ReadonlySet<string> {
  const { languages, countries = [] } = organisation.value;
  return new Set(['en', ...(languages ?? countries.flatMap(country => OF_COUNTRY[country] ?? []))]);
}
