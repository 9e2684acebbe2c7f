/** The lists of API v1, one row a kind. */

export interface Kind {
  /** Path below /api. */
  readonly path: string;
  readonly plural: string;
  readonly singular: string;
  /** True when the rows are an object keyed by id. */
  readonly keyed: boolean;
  /** The right asked for; tags ask for the right on contacts. */
  readonly right: Right;
  /** True when there are rights for own items and for those of others. */
  readonly own: boolean;
  /** What the default order goes by. */
  readonly sortedBy?: 'name' | 'title' | 'order';
}

export type Right =
  | 'fields'
  | 'forms'
  | 'contacts'
  | 'segments'
  | 'points'
  | 'triggers'
  | 'groups'
  | 'stages'
  | 'categories'
  | 'campaigns'
  | 'emails'
  | 'pages'
  | 'dynamicContent'
  | 'focus'
  | 'messages'
  | 'assets'
  | 'smses'
  | 'notifications'
  | 'hooks'
  | 'reports'
  | 'roles'
  | 'tagManager';

export const KINDS: readonly Kind[] = [
  { path: 'fields/contact', plural: 'fields', singular: 'field', keyed: true, right: 'fields', own: false, sortedBy: 'order' },
  { path: 'fields/company', plural: 'fields', singular: 'field', keyed: true, right: 'fields', own: false, sortedBy: 'order' },
  { path: 'forms', plural: 'forms', singular: 'form', keyed: false, right: 'forms', own: true, sortedBy: 'name' },
  { path: 'tags', plural: 'tags', singular: 'tag', keyed: true, right: 'contacts', own: true },
  { path: 'segments', plural: 'lists', singular: 'list', keyed: true, right: 'segments', own: true, sortedBy: 'name' },
  { path: 'points', plural: 'points', singular: 'point', keyed: false, right: 'points', own: false },
  { path: 'points/triggers', plural: 'triggers', singular: 'trigger', keyed: false, right: 'triggers', own: false },
  { path: 'points/groups', plural: 'pointGroups', singular: 'pointGroup', keyed: false, right: 'groups', own: false },
  { path: 'stages', plural: 'stages', singular: 'stage', keyed: false, right: 'stages', own: false },
  { path: 'categories', plural: 'categories', singular: 'category', keyed: false, right: 'categories', own: false, sortedBy: 'title' },
  { path: 'campaigns', plural: 'campaigns', singular: 'campaign', keyed: true, right: 'campaigns', own: true },
  { path: 'campaigns/events', plural: 'events', singular: 'event', keyed: false, right: 'campaigns', own: true },
  { path: 'emails', plural: 'emails', singular: 'email', keyed: true, right: 'emails', own: true, sortedBy: 'name' },
  { path: 'pages', plural: 'pages', singular: 'page', keyed: false, right: 'pages', own: true, sortedBy: 'title' },
  {
    path: 'dynamiccontents',
    plural: 'dynamicContents',
    singular: 'dynamicContent',
    keyed: true,
    right: 'dynamicContent',
    own: true,
    sortedBy: 'name',
  },
  { path: 'focus', plural: 'focus', singular: 'focus', keyed: true, right: 'focus', own: true },
  { path: 'messages', plural: 'messages', singular: 'message', keyed: false, right: 'messages', own: true },
  { path: 'assets', plural: 'assets', singular: 'asset', keyed: false, right: 'assets', own: true, sortedBy: 'title' },
  { path: 'smses', plural: 'smses', singular: 'sms', keyed: true, right: 'smses', own: true, sortedBy: 'name' },
  { path: 'notifications', plural: 'notifications', singular: 'notification', keyed: true, right: 'notifications', own: true },
  { path: 'hooks', plural: 'hooks', singular: 'hook', keyed: true, right: 'hooks', own: true },
  { path: 'reports', plural: 'reports', singular: 'report', keyed: false, right: 'reports', own: true, sortedBy: 'name' },
  { path: 'roles', plural: 'roles', singular: 'role', keyed: false, right: 'roles', own: false, sortedBy: 'name' },
];

/** Lists whose rows have no author: restricted to own items, their query fails. */
export const WITHOUT_AUTHOR: ReadonlySet<string> = new Set(['tags', 'campaigns/events']);
/** Single items that an own-right opens whoever made them. */
export const OPEN_TO_OWN: ReadonlySet<string> = new Set(['tags', 'segments']);
