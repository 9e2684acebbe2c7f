/** Under which keys Mautic's answers hold what: API v1, API v2, entity exports, and what is not for us. Tables only. */
import type { Kind } from '../../items.js';

/** `field`: contact or company field, told by the row's `object`. */
export type RowKind = Kind | 'field';

/** Keys of lists in API v1. Segments are called lists. */
export const LISTS: ReadonlyMap<string, RowKind> = new Map<string, RowKind>([
  ['fields', 'field'],
  ['forms', 'form'],
  ['tags', 'tag'],
  ['lists', 'segment'],
  ['points', 'point_action'],
  ['triggers', 'point_trigger'],
  ['pointGroups', 'point_group'],
  ['stages', 'stage'],
  ['categories', 'category'],
  ['campaigns', 'campaign'],
  ['emails', 'email'],
  ['pages', 'page'],
  ['dynamicContents', 'dynamic_content'],
  ['focus', 'focus_item'],
  ['messages', 'message'],
  ['assets', 'asset'],
  ['smses', 'text_message'],
  ['notifications', 'notification'],
  ['reports', 'report'],
  ['hooks', 'webhook'],
]);

/** Keys of single items in API v1. A single report is not here: the call runs it and answers with its rows. */
export const SINGLES: ReadonlyMap<string, RowKind> = new Map<string, RowKind>([
  ['field', 'field'],
  ['form', 'form'],
  ['tag', 'tag'],
  ['list', 'segment'],
  ['point', 'point_action'],
  ['trigger', 'point_trigger'],
  ['pointGroup', 'point_group'],
  ['stage', 'stage'],
  ['category', 'category'],
  ['campaign', 'campaign'],
  ['email', 'email'],
  ['page', 'page'],
  ['dynamicContent', 'dynamic_content'],
  ['focus', 'focus_item'],
  ['message', 'message'],
  ['asset', 'asset'],
  ['sms', 'text_message'],
  ['notification', 'notification'],
  ['hook', 'webhook'],
]);

/** Keys that hold people, their answers, or what they did; each with the word for it. */
export const PEOPLE: ReadonlyMap<string, string> = new Map([
  ['contact', 'contacts'],
  ['contacts', 'contacts'],
  ['lead', 'contacts'],
  ['leads', 'contacts'],
  ['company', 'companies'],
  ['companies', 'companies'],
  ['submission', 'submissions'],
  ['submissions', 'submissions'],
  ['note', 'notes'],
  ['notes', 'notes'],
  ['device', 'devices'],
  ['devices', 'devices'],
  ['stats', 'stats'],
  ['hits', 'stats'],
  ['user', 'users'],
  ['users', 'users'],
  ['data', 'report-rows'],
  ['totalResults', 'report-rows'],
]);

/** Keys of a bare row that only people, their devices and their visits have. */
export const PEOPLE_ROW: ReadonlyMap<string, string> = new Map([
  ['dateIdentified', 'contacts'],
  ['lastActive', 'contacts'],
  ['firstname', 'contacts'],
  ['doNotContact', 'contacts'],
  ['socialCache', 'companies'],
  ['username', 'users'],
  ['ipAddress', 'ip-addresses'],
  ['ipDetails', 'ip-addresses'],
  ['dateSubmitted', 'submissions'],
  ['timestamp', 'stats'],
]);

/** Keys of answers that are known and hold nothing for us. */
export const UNREAD: ReadonlyMap<string, string> = new Map([
  ['events', 'campaign-events'],
  ['event', 'campaign-events'],
  ['roles', 'roles'],
  ['role', 'roles'],
  ['projects', 'projects'],
  ['project', 'projects'],
  ['permissions', 'roles'],
  ['pointActionTypes', 'vocabulary'],
  ['eventTypes', 'vocabulary'],
  ['widgets', 'dashboard'],
  ['access_token', 'token'],
]);

