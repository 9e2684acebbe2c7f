/** Whether people were asked, and could say no. */
import type { Breakage } from '../breaking.js';
import { added, all, changed, gone, item, made, written } from '../changes.js';
import { newFormAction, newQuestion, newStep } from '../news.js';

const LETTERS = 'purposes/letters.yaml';
const BOX = 'form_field:Richiesta guida/letter';
/** The forms that take addresses for the Torchio letter. */
const UNCONFIRMED = ['Giornata Torchio', 'Lettera Torchio', 'Torchio-Brief'].map(form => `double-opt-in form:${form} error`);
/** A step of a campaign that sends an e-mail. */
const sends = (campaign: string, email: string, email_mode: string) =>
  newStep(campaign, 'email.send', { email_mode }, { how: 'sends', to: `email:${email}` });

export const consent: readonly Breakage[] = [
  {
    happened: 'the box for the letter is ticked beforehand',
    edit: item(BOX, { default: 'option', default_option: '1' }),
    // Mautic sends the answer of such a box even when it is unticked.
    finds: ['consent-not-refusable form_field:Richiesta guida/letter error'],
  },
  {
    happened: 'the box for the letter becomes a button that is pressed already',
    edit: item(BOX, { type: 'radiogrp', default: 'option', default_option: '1' }),
    finds: ['consent-preticked form_field:Richiesta guida/letter error'],
  },
  {
    happened: 'the field of the consent says yes for everybody who is new',
    edit: item('contact_field:consent_scoring', { default: 'option', default_option: 'yes' }),
    finds: ['consent-by-default contact_field:consent_scoring error'],
  },
  {
    happened: 'nobody gets the paper without the letter',
    edit: item(BOX, { required: true }),
    finds: ['consent-forced form_field:Richiesta guida/letter error'],
  },
  {
    happened: 'a hidden field says yes for everybody who asks something',
    edit: newQuestion('Contatto', 'letter', 'letter', 'consent_letter', { type: 'hidden', default: 'constant' }),
    // Nobody has written it down, either.
    finds: ['consent-hidden form_field:Contatto/letter error', 'undeclared-form-field form_field:Contatto/letter error'],
  },
  {
    happened: 'a campaign says yes for everybody who comes to the Torchio day',
    edit: newStep('Torchio day', 'lead.updatelead', {}, { how: 'writes', to: 'contact_field:consent_torchio', value: 'yes' }),
    finds: ['consent-hidden campaign:Torchio day error'],
  },
  {
    happened: 'the sentence of a box takes the partners in',
    edit: item('form_field:Giornata Torchio/torchio', {
      title: 'Sì, Meridiana e i suoi partner possono mandarmi per e-mail la lettera Torchio prima di ogni fiera (facoltativo)',
      wording: '3f0c1a5b7d92',
    }),
    finds: ['consent-text-drift purpose:torchio-letter error'],
  },
  {
    happened: 'one box is for the terms, the points and the offers',
    edit: item('form_field:Richiesta di offerta/scoring', {
      title: 'Accetto le condizioni, la privacy e che Meridiana conti i miei punti e mi mandi offerte (facoltativo)',
      wording: '91d27ac4be05',
    }),
    // It is too much for one box, and no longer the sentence that was agreed.
    finds: ['consent-bundled form_field:Richiesta di offerta/scoring error', 'consent-text-drift purpose:scoring error'],
  },
  {
    happened: 'nobody writes down any more when people said yes',
    edit: written(
      LETTERS,
      'proof: {timestamp: contact_field:consent_torchio_at, wording: form-results, source: form-results}',
      'proof: {wording: form-results, source: form-results}',
    ),
    finds: ['consent-proof purpose:torchio-letter error'],
  },
  {
    happened: 'to save space, a form does not keep the answer of the box any more',
    edit: item('form_field:Lettera Torchio/torchio', { saved: false }),
    finds: ['consent-proof purpose:torchio-letter error'],
  },
  {
    happened: 'some people said yes three years ago, and were never asked again',
    edit: changed('counts', { of: 'contact_field:consent_letter_at', how: 'older', before: '2024-01-01' }, { n: 45 }),
    finds: ['consent-age purpose:meridiana-letter error'],
  },
  {
    happened: 'the form of the Torchio letter is put on a page for families',
    edit: written(
      'forms/letters.yaml',
      '  Lettera Torchio:\n    purposes: [torchio-letter]\n',
      '  Lettera Torchio:\n    audience: mixed\n    purposes: [torchio-letter]\n',
    ),
    finds: ['child-consent form:Lettera Torchio error'],
  },
  {
    happened: 'whoever asks something is put on the list of the letter',
    edit: newFormAction('Contatto', 'lead.changelist', 'Into the letter', { how: 'adds', to: 'segment:letter-fairs' }),
    // The form does it, and the next letter reaches people who never said yes.
    finds: ['list-without-consent form:Contatto error', 'send-beyond-consent email:Lettera Meridiana: fiere 2026-10 error'],
  },
  {
    happened: 'the answer to a message is followed by the letter',
    edit: sends('Answer an enquiry', 'Lettera Meridiana 2026-11', 'marketing'),
    finds: ['list-without-consent form:Contatto error'],
  },
  {
    happened: 'a segment loses the filter on the yes',
    edit: gone('uses', { from: 'segment:letter-fairs', to: 'contact_field:consent_letter' }),
    finds: ['send-beyond-consent email:Lettera Meridiana: fiere 2026-10 error'],
  },
  {
    happened: 'a segment takes those who said yes, or those who like fairs',
    edit: changed('uses', { from: 'segment:letter-fairs', to: 'contact_field:topics' }, { group: 2 }),
    finds: ['send-beyond-consent email:Lettera Meridiana: fiere 2026-10 error'],
  },
  {
    happened: 'a letter of Meridiana goes to the readers of Torchio',
    edit: changed('uses', { from: 'email:Lettera Meridiana 2026-11', how: 'targets' }, { to: 'segment:torchio-it' }),
    finds: ['send-beyond-consent email:Lettera Meridiana 2026-11 error'],
  },
  {
    happened: 'the Torchio letter goes to the guests of the Torchio day as well',
    edit: added('uses', { from: 'email:Lettera Torchio 2026-11', how: 'targets', to: 'segment:torchio-day-guests', at: 'email.audience' }),
    // They did not ask for it, and cannot leave a list that they do not see.
    finds: ['hidden-list segment:torchio-day-guests error', 'send-beyond-consent email:Lettera Torchio 2026-11 error'],
  },
  {
    happened: 'nobody says any more what has the addresses of the Torchio letter confirmed',
    edit: written(LETTERS, '      confirmed_by: campaign:Confirm the Torchio letter\n', ''),
    finds: UNCONFIRMED,
  },
  {
    happened: 'the campaign that has addresses confirmed is switched off',
    edit: item('campaign:Confirm the Torchio letter', { published: false }),
    finds: UNCONFIRMED,
  },
  {
    happened: 'whoever asks something is taken off the list of refusals',
    edit: newFormAction('Contatto', 'lead.remove_do_not_contact', 'May be written to again', { how: 'removes', to: 'record:dnc' }),
    finds: ['dnc-reset form:Contatto error'],
  },
  {
    happened: 'news for clients go out as a service message, also to those who unsubscribed',
    edit: sends('End of a project', 'Novità per i clienti 2026-10', 'transactional'),
    // The soft opt-in ends with the contract, and the campaign takes those whose contract has ended.
    finds: ['transactional-bypass campaign:End of a project error', 'send-beyond-consent email:Novità per i clienti 2026-10 error'],
  },
  {
    happened: 'the reminder is used to advertise the Torchio letter',
    edit: written(
      'content/campaigns.yaml',
      '"Torchio: a domani": {purposes: [event-reminders]}',
      '"Torchio: a domani": {purposes: [torchio-letter]}',
    ),
    finds: ['channel-mismatch text_message:Torchio: a domani error', 'send-beyond-consent text_message:Torchio: a domani error'],
  },
  {
    happened: 'Mautic 5.1 is restored from a backup, with a field whose answers stand the other way round',
    edit: all(made({ series: '5.1' }), item('contact_field:text_reminder', { yes_first: true })),
    finds: ['Colazione di lavoro', 'Giornata Torchio'].map(form => `consent-inverted form_field:${form}/text_reminder error`),
  },
  {
    happened: 'Mautic 5.1 is restored from a backup, in which the sentence of a box was its answer',
    edit: all(
      made({ series: '5.1' }),
      item('form_field:Giornata Torchio/torchio', {
        title: 'Lettera Torchio (facoltativo)',
        options: [{ value: '1', label: 'Sì, Meridiana può mandarmi per e-mail la lettera Torchio prima di ogni fiera' }],
        wording: '70c4e9a1b3d8',
      }),
    ),
    // People of that version do not see the sentence; nor is it where it was when it was agreed.
    finds: ['consent-text-drift purpose:torchio-letter error', 'consent-wording-lost form_field:Giornata Torchio/torchio error'],
  },
];
