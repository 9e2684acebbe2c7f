/** `where[n][col]`, `[expr]`, `[val]` of a list. */
import type { UnknownRecord } from '../../../src/guards.js';
import type { Query } from './query.js';

export interface Clause {
  readonly column: string;
  readonly expression: string;
  readonly value: string;
}

/** The clauses, or the status of the error; up to 5.x values pass through an HTML filter first. */
export function readWhere(query: Query, columns: ReadonlySet<string>, major: number): Clause[] | number {
  if (query.text('where') !== undefined) return 500;
  const groups = query.groups('where');
  if (groups.some(group => !group.has('col') || !group.has('expr') || !columns.has(group.get('col') ?? ''))) return 500;
  return groups.map(group => ({
    column: group.get('col') ?? '',
    expression: group.get('expr') ?? '',
    value: major < 6 ? encoded(group.get('val') ?? '') : (group.get('val') ?? ''),
  }));
}

function encoded(value: string): string {
  return value.replaceAll(/[&"'<>]/gu, sign => `&#${sign.charCodeAt(0)};`);
}

/** True when a row passes; an expression that Mautic does not know is dropped. */
export function matches(row: UnknownRecord, { column, expression, value }: Clause): boolean {
  const have = sql(row[column]);
  const test = TESTS[expression];
  return test === undefined || test(have, value);
}

function sql(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

type Test = (have: string | null, want: string) => boolean;

function order(have: string, want: string): number {
  const [a, b] = [Number(have), Number(want)];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return have.toLowerCase() < want.toLowerCase() ? -1 : Number(have.toLowerCase() > want.toLowerCase());
}

const known =
  (test: (have: string, want: string) => boolean): Test =>
  (have, want) =>
    have !== null && test(have, want);

function like(have: string, want: string): boolean {
  const pattern = want
    .replaceAll(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
    .replaceAll('%', '[^]*')
    .replaceAll('_', '[^]');
  return new RegExp(`^${pattern}$`, 'iu').test(have);
}

const within = (have: string, want: string): boolean => want.split(',').some(one => order(have, one) === 0);

const TESTS: Readonly<Record<string, Test>> = {
  eq: known((have, want) => order(have, want) === 0),
  neq: known((have, want) => order(have, want) !== 0),
  lt: known((have, want) => order(have, want) < 0),
  lte: known((have, want) => order(have, want) <= 0),
  gt: known((have, want) => order(have, want) > 0),
  gte: known((have, want) => order(have, want) >= 0),
  like: known(like),
  notLike: known((have, want) => !like(have, want)),
  in: known(within),
  notIn: known((have, want) => !within(have, want)),
  isNull: have => have === null,
  isNotNull: have => have !== null,
  isEmpty: have => have === null || have === '',
  isNotEmpty: have => have !== null && have !== '',
};
