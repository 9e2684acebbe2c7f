// The forms of both brands: one for each thing that people can ask for.
import { ENQUIRIES, PAPERS, TOPICS } from './fields.mjs';
import { choices } from './rows.mjs';
import { BOXES, LABELS, OPTIONAL } from './texts.mjs';

const TYPES = { email: 'email', mobile: 'tel', phone: 'tel' };
const YES = { it: 'Sì', de: 'Ja', fr: 'Oui' };

/** A question that fills the contact field of its alias. */
const ask = (alias, language, required = true, more = {}) => ({
  alias,
  label: `${more.label ?? LABELS[language][alias]}${required ? ' *' : ` ${OPTIONAL[language]}`}`,
  type: more.type ?? TYPES[alias] ?? 'text',
  isRequired: required,
  mappedObject: more.unmapped ? null : 'contact',
  mappedField: more.unmapped ? null : alias,
  helpMessage: more.help ?? null,
  ...(more.options === undefined ? {} : { options: more.options }),
  ...(more.parent === undefined ? {} : { parent: more.parent }),
});
const optional = (alias, language, more) => ask(alias, language, false, more);

/** A box that people tick or leave: nothing is ticked beforehand. */
const tick = (alias, field, language, [label, help], required = false) => ({
  ...ask(alias, language, required, { label, help, type: 'checkboxgrp', options: [['1', YES[language]]] }),
  mappedField: field,
});
const letter = (language, required) => tick('letter', 'consent_letter', language, BOXES.letter[language], required);
const torchio = (language, required) => tick('torchio', 'consent_torchio', language, BOXES.torchio[language], required);
const scoring = language => tick('scoring', 'consent_scoring', language, BOXES.scoring[language]);

/** A fixed value that tells which page the form stands on. */
const fixed = (alias, value) => ({
  ...ask(alias, 'it', true, { label: alias, type: 'hidden' }),
  label: alias,
  isRequired: false,
  defaultValue: value,
});

/** The number is asked for only when the box above it is ticked. */
const reminder = tick('text_reminder', 'text_reminder', 'it', ['Ricordatemelo il giorno prima con un SMS', null]);
const reminderNumber = optional('mobile', 'it', { parent: 'text_reminder', help: 'Solo per il promemoria' });

const signUp = (name, language, box) => ({
  name,
  language,
  notice: name.includes('Torchio') ? 'torchio' : 'meridiana',
  category: name.includes('Torchio') ? 'torchio-forms' : 'meridiana-forms',
  fields: [ask('email', language), optional('firstname', language), fixed('preferred_locale', language), box],
  tags: [`src:website-${language}`],
});

const webinar = (name, language, title) => ({
  name,
  language,
  notice: 'meridiana',
  category: 'meridiana-forms',
  fields: [
    ask('email', language),
    ask('firstname', language),
    ask('lastname', language),
    optional('company', language),
    fixed('webinar_title', title),
    fixed('webinar_day', '2026-12-10'),
    fixed('preferred_locale', language),
    letter(language),
    scoring(language),
  ],
  tags: [`webinar:2026-12-${language}`],
});

const paper = (name, language, question) => ({
  name,
  language,
  notice: 'meridiana',
  category: 'meridiana-forms',
  fields: [
    ask('email', language),
    ask('paper_title', language, true, { label: question, type: 'select', options: PAPERS }),
    optional('topics', language, { type: 'select', options: TOPICS }),
    fixed('preferred_locale', language),
    letter(language),
    scoring(language),
  ],
  tags: [`paper:sent-${language}`],
});

