/** API v1: lists, single items, vocabularies. */
import { type Answer, answer, FORBIDDEN, NO_ITEM, NOT_RECORDED, noRoute, siteError } from './answer.js';
import type { Data } from './data.js';
import { eventPage } from './event-pages.js';
import { member } from './json-text.js';
import { KINDS, type Kind, OPEN_TO_OWN, WITHOUT_AUTHOR } from './kinds.js';
import { type Counts, type Holders, people } from './people.js';
import type { Query } from './query.js';
import { type Gate, levelOf, passes } from './rights.js';
import type { Rows, ServedRow } from './rows.js';
import { pageOf, select } from './select.js';

export interface Asked {
  /** Below the site's folder and `index.php`, without the query. */
  readonly path: string;
  /** The same with the query, and with folder and `index.php`. */
  readonly whole: string;
  readonly query: Query;
  readonly accept: string | undefined;
  readonly role: string;
  readonly bearer: boolean;
}

/** Answers that no rule gives: looked up, for whoever may see them. */
const VOCABULARIES: Readonly<Record<string, Gate>> = {
  'points/actions/types': 'points',
  'points/triggers/events/types': 'triggers',
  'hooks/triggers': 'anybody',
  'contacts/list/fields': 'administrator',
  'contacts/list/segments': 'anybody',
};

const ITEM = /^(.+)\/(\d+)$/u;

