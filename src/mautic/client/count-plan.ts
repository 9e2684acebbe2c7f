/** Which totals a count asks for. Every request is for a page beyond the end: a number comes back, and nobody (seen live, 5.1.0). */
import type { Kind } from '../../items.js';
import { type Count, type Item, referencesOf } from '../snapshot.js';

export interface CountCall {
  readonly count: Pick<Count, 'of' | 'how' | 'before'>;
  /** Under which kind a refusal is told. */
  readonly kind: Kind;
  readonly path: string;
  /** How long it takes beside the total of all contacts (measured with 200,000 of them). */
  readonly weight: number;
}

type Table = 'contacts' | 'companies';

/** Beyond the end of any list. */
const NO_ROWS = 'limit=1&start=99999999';
const YEARS = 10;

/** The total of all contacts comes first: it tells how long the others will take. */
export const ALL_CONTACTS: CountCall = {
  count: { of: 'record:contact', how: 'total' },
  kind: 'contact_field',
  path: `/api/contacts?${NO_ROWS}`,
  weight: 1,
};

/**
 * @param dates aliases of date fields of contacts whose age is counted, besides the last activity and the day a contact was added
 * @param year of the pull
 */
export function countCalls(items: readonly Item[], dates: readonly string[], year: number): CountCall[] {
  const references = referencesOf(items);
  return [
    ...records(),
    ...items.flatMap((item, position) => callsOf(item, references[position] ?? '')),
    ...['last_active', ...dates].flatMap(alias => older(`contact_field:${alias}`, alias, year)),
    ...older('record:dates', 'date_added', year),
  ];
}

/** Words of Mautic's search are translated on a server of another language: these two together prove that it understands ours. */
function records(): CountCall[] {
  const record = (of: string, search: string): CountCall => ({
    count: { of, how: 'total' },
    kind: 'contact_field',
    path: searching(search),
    weight: 1,
  });
  return [record('record:identified', '!is:anonymous'), record('record:anonymous', 'is:anonymous')];
}

/** Answers such as 0 and "no" are not empty to a person, but to `isNotEmpty` they are. */
const ZERO_COUNTS: ReadonlySet<string> = new Set(['boolean', 'number']);
const WEIGHTS = { field: 0.2, tag: 0.5, segment: 1.3 } as const;

function callsOf(item: Item, of: string): CountCall[] {
  const { kind, key } = item;
  switch (kind) {
    case 'contact_field':
    case 'company_field': {
      if (!/^\w{1,100}$/u.test(key)) return [];
      const table = kind === 'contact_field' ? 'contacts' : 'companies';
      const filled = ZERO_COUNTS.has(item.type ?? '') ? 'isNotNull' : 'isNotEmpty';
      const call = (how: Count['how'], path: string): CountCall => ({ count: { of, how }, kind, path, weight: WEIGHTS.field });
      const yes = item.type === 'boolean' ? [call('yes', where(table, key, 'eq', '1'))] : [];
      return [call('filled', where(table, key, filled)), ...yes];
    }
    case 'tag':
      return isSearchable(item) ? [{ count: { of, how: 'people' }, kind, path: searching(`tag:${quoted(key)}`), weight: WEIGHTS.tag }] : [];
    case 'segment':
      return isSearchable(item) ? [{ count: { of, how: 'people' }, kind, path: searching(`segment:${key}`), weight: WEIGHTS.segment }] : [];
    case 'stage':
      return [{ count: { of, how: 'people' }, kind, path: where('contacts', 'stage_id', 'eq', String(item.id)), weight: WEIGHTS.field }];
    default:
      return [];
  }
}

function quoted(name: string): string {
  return /^[\w-]+$/u.test(name) ? name : `"${name}"`;
}

/** The search has its own signs, and a masked name is not the name. */
function isSearchable({ key, masked }: Item): boolean {
  return key !== '' && !/["'&<>\\]/u.test(key) && masked?.includes('key') !== true;
}

/** Each 1 January of the last ten years. */
function older(of: string, column: string, year: number): CountCall[] {
  return Array.from({ length: YEARS }, (_, back) => `${year - back}-01-01`).map(before => ({
    count: { of, how: 'older', before },
    kind: 'contact_field',
    path: where('contacts', column, 'lt', before),
    weight: WEIGHTS.field,
  }));
}

function where(table: Table, column: string, expression: string, value?: string): string {
  const condition = `where[0][col]=${column}&where[0][expr]=${expression}`;
  return `/api/${table}?${NO_ROWS}&${condition}${value === undefined ? '' : `&where[0][val]=${encodeURIComponent(value)}`}`;
}

function searching(search: string): string {
  return `/api/contacts?${NO_ROWS}&search=${encodeURIComponent(search)}`;
}
