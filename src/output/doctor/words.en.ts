import type { DoctorWords } from './words.js';

export const en: DoctorWords = {
  title: 'Mautic at {address}',
  connection: 'Connection',
  reached: '{host} answers.',
  notReached: '{host} does not answer.',
  tls: {
    none: 'HTTP without TLS, on this computer only: nobody in between can read along.',
    holds: 'TLS holds: the certificate is valid and belongs to {host}.',
    broken: 'TLS does not hold: nothing was sent.',
    unknown: 'TLS could not be tried.',
  },
  version: 'Mautic {version}.',
  noVersion: 'Which version of Mautic it is could not be told: the header Mautic-Version is missing.',
  logins: {
    basic:
      'The login works: user and password (Basic). Each call costs the server half a second to check the password. OAuth2 costs it almost nothing: in Mautic, make credentials of the type OAuth 2 in Settings > API Credentials, give them the role below, and set MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET.',
    oauth: 'The login works: OAuth2 client credentials.',
  },
  triedLogins: {
    basic: 'Login: user and password (Basic), of MAUTIC_USER and MAUTIC_PASSWORD.',
    oauth: 'Login: OAuth2 client credentials, of MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET.',
  },
  wrong: 'What is wrong',
  again: 'Then run it again: it also says what the role may see, and which role to create.',
  asFar: 'What follows is as far as it came.',
  kinds: 'What the role of this login may see',
  article: /^\b$/u,
  sees: {
    all: 'all',
    own: 'own only, of {exist}',
    'perhaps-all': 'all, or own only: see below',
    unproven: 'perhaps not all',
    refused: 'refused',
    'not-in-version': 'not in this version',
    'plugin-off': 'plugin off',
    failed: 'failed',
  },
  failed:
    'Mautic failed when asked for {kinds} (500). It does so when a role may see only its own; if the permission below is given, the cause stands in Settings > System Info > Log.',
  failedElse: 'Mautic failed when asked for {kinds} (500). The cause stands in Settings > System Info > Log.',
  strange: 'What was answered about {kinds} is no list of Mautic.',
  unproven: 'Whether {kinds} are all there are could not be told: the total that would tell did not come.',
  perhapsAll:
    'Of e-mails the list has {visible}, and Mautic counts {exist} with A/B variants. A pull tells whether these make the difference; if not, give {permission}.',
  change: 'What to change in Mautic: Settings > Roles, the role of this login',
  opens: '{permission}: {kinds}',
  notes: {
    contacts:
      'No smaller permission opens them to this login. It opens the contacts, too; purposelint asks for none of them, and for their numbers only with {counts}.',
    'or-next':
      'It opens the contacts, too; purposelint asks for none of them, and for their numbers only with {counts}. Without that, the next permission does.',
    instead: 'From Mautic 7 on, in place of the one before; it opens no contact.',
  },
  v2: 'API v2 of Mautic 7',
  v2States: {
    accepted: 'It accepts this login. Of kinds that the role sees whole, a pull reads there what API v1 does not show: {what}.',
    refused:
      'It does not accept this login. Without it, a pull does not see {what}; and a list that is cut to the own items of the role looks whole unless items of several people are in it. If that matters, use a user with Basic authentication.',
    unknown: 'Whether it accepts this login could not be told.',
  },
  pull: 'How long a pull takes',
  estimate: 'About {requests} requests, two at a time: about {time}.',
  rules: 'Rules',
  notRun: 'Rules that will not run, or not for everything',
  allRun: 'Every rule that is switched on can run.',
  ruleCause: '{reason}: {rules}.',
  role: 'The role to create in Mautic: read-only, these permissions',
  roleHow: 'Settings > Roles, a new role without full access. Give it to a user of its own, or to the OAuth2 credentials.',
  noApiAccess: '{permission} is not needed, neither for Basic nor for OAuth2 client credentials.',
};
