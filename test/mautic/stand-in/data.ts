/** What one recorded instance holds: its rows, read when they are asked for, and its odd answers. */
import { type Exchange, exchanges } from './exchanges.js';
import { KINDS } from './kinds.js';
import { type Change, changed, type Rows, readdressed, recordedRows } from './rows.js';
import { type Collection, changedCollection, recordedCollection } from './v2-rows.js';

export type Version = '5.1.0' | '6.0.8' | '7.0.2';
export type Scenario = 'museum' | 'fresh' | 'large';

export interface Data {
  readonly version: Version;
  readonly major: number;
  readonly rows: (path: string) => Rows;
  readonly collection: (name: string) => Collection | undefined;
  /** The answer recorded for exactly this question. */
  readonly recorded: (path: string, as: string, accept?: string) => Exchange | undefined;
  /** An answer of another instance of this or any version, for pages that do not depend on what is in it. */
  readonly page: (path: string, setting?: string) => string | undefined;
  readonly setChange: (change: Change | undefined) => void;
  readonly setRows: (rows: Rows) => void;
}

/** `address`: of the stand-in, which assets name as the place to fetch them from. */
export function loadData(version: Version, scenario: Scenario, address: () => string): Data {
  const v1 = exchanges(version, scenario === 'fresh' ? 'fresh' : 'museum');
  const v2 = exchanges(version, scenario === 'fresh' ? 'v2-fresh' : 'v2');
  const large = scenario === 'large' ? exchanges(version, 'museum-large') : [];
  const others = [...exchanges(version, 'roles'), ...exchanges(version, 'errors')];
  const museum = scenario === 'fresh' ? exchanges(version, 'museum') : v1;
  let change: Change | undefined;
  let rows = new Map<string, Rows>();
  const given = new Map<string, Rows>();
  let collections = new Map<string, Collection | undefined>();
  const readRows = (path: string): Rows => {
    const kind = KINDS.find(row => row.path === path);
    if (kind === undefined) throw new Error(`no list ${path}`);
    const own = large.some(({ path: asked }) => asked.startsWith(`/api/${path}`)) ? large : v1;
    const recorded = given.get(path) ?? withColumns(recordedRows(kind, own), recordedRows(kind, museum));
    const read = path === 'assets' ? readdressed(recorded, address()) : recorded;
    return change === undefined || given.has(path) ? read : changed(read, change);
  };
  const readCollection = (name: string): Collection | undefined => {
    const read = recordedCollection(name, v2);
    return change === undefined || read === undefined ? read : changedCollection(read, change);
  };
  return {
    version,
    major: Number(version.split('.')[0]),
    rows: path => kept(rows, path, () => readRows(path)),
    collection: name => kept(collections, name, () => readCollection(name)),
    recorded: (path, as, accept) =>
      [...v1, ...v2, ...others].find(
        one =>
          one.method === 'GET' &&
          one.path === path &&
          one.as === as &&
          one.setting === undefined &&
          (accept === undefined || one.accept === accept),
      ),
    page: (path, setting) =>
      [...others, ...exchanges('5.1.0', 'errors')]
        .find(one => one.path === path && one.setting === setting && one.file?.endsWith('.html') === true)
        ?.body(),
    setChange: next => {
      change = next;
      rows = new Map();
      collections = new Map();
    },
    setRows: next => {
      given.set(next.kind.path, next);
      rows = new Map();
    },
  };
}

/** An empty list still has the columns of its table, and leaves the same keys out of a short row. */
function withColumns(rows: Rows, full: Rows): Rows {
  return rows.list.length > 0 ? rows : { ...rows, columns: full.columns, minimalKeys: full.minimalKeys };
}

function kept<T>(cache: Map<string, T>, key: string, make: () => T): T {
  const found = cache.get(key);
  if (found !== undefined) return found;
  const made = make();
  cache.set(key, made);
  return made;
}
