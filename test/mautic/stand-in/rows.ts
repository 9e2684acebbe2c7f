/** The rows of one list as recorded, and as a test has changed them. */
import { isRecord, type UnknownRecord } from '../../../src/guards.js';
import type { Exchange } from './exchanges.js';
import { member, members, object, phpJson } from './json-text.js';
import type { Kind } from './kinds.js';

/** One row as a test sees and changes it: the parsed JSON of the full row. */
export type Row = Readonly<Record<string, unknown>>;

export interface ServedRow {
  readonly id: number;
  readonly value: UnknownRecord;
  /** In pieces, so that long rows need not be copied. */
  readonly full: readonly Buffer[];
  readonly minimal: Buffer;
}

export interface Rows {
  readonly kind: Kind;
  readonly list: readonly ServedRow[];
  /** Names a query may order and search by. */
  readonly columns: ReadonlySet<string>;
  /** Place of an id in the default order, where that was recorded. */
  readonly places: ReadonlyMap<number, number>;
  /** Ids that `published=1` leaves out although the row does not show its flag. */
  readonly hiddenOff: ReadonlySet<number>;
  /** A/B children: listed only where a `where` lifts Mautic's own filters. */
  readonly children: ReadonlySet<number>;
  /** Single items that say more than their row in the list does. */
  readonly singles: ReadonlyMap<number, string>;
  readonly minimalKeys: ReadonlySet<string>;
}

const ODD_QUERY = /[?&](?:where|search|select)/u;

/** The rows of one kind out of the recorded lists that show them. */
export function recordedRows(kind: Kind, all: readonly Exchange[]): Rows {
  const isList = (path: string): boolean => path === `/api/${kind.path}` || path.startsWith(`/api/${kind.path}?`);
  const lists = all.filter(({ path, status, as }) => status === 200 && as === 'admin' && isList(path));
  const read = lists
    .filter(({ path }) => !path.includes('select['))
    .map(({ path, body }) => ({ path, rows: rowTexts(kind, body() ?? '{}') }));
  const plain = read.filter(({ path }) => !ODD_QUERY.test(path) && !path.includes('published=1'));
  const isMinimal = (path: string): boolean => path.includes('minimal=1');
  // The first list is the whole one: in later pages of campaign events the steps after an event may be cut off.
  const full = new Map(
    plain
      .filter(({ path }) => !isMinimal(path))
      .reverse()
      .flatMap(({ rows }) => [...rows]),
  );
  const minimal = new Map(read.filter(({ path }) => isMinimal(path)).flatMap(({ rows }) => [...rows]));
  const [sample] = minimal.values();
  const minimalKeys = new Set(sample === undefined ? [] : members(sample).map(([key]) => key));
  const template = [...full].at(-1)?.[1];
  const nested = new Map([...full.values()].flatMap(variants));
  for (const [id, text] of minimal)
    if (!full.has(id) && template !== undefined) full.set(id, completed(text, nested.get(id) ?? template, template));
  for (const [id, text] of nested) if (!full.has(id) && template !== undefined) full.set(id, completed(text, text, template));
  const listed = new Set(plain.flatMap(({ rows }) => [...rows.keys()]));
  const [first] = full.values();
  return {
    kind,
    list: [...full].sort(([a], [b]) => a - b).map(([id, text]) => served(id, text, minimalKeys)),
    columns: new Set(first === undefined ? [] : members(first).map(([key]) => key)),
    places: places(plain),
    hiddenOff: hiddenOff(read, listed),
    children: new Set([...minimal.keys(), ...nested.keys()].filter(id => !listed.has(id))),
    singles: singles(kind, all, full),
    minimalKeys,
  };
}

function rowTexts(kind: Kind, body: string): Map<number, string> {
  const rows = member(body, kind.plural) ?? '[]';
  return new Map(members(rows).map(([, text]) => [Number(member(text, 'id')), text]));
}

/** A whole row out of a short one: what it lacks is taken from a similar row; keys in the order of a whole row. */
function completed(short: string, similar: string, template: string): string {
  const known = new Map([...members(template), ...members(similar), ...members(short)]);
  return object(members(template).map(([key]) => [key, known.get(key) ?? 'null']));
}

