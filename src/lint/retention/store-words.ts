/** What the places are called in which traces of a person stay, by their key in `rights.erasure.covers`. */
import type { Language } from '../../finding.js';
import type { ErasureStores } from '../../generated/declaration.js';

export const STORE_WORDS: Readonly<Record<Language, Readonly<Record<keyof ErasureStores, string>>>> = {
  en: {
    form_results: 'the results of forms',
    email_stats: 'the statistics of e-mails',
    page_hits: 'the page visits',
    downloads: 'the list of downloads',
    audit_log: 'the audit log',
    imports: 'imported files',
    exports: 'exported files',
    backups: 'backups',
  },
  it: {
    form_results: 'risultati dei moduli',
    email_stats: 'statistiche delle e-mail',
    page_hits: 'visite alle pagine',
    downloads: 'elenco dei download',
    audit_log: 'registro delle attività',
    imports: 'file importati',
    exports: 'file esportati',
    backups: 'copie di sicurezza',
  },
};
