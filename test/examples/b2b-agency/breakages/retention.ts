/** Until when. */
import type { Breakage } from '../breaking.js';
import { all, changed, gone, item, written } from '../changes.js';

const SERVICES = 'purposes/services.yaml';
const RIGHTS = 'instance-and-rights.yaml';
const READERS = '{period: P24M, from: last-action, from_field: last_real_action, enforced_by: "campaign:End of quiet readers"}';
const TORCHIO = '    recipients: [hosting, mailhost]\n    notice: torchio#letter';
/** The purposes that this campaign ends. */
const NOT_ENDED = ['meridiana-letter', 'tailored-pages', 'torchio-letter'].map(key => `retention-not-enforced purpose:${key} error`);

export const retention: readonly Breakage[] = [
  {
    happened: 'nobody says how long requests for papers are kept',
    edit: written(
      SERVICES,
      '    retention: {period: P3M, from: collected, from_field: paper_day, enforced_by: system:housekeeping, last_run: 2026-11-24}\n',
      '',
    ),
    finds: ['no-retention purpose:papers error'],
  },
  {
    happened: 'nobody says how long the answers of editors stay in the form',
    edit: written('forms/press.yaml', '    results_retention: P24M\n', ''),
    finds: ['no-retention form:Accredito stampa error'],
  },
  {
    happened: 'the title of a webinar is kept longer than the webinar is of use',
    edit: written(
      'fields/services.yaml',
      'why: Name of the webinar in the e-mails about it\n    retention: P6M',
      'why: Name of the webinar in the e-mails about it\n    retention: P24M',
    ),
    finds: ['retention-over-purpose contact_field:webinar_title error'],
  },
  {
    happened: 'a family of tags outlives the papers',
    edit: written('people/tags.yaml', 'a paper was sent, retention: P3M', 'a paper was sent, retention: P36M'),
    finds: ['retention-over-purpose tag:paper:* error'],
  },
  {
    happened: 'readers of the Torchio letter are kept for five years',
    edit: written(
      'purposes/letters.yaml',
      `    retention: ${READERS}\n${TORCHIO}`,
      `    retention: ${READERS.replace('P24M', 'P60M')}\n${TORCHIO}`,
    ),
    finds: ['retention-over-guidance purpose:torchio-letter warn'],
  },
  {
    happened: 'proofs are kept until somebody complains',
    edit: written(
      'purposes/records.yaml',
      'criteria: As long as the yes is used, and three years more in case somebody asks',
      'criteria: Until the person withdraws the consent',
    ),
    finds: ['until-withdrawn purpose:consent-records error'],
  },
  {
    happened: 'the campaign that deletes quiet readers is switched off over Christmas',
    edit: item('campaign:End of quiet readers', { published: false }),
    finds: NOT_ENDED,
  },
  {
    happened: 'the segment of quiet readers loses its date: everybody who is no client would be deleted',
    edit: gone('uses', { from: 'segment:quiet-readers', to: 'contact_field:last_real_action' }),
    finds: NOT_ENDED,
  },
  {
    happened: 'quiet readers are deleted a year later than promised',
    edit: changed('uses', { from: 'segment:quiet-readers', n: 1 }, { value: '-36 months' }),
    finds: NOT_ENDED,
  },
  {
    happened: 'nothing deletes the marks of a webinar any more',
    edit: written(SERVICES, 'from_field: survey_day, enforced_by: system:housekeeping, last_run: 2026-11-24', 'from_field: survey_day'),
    finds: ['retention-not-enforced purpose:survey error'],
  },
  {
    happened: 'the nightly script fails, and seats of last year are still there',
    edit: changed('counts', { of: 'contact_field:webinar_day', how: 'older', before: '2026-01-01' }, { n: 340 }),
    finds: ['overdue-contacts purpose:webinars error'],
  },
  {
    happened: 'opens are counted, and the clock of the Torchio letter becomes one that an open resets',
    edit: all(
      written(
        'content/tracking.yaml',
        'email_opens: {mode: off}',
        'email_opens: {mode: individual, purposes: [site-visits], legal_basis: consent, consent: {field: consent_visits}, retention: P12M}',
      ),
      written(
        'purposes/letters.yaml',
        `    retention: ${READERS}\n${TORCHIO}`,
        `    retention: ${READERS.replace('last_real_action', 'last_active')}\n${TORCHIO}`,
      ),
    ),
    finds: ['open-counts-as-activity purpose:torchio-letter error'],
  },
  {
    happened: 'nobody empties the visits of people who were deleted',
    edit: written(RIGHTS, '      page_hits: P1M\n', ''),
    // The catalogue has both: what outlives the contact, and a way of deleting that is not whole.
    finds: ['erasure-gap rights error', 'leftover-history rights error'],
  },
];