/** Context names of API v2. Only these are read; `event` tells which campaign steps are deleted. */
export const V2_READ: ReadonlyMap<string, RowKind | 'event'> = new Map<string, RowKind | 'event'>([
  ['LeadField', 'field'],
  ['Form', 'form'],
  ['Field', 'form_field'],
  ['Tag', 'tag'],
  ['Segments', 'segment'],
  ['Category', 'category'],
  ['Event', 'event'],
  ['Email', 'email'],
  ['Page', 'page'],
  ['DynamicContent', 'dynamic_content'],
]);

/** Context names of API v2 whose total tells whether a list of v1 was cut, and nothing else. */
export const V2_COUNTED: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ['Point', 'point_action'],
  ['Trigger', 'point_trigger'],
  ['Stage', 'stage'],
  ['Campaign', 'campaign'],
  ['Focus', 'focus_item'],
  ['Message', 'message'],
  ['Webhooks', 'webhook'],
  ['Report', 'report'],
  ['Asset', 'asset'],
  ['Sms', 'text_message'],
  ['Notification', 'notification'],
]);

/** Context names of API v2 that hold people. */
export const V2_PEOPLE: ReadonlyMap<string, string> = new Map([
  ['Contact', 'contacts'],
  ['Lead', 'contacts'],
  ['Company', 'companies'],
  ['ContactCategory', 'contacts'],
  ['LeadCategory', 'contacts'],
  ['User', 'users'],
  ['IpAddress', 'ip-addresses'],
  ['Download', 'stats'],
]);

/** Names of the lists in an entity export of Mautic 7. */
export const EXPORTED: ReadonlySet<string> = new Set([
  'campaign',
  'campaign_event',
  'forms',
  'form_field',
  'form_action',
  'lists',
  'lead_field',
  'email',
  'page',
  'asset',
  'dynamic_content',
  'point_group',
  'dependencies',
]);

/** What an export can hold of our kinds, and under which name. */
export const EXPORT_KINDS: ReadonlyMap<string, RowKind> = new Map<string, RowKind>([
  ['lead_field', 'field'],
  ['forms', 'form'],
  ['lists', 'segment'],
  ['campaign', 'campaign'],
  ['email', 'email'],
  ['page', 'page'],
  ['asset', 'asset'],
  ['dynamic_content', 'dynamic_content'],
  ['point_group', 'point_group'],
]);

/** Kinds that an entity export can hold. */
export const EXPORTABLE: ReadonlySet<Kind> = new Set<Kind>([
  'contact_field',
  'company_field',
  'form',
  'form_field',
  'segment',
  'point_group',
  'campaign',
  'email',
  'page',
  'dynamic_content',
  'asset',
]);

/** Rows without an envelope, by the keys that only they have; the first line that fits wins. */
export const SHAPES: readonly (readonly [kind: RowKind | 'event', keys: readonly string[]])[] = [
  ['tag', ['tag']],
  ['category', ['bundle', 'title']],
  ['form_field', ['alias', 'label', 'showLabel']],
  ['form_field', ['alias', 'label', 'saveResult']],
  ['field', ['alias', 'label', 'isPubliclyUpdatable']],
  ['field', ['alias', 'label', 'properties']],
  ['field', ['alias', 'label', 'isPublished']],
  ['campaign', ['name', 'allowRestart']],
  ['campaign', ['name', 'canvasSettings']],
  ['event', ['eventType', 'triggerMode']],
  ['form', ['name', 'postAction']],
  ['form', ['name', 'formType']],
  ['email', ['name', 'emailType']],
  ['page', ['title', 'customHtml']],
  ['page', ['title', 'isPreferenceCenter']],
  ['asset', ['title', 'storageLocation']],
  ['segment', ['name', 'alias', 'filters']],
  ['segment', ['name', 'alias', 'isGlobal']],
  ['dynamic_content', ['name', 'isCampaignBased']],
  ['focus_item', ['name', 'style', 'website']],
  ['notification', ['name', 'heading']],
  ['message', ['name', 'channels']],
  ['webhook', ['name', 'webhookUrl']],
  ['report', ['name', 'source', 'columns']],
  ['point_trigger', ['name', 'triggerExistingLeads']],
  ['point_action', ['name', 'delta']],
  ['stage', ['name', 'weight']],
  ['text_message', ['name', 'message', 'sentCount']],
];
