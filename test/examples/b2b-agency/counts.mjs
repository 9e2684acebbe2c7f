// How many people hold what: what `pull --counts` would have asked for.
import { filledAliases, ownCompanyAliases } from './fields.mjs';

const PEOPLE = 12000;
/** Shares of the fields that few people have by nature, or nearly all; the others are held by one in four. */
const SHARES = {
  email: 1,
  firstname: 0.8,
  lastname: 0.6,
  preferred_locale: 1,
  timezone: 0.4,
  consent_letter: 1,
  consent_torchio: 1,
  consent_scoring: 1,
  consent_visits: 1,
  points: 1,
  last_active: 1,
};
const YEARS = ['2026', '2025', '2024', '2023', '2022', '2021', '2020', '2019', '2018', '2017'];
/** Dates that people may carry for two years, and for three; of the others nothing is older than this year: the data end after months. */
const TWO_YEARS = new Set([
  'last_active',
  'last_real_action',
  'consent_letter_at',
  'consent_torchio_at',
  'consent_scoring_at',
  'offer_day',
]);
const FOR_LONG = new Set(['client_since']);
const THREE_YEARS = new Set(['client_until']);

/** How many were there before each of these years. */
function peopleBefore(alias, year) {
  const since = FOR_LONG.has(alias) ? '2016' : THREE_YEARS.has(alias) ? '2024' : TWO_YEARS.has(alias) ? '2025' : '2027';
  return year < since ? 0 : year === '2026' ? 2900 : 600;
}

/** Mautic fills these itself. */
const BUILT_IN = new Set(['points', 'last_active']);

/** From 100 on two figures are kept, rounded down. */
function rounded(n) {
  if (n > 0 && n < 5) return '<5';
  const unit = n < 100 ? 1 : 10 ** (String(n).length - 2);
  return Math.floor(n / unit) * unit;
}

const older = (of, alias) => YEARS.map(year => ({ of, how: 'older', n: rounded(peopleBefore(alias, year)), before: `${year}-01-01` }));

/** How many people hold an item: nothing where a pull does not count. */
function countsOfItem({ kind, key, type }) {
  const of = `${kind}:${key}`;
  switch (kind) {
    case 'contact_field': {
      const n = filledAliases.has(key) || BUILT_IN.has(key) ? rounded(PEOPLE * (SHARES[key] ?? 0.25)) : 0;
      const yes = type === 'boolean' ? [{ of, how: 'yes', n: rounded(n / 2) }] : [];
      const dates = n > 0 && (type === 'date' || type === 'datetime') ? older(of, key) : [];
      return [{ of, how: 'filled', n }, ...dates, ...yes];
    }
    case 'company_field':
      return [{ of, how: 'filled', n: ownCompanyAliases.has(key) ? 900 : 0 }];
    case 'tag':
    case 'segment':
    case 'stage':
      return [{ of, how: 'people', n: 140 }];
    case 'form':
      return [{ of, how: 'answers', n: 90 }];
    default:
      return [];
  }
}

const textOf = ({ of, how, before = '' }) => `${of} ${how} ${before}`;
const byText = counts => [...counts].sort((a, b) => (textOf(a) < textOf(b) ? -1 : 1));

/** The counts of a snapshot in their order: records first, then items as they stand. */
export function countsOf(items) {
  const record = (of, n) => ({ of, how: 'total', n: rounded(n) });
  const records = [record('record:contact', PEOPLE + 900), record('record:identified', PEOPLE), record('record:anonymous', 900)];
  return [...byText([...records, ...older('record:dates', 'last_active')]), ...items.flatMap(item => byText(countsOfItem(item)))];
}
