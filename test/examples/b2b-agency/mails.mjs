// What goes out: letters in three languages, what people asked for, releases for editors.
import { noticeUrl } from './texts.mjs';

const NO_CONTENT = {
  glue: null,
  field: null,
  object: null,
  type: 'Symfony\\Component\\Form\\Extension\\Core\\Type\\TextType',
  operator: null,
  display: null,
  filter: null,
};
const DEFAULT_CONTENT = [
  { tokenName: 'Dynamic Content 1', content: 'Default Dynamic Content', filters: [{ content: null, filters: [NO_CONTENT] }] },
];

/** A paragraph for one trade, else one for everybody. */
const byTrade = (food, machinery) => [
  {
    tokenName: 'Your trade',
    content: '<p>Three cases of this month.</p>',
    filters: [
      ['Food', food],
      ['Machinery', machinery],
    ].map(([trade, content]) => ({
      content: `<p>${content}</p>`,
      filters: [{ glue: 'and', field: 'trade', object: 'lead', type: 'select', operator: '=', display: null, filter: trade }],
    })),
  },
];

const FOOT = {
  it: 'Perché ricevi questa e-mail',
  de: 'Warum Sie diese E-Mail bekommen',
  fr: 'Pourquoi vous recevez cet e-mail',
};
const foot = (language, notice, exit) =>
  `<p><a href="${noticeUrl(notice)}">${FOOT[language]}</a> | <a href="{pagelink=1}">Preferences</a>${exit ? ' | {unsubscribe_text}' : ''}</p>`;
const HELLO = {
  it: 'Buongiorno {contactfield=firstname|},',
  de: 'Guten Tag {contactfield=firstname|},',
  fr: 'Bonjour {contactfield=firstname|},',
};

/**
 * @param exit advertising, and what people may object to, ends with a way out
 * @param lists aliases of the audience; with them it is a segment e-mail
 */
const mail = (
  name,
  subject,
  language,
  group,
  body,
  { notice = 'meridiana', exit = false, lists = [], dynamic = DEFAULT_CONTENT } = {},
) => ({
  name,
  subject,
  language,
  group,
  lists,
  dynamic,
  html: `<!DOCTYPE html><html><head><title>{subject}</title></head><body><p>${HELLO[language]}</p>${body}${foot(language, notice, exit)}</body></html>`,
});

const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const LETTER = { it: 'Lettera Meridiana', de: 'Meridiana-Brief', fr: 'Lettre Meridiana' };
const letters = MONTHS.flatMap(month =>
  Object.entries(LETTER).map(([language, title]) =>
    mail(
      `${title} ${month}`,
      `${title} ${month}`,
      language,
      'meridiana-letter',
      '{dynamiccontent="Your trade"}<p><a href="https://meridiana.example/letter">Tutto</a></p>',
      {
        exit: true,
        lists: [`letter-${language}`],
        dynamic: byTrade('A dairy that sells at the fair', 'A press brake with a film'),
      },
    ),
  ),
);

const aboutFairs = [
  mail(
    'Lettera Meridiana: fiere 2026-10',
    'Le fiere di primavera',
    'it',
    'meridiana-letter',
    '<p><a href="https://meridiana.example/letter">Tutto sulle fiere</a></p>',
    {
      exit: true,
      lists: ['letter-fairs'],
    },
  ),
];

const FAIRS = ['2026-03', '2026-05', '2026-09', '2026-11'];
const TORCHIO = { it: 'Lettera Torchio', de: 'Torchio-Brief' };
const fairLetters = FAIRS.flatMap(month =>
  Object.entries(TORCHIO).map(([language, title]) =>
    mail(
      `${title} ${month}`,
      `${title} ${month}`,
      language,
      'torchio-letter',
      '<p><a href="https://torchio.example/fairs">Stands, dates, maps</a></p>',
      {
        notice: 'torchio',
        exit: true,
        lists: [`torchio-${language}`],
      },
    ),
  ),
);

const CLIENTS = { it: 'Novità per i clienti', de: 'Neues für Kunden', fr: 'Nouveautés pour les clients' };
const clientLetters = ['2026-05', '2026-10'].flatMap(month =>
  Object.entries(CLIENTS).map(([language, title]) =>
    mail(`${title} ${month}`, `${title} ${month}`, language, 'client-letter', '<p>What else we can do for a campaign like yours.</p>', {
      exit: true,
      lists: [`clients-${language}`],
    }),
  ),
);

/** One e-mail in each language. */
const inLanguages = (names, group, body, more = {}) =>
  Object.entries(names).map(([language, name]) => mail(name, name, language, group, body, more));

const confirmations = [
  ...inLanguages(
    { it: 'Conferma il tuo indirizzo', de: 'Bitte Adresse bestätigen', fr: 'Confirmez votre adresse' },
    'address-check',
    '<p><a href="{pagelink=4}">Sì, sono io</a></p>',
  ),
  ...inLanguages(
    { it: 'Torchio: conferma il tuo indirizzo', de: 'Torchio: bitte Adresse bestätigen' },
    'address-check',
    '<p><a href="{pagelink=5}">Sì, sono io</a></p>',
    { notice: 'torchio' },
  ),
];