function variants(text: string): [number, string][] {
  return members(member(text, 'variantChildren') ?? '[]').map(([, child]) => [Number(member(child, 'id')), child]);
}

function places(plain: readonly { path: string; rows: ReadonlyMap<number, string> }[]): Map<number, number> {
  const unordered = plain.filter(({ path, rows }) => !path.includes('orderBy') && !/start=[1-9]/u.test(path) && rows.size > 0);
  const longest = unordered.reduce<ReadonlyMap<number, string>>((most, { rows }) => (rows.size > most.size ? rows : most), new Map());
  return new Map([...longest.keys()].map((id, place) => [id, place]));
}

function hiddenOff(read: readonly { path: string; rows: ReadonlyMap<number, string> }[], listed: ReadonlySet<number>): Set<number> {
  const published = read.find(({ path }) => path.includes('published=1') && !ODD_QUERY.test(path));
  return new Set(published === undefined ? [] : [...listed].filter(id => !published.rows.has(id)));
}

function singles(kind: Kind, all: readonly Exchange[], full: ReadonlyMap<number, string>): Map<number, string> {
  const found = new Map<number, string>();
  for (const { path, body, as, status } of all) {
    const id = Number(new RegExp(`^/api/${kind.path}/(\\d+)$`, 'u').exec(path)?.[1]);
    const text = status === 200 && as === 'admin' && id > 0 ? member(body() ?? '{}', kind.singular) : undefined;
    if (text !== undefined && text !== full.get(id)) found.set(id, text);
  }
  return found;
}

/** A row ready to be sent; parsed and shortened only when asked for. */
export function served(id: number, text: string, minimalKeys: ReadonlySet<string>): ServedRow {
  let value: UnknownRecord | undefined;
  let short: Buffer | undefined;
  const full = [Buffer.from(text)];
  return {
    id,
    full,
    get value() {
      value ??= record(text);
      return value;
    },
    get minimal() {
      short ??= Buffer.from(shortened(text, minimalKeys));
      return short;
    },
  };
}

export function textOf({ full }: ServedRow): string {
  return Buffer.concat(full).toString();
}

function record(text: string): UnknownRecord {
  const value: unknown = JSON.parse(text);
  return isRecord(value) ? value : {};
}

function shortened(text: string, keys: ReadonlySet<string>): string {
  return keys.size === 0 ? text : object(members(text).filter(([key]) => keys.has(key)));
}

/** The same rows with the address of the recorded server (host and port) made another. */
export function readdressed(rows: Rows, address: string): Rows {
  const moved = (text: string): string => text.replaceAll(/http:\\\/\\\/127\.0\.0\.1:\d{4}/gu, phpJson(address).slice(1, -1));
  return {
    ...rows,
    list: rows.list.map(row => served(row.id, moved(textOf(row)), rows.minimalKeys)),
    singles: new Map([...rows.singles].map(([id, text]) => [id, moved(text)])),
  };
}

export type Change = (kind: string, rows: Row[]) => Row[];

/** The rows after a test's change; those that it left alone keep their bytes. */
export function changed(rows: Rows, change: Change): Rows {
  const before = new Map(rows.list.map(row => [JSON.stringify(row.value), row]));
  const list = change(
    rows.kind.path,
    rows.list.map(row => record(textOf(row))),
  );
  const singleTexts = [...rows.singles].flatMap(([id, text]): [number, string][] => {
    const [kept] = change(rows.kind.path, [record(text)]).filter(row => row.id === id);
    if (kept === undefined) return [];
    return [[id, JSON.stringify(kept) === JSON.stringify(record(text)) ? text : phpJson(kept)]];
  });
  return {
    ...rows,
    list: list.map(row => before.get(JSON.stringify(row)) ?? served(Number(row.id), phpJson(row), rows.minimalKeys)),
    columns: new Set([...rows.columns, ...Object.keys(list[0] ?? {})]),
    singles: new Map(singleTexts),
  };
}
