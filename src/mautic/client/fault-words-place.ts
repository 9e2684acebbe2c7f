/** Words for addresses at which Mautic's API is not, and for a Mautic that does not run. */
import type { Sentences } from './fault-words.js';

type Code = 'redirect-elsewhere' | 'login-page' | 'not-mautic' | 'not-installed' | 'php-version';

export const PLACE_WORDS: Readonly<Record<Code, Sentences>> = {
  'redirect-elsewhere': {
    any: {
      en: '{host} answered with a redirect that leads to no usable address ({status}). Write the address of Mautic as `mautic.url` in purposelint.yaml, as the browser shows it, up to the `/s/` of its screens.',
      it: "{host} ha risposto con un rinvio che non porta a un indirizzo utilizzabile ({status}). Scrivi l'indirizzo di Mautic in `mautic.url` di purposelint.yaml, come lo mostra il browser, fino al `/s/` delle sue schermate.",
    },
    host: {
      en: '{host} sends the request on to {to}, which is not followed, so that the login goes nowhere else. If Mautic lives at {to}, write that as `mautic.url` in purposelint.yaml; if it lives at {host}, correct Configuration > System Settings > "Site URL" (`site_url`) in Mautic.',
      it: '{host} rinvia la richiesta a {to}; il rinvio non viene seguito, perché le credenziali non finiscano altrove. Se Mautic sta su {to}, scrivilo in `mautic.url` di purposelint.yaml; se sta su {host}, correggi Configuration > System Settings > «Site URL» (`site_url`) in Mautic.',
    },
    path: {
      en: '{host} sends the request on to another path on {to}, which is not followed. Write the address of Mautic as `mautic.url` in purposelint.yaml with its sub-folder, as the browser shows it up to `/s/`, and see that Configuration > System Settings > "Site URL" (`site_url`) is the same.',
      it: "{host} rinvia la richiesta a un altro percorso su {to}, e il rinvio non viene seguito. Scrivi l'indirizzo di Mautic in `mautic.url` di purposelint.yaml con la sua sottocartella, come lo mostra il browser fino a `/s/`, e verifica che Configuration > System Settings > «Site URL» (`site_url`) sia uguale.",
    },
    scheme: {
      en: '{host} sends the request on between HTTP and HTTPS, which is not followed. Make `mautic.url` in purposelint.yaml and Configuration > System Settings > "Site URL" (`site_url`) in Mautic begin alike, with `https://`.',
      it: '{host} rinvia la richiesta da HTTP a HTTPS o viceversa, e il rinvio non viene seguito. Fai iniziare con `https://` sia `mautic.url` in purposelint.yaml sia Configuration > System Settings > «Site URL» (`site_url`) in Mautic.',
    },
  },
  'login-page': {
    any: {
      en: '{host} answered with a login page in place of data. Write the address of Mautic as `mautic.url` in purposelint.yaml, up to the `/s/` of its screens, and see that no sign-on in front of Mautic asks for a login at `/api` and `/oauth`.',
      it: "{host} ha risposto con una pagina di accesso al posto dei dati. Scrivi l'indirizzo di Mautic in `mautic.url` di purposelint.yaml, fino al `/s/` delle sue schermate, e verifica che nessun accesso davanti a Mautic chieda credenziali per `/api` e `/oauth`.",
    },
  },
  'not-mautic': {
    any: {
      en: "What answers at {host} is not Mautic's API ({status}). Correct `mautic.url` in purposelint.yaml: it needs the sub-folder if Mautic lives in one (`/crm`), and `/index.php` at the end if the web server does not rewrite addresses.",
      it: "Quello che risponde su {host} non è l'API di Mautic ({status}). Correggi `mautic.url` in purposelint.yaml: serve la sottocartella se Mautic sta in una (`/crm`), e `/index.php` alla fine se il server web non riscrive gli indirizzi.",
    },
    'front-login': {
      en: 'A web server in front of Mautic at {host} asks for a login of its own (401). Have it let `/api` and `/oauth` through without that login, for example for the address of this computer.',
      it: "Un server web davanti a Mautic su {host} chiede un accesso suo (401). Fai in modo che lasci passare `/api` e `/oauth` senza quell'accesso, per esempio per l'indirizzo di questo computer.",
    },
  },
  'not-installed': {
    any: {
      en: "{host} sends the request to Mautic's installer: this Mautic is not set up, or its `local.php` is missing. Finish the installation in the browser, or restore that file.",
      it: "{host} rinvia la richiesta all'installazione di Mautic: questo Mautic non è configurato, oppure manca il suo `local.php`. Completa l'installazione nel browser, oppure ripristina quel file.",
    },
  },
  'php-version': {
    any: {
      en: 'Mautic at {host} does not run with the PHP version of its server ({status}). Choose a PHP version that this Mautic supports, mostly in the panel of the hosting company.',
      it: 'Mautic su {host} non funziona con la versione di PHP del suo server ({status}). Scegli una versione di PHP che questo Mautic supporta, di solito nel pannello del fornitore di hosting.',
    },
  },
};