export const FORMS = [
  signUp('Lettera Meridiana', 'it', letter('it', true)),
  signUp('Meridiana-Brief', 'de', letter('de', true)),
  signUp('Lettre Meridiana', 'fr', letter('fr', true)),
  signUp('Lettera Torchio', 'it', torchio('it', true)),
  signUp('Torchio-Brief', 'de', torchio('de', true)),
  webinar('Iscrizione al webinar', 'it', 'Brief che funzionano'),
  webinar('Webinar-Anmeldung', 'de', 'Briefings, die wirken'),
  webinar('Inscription au webinaire', 'fr', 'Des briefs qui marchent'),
  paper('Richiesta guida', 'it', 'Quale guida'),
  paper('Leitfaden anfordern', 'de', 'Welcher Leitfaden'),
  paper('Demande de guide', 'fr', 'Quel guide'),
  {
    name: 'Giornata Torchio',
    language: 'it',
    notice: 'torchio',
    category: 'torchio-forms',
    fields: [
      ask('firstname', 'it'),
      ask('lastname', 'it'),
      ask('email', 'it'),
      optional('event_arrival', 'it', {
        label: 'Come arrivi, per i posti auto',
        type: 'select',
        options: choices('Train', 'Car', 'On foot'),
      }),
      fixed('event_title', 'Giornata Torchio 2027'),
      fixed('event_day', '2027-02-11'),
      reminder,
      reminderNumber,
      torchio('it'),
    ],
    tags: ['fair:torchio-2027'],
  },
  {
    name: 'Colazione di lavoro',
    language: 'it',
    notice: 'meridiana',
    category: 'meridiana-forms',
    fields: [
      ask('firstname', 'it'),
      ask('lastname', 'it'),
      ask('email', 'it'),
      ask('event_seats', 'it', true, { label: 'Quanti posti', type: 'number' }),
      reminder,
      reminderNumber,
      fixed('event_title', 'Colazione di lavoro di gennaio'),
      fixed('event_day', '2027-01-21'),
      letter('it'),
    ],
    tags: ['fair:breakfast-2027-01'],
  },
  {
    name: 'Contatto',
    language: 'it',
    notice: 'meridiana',
    category: 'meridiana-forms',
    fields: [
      ask('email', 'it'),
      ask('message', 'it', true, {
        label: 'Messaggio',
        type: 'textarea',
        unmapped: true,
        help: 'Scrivi solo ciò che serve per risponderti: niente dati sulla salute o su altre persone.',
      }),
      optional('enquiry_topic', 'it', { label: 'Argomento', type: 'select', options: ENQUIRIES }),
    ],
    tags: ['src:contact-page'],
    mailTo: 'ciao@meridiana.example',
  },
  {
    name: 'Richiesta di offerta',
    language: 'it',
    notice: 'meridiana',
    category: 'meridiana-forms',
    fields: [
      ask('firstname', 'it'),
      ask('lastname', 'it'),
      ask('email', 'it'),
      ask('company', 'it'),
      ask('enquiry_topic', 'it', true, { label: 'Che cosa ti serve', type: 'select', options: ENQUIRIES }),
      optional('enquiry_start', 'it', {
        label: 'Quando vuoi iniziare',
        type: 'select',
        options: choices('This quarter', 'Next quarter', 'Later'),
      }),
      optional('enquiry_budget', 'it', {
        label: 'Quanto è grande il progetto',
        type: 'select',
        options: choices('Small', 'Medium', 'Large'),
      }),
      scoring('it'),
    ],
    tags: ['sales:asked'],
  },
  {
    name: 'Avvio progetto',
    language: 'it',
    notice: 'meridiana',
    category: 'meridiana-forms',
    fields: [
      ask('firstname', 'it'),
      ask('lastname', 'it'),
      ask('email', 'it'),
      ask('phone', 'it'),
      tick('no_letters', 'no_client_letter', 'it', [
        'Non mandatemi novità sui vostri servizi',
        'Puoi dirlo anche dopo, con il link in ogni e-mail.',
      ]),
    ],
    tags: ['client:new'],
  },
  {
    name: 'Valutazione del webinar',
    language: 'it',
    notice: 'meridiana',
    category: 'meridiana-forms',
    fields: [
      ask('survey_score', 'it', true, { label: 'Quanto ti è servito, da 1 a 5', type: 'number' }),
      optional('comment', 'it', {
        label: 'Che cosa cambieresti',
        type: 'textarea',
        unmapped: true,
        help: 'Un consiglio sul webinar, per favore nulla di personale su di te o sulla tua salute.',
      }),
    ],
    tags: [],
  },
  {
    name: 'Accredito stampa',
    language: 'it',
    notice: 'press',
    category: 'press-forms',
    fields: [
      ask('firstname', 'it'),
      ask('lastname', 'it'),
      ask('email', 'it'),
      ask('press_outlet', 'it', true, { label: 'Testata' }),
      optional('press_beat', 'it', {
        label: 'Di che cosa scrivi',
        type: 'select',
        options: choices('Economy', 'Trade fairs', 'Marketing'),
      }),
    ],
    tags: ['press:accredited'],
  },
];
