/** Sentences about the scan of a website. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const websiteMessages = () =>
  ({
    'site-no-files': {
      en: 'The website was not looked at: no file of code or markup fits {globs}. Correct the path, or `website` in purposelint.yaml.',
      it: 'Il sito non è stato esaminato: nessun file di codice o di markup corrisponde a {globs}. Correggi il percorso, oppure `website` in purposelint.yaml.',
    },
    'site-looking': { en: 'Looking at the website: {count} of {files} {files|file|files}', it: 'Esame del sito: {count} di {files} file' },
    'site-reading': {
      en: 'Reading what the website sends: {count} {count|file|files}',
      it: 'Lettura di ciò che il sito invia: {count} file',
    },
    'site-syntax': {
      en: '{file}, line {line}: not read, the code is broken there ({detail}). What this file sends is not known.',
      it: '{file}, riga {line}: non letto, qui il codice è rotto ({detail}). Che cosa invia questo file non si sa.',
    },
    'site-unread-missing': { en: '{file}: not read, it does not exist.', it: '{file}: non letto, non esiste.' },
    'site-unread-directory': { en: '{file}: not read, it is a folder.', it: '{file}: non letto, è una cartella.' },
    'site-unread-binary': {
      en: '{file}: not read, it is not a text file. Leave it out with `website.ignore`.',
      it: '{file}: non letto, non è un file di testo. Escludilo con `website.ignore`.',
    },
    'site-unread-too-large': {
      en: '{file}: not read, it is larger than 4 MB. If it is bundled, leave it out with `website.ignore`.',
      it: '{file}: non letto, supera i 4 MB. Se è un bundle, escludilo con `website.ignore`.',
    },
    'site-unread-no-permission': {
      en: '{file}: not read, permission denied. Give yourself the right to read it.',
      it: '{file}: non letto, permesso negato. Concediti il permesso di lettura.',
    },
    'site-unread-not-utf8': {
      en: '{file}: not read, it is not written in UTF-8. Save it in that encoding.',
      it: '{file}: non letto, non è scritto in UTF-8. Salvalo in questa codifica.',
    },
    'site-unread-outside': {
      en: '{file}: not read, it is a link that leads out of the repository. Leave it out with `website.ignore`.',
      it: '{file}: non letto, è un collegamento che porta fuori dal repository. Escludilo con `website.ignore`.',
    },
    'site-unread-other': {
      en: '{file}: not read, it is no ordinary file, or the disk has a fault. Leave it out with `website.ignore`.',
      it: '{file}: non letto, non è un file normale, oppure il disco ha un guasto. Escludilo con `website.ignore`.',
    },
    'site-unread-more': { en: 'Not read either: {count} more files.', it: 'Non letti nemmeno altri file: {count}.' },
    'site-required': {
      en: 'Could not check the whole website: files not read: {count}. Correct them, or leave them out with `website.ignore`; `website.required` in purposelint.yaml asks for all.',
      it: 'Non si è potuto controllare tutto il sito: file non letti: {count}. Correggili, oppure escludili con `website.ignore`; `website.required` in purposelint.yaml li vuole tutti.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
