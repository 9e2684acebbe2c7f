/** Sentences about the baseline. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const baselineMessages = () =>
  ({
    'baseline-what': {
      en: 'Say what to do with the baseline: `purposelint baseline write` accepts what is found today, `purposelint baseline prune` takes out what is not found any more.{near}',
      it: 'Indica che cosa fare con la baseline: `purposelint baseline write` accetta ciò che si trova oggi, `purposelint baseline prune` toglie ciò che non si trova più.{near}',
    },
    'baseline-written': {
      en: '{path} written; accepted findings: {count}. From now on `purposelint check` fails only on what is new. Commit the file; it may only shrink.',
      it: 'Scritto {path}; segnalazioni accettate: {count}. Da ora `purposelint check` fallisce solo per ciò che è nuovo. Fai il commit del file: può solo diminuire.',
    },
    'baseline-nothing': {
      en: 'There is nothing to accept, and no need for a baseline. Nothing was written.',
      it: 'Non c’è nulla da accettare, quindi la baseline non serve. Non è stato scritto nulla.',
    },
    'baseline-never': {
      en: 'Not accepted, because nothing excuses it ({count}): {rules}. Mend this first; `purposelint check` shows where.',
      it: 'Non accettate, perché nulla le giustifica ({count}): {rules}. Sistemale per prime; `purposelint check` mostra dove.',
    },
    'baseline-dpo': {
      en: 'Accepted, but show it to the data protection officer first ({count}): {rules}.',
      it: 'Accettate, ma mostrale prima al responsabile della protezione dei dati ({count}): {rules}.',
    },
    'baseline-not-run': {
      en: 'Rules that could not look at everything: {count}. What they find later counts as new.',
      it: 'Regole che non hanno potuto guardare tutto: {count}. Ciò che troveranno in seguito conta come nuovo.',
    },
    'baseline-exists': {
      en: '{path} is there already, and it may only shrink: `purposelint baseline prune` takes out what is not found any more. To start anew, delete the file and say why in the pull request. Nothing was written.',
      it: '{path} esiste già e può solo diminuire: `purposelint baseline prune` toglie ciò che non si trova più. Per ricominciare, elimina il file e spiega perché nella pull request. Non è stato scritto nulla.',
    },
    'baseline-none': {
      en: 'There is no baseline at {path}. `purposelint baseline write` makes one.',
      it: 'In {path} non c’è una baseline. La crea `purposelint baseline write`.',
    },
    'baseline-missing': {
      en: '{from} names the baseline {path}, which does not exist. Make it with `purposelint baseline write`, or take `baseline` out of the configuration.',
      it: '{from} indica la baseline {path}, che non esiste. Creala con `purposelint baseline write`, oppure togli `baseline` dalla configurazione.',
    },
    'baseline-pruned': {
      en: '{path}: taken out: {count}, still accepted: {left}.',
      it: '{path}: tolte: {count}, ancora accettate: {left}.',
    },
    'baseline-same': {
      en: '{path}: nothing to take out, still accepted: {left}.',
      it: '{path}: nulla da togliere, ancora accettate: {left}.',
    },
    'baseline-unsettled': {
      en: 'Kept, because this run could not look at everything they are about: {count}.',
      it: 'Conservate, perché questa volta non si è potuto guardare tutto ciò che riguardano: {count}.',
    },
    'baseline-empty': {
      en: 'Nothing old is left. Keep the file, and nothing can be accepted again without anybody seeing it; or delete it.',
      it: 'Di vecchio non resta nulla. Conserva il file, così nulla si può accettare di nuovo senza che si veda; oppure eliminalo.',
    },
    'baseline-no-file': {
      en: '{globs}: none of these is a declaration file of the configuration. Nothing was changed.',
      it: '{globs}: nessuno di questi è un file di dichiarazioni della configurazione. Non è stato cambiato nulla.',
    },
    'baseline-not-json': {
      en: '{file}, line {line}: this is no JSON. If it comes from a merge, keep the lines of both sides without the marks between them, and run `purposelint baseline prune`.',
      it: '{file}, riga {line}: questo non è JSON. Se viene da un merge, tieni le righe di entrambe le parti senza i segni fra di esse, ed esegui `purposelint baseline prune`.',
    },
    'baseline-not-a-baseline': {
      en: '{file}, line {line}: this is no baseline of purposelint. Correct `baseline` in purposelint.yaml, or move the file away and run `purposelint baseline write`.',
      it: '{file}, riga {line}: questa non è una baseline di purposelint. Correggi `baseline` in purposelint.yaml, oppure sposta il file ed esegui `purposelint baseline write`.',
    },
    'baseline-newer-version': {
      en: '{file}, line {line}: this baseline is written in format {version}; this purposelint reads format 1. Update purposelint.',
      it: '{file}, riga {line}: questa baseline è scritta nel formato {version}; questo purposelint legge il formato 1. Aggiorna purposelint.',
    },
    'baseline-invalid': {
      en: '{file}, line {line}: this is not as `purposelint baseline write` writes it. Correct or delete the line, or bring the file back from git.',
      it: '{file}, riga {line}: qui non è come lo scrive `purposelint baseline write`. Correggi o elimina la riga, oppure recupera il file da git.',
    },
    'baseline-other-host': {
      en: '{file}, line {line}: this baseline is of {host}, and the snapshot is of {other}: what was accepted there says nothing about this one. If it is the same Mautic under a new name, write the new name into that line; for a second Mautic, give it a `baseline` of its own in purposelint.yaml. `purposelint check --no-baseline` does without.',
      it: '{file}, riga {line}: questa baseline è di {host}, mentre lo snapshot è di {other}: ciò che è stato accettato lì non dice nulla di questo. Se è lo stesso Mautic con un nome nuovo, scrivi il nome nuovo in quella riga; per un secondo Mautic, indica una `baseline` sua in purposelint.yaml. `purposelint check --no-baseline` ne fa a meno.',
    },
    'init-baseline': {
      en: 'Too much for today? `purposelint baseline write` accepts what is there; from then on only what is new fails.',
      it: 'Troppo per oggi? `purposelint baseline write` accetta ciò che c’è; da lì in poi fallisce solo ciò che è nuovo.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