/** True for a path that some controller of API v1 serves. */
export function isV1Route(path: string, major: number): boolean {
  const below = path.replace(/^\/api\//u, '');
  const list = below.replace(ITEM, '$1');
  if (below in VOCABULARIES || below === 'users/self' || below === 'contacts' || below === 'companies') return true;
  if (/^campaigns\/export\/\d+$/u.test(below)) return major >= 7;
  return KINDS.some(kind => kind.path === list) || /^fields\/\w+$/u.test(list);
}

export function v1(data: Data, asked: Asked, counts: Counts): Answer {
  const { path, whole, query, role } = asked;
  if (!isV1Route(path, data.major)) return noRoute(whole.replace(/\?.*$/u, ''));
  const below = path.replace(/^\/api\//u, '');
  const gate = VOCABULARIES[below];
  if (gate !== undefined)
    return passes(role, gate) ? lookedUp(data, path, data.recorded(path, role) === undefined ? 'admin' : role) : FORBIDDEN;
  if (below === 'users/self') return self(data, asked);
  if (isHolders(below)) return people(data, below, query, asked.whole, role, counts);
  if (below.startsWith('campaigns/export/')) return exported(data, Number(ITEM.exec(below)?.[2]), role);
  const [, parent, id] = ITEM.exec(below) ?? [];
  if (id !== undefined) return single(data, kindOf(parent ?? ''), Number(id), asked);
  if (/^fields\/(?!contact$|company$|lead$)/u.test(below))
    return levelOf(role, 'fields') === 'none' ? FORBIDDEN : list([], 0, kindOf(below), new Set());
  return query.isArray('select') ? lookedUp(data, asked.whole, role) : page(data, kindOf(below), asked);
}

const isHolders = (text: string): text is Holders => text === 'contacts' || text === 'companies';

function kindOf(path: string): Kind {
  const [first] = KINDS;
  const found = KINDS.find(kind => kind.path === path) ?? first;
  if (found === undefined) throw new Error('no kinds');
  return found;
}

function lookedUp(data: Data, path: string, as: string): Answer {
  const body = data.recorded(path, as)?.body();
  return body === undefined ? NOT_RECORDED : answer(200, body, { versioned: true, from: 'recording' });
}

/** Who asks; behind a token of client credentials stands a user without id, address or time zone. */
function self(data: Data, { path, role, bearer }: Asked): Answer {
  const recorded = lookedUp(data, path, bearer && role === 'view-all' ? 'bearer (client credentials)' : role);
  const isKnown = recorded !== NOT_RECORDED && (!bearer || role === 'view-all');
  if (isKnown) return recorded;
  const own = member(data.recorded(path, role)?.body() ?? data.recorded(path, 'no-permission')?.body() ?? '{}', 'role') ?? 'null';
  return answer(200, `{"isPublished":true,"username":"purposelint [1]","firstName":"purposelint","lastName":"[1]","role":${own}}`, {
    versioned: true,
  });
}

/** The user id that own items carry as their author. */
function userId(data: Data, role: string): number {
  const self: unknown = JSON.parse(data.recorded('/api/users/self', role)?.body() ?? '{}');
  return typeof self === 'object' && self !== null && 'id' in self ? Number(self.id) : -1;
}

function page(data: Data, kind: Kind, { query, role }: Asked): Answer {
  const level = levelOf(role, kind.right);
  if (level === 'none') return FORBIDDEN;
  const cut = pageOf(query, data.major);
  if (typeof cut === 'number') return siteError(cut);
  const rows = data.rows(kind.path);
  const found = select(rows, query, { onlyOf: kind.own && level === 'own' ? userId(data, role) : undefined, major: data.major });
  if (typeof found === 'number') return siteError(found);
  const end = cut.limit === undefined ? found.length : cut.start + cut.limit;
  const shown = kind.path === 'campaigns/events' ? eventPage(found, cut) : found.slice(cut.start, end);
  const minimal = query.text('minimal') === '1';
  return list(shown, found.length, kind, minimal ? rows.minimalKeys : new Set());
}

const COMMA = Buffer.from(',');

/** An empty list is `[]`, also where rows are keyed by id. */
function list(rows: readonly ServedRow[], total: number, kind: Kind, shortTo: ReadonlySet<string>): Answer {
  const keyed = kind.keyed && rows.length > 0;
  const body: Buffer[] = [Buffer.from(`{"total":${total},"${kind.plural}":${keyed ? '{' : '['}`)];
  for (const [place, row] of rows.entries()) {
    if (place > 0) body.push(COMMA);
    if (keyed) body.push(Buffer.from(`"${row.id}":`));
    body.push(...(shortTo.size > 0 ? [row.minimal] : row.full));
  }
  body.push(Buffer.from(keyed ? '}}' : ']}'));
  return answer(200, body, { versioned: true });
}

/** A single item is whole: `minimal` changes lists only. */
function single(data: Data, kind: Kind, id: number, { role }: Asked): Answer {
  const level = levelOf(role, kind.right);
  if (level === 'none') return FORBIDDEN;
  // A single report is executed and answers with people.
  if (kind.path === 'reports') return NOT_RECORDED;
  const lists = kind.right === 'fields' ? ['fields/contact', 'fields/company'] : [kind.path];
  const [found] = lists.flatMap(path => itemIn(data.rows(path), id));
  if (found === undefined) return NO_ITEM;
  const { row, rows } = found;
  const foreign = kind.own && level === 'own' && !OPEN_TO_OWN.has(kind.path);
  if (foreign && (WITHOUT_AUTHOR.has(kind.path) || row.value.createdBy !== userId(data, role))) return FORBIDDEN;
  const more = rows.singles.get(id);
  const body = [Buffer.from(`{"${kind.singular}":`), ...(more === undefined ? row.full : [Buffer.from(more)]), Buffer.from('}')];
  return answer(200, body, { versioned: true, from: more === undefined ? 'rules' : 'recording' });
}

function itemIn(rows: Rows, id: number): { row: ServedRow; rows: Rows }[] {
  const row = rows.list.find(one => one.id === id);
  return row === undefined ? [] : [{ row, rows }];
}

/** The export of a campaign, 7.0 and later; its text is not part of these recordings. */
function exported(data: Data, id: number, role: string): Answer {
  if (role !== 'admin') return FORBIDDEN;
  return data.rows('campaigns').list.some(row => row.id === id) ? NOT_RECORDED : NO_ITEM;
}
