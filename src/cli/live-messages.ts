/** Sentences about a live Mautic. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const liveMessages = () =>
  ({
    'live-no-url': {
      en: 'Where is Mautic? Write `mautic: {url: https://mautic.example.com}` into purposelint.yaml, say `--url`, or set MAUTIC_URL; or read saved answers with `purposelint pull --from ANSWERS`.',
      it: 'Dov’è Mautic? Scrivi `mautic: {url: https://mautic.example.com}` in purposelint.yaml, usa `--url` o imposta MAUTIC_URL; oppure leggi risposte salvate con `purposelint pull --from RISPOSTE`.',
    },
    'live-sentence': { en: '{sentence}', it: '{sentence}' },
    'live-basic': {
      en: 'Logged in by user and password (Basic): each call costs the server about half a second. An OAuth2 client costs it almost nothing: in Mautic, Settings > API Credentials.',
      it: 'Accesso con utente e password (Basic): ogni chiamata costa al server circa mezzo secondo. Un client OAuth2 non gli costa quasi nulla: in Mautic, Settings > API Credentials.',
    },
    'live-stopped': { en: '{sentence} The snapshot was not touched.', it: '{sentence} Lo snapshot non è stato toccato.' },
    'live-stopped-resumable': {
      en: '{sentence} The snapshot was not touched. What was read is kept for an hour: `purposelint pull` goes on from there.',
      it: '{sentence} Lo snapshot non è stato toccato. Ciò che è stato letto resta per un’ora: `purposelint pull` riprende da lì.',
    },
    'live-resumed': {
      en: 'Going on from where the last pull was cut off.',
      it: 'Si riprende da dove l’ultima lettura si era interrotta.',
    },
    'live-progress': {
      en: '{what}: {rows} of {total} · lists left: {left} · {requests} {requests|request|requests}, {size}',
      it: '{what}: {rows} di {total} · elenchi restanti: {left} · {requests} {requests|richiesta|richieste}, {size}',
    },
    'live-counting': {
      en: 'Counting: {done} of {calls} · {requests} {requests|request|requests}',
      it: 'Conteggio: {done} di {calls} · {requests} {requests|richiesta|richieste}',
    },
    'live-estimate': {
      en: 'Counting takes {calls} calls, about {minutes} min; no person is read. Ctrl-C leaves the snapshot as it is.',
      it: 'Il conteggio richiede {calls} chiamate, circa {minutes} min; nessuna persona viene letta. Ctrl-C lascia lo snapshot com’è.',
    },
    'live-done': {
      en: '{path} written: {items} {items|item|items} and {uses} {uses|use|uses} of {host} (Mautic {version}), {requests} {requests|request|requests}, {size}, {seconds} s.',
      it: 'Scritto {path}: {items} {items|elemento|elementi} e {uses} {uses|uso|usi} di {host} (Mautic {version}), {requests} {requests|richiesta|richieste}, {size}, {seconds} s.',
    },
    'live-same': {
      en: '{path}: nothing changed but the time; {items} {items|item|items} and {uses} {uses|use|uses} of {host} (Mautic {version}), {requests} {requests|request|requests}, {size}, {seconds} s.',
      it: '{path}: è cambiata solo la data; {items} {items|elemento|elementi} e {uses} {uses|uso|usi} di {host} (Mautic {version}), {requests} {requests|richiesta|richieste}, {size}, {seconds} s.',
    },
    'live-read': {
      en: 'Read from {host} (Mautic {version}): {items} {items|item|items} and {uses} {uses|use|uses}, {requests} {requests|request|requests}, {size}, {seconds} s. No file was written.',
      it: 'Letto da {host} (Mautic {version}): {items} {items|elemento|elementi} e {uses} {uses|uso|usi}, {requests} {requests|richiesta|richieste}, {size}, {seconds} s. Non è stato scritto alcun file.',
    },
    'live-version-unknown': { en: 'of unknown version', it: 'di versione sconosciuta' },
    'live-not-whole': {
      en: 'Not everything could be seen. `purposelint doctor` tries each list, and writes nothing.',
      it: 'Non si è potuto vedere tutto. `purposelint doctor` prova ogni elenco, e non scrive nulla.',
    },
    'live-refused': {
      en: 'Not everything could be seen. `purposelint doctor` says which permission is missing.',
      it: 'Non si è potuto vedere tutto. `purposelint doctor` dice quale permesso manca.',
    },
    'live-nothing': {
      en: '{host} shows this login nothing. `purposelint doctor` says which permissions its role needs. Nothing was written.',
      it: '{host} non mostra nulla a questo accesso. `purposelint doctor` dice quali permessi servono al suo ruolo. Non è stato scritto nulla.',
    },
    'live-conflict': {
      en: 'The answers of Mautic contradict each other: {item} was one thing first and another later. Is a second Mautic behind this address, or was it restored just now? Run it again; nothing was written.',
      it: 'Le risposte di Mautic si contraddicono: {item} prima era una cosa e poi un’altra. A questo indirizzo c’è un secondo Mautic, o è stato appena ripristinato? Ripeti il comando; non è stato scritto nulla.',
    },
    'pull-read': {
      en: '{items} {items|item|items} and {uses} {uses|use|uses} from {files} {files|file|files}{left}. No file was written.',
      it: '{items} {items|elemento|elementi} e {uses} {uses|uso|usi} da {files} file{left}. Non è stato scritto alcun file.',
    },
    'pull-no-before': {
      en: 'There is no snapshot at {path} to compare with: everything is new.',
      it: 'In {path} non c’è uno snapshot con cui confrontare: tutto è nuovo.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
