/** Addresses that cannot be used, in words. */
import type { Language } from '../../finding.js';
import type { AddressReason } from './address.js';

const WORDS: Readonly<Record<AddressReason, Readonly<Record<Language, string>>>> = {
  'no-url': {
    en: 'The address of Mautic has to be a whole web address. Write `mautic.url` like `https://mautic.example.org`, with the sub-folder if there is one.',
    it: "L'indirizzo di Mautic deve essere un indirizzo web completo. Scrivi `mautic.url` come `https://mautic.example.org`, con la sottocartella se c'è.",
  },
  'plain-http': {
    en: 'Over `http://` the login would travel readable for everybody in between. Write `mautic.url` with `https://`; only a Mautic on this same computer may be reached without.',
    it: 'Con `http://` le credenziali viaggerebbero leggibili da chiunque sia in mezzo. Scrivi `mautic.url` con `https://`; solo un Mautic su questo stesso computer si può raggiungere senza.',
  },
  'with-login': {
    en: 'The address of Mautic holds a user or a password. Take them out of `mautic.url` and set the variables MAUTIC_USER and MAUTIC_PASSWORD.',
    it: "L'indirizzo di Mautic contiene un utente o una password. Toglili da `mautic.url` e imposta le variabili MAUTIC_USER e MAUTIC_PASSWORD.",
  },
  'with-query': {
    en: 'The address of Mautic ends in a question mark and more. Write `mautic.url` without that, up to the `/s/` of its screens.',
    it: "L'indirizzo di Mautic finisce con un punto interrogativo e altro. Scrivi `mautic.url` senza quella parte, fino al `/s/` delle sue schermate.",
  },
};

/** Why an address cannot be used, and what to write. */
export function addressText(reason: AddressReason, language: Language): string {
  return WORDS[reason][language];
}
