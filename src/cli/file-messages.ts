/** Sentences about files that cannot be read, used or written. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const fileMessages = () =>
  ({
    'own-file': {
      en: '{path} is one of your own files, and would be replaced. Name another one to write to.',
      it: '{path} è uno dei tuoi file, e verrebbe sostituito. Indica un altro file in cui scrivere.',
    },
    'snapshot-not-json': {
      en: '{path} is not JSON (line {where}). Make it again with `purposelint pull`; do not edit it by hand.',
      it: '{path} non è JSON (riga {where}). Rifallo con `purposelint pull`; non va modificato a mano.',
    },
    'snapshot-not-a-snapshot': {
      en: '{path} is not a snapshot of purposelint. `purposelint pull --from {path}` makes one if it holds answers of Mautic.',
      it: '{path} non è uno snapshot di purposelint. Se contiene risposte di Mautic, `purposelint pull --from {path}` lo crea.',
    },
    'snapshot-newer-version': {
      en: '{path} was made by a newer purposelint. Update purposelint, or make the snapshot again.',
      it: '{path} è stato creato da un purposelint più recente. Aggiorna purposelint, oppure rifai lo snapshot.',
    },
    'snapshot-invalid': {
      en: '{path} is damaged or was edited by hand ({where}). Make it again with `purposelint pull`.',
      it: '{path} è danneggiato o modificato a mano ({where}). Rifallo con `purposelint pull`.',
    },
    'snapshot-too-large': {
      en: '{path} is larger than 64 MB, the most that is read.',
      it: '{path} supera i 64 MB, il massimo che viene letto.',
    },
    'snapshot-directory': {
      en: '{path} is a folder. `snapshot` in purposelint.yaml names one file, for example {path}/mautic.snapshot.json.',
      it: '{path} è una cartella. `snapshot` in purposelint.yaml indica un solo file, per esempio {path}/mautic.snapshot.json.',
    },
    'baseline-directory': {
      en: '{path} is a folder. `baseline` in purposelint.yaml names one file, for example {path}/baseline.json.',
      it: '{path} è una cartella. `baseline` in purposelint.yaml indica un solo file, per esempio {path}/baseline.json.',
    },
    'baseline-too-large': {
      en: '{path} is larger than 64 MB, the most that is read. Restore the file that `purposelint baseline write` wrote.',
      it: '{path} supera i 64 MB, il massimo che viene letto. Ripristina il file scritto da `purposelint baseline write`.',
    },
    'unknown-version': {
      en: '{file}, line {line}: This file is written in format {version}; this purposelint reads format 1. Update purposelint.',
      it: '{file}, riga {line}: questo file è scritto nel formato {version}; questo purposelint legge il formato 1. Aggiorna purposelint.',
    },
    'unreadable-missing': { en: '{path} does not exist.', it: '{path} non esiste.' },
    'no-declaration-files': {
      en: 'Not read, as no glob of `declarations` fits: {paths}. If they hold declarations, add a glob for them in purposelint.yaml.',
      it: 'Non letti, perché nessun glob di `declarations` corrisponde: {paths}. Se contengono dichiarazioni, aggiungi un glob in purposelint.yaml.',
    },
    'not-in-globs': {
      en: 'Not read, as no glob of `declarations` fits: {paths}. Files of declarations end in .yaml there.',
      it: 'Non letti, perché nessun glob di `declarations` corrisponde: {paths}. Lì i file di dichiarazioni finiscono in .yaml.',
    },
    'unreadable-directory': {
      en: '{path} is a folder, not a file. Name the files in it, for example {path}/*.yaml.',
      it: '{path} è una cartella, non un file. Indica i file che contiene, per esempio {path}/*.yaml.',
    },
    'unreadable-binary': {
      en: '{path} is not a text file. Restore it, or name another one in purposelint.yaml.',
      it: '{path} non è un file di testo. Ripristinalo, oppure indica un altro file in purposelint.yaml.',
    },
    'unreadable-too-large': {
      en: '{path} is larger than what is read of one file. Split it.',
      it: '{path} è più grande di quanto si legge di un file. Dividilo.',
    },
    'unreadable-no-permission': {
      en: '{path} cannot be read: permission denied. Give yourself the right to read it.',
      it: '{path} non si può leggere: permesso negato. Concediti il permesso di lettura.',
    },
    'unreadable-not-utf8': {
      en: '{path} is not written in UTF-8. Save it in that encoding.',
      it: '{path} non è scritto in UTF-8. Salvalo in questa codifica.',
    },
    'unreadable-outside': {
      en: '{path} lies outside of the folder of purposelint.yaml. Name files in it, or below.',
      it: '{path} sta fuori dalla cartella di purposelint.yaml. Indica file che stanno lì o più in basso.',
    },
    'unreadable-link': {
      en: '{path} is a link that leads out of the repository. Put the file itself there.',
      it: '{path} è un collegamento che porta fuori dal repository. Metti lì il file stesso.',
    },
    'unreadable-other': {
      en: '{path} is no ordinary file, or the disk has a fault. Name another one in purposelint.yaml.',
      it: '{path} non è un file normale, oppure il disco ha un guasto. Indica un altro file in purposelint.yaml.',
    },
    'not-writable': {
      en: '{path} cannot be written ({detail}). Nothing was changed.',
      it: '{path} non si può scrivere ({detail}). Non è stato cambiato nulla.',
    },
    'not-all-written': {
      en: '{path} cannot be written ({detail}). Written before it: {written}.',
      it: '{path} non si può scrivere ({detail}). Già scritti prima: {written}.',
    },
    'output-lost': {
      en: '{path} cannot be written ({detail}): what was written there is not complete.',
      it: '{path} non si può scrivere ({detail}): quel che vi è stato scritto non è completo.',
    },
    'missing-document': {
      en: '{file}, line {line}: the document `{path}` is not in the repository.',
      it: '{file}, riga {line}: il documento `{path}` non è nel repository.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
