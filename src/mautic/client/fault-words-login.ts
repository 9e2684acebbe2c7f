/** Words for logins that Mautic refuses, and for an API that is switched off. */
import type { Sentences } from './fault-words.js';

type Code = 'login-wrong' | 'client-wrong' | 'client-grant' | 'token-refused' | 'api-off' | 'basic-off';

export const LOGIN_WORDS: Readonly<Record<Code, Sentences>> = {
  'login-wrong': {
    any: {
      en: '{host} did not accept the user and password (401). Correct MAUTIC_USER (the name typed on the login screen of Mautic) and MAUTIC_PASSWORD, and see in Settings > Users that this user is published.',
      it: "{host} non ha accettato utente e password (401). Correggi MAUTIC_USER (il nome che si scrive nella schermata di accesso di Mautic) e MAUTIC_PASSWORD, e verifica in Settings > Users che l'utente sia pubblicato.",
    },
    weak: {
      en: '{host} did not accept the user and password (401). Correct MAUTIC_USER and MAUTIC_PASSWORD; if they are right, give this user a stronger password in Settings > Users, since Mautic 7 also refuses a right password that is too weak.',
      it: "{host} non ha accettato utente e password (401). Correggi MAUTIC_USER e MAUTIC_PASSWORD; se sono giusti, dai all'utente una password più robusta in Settings > Users, perché Mautic 7 rifiuta anche una password giusta ma troppo debole.",
    },
    header: {
      en: '{host} did not accept the user and password (401). Correct MAUTIC_USER and MAUTIC_PASSWORD; if they are right, the web server drops the `Authorization` header before Mautic sees it and has to be told to pass it on (Apache: `CGIPassAuth On`).',
      it: "{host} non ha accettato utente e password (401). Correggi MAUTIC_USER e MAUTIC_PASSWORD; se sono giusti, il server web elimina l'intestazione `Authorization` prima che Mautic la veda, e va impostato perché la lasci passare (Apache: `CGIPassAuth On`).",
    },
  },
  'client-wrong': {
    any: {
      en: '{host} does not know these OAuth2 credentials ({status}). Copy them again, whole and without blanks, from Settings > API Credentials in Mautic: the public key into MAUTIC_CLIENT_ID, the secret key into MAUTIC_CLIENT_SECRET.',
      it: '{host} non conosce queste credenziali OAuth2 ({status}). Copiale di nuovo, per intero e senza spazi, da Settings > API Credentials in Mautic: la chiave pubblica in MAUTIC_CLIENT_ID, la chiave segreta in MAUTIC_CLIENT_SECRET.',
    },
  },
  'client-grant': {
    any: {
      en: '{host} knows these OAuth2 credentials, but they may not be used without a person who signs in (grant `client_credentials`). Make new credentials of the type OAuth 2 in Settings > API Credentials (Mautic 4 or later) and give them a role.',
      it: '{host} conosce queste credenziali OAuth2, ma non si possono usare senza una persona che accede (grant `client_credentials`). Crea nuove credenziali di tipo OAuth 2 in Settings > API Credentials (da Mautic 4 in poi) e assegna loro un ruolo.',
    },
  },
  'token-refused': {
    any: {
      en: '{host} gave a token for the OAuth2 credentials and then refused it, and a new one too (401). See in Settings > API Credentials that the credentials still exist and have a role, and in Settings > Roles that this role is published.',
      it: '{host} ha dato un token per le credenziali OAuth2 e poi lo ha rifiutato, e così anche uno nuovo (401). Verifica in Settings > API Credentials che le credenziali esistano ancora e abbiano un ruolo, e in Settings > Roles che quel ruolo sia pubblicato.',
    },
    header: {
      en: '{host} gave a token, but then saw none in the request (401): the web server or a proxy drops the `Authorization` header. It has to be told to pass it on (Apache: `CGIPassAuth On`).',
      it: "{host} ha dato un token, ma poi non ne ha visto nessuno nella richiesta (401): il server web o un proxy elimina l'intestazione `Authorization`. Va impostato perché la lasci passare (Apache: `CGIPassAuth On`).",
    },
  },
  'api-off': {
    any: {
      en: 'The API of {host} is switched off. In Mautic, set Configuration > API Settings > "API enabled?" to Yes and save.',
      it: "L'API di {host} è disattivata. In Mautic, imposta Configuration > API Settings > «API enabled?» su Yes e salva.",
    },
  },
  'basic-off': {
    any: {
      en: '{host} allows no user and password for its API. Better: make OAuth2 credentials in Settings > API Credentials and set MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET; or set Configuration > API Settings > "Enable HTTP basic auth?" to Yes.',
      it: '{host} non permette utente e password per la sua API. Meglio: crea credenziali OAuth2 in Settings > API Credentials e imposta MAUTIC_CLIENT_ID e MAUTIC_CLIENT_SECRET; oppure imposta Configuration > API Settings > «Enable HTTP basic auth?» su Yes.',
    },
  },
};
