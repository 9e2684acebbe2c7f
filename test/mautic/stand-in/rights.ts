/** The roles of the recordings and what each may see. */
import type { Right } from './kinds.js';

export type Level = 'none' | 'own' | 'all';

interface Role {
  readonly user: string;
  /** Level of every right not named in `but`. */
  readonly all: Level;
  readonly but: Readonly<Partial<Record<Right, Level>>>;
}

const NO_ADMIN: Readonly<Partial<Record<Right, Level>>> = { roles: 'none', tagManager: 'none' };

/** Keyed by the word for `as` in the recordings. */
const ROLES: Readonly<Record<string, Role>> = {
  admin: { user: 'admin', all: 'all', but: {} },
  'no-permission': { user: 'reader.none', all: 'none', but: {} },
  'view-own': { user: 'reader.own', all: 'own', but: NO_ADMIN },
  'view-all': { user: 'reader.all', all: 'all', but: { tagManager: 'none' } },
  'all-but-forms': { user: 'reader.noforms', all: 'all', but: { ...NO_ADMIN, forms: 'none' } },
  'tags-without-viewother': { user: 'reader.ownleads', all: 'all', but: { ...NO_ADMIN, contacts: 'own' } },
  'api-access-missing': { user: 'reader.noapi', all: 'all', but: NO_ADMIN },
  'tag-manager-only': { user: 'reader.tags', all: 'none', but: { tagManager: 'all' } },
};

/** A right password below the site's policy: refused from Mautic 7 on, an ordinary reader before. */
export const WEAK = { role: 'weak-password', user: 'reader.weak' } as const;

export const PASSWORD = 'sample-password';
export const CLIENT_SECRET = 'sample-secret';

export const ROLE_OF: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ROLES).map(([role, { user }]): [string, string] => [user, role]),
  [WEAK.user, WEAK.role],
]);

export function userOf(role: string): string {
  return role === WEAK.role ? WEAK.user : (ROLES[role]?.user ?? role);
}

export function levelOf(role: string, right: Right): Level {
  const row = ROLES[role === WEAK.role ? 'view-all' : role];
  return row?.but[right] ?? row?.all ?? 'none';
}

export type Gate = Right | 'anybody' | 'administrator';

/** The right that a collection of API v2 asks for, by its path; `viewown` is enough for all of it. */
export const V2_GATES: Readonly<Record<string, Gate>> = {
  lead_fields: 'contacts',
  forms: 'forms',
  fields: 'forms',
  actions: 'forms',
  tags: 'tagManager',
  segments: 'segments',
  points: 'triggers',
  triggers: 'triggers',
  trigger_events: 'triggers',
  stages: 'stages',
  categories: 'anybody',
  projects: 'administrator',
  campaigns: 'campaigns',
  events: 'campaigns',
  emails: 'emails',
  pages: 'pages',
  dynamic_contents: 'dynamicContent',
  focus_items: 'focus',
  messages: 'messages',
  channels: 'messages',
  webhooks: 'hooks',
  reports: 'reports',
  assets: 'assets',
  sms: 'smses',
  notifications: 'notifications',
  roles: 'roles',
  permissions: 'roles',
  contacts: 'contacts',
  companies: 'contacts',
  contactcategories: 'contacts',
  users: 'roles',
  ip_addresses: 'contacts',
  downloads: 'assets',
};

/** Collections of API v2 that hold people: their rows are never served. */
export const V2_PEOPLE: ReadonlySet<string> = new Set(['contacts', 'companies', 'contactcategories', 'users', 'ip_addresses', 'downloads']);

export function passes(role: string, gate: Gate): boolean {
  if (gate === 'anybody') return true;
  return gate === 'administrator' ? role === 'admin' : levelOf(role, gate) !== 'none';
}
