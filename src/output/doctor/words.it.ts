import type { DoctorWords } from './words.js';

export const it: DoctorWords = {
  title: 'Mautic su {address}',
  connection: 'Connessione',
  reached: '{host} risponde.',
  notReached: '{host} non risponde.',
  tls: {
    none: 'HTTP senza TLS, solo su questo computer: in mezzo nessuno può leggere.',
    holds: 'TLS regge: il certificato è valido e appartiene a {host}.',
    broken: 'TLS non regge: non è stato inviato nulla.',
    unknown: 'Non si è potuto provare TLS.',
  },
  version: 'Mautic {version}.',
  noVersion: "Non si è potuto sapere quale versione di Mautic sia: manca l'intestazione Mautic-Version.",
  logins: {
    basic:
      "L'accesso funziona: utente e password (Basic). Per controllare la password ogni chiamata costa al server mezzo secondo. OAuth2 non gli costa quasi nulla: in Mautic crea credenziali di tipo OAuth 2 in Settings > API Credentials, assegna loro il ruolo indicato sotto e imposta MAUTIC_CLIENT_ID e MAUTIC_CLIENT_SECRET.",
    oauth: "L'accesso funziona: credenziali OAuth2 (client credentials).",
  },
  triedLogins: {
    basic: 'Accesso: utente e password (Basic), da MAUTIC_USER e MAUTIC_PASSWORD.',
    oauth: 'Accesso: credenziali OAuth2 (client credentials), da MAUTIC_CLIENT_ID e MAUTIC_CLIENT_SECRET.',
  },
  wrong: 'Che cosa non va',
  again: 'Poi ripeti il comando: dice anche che cosa può vedere il ruolo e quale ruolo creare.',
  asFar: 'Quanto segue arriva fin dove si è potuto guardare.',
  kinds: 'Che cosa può vedere il ruolo di questo accesso',
  article: /^(?:(?:i|gli|le) |l')/u,
  sees: {
    all: 'tutto',
    own: 'solo il proprio, su {exist}',
    'perhaps-all': 'tutto, o solo il proprio: vedi sotto',
    unproven: 'forse non tutto',
    refused: 'rifiutato',
    'not-in-version': 'non in questa versione',
    'plugin-off': 'plugin spento',
    failed: 'errore',
  },
  failed:
    'Mautic ha dato errore nel mostrare {kinds} (500). Succede quando un ruolo può vedere solo il proprio; se il permesso indicato sotto è già dato, la causa si trova in Settings > System Info > Log.',
  failedElse: 'Mautic ha dato errore nel mostrare {kinds} (500). La causa si trova in Settings > System Info > Log.',
  strange: 'La risposta che doveva mostrare {kinds} non è un elenco di Mautic.',
  unproven: "Non si è potuto sapere se l'elenco è completo per {kinds}: il totale che lo direbbe non è arrivato.",
  perhapsAll:
    "Di e-mail l'elenco ne ha {visible} e Mautic, con le varianti A/B, ne conta {exist}. La lettura dirà se la differenza è tutta lì; altrimenti dai {permission}.",
  change: 'Che cosa cambiare in Mautic: Settings > Roles, il ruolo di questo accesso',
  opens: '{permission}: {kinds}',
  notes: {
    contacts:
      'Nessun permesso più piccolo li apre a questo accesso. Apre anche i contatti; purposelint non ne chiede nessuno, e i loro numeri solo con {counts}.',
    'or-next':
      'Apre anche i contatti; purposelint non ne chiede nessuno, e i loro numeri solo con {counts}. Se non servono, basta il permesso seguente.',
    instead: 'Da Mautic 7 in poi, al posto del precedente; non apre nessun contatto.',
  },
  v2: 'API v2 di Mautic 7',
  v2States: {
    accepted: "Accetta questo accesso. Per ciò che il ruolo vede per intero, la lettura vi trova ciò che l'API v1 non mostra: {what}.",
    refused:
      'Non accetta questo accesso. Senza, la lettura non vede {what}; e un elenco ridotto agli elementi propri del ruolo sembra intero, a meno che non contenga elementi di più persone. Se è importante, usa un utente con autenticazione Basic.',
    unknown: 'Non si è potuto sapere se accetta questo accesso.',
  },
  pull: 'Quanto dura una lettura',
  estimate: 'Circa {requests} richieste, due alla volta: circa {time}.',
  rules: 'Regole',
  notRun: 'Regole che non saranno eseguite, o non per tutto',
  allRun: 'Tutte le regole attive possono essere eseguite.',
  ruleCause: '{reason}: {rules}.',
  role: 'Il ruolo da creare in Mautic: sola lettura, questi permessi',
  roleHow: 'Settings > Roles, un nuovo ruolo senza accesso completo. Assegnalo a un utente apposito o alle credenziali OAuth2.',
  noApiAccess: '{permission} non serve, né per Basic né per OAuth2 (client credentials).',
};
