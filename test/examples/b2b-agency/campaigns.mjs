// What runs by itself: confirmations, seats, deliveries, the end of data.
import { pageId, smsId } from './content.mjs';
import { emailId } from './emails.mjs';
import { formId, forms } from './forms.mjs';
import { segmentRow, stages } from './groups.mjs';
import { finder, made, mapOf, numbered } from './rows.mjs';

const step = (name, type, eventType, properties, more = {}) => ({ name, type, eventType, properties, ...more });
/** Service e-mails go out whatever people said about letters; advertising never does so. */
const send = (name, mode = 'transactional') =>
  step(`Send: ${name}`, 'email.send', 'action', { email: emailId(name), email_type: mode, priority: 2, attempts: 3 });
const when = (field, operator, value) => step(`If ${field}`, 'lead.field_value', 'condition', { field, operator, value });
const came = alias => step('Came to the page', 'page.pagehit', 'decision', { pages: [pageId(alias)], url: '', referer: '' });
const tag = (...names) => step('Tag', 'lead.changetags', 'action', { add_tags: names, remove_tags: [] });
const write = values => step('Write', 'lead.updatelead', 'action', values);
const text = name => step(`Text: ${name}`, 'sms.send_text_sms', 'action', { sms: smsId(name) });
const stage = name => step(`Stage: ${name}`, 'stage.change', 'action', { stage: finder(stages)(name).id });

/** Only the fields that are named leave Mautic. */
const toService = (name, url, aliases) =>
  step(name, 'campaign.sendwebhook', 'action', {
    url,
    method: 'post',
    headers: { list: [] },
    additional_data: { list: aliases.map(alias => ({ label: alias, value: `{contactfield=${alias}}` })) },
    timeout: 10,
  });

const yes = (...steps) => ({ yes: steps });
const no = (...steps) => ({ no: steps });
/** A step and what follows; days to wait before it. */
const then = (first, branches = {}) => ({ ...first, ...branches });
const after = (days, first) => ({ ...first, days });

/** In the language of the person. */
const inLanguage = (it, de, fr) => [
  then(when('preferred_locale', '=', 'de'), { ...yes(de), ...no(then(when('preferred_locale', '=', 'fr'), { ...yes(fr), ...no(it) })) }),
];

const confirm = (names, page, tagName, field) => {
  const follow = then(came(page), yes(tag(tagName), write({ [field]: 'today' })));
  return [...inLanguage(...names.map(name => then(send(name), {}))), follow];
};

