/** Whether it is needed. */
import type { Breakage } from '../breaking.js';
import { all, changed, item, written } from '../changes.js';
import { newField, newFormAction, newQuestion } from '../news.js';

const SERVICES = 'fields/services.yaml';

export const minimisation: readonly Breakage[] = [
  {
    happened: 'hardly anybody says how many seats to keep',
    edit: changed('counts', { of: 'contact_field:event_seats', how: 'filled' }, { n: 12 }),
    finds: ['empty-field contact_field:event_seats error'],
  },
  {
    happened: 'the press office does not look any more at where addresses came from',
    edit: written(
      'fields/press.yaml',
      '    options: [Imprint, Fair, Wrote to us]\n    used_by: ["people:press-office"]\n',
      '    options: [Imprint, Fair, Wrote to us]\n',
    ),
    finds: ['unused-datum contact_field:press_origin error'],
  },
  {
    happened: 'pictures on the website are to depend on a field, and nobody builds them',
    edit: all(
      newField('favourite_fair', 'Fair visited most', {}, 900),
      written(
        SERVICES,
        '  trade:\n',
        `  favourite_fair:
    purposes: [tailored-pages]
    why: Which pictures of fairs people see on the page of prices
    when: Choosing it in the portal
    source: [system:portal]
    informed: {when: already known}
  trade:
`,
      ),
    ),
    finds: ['dead-personalisation contact_field:favourite_fair error'],
  },
  {
    happened: 'nobody says any more why a project needs a telephone number',
    edit: written(
      'forms/sales.yaml',
      'phone: {required: true, needed_for: Printers stop when a file is missing}',
      'phone: {required: true}',
    ),
    finds: ['required-not-needed form_field:Avvio progetto/phone error'],
  },
  {
    happened: 'the breakfast has no reminder any more, and still asks for the number',
    edit: written('forms/events.yaml', 'purposes: [events, event-reminders, meridiana-letter]', 'purposes: [events, meridiana-letter]'),
    finds: ['form-overask form:Colazione di lavoro error'],
  },
  {
    happened: 'a form keeps from which advertisement people came',
    edit: newFormAction('Richiesta guida', 'lead.addutmtags', 'Where the click came from', { how: 'writes', to: 'tracking:utm' }),
    finds: ['hidden-harvest form:Richiesta guida error'],
  },
  {
    happened: 'a script writes the number of the click into a form',
    edit: newQuestion('Richiesta di offerta', 'gclid', 'gclid', null, { type: 'hidden' }),
    // People do not see it, and nobody has written it down.
    finds: [
      'hidden-harvest form_field:Richiesta di offerta/gclid error',
      'undeclared-form-field form_field:Richiesta di offerta/gclid error',
    ],
  },
  {
    happened: 'sales calls the number of the office a mobile number',
    edit: item('contact_field:phone', { title: 'Mobile' }),
    finds: ['duplicate-datum contact_field:phone warn'],
  },
  {
    happened: 'sales wants room for notes about people',
    edit: newField('sales_notes', 'Notes', { type: 'textarea' }, 800),
    // Nobody has said what for, and whatever the answer: anything can be written there.
    finds: ['free-text contact_field:sales_notes warn', 'undeclared-field contact_field:sales_notes error'],
  },
  {
    happened: 'clients are to get a card on their birthday',
    edit: all(
      newField('birthday', 'Birthday', { type: 'date' }, 900),
      written(
        'fields/sales.yaml',
        '  client_until:\n',
        `  birthday:
    purposes: [client-letter]
    why: A card on the birthday of the person who orders
    when: The first order
    source: [system:crm]
    informed: {when: already known}
    used_by: ["people:sales"]
  client_until:
`,
      ),
    ),
    finds: ['too-precise contact_field:birthday error'],
  },
  {
    happened: 'whoever names no line of business is in the food trade',
    edit: item('contact_field:trade', { default: 'option', default_option: 'Food' }),
    finds: ['invented-datum contact_field:trade error'],
  },
  {
    happened: 'an import fills in who is a Mr and who a Mrs',
    edit: changed('counts', { of: 'contact_field:title', how: 'filled' }, { n: 900 }),
    // A greeting needs no title; nobody has declared the field, either.
    finds: ['title-gender contact_field:title error', 'undeclared-field contact_field:title error'],
  },
  {
    happened: 'a script on the website is to correct the number of the CRM',
    edit: item('contact_field:crm_number', { public: true }),
    finds: ['public-writable contact_field:crm_number error'],
  },
  {
    happened: 'the form for projects asks for a password for the portal',
    edit: newQuestion('Avvio progetto', 'portal_password', 'Password per il portale (facoltativo)', null, { type: 'password' }),
    finds: [
      'password-stored form_field:Avvio progetto/portal_password error',
      'undeclared-form-field form_field:Avvio progetto/portal_password error',
    ],
  },
  {
    happened: 'the name of a buyer is kept with the firm',
    edit: written(
      'fields/companies.yaml',
      'company_framework: {personal: false, reason: Whether a firm has a framework contract}',
      'company_framework: {personal: true, purposes: [client-work], why: Who signs orders under the framework contract, when: Signing it, source: [system:crm], informed: {when: already known}, used_by: ["people:sales"], data_category: user.name}',
    ),
    finds: ['company-overwritable company_field:company_framework error'],
  },
];
