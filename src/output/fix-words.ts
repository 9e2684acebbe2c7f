/** What each fix does, in words: `{x}` is filled in from the finding. */
import type { FixId, Language } from '../finding.js';

export const FIX_WORDS: Readonly<Record<FixId, Readonly<Record<Language, string>>>> = {
  'accept-options': { en: 'Add the new answers to `options`: {options}', it: 'Aggiungi a `options` le nuove risposte: {options}' },
  'declare-item': { en: 'Add an entry to be decided, with `purposes: []`', it: 'Aggiungi una voce da decidere, con `purposes: []`' },
  'declare-question': { en: 'Add the question to `fields` of the form', it: 'Aggiungi la domanda in `fields` del modulo' },
  'declare-recipient': {
    en: "Declare '{host}' as a recipient of its own",
    it: 'Dichiara «{host}» come destinatario a sé',
  },
  'declare-tracking': {
    en: 'Declare the tracking, to be decided, with `purposes: []`',
    it: 'Dichiara il tracciamento, da decidere, con `purposes: []`',
  },
  'follow-mautic': { en: 'Write in `{key}` what Mautic has: {live}', it: 'Scrivi in `{key}` ciò che c’è in Mautic: {live}' },
  'make-list': { en: 'Write it as a list', it: 'Scrivi il valore come elenco' },
  'remove-ghost': { en: 'Remove the entry', it: 'Togli la voce' },
  'remove-twin': { en: "Take it out[: '{near}' is there already]", it: 'Togli il valore[: «{near}» c’è già]' },
  'remove-waiver': { en: 'Remove the waiver', it: "Togli l'eccezione" },
  'rename-ghost': { en: 'Write the name that Mautic has', it: 'Scrivi il nome che ha in Mautic' },
  'replace-near': { en: "Write '{near}'", it: 'Scrivi «{near}»' },
  'shorten-retention': { en: 'Shorten it to {limit}, which the purpose needs', it: 'Riduci a {limit}, quanto serve alla finalità' },
  'write-hash': { en: 'Write the `hash` of the text as it is now', it: 'Scrivi lo `hash` del testo attuale' },
  'write-seen': { en: 'Note in `seen` what was looked at', it: 'Annota in `seen` che cosa è stato guardato' },
  'write-version': { en: 'Write `version: 1`', it: 'Scrivi `version: 1`' },
};
