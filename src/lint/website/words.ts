/** Words of messages about what a website sends, by their codes. */
import type { Language } from '../../finding.js';

type ByLanguage = Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Why a send is not declared, and what cannot be known. */
export const SEND_WORDS: ByLanguage = {
  en: {
    nowhere: 'no declaration says what it is for',
    elsewhere: 'what it is declared for, {purposes}, is nothing that the website does',
    open: 'What this code sends to Mautic cannot be known from it. Write the names out, or declare what it sends and write a comment `purposelint-ignore undeclared-send: why` beside it.',
    'open-helper':
      "What '{key}' sends to Mautic depends on who calls it. Name it under `helpers` of `website` in purposelint.yaml: then its calls are read. Or write a comment `purposelint-ignore undeclared-send: why` beside it.",
    opaque:
      'This code sends data to Mautic in a packed form that nobody can read. Send them by their names, or declare what is in it and write a comment `purposelint-ignore undeclared-send: why` beside it.',
  },
  it: {
    nowhere: 'nessuna dichiarazione dice a che cosa serve',
    elsewhere: 'le finalità con cui è dichiarato, {purposes}, non sono quelle del sito',
    open: 'Dal codice non si può sapere che cosa invia qui a Mautic. Scrivi i nomi per esteso, oppure dichiara che cosa invia e scrivi accanto un commento `purposelint-ignore undeclared-send: perché`.',
    'open-helper':
      'Ciò che «{key}» invia a Mautic dipende da chi la chiama. Indicala in `helpers` di `website` in purposelint.yaml: allora vengono lette le sue chiamate. Oppure scrivi accanto un commento `purposelint-ignore undeclared-send: perché`.',
    opaque:
      "Questo codice invia a Mautic dati in una forma che nessuno può leggere. Inviali con i loro nomi, oppure dichiara che cosa c'è dentro e scrivi accanto un commento `purposelint-ignore undeclared-send: perché`.",
  },
};

/** Why a value gets to nobody. */
export const LOSS_WORDS: ByLanguage = {
  en: {
    view: 'Mautic has no such field: it gives the value to no contact, and yet keeps it with every page view',
    push: 'Mautic has no such field: it drops the value without a word',
    question: "the form '{form}' has no such question: the answer is lost",
    'question-elsewhere': "if '{host}' is the Mautic of the snapshot, its form '{form}' has no such question",
    'not-public':
      'the field is not publicly updatable: Mautic does not write the value to the contact, and yet keeps it with every page view',
    unpublished: 'the field is switched off: Mautic does not write the value to the contact, and yet keeps it with every page view',
  },
  it: {
    view: 'in Mautic quel campo non esiste: il valore non arriva a nessun contatto, eppure resta con ogni pagina vista',
    push: 'in Mautic quel campo non esiste: il valore va perso senza alcun avviso',
    question: 'il modulo «{form}» non ha quella domanda: la risposta va persa',
    'question-elsewhere': 'se «{host}» è il Mautic dello snapshot, il suo modulo «{form}» non ha quella domanda',
    'not-public':
      'il campo non è aggiornabile pubblicamente: Mautic non scrive il valore nel contatto, eppure lo conserva con ogni pagina vista',
    unpublished: 'il campo è disattivato: Mautic non scrive il valore nel contatto, eppure lo conserva con ogni pagina vista',
  },
};
