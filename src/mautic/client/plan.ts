/** What a pull asks for: one list a kind, in this order (routes and page sizes: seen live on 5.1.0, 6.0.8 and 7.0.2). */
import type { Kind } from '../../items.js';

export interface ListPlan {
  readonly kind: Kind;
  /** Path in API v1 below `/api/`. */
  readonly path: string;
  /** Rows of the first page; later ones grow as far as the bytes of the first allow. */
  readonly limit: number;
  /** Path in API v2 below `/api/v2/`. */
  readonly v2?: string;
  /** Read in whole from API v2, too: it shows what v1 does not. `when-refused`: only where v1 does not let us in. */
  readonly v2Rows?: 'always' | 'when-refused';
  /** A second list with `published=1`: v1 hides the flag, always or from 7 on. */
  readonly published?: 'always' | 'from-7';
  /** `minimal=1` leaves out what is heavy and keeps the time of the last change. */
  readonly minimal?: true;
}

/** 500 light rows cost the server no more time and memory than 200 do, and half the requests; bodies weigh a hundred times as much. */
const LIGHT = 500;
const HEAVY = 50;
/** A tag is some sixty bytes, and there may be a hundred thousand. */
const TINY = 2000;

export const LIST_PLANS: readonly ListPlan[] = [
  { kind: 'contact_field', path: 'fields/contact', limit: LIGHT },
  { kind: 'company_field', path: 'fields/company', limit: LIGHT },
  { kind: 'form', path: 'forms', limit: HEAVY, v2: 'forms', v2Rows: 'always', minimal: true },
  { kind: 'tag', path: 'tags', limit: TINY, v2: 'tags', v2Rows: 'when-refused' },
  { kind: 'segment', path: 'segments', limit: LIGHT, v2: 'segments', v2Rows: 'always' },
  { kind: 'point_action', path: 'points', limit: LIGHT },
  { kind: 'point_trigger', path: 'points/triggers', limit: LIGHT },
  { kind: 'point_group', path: 'points/groups', limit: LIGHT },
  { kind: 'stage', path: 'stages', limit: LIGHT },
  { kind: 'category', path: 'categories', limit: LIGHT, published: 'always' },
  { kind: 'campaign', path: 'campaigns', limit: LIGHT, v2: 'campaigns' },
  { kind: 'email', path: 'emails', limit: HEAVY, v2: 'emails', v2Rows: 'always', minimal: true },
  { kind: 'page', path: 'pages', limit: HEAVY, v2: 'pages', v2Rows: 'always' },
  { kind: 'dynamic_content', path: 'dynamiccontents', limit: LIGHT, v2: 'dynamic_contents', v2Rows: 'always', published: 'from-7' },
  { kind: 'focus_item', path: 'focus', limit: HEAVY, v2: 'focus_items' },
  { kind: 'text_message', path: 'smses', limit: LIGHT, v2: 'sms' },
  { kind: 'message', path: 'messages', limit: LIGHT, v2: 'messages' },
  { kind: 'webhook', path: 'hooks', limit: LIGHT, v2: 'webhooks' },
  { kind: 'notification', path: 'notifications', limit: LIGHT, v2: 'notifications' },
  { kind: 'asset', path: 'assets', limit: LIGHT, v2: 'assets' },
  { kind: 'report', path: 'reports', limit: LIGHT, v2: 'reports' },
];

/** Campaign steps: only API v2 says which of them are deleted. */
export const STEPS_PATH = 'events';

/** JSON-LD is the one format of API v2 that has totals. */
export const JSON_LD = 'application/ld+json';

/** The request for a page of a list; ordered by id, the one order that every list has and that never moves. */
export function pageRequest(path: string, start: number, limit: number, more = ''): string {
  return `/api/${path}?start=${start}&limit=${limit}&orderBy=id&orderByDir=ASC${more}`;
}

/** The total of a list and none of its rows: a page beyond the end. */
export function totalRequest(path: string, more = ''): string {
  return `/api/${path}?limit=1&start=999999${more}`;
}

/** A condition that every row meets. Up to 6.x it lifts the own-only view: a larger total than the plain one tells such a view. */
export const HARMLESS_WHERE = '&where[0][col]=id&where[0][expr]=gt&where[0][val]=0';

/** API v2 gives 30 rows a page, whatever one asks. */
export const V2_ROWS = 30;

/** The path of one page; pages count from 1, and their size is Mautic's (`V2_ROWS`). */
export function v2Request(path: string, page: number): string {
  return `/api/v2/${path}?page=${page}`;
}
