/** Every role and every error of the recordings, and what a server, a proxy or a network does to an answer. */
import type { StandInOptions, Version } from '../mautic/stand-in/stand-in.js';

export interface Scenario {
  /** What is the case, for the page. */
  readonly name: string;
  readonly options: StandInOptions;
  readonly env: Readonly<Record<string, string>>;
  /** Behind the address of the stand-in; or another address. */
  readonly path?: string;
  readonly url?: string;
}

const PASSWORD = 'sample-password';
const SECRET = 'sample-secret';

const basic = (user: string, password = PASSWORD): Scenario['env'] => ({ MAUTIC_USER: user, MAUTIC_PASSWORD: password });
const oauth = (id: string, secret = SECRET): Scenario['env'] => ({ MAUTIC_CLIENT_ID: id, MAUTIC_CLIENT_SECRET: secret });

export const VERSIONS: readonly Version[] = ['5.1.0', '6.0.8', '7.0.2'];

/** By user of the stand-in. */
const ROLES: readonly (readonly [user: string, is: string])[] = [
  ['admin', 'administrator'],
  ['reader.all', 'may view everything (read-only)'],
  ['reader.noapi', 'may view everything, but has no `api:access`'],
  ['reader.noforms', 'may view everything but forms'],
  ['reader.ownleads', 'may view everything, but only its own contacts'],
  ['reader.own', 'may view only its own, everywhere'],
  ['reader.none', 'has no permission at all'],
  ['reader.tags', 'has the permission of the tag manager alone'],
];

export const ROLE_SCENARIOS: readonly Scenario[] = [
  ...ROLES.flatMap(([user, name]) => VERSIONS.map(version => ({ name, options: { version }, env: basic(user) }))),
  ...['reader.all', 'reader.own'].map(user => ({
    name: `${ROLES.find(([role]) => role === user)?.[1] ?? ''}; OAuth2, which API v2 refuses`,
    options: { version: '7.0.2' } as const,
    env: oauth(user),
  })),
];

const at = (version: Version): StandInOptions => ({ version });
const SETTINGS: readonly (readonly [name: string, options: StandInOptions])[] = [
  ['the API is switched off', { version: '5.1.0', setting: 'API switched off' }],
  ['the API is switched off', { version: '7.0.2', setting: 'api_enabled = false' }],
  ['HTTP basic auth is switched off', { version: '5.1.0', setting: 'Basic authentication switched off' }],
  ['HTTP basic auth is switched off', { version: '7.0.2', setting: 'api_enable_basic_auth = false' }],
  ['the database is down', { version: '5.1.0', setting: 'database refuses the login' }],
  ['at most 3 calls an hour', { version: '5.1.0', setting: 'limit of 3 calls an hour' }],
  ['Mautic is in a sub-folder that the address leaves out', { version: '5.1.0', setting: 'address without the sub-folder /crm' }],
  ['the web server does not rewrite addresses', { version: '5.1.0', indexOnly: true }],
];

/** What happens to every answer, or to those about stages alone. */
const FAULTS = [
  ['429', 'too many calls (429), for an hour'],
  ['503', 'a server in front answers 503'],
  ['500-html', 'Mautic answers "The site is currently offline" (500, HTML)'],
  ['html', 'a log-in page in place of data'],
  ['html-in-front', 'a notice of PHP in front of the JSON'],
  ['empty', 'an empty answer'],
  ['redirect', 'a redirect to another host'],
  ['cut', 'the connection breaks in the middle of the answer'],
  ['reset', 'the connection breaks without an answer'],
  ['expired-token', 'the token is refused as expired, a new one too'],
] as const;

const LOGINS: readonly Scenario[] = [
  ...VERSIONS.flatMap(version => [
    { name: 'wrong password', options: at(version), env: basic('admin', 'not-the-password') },
    { name: 'unknown user', options: at(version), env: basic('nobody') },
  ]),
  { name: 'right password, but too weak for the policy of the site', options: at('7.0.2'), env: basic('reader.weak') },
  { name: 'unknown OAuth2 client', options: at('5.1.0'), env: oauth('nobody') },
  { name: 'wrong secret of the OAuth2 client', options: at('7.0.2'), env: oauth('admin', 'not-the-secret') },
  { name: 'no login in the environment', options: at('5.1.0'), env: {} },
  { name: 'a user without a password', options: at('5.1.0'), env: { MAUTIC_USER: 'admin' } },
];

export const ERROR_SCENARIOS: readonly Scenario[] = [
  ...LOGINS,
  ...SETTINGS.map(([name, options]) => ({ name, options, env: basic('admin') })),
  { name: 'nothing listens at the address', options: at('5.1.0'), env: basic('admin'), url: 'http://127.0.0.1:2' },
  { name: 'HTTP without TLS to another computer', options: at('5.1.0'), env: basic('admin'), url: 'http://mautic.example' },
  { name: 'a user and a password in the address', options: at('5.1.0'), env: basic('admin'), url: 'https://a:b@mautic.example' },
  ...FAULTS.map(([is, name]) => ({
    name: `${name}, always`,
    options: { version: '5.1.0', faults: [{ on: /\/api\//u, is }] } as const,
    env: is === 'expired-token' ? oauth('admin') : basic('admin'),
  })),
  ...(['503', 'html-in-front', 'empty', 'cut'] as const).map(is => ({
    name: `${FAULTS.find(([fault]) => fault === is)?.[1] ?? ''}, for stages alone`,
    options: { version: '5.1.0', faults: [{ on: /\/api\/stages/u, is }] } as const,
    env: basic('admin'),
  })),
];
