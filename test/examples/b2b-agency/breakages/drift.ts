/** What the files say and Mautic does not, or not any more. */
import type { Breakage } from '../breaking.js';
import { added, all, changed, deleted, gone, grown, item, made, written } from '../changes.js';
import { newForm, newQuestion } from '../news.js';

/** Declared with the form, in the same pull request; how long the answers stay is left out. */
const CALL_BACK = `forms:
  Richiamami:
    purposes: [enquiries]
    kind: contact
    fields:
      phone_back: {purposes: [enquiries], why: Where we call back, required: true, needed_for: Nobody can call without a number}
`;

export const drift: readonly Breakage[] = [
  {
    happened: 'a field of firms is deleted in Mautic',
    edit: all(deleted('company_field:company_framework'), gone('counts', { of: 'company_field:company_framework' })),
    finds: ['ghost-declaration company_field:company_framework error'],
  },
  {
    happened: 'a segment is deleted that a letter still goes to',
    edit: all(
      deleted('segment:letter-fairs'),
      gone('counts', { of: 'segment:letter-fairs' }),
      ...[1, 2, 3].map(n => gone('uses', { from: 'segment:letter-fairs', n })),
    ),
    // One is for who keeps the files, the other for who keeps Mautic.
    finds: ['dangling-reference segment:letter-fairs error', 'ghost-declaration segment:letter-fairs error'],
  },
  {
    happened: 'a form gets another name for the new year',
    edit: item('form:Webinar-Anmeldung', { key: 'Webinar-Anmeldung 2027' }),
    // For Mautic it is the same form, for files and filters another one: the old name is gone, and nobody has declared the new one.
    finds: [
      'dangling-reference form:Webinar-Anmeldung error',
      'ghost-declaration form:Webinar-Anmeldung error',
      'undeclared-form form:Webinar-Anmeldung 2027 error',
    ],
  },
  {
    happened: 'a form can no longer be sent without a mobile number',
    edit: item('form_field:Giornata Torchio/mobile', { required: true }),
    // It is not what was agreed, and nobody says what it would be needed for.
    finds: ['attribute-drift form_field:Giornata Torchio/mobile error', 'required-not-needed form_field:Giornata Torchio/mobile error'],
  },
  {
    happened: 'the portal offers one more line of business',
    edit: grown('contact_field:trade', 'options', { value: 'Defence', label: 'Defence' }),
    finds: ['option-drift contact_field:trade error'],
  },
  {
    happened: 'a field is declared to be gone, and its answers are still there',
    edit: written(
      'fields/services.yaml',
      '  event_arrival:\n    purposes: [events]',
      '  event_arrival:\n    status: retired\n    retired_on: 2026-06-01\n    purposes: [events]',
    ),
    finds: ['retired-but-stored contact_field:event_arrival error'],
  },
  {
    happened: 'a field is switched off by which a segment chooses people',
    edit: item('contact_field:crm_state', { published: false }),
    // The data are still there, and Mautic ignores the filter: everybody is in the segment.
    finds: ['retired-but-stored contact_field:crm_state error', 'unpublished-filter segment:offers-open error'],
  },
  {
    happened: 'nobody has pulled a snapshot since Sunday',
    edit: made({ taken_at: '2026-11-22T06:00:00Z' }),
    finds: ['snapshot-stale snapshot error'],
  },
  {
    happened: 'the login for the check may only see its own tags',
    edit: changed('coverage', { of: 'tag' }, { state: 'partial', rows: 30, why: ['own-only'] }),
    finds: ['snapshot-partial snapshot warn'],
    notRun: ['dangling-reference tag', 'ghost-declaration tag'],
  },
  {
    happened: 'a tag is deleted by which a segment chooses people',
    edit: all(
      deleted('tag:webinar:2026-12-fr'),
      gone('counts', { of: 'tag:webinar:2026-12-fr' }),
      gone('uses', { from: 'form:Inscription au webinaire', how: 'adds' }),
      changed('uses', { from: 'segment:webinar-next', to: 'tag:webinar:2026-12-fr' }, { to: 'tag:#26' }),
    ),
    finds: ['dangling-reference tag:#26 error'],
  },
  {
    happened: 'an e-mail is deleted that a campaign sends',
    edit: deleted('email:Torchio: le presentazioni'),
    finds: ['dangling-reference email:Torchio: le presentazioni error'],
  },
  {
    happened: 'a letter greets people with a field that does not exist',
    edit: added('uses', {
      from: 'email:Lettera Torchio 2026-11',
      how: 'reads',
      to: 'contact_field:stand_number',
      at: 'content',
      part: 'html',
      in: 'text',
    }),
    finds: ['dangling-reference contact_field:stand_number error'],
  },
  {
    happened: 'a question is connected to a field of firms that only contacts have',
    edit: all(
      item('form_field:Richiesta di offerta/company', { mapping: 'company' }),
      changed('uses', { from: 'form_field:Richiesta di offerta/company', how: 'collects' }, { to: 'company_field:company' }),
    ),
    finds: ['wrong-object form_field:Richiesta di offerta/company error'],
  },
  {
    happened: 'a new form takes telephone numbers into its results, and nowhere else',
    edit: all(
      newForm('Richiamami'),
      newQuestion('Richiamami', 'phone_back', 'Telefono *', null, { type: 'tel', required: true, links: ['meridiana.example/privacy'] }),
      written('forms/sales.yaml', 'forms:\n', CALL_BACK),
    ),
    // The form does not say how long it keeps answers, and no retention of a contact reaches this one.
    finds: ['no-retention form:Richiamami error', 'unmapped-answer form_field:Richiamami/phone_back error'],
  },
];