const webinars = [
  ...inLanguages(
    { it: 'Il tuo posto al webinar', de: 'Ihr Platz im Webinar', fr: 'Votre place au webinaire' },
    'webinars',
    '<p>{contactfield=webinar_title}, {contactfield=webinar_day}: <a href="https://meet.saalwerk.example/room">Sala</a></p>',
  ),
  ...inLanguages(
    { it: 'Domani il webinar', de: 'Morgen ist Webinar', fr: 'Demain, le webinaire' },
    'webinars',
    '<p>{contactfield=webinar_title}: <a href="https://meet.saalwerk.example/room">Sala</a></p>',
  ),
  ...inLanguages(
    { it: 'La registrazione del webinar', de: 'Die Aufzeichnung des Webinars', fr: "L'enregistrement du webinaire" },
    'webinars',
    '<p><a href="https://meridiana.example/recordings">Registrazione</a></p>',
  ),
];

const papers = inLanguages(
  { it: 'La tua guida', de: 'Ihr Leitfaden', fr: 'Votre guide' },
  'papers',
  '<p>{contactfield=paper_title}: <a href="{assetlink=1}">PDF</a></p>',
);

const events = [
  mail(
    'Torchio: sei iscritto',
    'Giornata Torchio, {contactfield=event_day}',
    'it',
    'events',
    '<p>{contactfield=event_title}, badge al banco.</p>',
    { notice: 'torchio' },
  ),
  mail(
    'Torchio: come arrivare',
    'Come arrivare alla Giornata Torchio',
    'it',
    'events',
    '<p>{contactfield=event_arrival}: <a href="https://torchio.example/map">mappa</a></p>',
    { notice: 'torchio' },
  ),
  mail(
    'Torchio: le presentazioni',
    'Le presentazioni della giornata',
    'it',
    'events',
    '<p><a href="https://torchio.example/slides">Presentazioni</a></p>',
    { notice: 'torchio' },
  ),
  mail(
    'Colazione: posti confermati',
    'La colazione del {contactfield=event_day}',
    'it',
    'events',
    '<p>Posti: {contactfield=event_seats}</p>',
  ),
  mail(
    'Colazione: dove siamo',
    'Dove ci vediamo domani',
    'it',
    'events',
    '<p>{contactfield=event_title}: <a href="https://meridiana.example/breakfast">indirizzo</a></p>',
  ),
];

const answers = [
  ...inLanguages(
    { it: 'Abbiamo ricevuto il tuo messaggio', de: 'Ihre Nachricht ist da', fr: 'Nous avons reçu votre message' },
    'enquiries',
    '<p>Risponde una persona, entro due giorni.</p>',
  ),
  ...inLanguages(
    { it: 'La tua richiesta di offerta', de: 'Ihre Anfrage', fr: 'Votre demande de devis' },
    'offers',
    '<p>{contactfield=enquiry_topic}: ti chiamiamo per due domande.</p>',
  ),
  ...inLanguages(
    { it: 'Benvenuto in Meridiana', de: 'Willkommen bei Meridiana', fr: 'Bienvenue chez Meridiana' },
    'client-work',
    '<p>Il tuo progetto e chi lo segue: <a href="https://my.meridiana.example">portale</a>.</p>',
  ),
  mail(
    'Il progetto è finito',
    'Che cosa teniamo e che cosa cancelliamo',
    'it',
    'client-work',
    '<p>Che cosa resta del progetto, e fino a quando.</p>',
  ),
];

const releases = ['2026-09', '2026-11'].flatMap(month =>
  Object.entries({ it: 'Comunicato', de: 'Pressemitteilung', fr: 'Communiqué' }).map(([language, title]) =>
    mail(
      `${title} ${month}`,
      `${title} ${month}`,
      language,
      'press',
      '<p>Per {contactfield=press_outlet}: <a href="https://meridiana.example/press">foto e testo</a></p>',
      {
        notice: 'press',
        exit: true,
        lists: [`press-${language}`],
      },
    ),
  ),
);
const pressRoom = [
  mail(
    'Da dove abbiamo il tuo indirizzo',
    'Perché ti scriviamo, e come dirci di no',
    'it',
    'press',
    '<p>Fonte, scopo, e un link per dirci di no.</p>',
    { notice: 'press', exit: true },
  ),
];

const surveys = inLanguages(
  { it: 'Una domanda sul webinar', de: 'Eine Frage zum Webinar', fr: 'Une question sur le webinaire' },
  'survey',
  '<p><a href="{pagelink=8}">Una domanda</a></p>',
  { exit: true },
);

export const MAILS = [
  ...confirmations,
  ...letters,
  ...aboutFairs,
  ...fairLetters,
  ...clientLetters,
  ...webinars,
  ...papers,
  ...events,
  ...answers,
  ...releases,
  ...pressRoom,
  ...surveys,
];
