/** What a query picks out of the rows of a list: Mautic's own filters, search, order and paging. */
import { WITHOUT_AUTHOR } from './kinds.js';
import { phpInteger, type Query } from './query.js';
import type { Rows, ServedRow } from './rows.js';
import { matches, readWhere } from './where.js';

export interface Viewer {
  /** Set when only the items of this user may be seen. */
  readonly onlyOf: number | undefined;
  readonly major: number;
}

/** The rows in order and not yet cut into a page, or the status of the error that this query meets. */
export function select(rows: Rows, query: Query, { onlyOf, major }: Viewer): readonly ServedRow[] | number {
  if (query.isArray('search')) return major < 6 ? 500 : 400;
  const where = readWhere(query, rows.columns, major);
  if (typeof where === 'number') return where;
  // Up to 6.x a `where` replaces Mautic's own filters; fields always send one.
  const fields = rows.kind.path.startsWith('fields/');
  const lifted = major < 7 && (where.length > 0 || fields);
  const withoutAuthor = WITHOUT_AUTHOR.has(rows.kind.path);
  if (onlyOf !== undefined && withoutAuthor && !lifted) return 500;
  const published = query.text('published') === '1' && !lifted;
  const flagKnown = rows.columns.has('isPublished') || rows.kind.sortedBy !== undefined;
  if (published && !flagKnown) return 500;
  const search = searcher(rows, query.text('search') ?? '', major);
  if (typeof search === 'number') return search;
  // with lists of 20,000 the reader should wait for the network, not for this
  const all = onlyOf === undefined && rows.children.size === 0 && !published && where.length === 0 && search === EVERYTHING;
  const shown = (row: ServedRow): boolean =>
    (lifted || onlyOf === undefined || row.value.createdBy === onlyOf) &&
    ((major < 7 && where.length > 0) || !rows.children.has(row.id)) &&
    !(published && isOff(rows, row)) &&
    where.every(clause => matches(row.value, clause)) &&
    search(row);
  const list = all ? rows.list : rows.list.filter(shown);
  return ordered(
    rows,
    list,
    query,
    where.some(({ column }) => rows.kind.path === 'tags' && column === 'tag'),
  );
}

function isOff(rows: Rows, row: ServedRow): boolean {
  return rows.columns.has('isPublished') ? row.value.isPublished === false : rows.hiddenOff.has(row.id);
}

const EVERYTHING = (): boolean => true;

/** Free text on the names, or one of the commands; tags know only `ids:`, fields know none up to 6.x. */
function searcher(rows: Rows, text: string, major: number): ((row: ServedRow) => boolean) | number {
  const { path } = rows.kind;
  const [, command, value = ''] = /^(ids|is):(.*)$/u.exec(text) ?? [];
  if (text === '' || (path === 'tags' && command !== 'ids')) return EVERYTHING;
  if (path.startsWith('fields/') && command !== undefined && major < 7) return 500;
  if (command === 'ids') {
    const ids = new Set(value.split(',').map(phpInteger));
    return row => ids.has(row.id);
  }
  if (command === 'is') return row => (value === 'unpublished') === isOff(rows, row);
  const names = path.startsWith('fields/') ? ['label', 'alias'] : ['name', 'title'];
  return row =>
    names.some(name =>
      String(row.value[name] ?? '')
        .toLowerCase()
        .includes(text.toLowerCase()),
    );
}

function ordered(rows: Rows, list: readonly ServedRow[], query: Query, byTagIndex: boolean): readonly ServedRow[] | number {
  const asked = query.groups('order').map(group => [group.get('col') ?? '', group.get('dir') ?? 'ASC']);
  const columns =
    query
      .text('orderBy')
      ?.split(',')
      .map(column => [column.trim(), query.text('orderByDir') ?? 'ASC']) ?? [];
  const by = [...columns, ...asked];
  if (by.length === 0) return byTagIndex ? sorted(list, 'tag') : inDefaultOrder(rows, list);
  if (by.some(([column = '', direction = '']) => !rows.columns.has(column) || !/^(?:asc|desc)$/iu.test(direction))) return 500;
  return by.reduceRight<readonly ServedRow[]>((kept, [column = '', direction = '']) => {
    const up = sorted(kept, column);
    return /^desc$/iu.test(direction) ? up.reverse() : up;
  }, list);
}

function sorted(list: readonly ServedRow[], column: string): ServedRow[] {
  if (column === 'id') return [...inIdOrder(list)];
  return [...list].sort((a, b) => compare(a.value[column], b.value[column]));
}

/** Long lists by id, as an index would have them. */
const BY_ID = new WeakMap<readonly ServedRow[], readonly ServedRow[]>();

function inIdOrder(list: readonly ServedRow[]): readonly ServedRow[] {
  const known = BY_ID.get(list) ?? [...list].sort((a, b) => a.id - b.id);
  BY_ID.set(list, known);
  return known;
}

const WORDS = new Intl.Collator('en', { sensitivity: 'base' });

function compare(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return WORDS.compare(String(a ?? ''), String(b ?? ''));
}

/** As recorded; rows that nobody recorded come after those, by name or, where there is no order, by id. */
function inDefaultOrder({ kind, places }: Rows, list: readonly ServedRow[]): ServedRow[] {
  const column = kind.sortedBy;
  const byName = column === undefined ? [...list] : sorted(list, column);
  return byName.sort((a, b) => (places.get(a.id) ?? places.size) - (places.get(b.id) ?? places.size));
}

export interface Page {
  readonly start: number;
  /** Undefined: no limit at all. */
  readonly limit: number | undefined;
}

/** `start` and `limit` as Mautic takes them, or the status of the error that they are. */
export function pageOf(query: Query, major: number): Page | number {
  if (query.isArray('limit') || query.isArray('start')) return major < 6 ? { start: 0, limit: 1 } : 400;
  const text = query.text('limit') ?? '30';
  if (text === '' || text === '0') return { start: 0, limit: undefined };
  const page = { start: phpInteger(query.text('start') ?? '0'), limit: phpInteger(text) };
  return page.start < 0 || page.limit < 0 ? 500 : page;
}
