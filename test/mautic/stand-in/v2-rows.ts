/** The members of one collection of API v2, cut out of its recorded pages. */
import type { Exchange } from './exchanges.js';
import { member, members, phpJson } from './json-text.js';
import type { Change, Row } from './rows.js';

export const PAGE = 30;

export interface Collection {
  readonly name: string;
  /** The text of `@context`. */
  readonly context: string;
  readonly total: number;
  /** JSON-LD by id ascending; shorter than the total where later pages were not recorded. */
  readonly list: readonly (readonly [id: number, text: string])[];
}

const LD = 'application/ld+json';

export function recordedCollection(name: string, all: readonly Exchange[]): Collection | undefined {
  const pages = all.filter(
    ({ path, accept, status, as }) =>
      accept === LD && status === 200 && as === 'admin' && new RegExp(`^/api/v2/${name}(?:\\?page=\\d+)?$`, 'u').test(path),
  );
  const bodies = pages.flatMap(({ body }) => body() ?? []);
  const [first] = bodies;
  if (first === undefined) {
    const total = pages[0]?.total;
    return total === undefined ? undefined : { name, context: '""', total: Number(total), list: [] };
  }
  const list = new Map(
    bodies.flatMap(body => members(member(body, 'member') ?? '[]')).map(([, text]) => [Number(member(text, 'id')), text]),
  );
  return { name, context: member(first, '@context') ?? '""', total: Number(member(first, 'totalItems')), list: [...list] };
}

/** The collection after a test's change; its kind is named `v2/forms`. */
export function changedCollection(collection: Collection, change: Change): Collection {
  const rows = collection.list.map(([, text]) => parsed(text));
  const before = new Map(collection.list.map(([, text]) => [JSON.stringify(parsed(text)), text]));
  const list = change(`v2/${collection.name}`, rows);
  return {
    ...collection,
    total: collection.total + list.length - rows.length,
    list: list.map(row => [Number(row.id), before.get(JSON.stringify(row)) ?? phpJson(row)] as const),
  };
}

function parsed(text: string): Row {
  return Object.fromEntries(Object.entries(JSON.parse(text)));
}
