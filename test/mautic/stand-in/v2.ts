/** API v2 of Mautic 7: JSON-LD and plain JSON, pages of thirty, rights of its own. */
import { type Answer, answer, NOT_RECORDED, noRoute, refused, siteError } from './answer.js';
import type { Data } from './data.js';
import { phpJson, withoutLinks } from './json-text.js';
import { passes, V2_GATES, V2_PEOPLE } from './rights.js';
import type { Asked } from './v1.js';
import { type Collection, PAGE } from './v2-rows.js';

const LD = 'application/ld+json';
const PLAIN = 'application/json';
const OTHERS = ['application/vnd.api+json', 'text/html'];
/** A client-credentials token that v1 accepts was refused by the recorded instance. */
const TOKEN_REFUSED = answer(401, '{"message":"Invalid credentials."}');
const NOT_FOUND = refused(404, 'Not Found', null);
const NAMED = /^\/api\/v2\/([a-z_]+)(?:\/([^/]+)|\.(jsonld|json))?$/u;

export function v2(data: Data, asked: Asked, tokens: boolean): Answer {
  const { path, whole, bearer } = asked;
  if (bearer && !tokens) return TOKEN_REFUSED;
  const accept = format(asked);
  if (path === '/api/v2') return accept === LD ? lookedUp(data, asked, LD) : siteError(406);
  if (path === '/api/v2/docs.jsonopenapi') return documentation('application/vnd.openapi+json');
  if (path === '/api/v2/docs.jsonld') return documentation(LD);
  const [, name = '', item, suffix] = NAMED.exec(path) ?? [];
  if (name === 'contexts') return data.recorded(path, 'admin') === undefined ? NOT_FOUND : lookedUp(data, asked, LD);
  // Suffixes are known for tags only.
  if (V2_GATES[name] === undefined || (suffix !== undefined && name !== 'tags')) return noRoute(whole.replace(/\?.*$/u, ''));
  return accept === undefined ? siteError(406) : resource(data, asked, name, item, accept);
}

function resource(data: Data, asked: Asked, name: string, item: string | undefined, accept: string): Answer {
  const gate = item !== undefined && name === 'categories' ? 'categories' : (V2_GATES[name] ?? 'administrator');
  if (!passes(asked.role, gate)) return forbidden(name, accept);
  if (accept === 'text/html')
    return answer(200, '<!DOCTYPE html><title>API</title>', { type: 'text/html; charset=UTF-8', from: 'recording' });
  const collection = data.collection(name);
  const known = item === undefined || collection?.list.some(([id]) => id === Number(item)) === true;
  if (collection !== undefined && !known) return NOT_FOUND;
  if (collection === undefined || accept === OTHERS[0]) return lookedUp(data, asked, accept);
  if (item !== undefined) return one(data, asked, collection, Number(item), accept);
  const page = asked.query.text('page') ?? '1';
  return /^[1-9]\d*$/u.test(page) ? listed(collection, asked, Number(page), accept) : siteError(500);
}

/** What will be sent: the suffix of the path, else the header; undefined when Mautic has nothing of that type. */
function format({ path, accept = '*/*' }: Asked): string | undefined {
  if (path.endsWith('.json')) return PLAIN;
  if (path.endsWith('.jsonld') || accept === '*/*') return LD;
  const wanted = accept.split(',').map(type => type.replace(/;.*$/u, '').trim());
  return wanted.find(type => type === LD || type === PLAIN || OTHERS.includes(type));
}

const typed = (format: string): string => `${format}; charset=utf-8`;

function lookedUp(data: Data, { whole, path, accept }: Asked, type: string): Answer {
  const body = (data.recorded(whole, 'admin', accept === '*/*' ? undefined : accept) ?? data.recorded(path, 'admin', type))?.body();
  return body === undefined ? NOT_RECORDED : answer(200, body, { type: typed(type), from: 'recording' });
}

/** The descriptions of the API were not kept: they are long and say nothing about the instance. */
function documentation(type: string): Answer {
  return answer(200, '{}', { type: typed(type), from: 'recording' });
}

function forbidden(name: string, accept: string): Answer {
  if (name === 'projects') return siteError(403);
  const problem = { title: 'An error occurred', detail: 'Access Denied.', status: 403, type: '/errors/403' };
  const linked = {
    '@context': '/api/v2/contexts/Error',
    '@id': '/api/v2/errors/403',
    '@type': 'Error',
    ...problem,
    description: 'Access Denied.',
  };
  return answer(403, phpJson(accept === PLAIN ? problem : linked), { type: 'application/problem+json; charset=utf-8' });
}

function one(data: Data, asked: Asked, { name, context, list }: Collection, id: number, accept: string): Answer {
  const text = list.find(([own]) => own === id)?.[1] ?? '{}';
  // Alone, an event shows its children as a list.
  if (name === 'events' && text.includes('"children":{')) return lookedUp(data, asked, accept);
  const body = accept === PLAIN ? withoutLinks(text) : `{"@context":${context},${text.slice(1)}`;
  return answer(200, body, { type: typed(accept) });
}

function listed({ name, context, total, list }: Collection, { whole, query }: Asked, page: number, accept: string): Answer {
  const start = (page - 1) * PAGE;
  // Later pages of some long collections were not recorded.
  if (!V2_PEOPLE.has(name) && start < total && Math.min(total, start + PAGE) > list.length) return NOT_RECORDED;
  const shown = list.slice(start, start + PAGE).map(([, text]) => text);
  if (accept === PLAIN) return answer(200, `[${shown.map(withoutLinks).join(',')}]`, { type: typed(PLAIN) });
  const address = whole.replace(/\?.*$/u, '');
  const others = new URLSearchParams(query.pairs.filter(([key]) => key !== 'page').map(([key, value]): [string, string] => [key, value]));
  const at = (number: number): string => hexed(`${address}?${others.size > 0 ? `${others}&` : ''}page=${number}`);
  const last = Math.max(1, Math.ceil(total / PAGE));
  const view = [
    `"@id":${at(page)},"@type":"PartialCollectionView","first":${at(1)},"last":${at(last)}`,
    ...(page > 1 ? [`"previous":${at(page - 1)}`] : []),
    ...(page < last ? [`"next":${at(page + 1)}`] : []),
  ];
  const own = `"@id":${hexed(`/api/v2/${name}`)},"@type":"Collection"`;
  const more = last > 1 ? `,"view":{${view.join(',')}}` : '';
  return answer(200, `{"@context":${context},${own},"totalItems":${total},"member":[${shown.join(',')}]${more}}`, { type: typed(LD) });
}

function hexed(text: string): string {
  return phpJson(text).replaceAll('&', '\\u0026');
}
