/** Totals of contacts and companies: how many have something. A row is never served, whatever is asked. */
import { type Answer, answer, FORBIDDEN, siteError } from './answer.js';
import type { Data } from './data.js';
import { member } from './json-text.js';
import type { Query } from './query.js';
import { levelOf } from './rights.js';

export type Holders = 'contacts' | 'companies';

/** A test's own numbers, by what is counted: `contacts`, `field:diet`, `tag:member`, `segment:friends`, `stage:x`, `is:anonymous`. */
export type Counts = (what: string) => number | undefined;

/** Columns of the tables beside the fields. */
const COLUMNS = new Set(['id', 'stage_id', 'owner_id', 'points', 'date_added', 'date_identified', 'last_active']);

/** The page beyond the end that was recorded. */
const BEYOND = 'start=999999';

export function people(data: Data, holders: Holders, query: Query, path: string, role: string, counts: Counts): Answer {
  const level = levelOf(role, 'contacts');
  if (level === 'none') return FORBIDDEN;
  const where = query.groups('where');
  const columns = where.map(group => group.get('col') ?? '');
  if (columns.some(column => !isColumn(data, holders, column))) return siteError(500);
  const lifted = data.major < 7 && where.length > 0;
  const own = level === 'own' && !lifted;
  const recorded = own ? undefined : member(data.recorded(path.replace(/start=\d{6,}/u, BEYOND), 'admin')?.body() ?? '{}', 'total');
  const what = counted(holders, query);
  const total = own ? 0 : (counts(what) ?? (recorded === undefined ? count(data, holders, what) : Number(JSON.parse(recorded))));
  return answer(200, `{"total":"${total}","${holders}":{}}`, { versioned: true, from: recorded === undefined ? 'rules' : 'recording' });
}

function isColumn(data: Data, holders: Holders, column: string): boolean {
  const fields = data.rows(holders === 'contacts' ? 'fields/contact' : 'fields/company');
  return COLUMNS.has(column) || fields.list.some(({ value }) => value.alias === column);
}

/** What is counted, as `Counts` names it. */
function counted(holders: Holders, query: Query): string {
  const column = query.groups('where')[0]?.get('col');
  const search = query.text('search') ?? '';
  if (column !== undefined && column !== 'id') return `field:${column}`;
  return search === '' ? holders : search;
}

function count(data: Data, holders: Holders, what: string): number {
  const all = recordedAll(data, holders);
  if (what === holders) return all;
  return isNamed(data, what) ? madeUp(what) % (all + 1) : 0;
}

function recordedAll(data: Data, holders: Holders): number {
  const body = data.recorded(`/api/${holders}?limit=1&${BEYOND}`, 'admin')?.body() ?? '{"total":"0"}';
  return Number(JSON.parse(member(body, 'total') ?? '"0"'));
}

/** False for a tag or segment that does not exist: nobody has it. */
function isNamed(data: Data, search: string): boolean {
  const [, command, quoted = ''] = /^(tag|segment):(.*)$/u.exec(search) ?? [];
  if (command === undefined) return true;
  const name = quoted.replaceAll(/^"|"$/gu, '');
  const [path, key] = command === 'tag' ? ['tags', 'tag'] : ['segments', 'alias'];
  return data.rows(path).list.some(({ value }) => value[key] === name);
}

/** A number for a name that nobody recorded: always the same one. */
function madeUp(name: string): number {
  let sum = 7;
  for (const sign of name) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 1_000_003;
  return sum;
}
