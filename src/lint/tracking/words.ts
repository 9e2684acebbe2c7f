/** Words of messages about tracking, by their codes. */
import type { Language } from '../../finding.js';

/** What traces of tracking are called. */
export const TRACKING_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    page_hit: 'visits to web pages',
    session: 'visits and their length',
    referrer: 'where visitors come from',
    device: 'devices',
    utm: 'campaign parameters (UTM)',
    download: 'downloads',
    focus_view: 'views of focus items',
    notification: 'push notifications',
    ip: 'IP addresses',
    tracked_link: 'who follows a link',
    facebook_pixel: 'visits through the Meta pixel',
    google_analytics: 'visits through Google Analytics',
    email_sent: 'who was sent which e-mail',
    email_open: 'who opens e-mails',
    email_reply: 'who answers e-mails',
    email_click: 'who clicks in e-mails',
    sms_sent: 'who was sent which text message',
    sms_click: 'who clicks in text messages',
    sms_reply: 'who answers text messages',
    video: 'who watches videos',
  },
  it: {
    page_hit: 'le visite alle pagine web',
    session: 'le visite e la loro durata',
    referrer: 'da dove arrivano i visitatori',
    device: 'i dispositivi',
    utm: 'i parametri di campagna (UTM)',
    download: 'i download',
    focus_view: 'le visualizzazioni dei focus item',
    notification: 'le notifiche push',
    ip: 'gli indirizzi IP',
    tracked_link: 'chi segue un link',
    facebook_pixel: 'le visite tramite il pixel di Meta',
    google_analytics: 'le visite tramite Google Analytics',
    email_sent: 'a chi è stata inviata quale e-mail',
    email_open: 'chi apre le e-mail',
    email_reply: 'chi risponde alle e-mail',
    email_click: 'chi clicca nelle e-mail',
    sms_sent: 'a chi è stato inviato quale SMS',
    sms_click: 'chi clicca negli SMS',
    sms_reply: 'chi risponde agli SMS',
    video: 'chi guarda i video',
  },
};

/** What another company gets, and what is missing for that. */
export const PIXEL_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    profile: 'first name, last name, e-mail, phone, city, region and postcode',
    contact_id: 'the number of the contact',
    visits: 'the page visits',
    events: 'the actions',
    recipient: 'an entry under `recipients`',
    consent: 'a purpose with consent that names it',
    gate: 'something in the code that holds it back until the yes',
    'in-code':
      "Your website lets '{recipient}' watch its visitors; this is missing: {missing}. Take the tag out, or ask people first and complete the entry under `recipients`.",
  },
  it: {
    profile: 'nome, cognome, e-mail, telefono, città, regione e CAP',
    contact_id: 'il numero del contatto',
    visits: 'le visite alle pagine',
    events: 'le azioni',
    recipient: 'una voce in `recipients`',
    consent: 'una finalità con consenso che lo nomina',
    gate: 'qualcosa nel codice che lo trattenga fino al sì',
    'in-code':
      'Il tuo sito permette a «{recipient}» di osservare i visitatori; manca: {missing}. Togli il tag, oppure chiedi prima il consenso e completa la voce in `recipients`.',
  },
};
