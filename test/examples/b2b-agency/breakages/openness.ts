/** Whether people are told, and can get out. */
import type { Breakage } from '../breaking.js';
import { all, item, written } from '../changes.js';

const NOTICES = 'notices.yaml';
const RIGHTS = 'instance-and-rights.yaml';

export const transparency: readonly Breakage[] = [
  {
    happened: 'the link to the notice falls out of the form for messages',
    edit: item('form_field:Contatto/notice', { links: [] }),
    finds: ['no-notice form:Contatto error'],
  },
  {
    happened: 'the notice of Torchio moves, and the forms do not follow',
    edit: written(NOTICES, 'url: https://torchio.example/privacy', 'url: https://torchio.example/your-data'),
    finds: ['Giornata Torchio', 'Lettera Torchio', 'Torchio-Brief'].map(form => `no-notice form:${form} error`),
  },
  {
    happened: 'a new version of the notice leaves offers out',
    edit: written(NOTICES, '        - offers\n', ''),
    finds: ['notice-gap notice:meridiana error'],
  },
  {
    happened: 'the notice of Torchio does not name who sends the text messages',
    edit: written(
      NOTICES,
      'recipients: [hosting, mailhost, sms-gateway, badge-printer, consent-tool]',
      'recipients: [hosting, mailhost, badge-printer, consent-tool]',
    ),
    finds: ['notice-gap notice:torchio error'],
  },
  {
    happened: 'a new design has no stars and no "optional"',
    edit: all(
      item('form_field:Contatto/email', { title: 'E-mail di lavoro' }),
      item('form_field:Contatto/message', { title: 'Messaggio' }),
      item('form_field:Contatto/enquiry_topic', { title: 'Argomento' }),
    ),
    finds: ['mandatory-unmarked form:Contatto error'],
  },
];

export const rights: readonly Breakage[] = [
  {
    happened: 'a letter goes out without a link to unsubscribe',
    edit: item('email:Lettera Torchio 2026-11', { exits: [] }),
    finds: ['no-unsubscribe email:Lettera Torchio 2026-11 error'],
  },
  {
    happened: "Mautic's own page for preferences is switched off, and ours has lost its button",
    edit: all(
      written(RIGHTS, 'show_contact_preferences: true', 'show_contact_preferences: false'),
      item('page:preferenze', { controls: ['categorylist', 'leadidentifier', 'segmentlist'] }),
    ),
    finds: ['no-preference-centre rights error'],
  },
  {
    happened: 'readers in France do not find the letter in their preferences any more',
    edit: item('segment:letter-fr', { in_preference_centre: false }),
    // It is not what was agreed, and nobody can leave the list there.
    finds: ['attribute-drift segment:letter-fr error', 'hidden-list segment:letter-fr error'],
  },
  {
    happened: 'nobody is responsible for deleting people',
    edit: written(RIGHTS, '    owner: data-desk\n    covers', '    covers'),
    finds: ['erasure-gap rights error'],
  },
  {
    happened: 'the CRM does not hear who has to be deleted',
    edit: written(RIGHTS, 'notify: [crm, webinar-room,', 'notify: [webinar-room,'),
    finds: ['erasure-gap rights error'],
  },
  {
    happened: 'the CRM brings people back without asking who refused',
    edit: written(RIGHTS, 'checked_by: [imports, forms, system:crm,', 'checked_by: [imports, forms,'),
    finds: ['suppression-lost system:crm error'],
  },
];
