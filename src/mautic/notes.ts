/** What was left out of a reading and why, as codes; and the sentences for them. No sentence has a value of the answer in it. */
import type { Language } from '../finding.js';
import type { Refusal } from './answers/recognise.js';
import type { Unpacked } from './answers/unpack.js';

export type NoteCode =
  | Exclude<Unpacked['is'], 'json'>
  | Exclude<Refusal['is'], 'unread'>
  | 'error-status'
  | 'known'
  | 'counted'
  | 'odd-total'
  | 'too-deep'
  | 'orphan-questions';

export interface Note {
  readonly file: string;
  readonly code: NoteCode;
  readonly data: { readonly what?: string; readonly status?: number; readonly count?: number };
}

/** Sentences, with `{file}` and the keys of `data` as placeholders; `{what}` is looked up in `NOTE_WORDS`. */
export const NOTE_SENTENCES: Readonly<Record<Language, Readonly<Record<NoteCode, string>>>> = {
  en: {
    html: '{file}: this is a web page (a login page?), not an answer of the API. Save the answer again.',
    table: '{file}: spreadsheets and CSV files hold people and are never read. Remove it from here.',
    'zip-without-export': '{file}: this ZIP has no entity_data.json in it. Only entity exports of Mautic 7 are read from a ZIP.',
    'broken-zip': '{file}: this ZIP is broken.',
    'not-json': '{file}: this is not JSON. Only answers of the API and entity exports are read.',
    empty: '{file}: the file is empty.',
    'too-large': '{file}: larger than 256 MB. Ask the API for smaller pages.',
    people: '{file}: holds {what}, that is people or what they did. It was refused without being read. Remove it from here.',
    error: '{file}: an error that Mautic answered with, no data. Ask again.',
    'error-status': '{file}: an error that Mautic answered with ({status}), no data. Ask again.',
    nothing: '{file}: an empty list; nothing says of what.',
    unknown: '{file}: neither an answer of the Mautic API nor an entity export that is known here.',
    known: '{file}: known ({what}), and nothing in it is needed.',
    counted: '{file}: only the number of items was read; the rows come from API v1.',
    'odd-total': '{file}: the total is not a number, so nothing says whether the list is whole.',
    'too-deep': '{file}: nested too deeply to be read. Mautic sends nothing like it.',
    'orphan-questions': 'Questions left out because their form was not given: {count}.',
  },
  it: {
    html: '{file}: è una pagina web (di accesso?), non una risposta dell’API. Salvare di nuovo la risposta.',
    table: '{file}: i fogli di calcolo e i file CSV contengono persone e non vengono mai letti. Toglierlo da qui.',
    'zip-without-export': '{file}: in questo ZIP non c’è entity_data.json. Da uno ZIP si leggono solo le esportazioni di Mautic 7.',
    'broken-zip': '{file}: questo ZIP è danneggiato.',
    'not-json': '{file}: non è JSON. Si leggono solo risposte dell’API ed esportazioni di Mautic 7.',
    empty: '{file}: il file è vuoto.',
    'too-large': '{file}: supera 256 MB. Chiedere all’API pagine più piccole.',
    people: '{file}: contiene {what}, cioè persone o ciò che hanno fatto. È stato rifiutato senza leggerlo. Toglierlo da qui.',
    error: '{file}: un errore con cui Mautic ha risposto, nessun dato. Chiedere di nuovo.',
    'error-status': '{file}: un errore con cui Mautic ha risposto ({status}), nessun dato. Chiedere di nuovo.',
    nothing: '{file}: un elenco vuoto; nulla dice di che cosa.',
    unknown: '{file}: né una risposta dell’API di Mautic né un’esportazione conosciuta qui.',
    known: '{file}: conosciuto ({what}), e non contiene nulla che serva.',
    counted: '{file}: è stato letto solo il numero degli elementi; le righe vengono dall’API v1.',
    'odd-total': '{file}: il totale non è un numero, quindi nulla dice se l’elenco è intero.',
    'too-deep': '{file}: annidato troppo in profondità per essere letto. Mautic non manda nulla di simile.',
    'orphan-questions': 'Domande tralasciate perché il loro modulo non è stato dato: {count}.',
  },
};

/** Words for `{what}`. */
export const NOTE_WORDS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    contacts: 'contacts',
    companies: 'companies',
    submissions: 'answers to forms',
    notes: 'notes',
    devices: 'devices',
    stats: 'visits and openings',
    users: 'staff',
    'report-rows': 'rows of a report',
    'ip-addresses': 'IP addresses',
    webhook: 'the body of a webhook',
    'campaign-events': 'campaign steps; they are read from the campaigns',
    roles: 'roles',
    projects: 'projects',
    vocabulary: 'a vocabulary',
    dashboard: 'a dashboard',
    token: 'an access token; remove it from here',
    'json-api': 'API v2 as JSON:API; save it as JSON-LD',
    v2: 'API v2',
    count: 'a number of people',
    'contacts-list': 'a short list of what is published',
  },
  it: {
    contacts: 'contatti',
    companies: 'aziende',
    submissions: 'risposte ai moduli',
    notes: 'note',
    devices: 'dispositivi',
    stats: 'visite e aperture',
    users: 'personale',
    'report-rows': 'righe di un report',
    'ip-addresses': 'indirizzi IP',
    webhook: 'il corpo di un webhook',
    'campaign-events': 'passi delle campagne; si leggono dalle campagne',
    roles: 'ruoli',
    projects: 'progetti',
    vocabulary: 'un vocabolario',
    dashboard: 'un cruscotto',
    token: 'un token di accesso; toglierlo da qui',
    'json-api': 'API v2 come JSON:API; salvarla come JSON-LD',
    v2: 'API v2',
    count: 'un numero di persone',
    'contacts-list': 'un elenco breve di ciò che è pubblicato',
  },
};

/** The sentence of a note, in a language. */
export function noteText(note: Note, language: Language): string {
  const { what, status, count } = note.data;
  const values: Readonly<Record<string, string>> = {
    file: note.file,
    what: what === undefined ? '' : (NOTE_WORDS[language][what] ?? what),
    status: String(status ?? ''),
    count: String(count ?? ''),
  };
  return NOTE_SENTENCES[language][note.code].replace(/\{(\w+)\}/gu, (whole, name: string) => values[name] ?? whole);
}
