/** The request behind an answer, where it is known: live, or in a bundle whose keys are requests (`GET /api/forms/4`). */
import type { Kind } from '../../items.js';

export interface Request {
  /** Kind that the path is about; undefined: none of ours. */
  readonly kind?: Kind;
  readonly version: 1 | 2;
  readonly single: boolean;
  /** `campaigns/events`: fails for roles that see only their own campaigns. */
  readonly steps: boolean;
  /** `published=1` and nothing that would switch it off. */
  readonly published: boolean;
  /** A condition that may leave rows out: `search`, `published`. Its total is not the total of the kind. */
  readonly filtered: boolean;
  /** A `where`: up to 6.x it lifts the own-only view, so a larger total is a sign. */
  readonly where: boolean;
  readonly start: number;
}

const STEPS = 'campaigns/events';
const PATHS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['fields/contact', 'contact_field'],
  ['fields/lead', 'contact_field'],
  ['fields/company', 'company_field'],
  ['forms', 'form'],
  ['tags', 'tag'],
  ['segments', 'segment'],
  ['lists', 'segment'],
  ['points', 'point_action'],
  ['points/triggers', 'point_trigger'],
  ['points/groups', 'point_group'],
  ['stages', 'stage'],
  ['categories', 'category'],
  ['campaigns', 'campaign'],
  [STEPS, 'campaign'],
  ['emails', 'email'],
  ['pages', 'page'],
  ['dynamiccontents', 'dynamic_content'],
  ['focus', 'focus_item'],
  ['smses', 'text_message'],
  ['messages', 'message'],
  ['hooks', 'webhook'],
  ['notifications', 'notification'],
  ['assets', 'asset'],
  ['reports', 'report'],
]);

/** Resources of API v2. `events` are campaign steps. */
const V2_PATHS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['forms', 'form'],
  ['fields', 'form_field'],
  ['tags', 'tag'],
  ['segments', 'segment'],
  ['points', 'point_action'],
  ['triggers', 'point_trigger'],
  ['stages', 'stage'],
  ['categories', 'category'],
  ['campaigns', 'campaign'],
  ['events', 'campaign'],
  ['emails', 'email'],
  ['pages', 'page'],
  ['dynamic_contents', 'dynamic_content'],
  ['focus_items', 'focus_item'],
  ['sms', 'text_message'],
  ['messages', 'message'],
  ['webhooks', 'webhook'],
  ['notifications', 'notification'],
  ['assets', 'asset'],
  ['reports', 'report'],
]);

const REQUEST = /^(?:[A-Z]{3,7} )?(?:https?:\/\/[^/?#\s]+)?(?:\/[^?#\s]*?)?\/?api\/(?<path>[^?#]*)(?:\?(?<query>[^#]*))?$/u;

/** Whether a key of an object is a request. */
export function isRequest(key: string): boolean {
  return REQUEST.test(key);
}

/** Reads `GET /api/points/triggers?start=0`; the method, the host and folders before `/api` do not matter. */
export function parseRequest(key: string): Request {
  const { path = '', query = '' } = REQUEST.exec(key)?.groups ?? {};
  const steps = path.split('/').filter(step => step !== '');
  const version = steps[0] === 'v2' ? 2 : 1;
  const last = steps.at(-1) ?? '';
  const single = /^\d+$/u.test(last);
  const route = (single ? steps.slice(0, -1) : steps).join('/');
  const kind = version === 1 ? PATHS.get(route) : V2_PATHS.get(route.slice('v2/'.length));
  const values = new URLSearchParams(query);
  const names = [...values.keys()];
  const where = names.some(name => name.startsWith('where['));
  const isPublished = !['', '0', 'false', null].includes(values.get('published'));
  return {
    ...(kind === undefined ? {} : { kind }),
    version,
    single,
    steps: kind !== undefined && route === STEPS,
    published: isPublished && !where && !values.has('search'),
    filtered: isPublished || values.has('search'),
    where,
    start: Number(/^\d{1,9}$/u.exec(values.get('start') ?? '')?.[0] ?? 0),
  };
}
