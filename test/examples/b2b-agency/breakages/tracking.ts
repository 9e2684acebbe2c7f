/** What is measured, and what is made of it. */
import type { Breakage } from '../breaking.js';
import { added, all, item, written } from '../changes.js';
import { newPointAction } from '../news.js';

const TRACKING = 'content/tracking.yaml';
const INSTANCE = 'instance-and-rights.yaml';
const LETTER = '    channels: [email]\n    legal_basis: consent\n    consent:\n      field: consent_letter\n';

export const tracking: readonly Breakage[] = [
  {
    happened: 'there are points for opening a letter',
    edit: newPointAction('Opened a letter', 'email.open', 'category:point/interest', { to: 'tracking:email_open' }),
    finds: ['email-pixel tracking:email_opens error'],
  },
  {
    happened: 'the administrator switches the pixel of e-mails on',
    edit: written(INSTANCE, 'mailer_append_tracking_pixel: false', 'mailer_append_tracking_pixel: true'),
    finds: ['email-pixel tracking:email_opens error'],
  },
  {
    happened: 'marketing declares that opens are counted for each person, and not what for',
    edit: written(TRACKING, 'email_opens: {mode: off}', 'email_opens: {mode: individual}'),
    // Without a purpose, and without a yes of its own.
    finds: ['email-pixel tracking:email_opens error', 'no-purpose tracking:email_opens error'],
  },
  {
    happened: 'the page of prices gets a film that tells who watched it',
    edit: added('uses', { from: 'page:prezzi', how: 'tracks', to: 'tracking:video', at: 'content' }),
    finds: ['undeclared-tracking tracking:videos error'],
  },
  {
    happened: 'the script of the website does not wait for the banner any more',
    edit: written(TRACKING, '    gate: consent-tool\n', ''),
    finds: ['track-before-consent tracking:website error'],
  },
  {
    happened: 'visits are counted because we have an interest in them',
    edit: written(TRACKING, '    legal_basis: consent\n', '    legal_basis: legitimate-interests\n'),
    finds: ['track-before-consent tracking:website error'],
  },
  {
    happened: 'a cookie is said to stay for two years',
    edit: written(TRACKING, 'mautic_device_id: {lifetime: P12M,', 'mautic_device_id: {lifetime: P24M,'),
    finds: ['cookie-lifetime tracking:website error'],
  },
  {
    happened: 'a cookie is forgotten',
    edit: written(TRACKING, '      mautic_referer_id: {lifetime: PT30M}\n', ''),
    finds: ['cookie-lifetime tracking:website error'],
  },
  {
    happened: 'whole addresses of devices are kept again',
    edit: written(INSTANCE, 'anonymize_ip: true', 'anonymize_ip: false'),
    finds: ['ip-clear instance error'],
  },
  {
    happened: 'Meta gets a pixel for a campaign',
    edit: written(INSTANCE, 'facebook_pixel: false', 'facebook_pixel: true'),
    finds: ['third-party-pixel recipient:service/meta-pixel error'],
  },
];

export const profiling: readonly Breakage[] = [
  {
    happened: 'only the long notice still says that people get points',
    edit: written('notices.yaml', 'profiling: [policy, form, preference-centre]', 'profiling: [policy]'),
    finds: ['profiling-untold notice:meridiana warn'],
  },
  {
    happened: 'points lean on the yes to the letter',
    edit: written('purposes/sales.yaml', '      field: consent_scoring\n', '      field: consent_letter\n'),
    // Points need a yes of their own; one box now stands for two things; and its sentences are not those that were agreed for points.
    finds: [
      'consent-bundled contact_field:consent_letter error',
      'consent-text-drift purpose:scoring error',
      'profiling-no-basis purpose:scoring error',
    ],
  },
  {
    happened: 'the letter is to follow what people read',
    edit: written('purposes/letters.yaml', LETTER, LETTER.replace('    legal_basis', '    profiling: extensive\n    legal_basis')),
    // Who wants the letter did not agree to that, and cannot refuse it and keep the letter.
    finds: ['profile-no-objection purpose:meridiana-letter error', 'profiling-no-basis purpose:meridiana-letter error'],
  },
  {
    happened: 'points end no more: the campaigns that take them away are off, and nobody says for how long they count',
    edit: all(
      written('purposes/sales.yaml', '    window: P12M\n', ''),
      item('campaign:Points fade', { published: false }),
      item('campaign:No points without a yes', { published: false }),
    ),
    finds: [
      'score-forever point_action:Asked for an offer error',
      'score-forever point_action:Booked a webinar error',
      'score-forever point_action:Downloaded a paper error',
      'score-forever point_action:Looked at the prices error',
      'score-forever point_action:Read about trade fairs error',
    ],
  },
];
