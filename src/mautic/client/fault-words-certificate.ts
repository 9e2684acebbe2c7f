/** Words for certificates that do not prove who answers. */
import type { Sentences } from './fault-words.js';

export const CERTIFICATE_WORDS: Readonly<Record<'certificate', Sentences>> = {
  certificate: {
    any: {
      en: "No secure connection to {host} could be made, so nothing was sent. See that the port in `mautic.url` speaks HTTPS, that the certificate is valid and this computer's clock right; for a company's own authority name its certificate file in the variable NODE_EXTRA_CA_CERTS.",
      it: "Non è stato possibile stabilire una connessione sicura con {host}, quindi non è stato inviato nulla. Verifica che la porta in `mautic.url` usi HTTPS, che il certificato sia valido e che l'orologio di questo computer sia giusto; per un'autorità aziendale indica il file del suo certificato nella variabile NODE_EXTRA_CA_CERTS.",
    },
    expired: {
      en: 'The certificate of {host} has expired, so nothing was sent. Have it renewed on the server.',
      it: 'Il certificato di {host} è scaduto, quindi non è stato inviato nulla. Fallo rinnovare sul server.',
    },
    'self-signed': {
      en: "The certificate of {host} is signed by itself and proves nothing, so nothing was sent. Have one of a public authority installed on the server; if it is the company's own, name the certificate file in the variable NODE_EXTRA_CA_CERTS.",
      it: "Il certificato di {host} è firmato da sé e non prova nulla, quindi non è stato inviato nulla. Fai installare sul server quello di un'autorità pubblica; se è quello della tua azienda, indica il file del certificato nella variabile NODE_EXTRA_CA_CERTS.",
    },
    'wrong-host': {
      en: 'The certificate at {host} belongs to another name, so nothing was sent. Write the name that the certificate has as `mautic.url` in purposelint.yaml, or have {host} added to the certificate.',
      it: 'Il certificato su {host} appartiene a un altro nome, quindi non è stato inviato nulla. Scrivi in `mautic.url` di purposelint.yaml il nome che sta nel certificato, oppure fai aggiungere {host} al certificato.',
    },
    'unknown-issuer': {
      en: "The certificate of {host} comes from an authority that is not known here, so nothing was sent. Have the server send its whole chain of certificates; for a company's own authority name its certificate file in the variable NODE_EXTRA_CA_CERTS.",
      it: "Il certificato di {host} viene da un'autorità che qui non è nota, quindi non è stato inviato nulla. Fai inviare dal server l'intera catena di certificati; per un'autorità aziendale indica il file del suo certificato nella variabile NODE_EXTRA_CA_CERTS.",
    },
  },
};
