/** Words for connections and answers that fail, most of them after several attempts. */
import type { Sentences } from './fault-words.js';

type Code =
  | 'unreachable'
  | 'proxy'
  | 'stopped'
  | 'rate-limit'
  | 'timeout'
  | 'broken'
  | 'too-large'
  | 'html-in-front'
  | 'html-error'
  | 'empty';

export const CONNECTION_WORDS: Readonly<Record<Code, Sentences>> = {
  unreachable: {
    any: {
      en: 'There is no way from this computer to {host}. Check the network, a VPN and firewalls in between.',
      it: 'Da questo computer non si arriva a {host}. Controlla la rete, una eventuale VPN e i firewall in mezzo.',
    },
    dns: {
      en: 'The name {host} is not known to this computer. Check its spelling in `mautic.url`, and whether it is known in an internal network or VPN only.',
      it: 'Il nome {host} non è noto a questo computer. Controlla come è scritto in `mautic.url`, e se è noto solo in una rete interna o in una VPN.',
    },
    refused: {
      en: 'Nothing accepts connections at {host}. Check the name and the port in `mautic.url`, and whether the web server runs.',
      it: 'Su {host} nulla accetta connessioni. Controlla il nome e la porta in `mautic.url`, e se il server web è in funzione.',
    },
  },
  proxy: {
    any: {
      en: 'The proxy {proxy} does not let connections to {host} through ({status}). Have {host} allowed there, or named in the variable NO_PROXY if it needs no proxy.',
      it: 'Il proxy {proxy} non lascia passare le connessioni verso {host} ({status}). Fai permettere {host} sul proxy, oppure indicalo nella variabile NO_PROXY se non serve un proxy.',
    },
    away: {
      en: 'The proxy {proxy} does not answer, so there is no way to {host}. Correct the variable HTTPS_PROXY, or name {host} in NO_PROXY if it needs no proxy.',
      it: 'Il proxy {proxy} non risponde, quindi non si arriva a {host}. Correggi la variabile HTTPS_PROXY, oppure indica {host} in NO_PROXY se non serve un proxy.',
    },
    address: {
      en: 'The proxy for {host} has an address that cannot be used. Write it into the variable HTTPS_PROXY as `http://proxy.example.com:3128`, or name {host} in NO_PROXY if it needs no proxy.',
      it: "L'indirizzo del proxy per {host} non è utilizzabile. Scrivilo nella variabile HTTPS_PROXY come `http://proxy.example.com:3128`, oppure indica {host} in NO_PROXY se non serve un proxy.",
    },
    login: {
      en: 'The proxy {proxy} asks for a login before it lets connections to {host} through (407). Write it into the variable HTTPS_PROXY: `http://USER:PASSWORD@{proxy}`.',
      it: 'Il proxy {proxy} chiede un accesso prima di lasciar passare le connessioni verso {host} (407). Scrivilo nella variabile HTTPS_PROXY: `http://UTENTE:PASSWORD@{proxy}`.',
    },
  },
  stopped: {
    any: { en: 'Stopped before {host} had answered.', it: 'Interrotto prima che {host} rispondesse.' },
  },
  'rate-limit': {
    any: {
      en: '{host} goes on refusing: too many calls in too short a time (429). Run again later, or raise the limit: in Mautic up to 6 it stands in Configuration > API Settings (`api_rate_limiter_limit`, 0 is none).',
      it: '{host} continua a rifiutare: troppe chiamate in troppo poco tempo (429). Riprova più tardi, oppure alza il limite: in Mautic fino alla 6 sta in Configuration > API Settings (`api_rate_limiter_limit`, 0 significa nessuno).',
    },
    known: {
      en: '{host} allows no more calls for now (429); the next are possible in {minutes} min. Run again then, or raise the limit: in Mautic up to 6 it stands in Configuration > API Settings (`api_rate_limiter_limit`, 0 is none).',
      it: '{host} per ora non permette altre chiamate (429); le prossime sono possibili tra {minutes} min. Riprova allora, oppure alza il limite: in Mautic fino alla 6 sta in Configuration > API Settings (`api_rate_limiter_limit`, 0 significa nessuno).',
    },
  },
  timeout: {
    any: {
      en: '{host} did not answer within {seconds} s, also when asked again. Run again when the server has less to do, or have its load looked at.',
      it: '{host} non ha risposto entro {seconds} s, anche riprovando. Riprova quando il server è meno occupato, oppure fai controllare il suo carico.',
    },
  },
  broken: {
    any: {
      en: 'The connection to {host} broke off in the middle, also when asked again. Run again; if it stays so, have the web server, PHP and proxies in between looked at for limits of time and size.',
      it: 'La connessione con {host} si è interrotta a metà, anche riprovando. Riprova; se continua, fai controllare i limiti di tempo e dimensione del server web, di PHP e dei proxy in mezzo.',
    },
    json: {
      en: 'Answers of {host} end too early, also when asked again: what came is not whole. Have the web server, PHP and proxies in between looked at for limits of time and size.',
      it: 'Le risposte di {host} finiscono troppo presto, anche riprovando: quanto arriva non è completo. Fai controllare i limiti di tempo e dimensione del server web, di PHP e dei proxy in mezzo.',
    },
  },
  'too-large': {
    any: {
      en: 'An answer of {host} is larger than {megabytes} MB and was not read. Mostly e-mails or pages hold whole pictures in their text: put those into Components > Assets in Mautic.',
      it: 'Una risposta di {host} supera {megabytes} MB e non è stata letta. Di solito ci sono e-mail o pagine con immagini intere nel testo: mettile in Components > Assets in Mautic.',
    },
  },
  'html-in-front': {
    any: {
      en: 'A message of PHP stands around the data of {host}, which cannot be read so. Have `display_errors` switched off in the PHP settings of the server; the message itself is in Settings > System Info > Log.',
      it: 'Un messaggio di PHP sta attorno ai dati di {host}, che così non si possono leggere. Fai disattivare `display_errors` nelle impostazioni PHP del server; il messaggio si trova in Settings > System Info > Log.',
    },
    instead: {
      en: '{host} answered with an error message of PHP in place of data. Have `display_errors` switched off in the PHP settings of the server and the error mended that stands in Settings > System Info > Log.',
      it: "{host} ha risposto con un messaggio di errore di PHP al posto dei dati. Fai disattivare `display_errors` nelle impostazioni PHP del server e correggere l'errore che si trova in Settings > System Info > Log.",
    },
  },
  'html-error': {
    any: {
      en: '{host} answered with an error ({status}): Mautic, its database or a server in front is down, or is being upgraded. Run again later; the cause stands in Settings > System Info > Log, or in `var/logs` on the server.',
      it: '{host} ha risposto con un errore ({status}): Mautic, il suo database o un server davanti non funziona, oppure è in corso un aggiornamento. Riprova più tardi; la causa si trova in Settings > System Info > Log, o in `var/logs` sul server.',
    },
    refused: {
      en: 'A web server or firewall in front of Mautic at {host} refuses the request ({status}); Mautic itself did not. Have it let requests to `/api` and `/oauth` through for the user agent `purposelint`.',
      it: 'Un server web o un firewall davanti a Mautic su {host} rifiuta la richiesta ({status}); non è Mautic a farlo. Fai in modo che lasci passare le richieste a `/api` e `/oauth` dello user agent `purposelint`.',
    },
  },
  empty: {
    any: {
      en: '{host} answered with nothing at all ({status}). Mostly PHP ran out of memory or time: raise `memory_limit` and `max_execution_time`, and look into the error log of PHP on the server.',
      it: '{host} ha risposto senza alcun contenuto ({status}). Di solito PHP ha esaurito memoria o tempo: alza `memory_limit` e `max_execution_time`, e guarda il registro degli errori di PHP sul server.',
    },
  },
};