const CAMPAIGNS = [
  {
    name: 'Confirm the Meridiana letter',
    description: 'One e-mail with nothing but the link; the tag comes with the click',
    lists: ['letter-waiting'],
    steps: confirm(
      ['Conferma il tuo indirizzo', 'Bitte Adresse bestätigen', 'Confirmez votre adresse'],
      'indirizzo-confermato',
      'state:letter-confirmed',
      'consent_letter_at',
    ),
  },
  {
    name: 'Confirm the Torchio letter',
    description: 'The same for the second brand',
    lists: ['torchio-waiting'],
    steps: confirm(
      ['Torchio: conferma il tuo indirizzo', 'Torchio: bitte Adresse bestätigen', 'Torchio: conferma il tuo indirizzo'],
      'torchio-confermato',
      'state:torchio-confirmed',
      'consent_torchio_at',
    ),
  },
  {
    name: 'Seat in a webinar',
    forms: ['Iscrizione al webinar', 'Webinar-Anmeldung', 'Inscription au webinaire'],
    steps: [
      ...inLanguage(send('Il tuo posto al webinar'), send('Ihr Platz im Webinar'), send('Votre place au webinaire')),
      after(
        14,
        then(
          when('webinar_watched', '!=', '1'),
          yes(
            ...inLanguage(
              send('La registrazione del webinar'),
              send('Die Aufzeichnung des Webinars'),
              send("L'enregistrement du webinaire"),
            ),
          ),
        ),
      ),
    ],
  },
  {
    name: 'Day before a webinar',
    lists: ['webinar-next'],
    steps: inLanguage(send('Domani il webinar'), send('Morgen ist Webinar'), send('Demain, le webinaire')),
  },
  {
    name: 'Send the paper',
    forms: ['Richiesta guida', 'Leitfaden anfordern', 'Demande de guide'],
    steps: [...inLanguage(send('La tua guida'), send('Ihr Leitfaden'), send('Votre guide')), write({ paper_day: 'today' })],
  },
  {
    name: 'Torchio day',
    forms: ['Giornata Torchio'],
    steps: [
      send('Torchio: sei iscritto'),
      after(7, send('Torchio: come arrivare')),
      then(when('text_reminder', '=', '1'), yes(text('Torchio: a domani'))),
      after(60, toService('Names for the badges', 'https://badges.druckhof.example/orders', ['firstname', 'lastname'])),
      after(90, then(when('event_came', '=', '1'), yes(send('Torchio: le presentazioni')))),
    ],
  },
  {
    name: 'Working breakfast',
    forms: ['Colazione di lavoro'],
    steps: [
      send('Colazione: posti confermati'),
      after(3, send('Colazione: dove siamo')),
      then(when('text_reminder', '=', '1'), yes(text('Colazione: a domani'))),
    ],
  },
  {
    name: 'Answer an enquiry',
    forms: ['Contatto'],
    steps: [
      ...inLanguage(send('Abbiamo ricevuto il tuo messaggio'), send('Ihre Nachricht ist da'), send('Nous avons reçu votre message')),
      write({ enquiry_day: 'today' }),
    ],
  },
  {
    name: 'Offer to the CRM',
    forms: ['Richiesta di offerta'],
    steps: [
      ...inLanguage(send('La tua richiesta di offerta'), send('Ihre Anfrage'), send('Votre demande de devis')),
      toService('To the CRM', 'https://in.kontorcrm.example/offers', [
        'firstname',
        'lastname',
        'email',
        'company',
        'enquiry_topic',
        'enquiry_start',
        'enquiry_budget',
      ]),
      stage('Asked for an offer'),
    ],
  },
  {
    name: 'Start of a project',
    forms: ['Avvio progetto'],
    steps: [
      ...inLanguage(send('Benvenuto in Meridiana'), send('Willkommen bei Meridiana'), send('Bienvenue chez Meridiana')),
      tag('client:running'),
      stage('Client'),
    ],
  },
  { name: 'End of a project', lists: ['clients-left'], steps: [send('Il progetto è finito'), tag('client:left')] },
  {
    name: 'First word to editors',
    lists: ['press-untold'],
    steps: [send('Da dove abbiamo il tuo indirizzo', 'marketing'), write({ press_told: 'today' })],
  },
  {
    name: 'Ask about the webinar',
    lists: ['survey-due'],
    steps: inLanguage(
      send('Una domanda sul webinar', 'marketing'),
      send('Eine Frage zum Webinar', 'marketing'),
      send('Une question sur le webinaire', 'marketing'),
    ),
  },
  { name: 'Note the answer', forms: ['Valutazione del webinar'], steps: [write({ survey_day: 'today' })] },
  {
    name: 'Sign of life',
    description: 'Starts the clock of the retention anew; opens and visits do not',
    restart: true,
    forms: forms.map(({ name }) => name),
    steps: [write({ last_real_action: 'today' })],
  },
  {
    name: 'Note the yes to points',
    forms: [
      'Iscrizione al webinar',
      'Webinar-Anmeldung',
      'Inscription au webinaire',
      'Richiesta guida',
      'Leitfaden anfordern',
      'Demande de guide',
      'Richiesta di offerta',
    ],
    steps: [then(when('consent_scoring', '=', '1'), yes(write({ consent_scoring_at: 'today' })))],
  },
  { name: 'Show it to sales', lists: ['sales-interested'], steps: [stage('Shows interest')] },
  {
    name: 'Points fade',
    description: 'Every quarter, so that old interest fades',
    restart: true,
    lists: ['scoring-agreed'],
    steps: [after(90, step('Take twenty', 'lead.changepoints', 'action', { points: -20 }))],
  },
  {
    name: 'No points without a yes',
    description: 'Mautic counts for everybody; what it counted for people who did not agree is taken away again',
    restart: true,
    lists: ['scoring-refused'],
    steps: [step('Take a hundred', 'lead.changepoints', 'action', { points: -100 })],
  },
  {
    name: 'End of quiet readers',
    description: 'Deletes whom nobody heard of for two years',
    lists: ['quiet-readers'],
    steps: [step('Delete', 'lead.deletecontact', 'action', [])],
  },
];

let eventId = 0;
/** Steps with their branches become events with parents. */
function eventsOf(steps, parent = null, path = null) {
  return steps.flatMap(({ yes: onYes = [], no: onNo = [], days = 0, ...own }) => {
    eventId += 1;
    const event = {
      id: eventId,
      name: own.name,
      description: null,
      type: own.type,
      eventType: own.eventType,
      channel: null,
      channelId: null,
      order: eventId,
      properties: own.properties,
      triggerDate: null,
      triggerInterval: days,
      triggerIntervalUnit: 'd',
      triggerHour: null,
      triggerMode: days === 0 ? 'immediate' : 'interval',
      decisionPath: path,
      parent: parent === null ? null : { id: parent },
      children: [],
    };
    return [event, ...eventsOf(onYes, event.id, 'yes'), ...eventsOf(onNo, event.id, 'no')];
  });
}

const campaigns = numbered(
  CAMPAIGNS.map(({ name, description = null, restart = false, lists = [], forms: sources = [], steps }) => ({
    ...made(),
    name,
    category: null,
    description,
    allowRestart: restart,
    publishUp: null,
    publishDown: null,
    events: eventsOf(steps),
    forms: sources.map(source => ({
      createdByUser: 'Sample Admin',
      modifiedByUser: null,
      id: formId(source),
      name: source,
      alias: finder(forms)(source).alias,
      category: null,
    })),
    lists: lists.map(segmentRow),
    canvasSettings: { nodes: [], connections: [] },
    projects: [],
  })),
);

export const campaignAnswers = () => ({ 'campaigns.json': mapOf('campaigns', campaigns) });
