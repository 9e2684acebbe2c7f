/** The sentences of the command line in both languages: what happened and the next step. `{x}` is filled in, escaped for a terminal. */
import type { Language } from '../finding.js';
import { escapeTerminal } from '../output/escape.js';
import { BASELINE_MESSAGES } from './baseline-messages.js';
import { CI_MESSAGES } from './ci-messages.js';
import { FIX_MESSAGES } from './fix-messages.js';
import { GIT_MESSAGES } from './git-messages.js';
import { LIVE_MESSAGES } from './live-messages.js';
import { PLUGIN_MESSAGES } from './plugin-messages.js';
import { WEBSITE_MESSAGES } from './website-messages.js';

const MESSAGES = {
  ...BASELINE_MESSAGES,
  ...FIX_MESSAGES,
  ...LIVE_MESSAGES,
  ...CI_MESSAGES,
  ...GIT_MESSAGES,
  ...WEBSITE_MESSAGES,
  ...PLUGIN_MESSAGES,
  'unknown-command': {
    en: "There is no command '{name}'.{near} Run `purposelint --help` to see all.",
    it: 'Il comando «{name}» non esiste.{near} Con `purposelint --help` vedi tutti i comandi.',
  },
  'unknown-option': {
    en: "`purposelint {command}` has no option '{name}'.{near} Run `purposelint {command} --help` to see all.",
    it: '`purposelint {command}` non ha l’opzione «{name}».{near} Con `purposelint {command} --help` le vedi tutte.',
  },
  'bad-arguments': {
    en: '{detail} Run `purposelint {command} --help` to see how it is used.',
    it: '{detail} Con `purposelint {command} --help` vedi come si usa.',
  },
  'bad-choice': {
    en: "'{value}' is not possible for `--{option}`. Choose one of: {choices}.",
    it: '«{value}» non va bene per `--{option}`. Scegli tra: {choices}.',
  },
  'format-twice': {
    en: 'Two formats would go to {place}. Send one of them to a file: `--format NAME=FILE`.',
    it: 'Due formati andrebbero in {place}. Manda uno dei due in un file: `--format NOME=FILE`.',
  },
  'bad-date': {
    en: "'{value}' is not a date. Write it like 2026-11-02.",
    it: '«{value}» non è una data. Scrivila così: 2026-11-02.',
  },
  'bad-time': {
    en: "'{value}' is not a time. Write it like 2026-11-02T09:30:00Z.",
    it: '«{value}» non è un momento. Scrivilo così: 2026-11-02T09:30:00Z.',
  },
  'did-you-mean': { en: " Did you mean '{near}'?", it: ' Intendevi «{near}»?' },
  'bad-config': {
    en: '{file}: to correct: {count}. Nothing was checked.',
    it: '{file}: da correggere: {count}. Non è stato controllato nulla.',
  },
  'preset-circle': {
    en: '{file} extends itself, by way of {chain}. Let one of them extend `recommended` or `strict`.',
    it: '{file} estende sé stesso, passando da {chain}. Fai in modo che uno di questi estenda `recommended` o `strict`.',
  },
  'outside-root': {
    en: "{file}: '{path}' leads out of the repository. Choose a path inside it.",
    it: '{file}: «{path}» porta fuori dal repository. Scegli un percorso al suo interno.',
  },
  'bad-url': {
    en: "{file}: '{url}' is no web address. Write it like https://mautic.example.com.",
    it: '{file}: «{url}» non è un indirizzo web. Scrivilo così: https://mautic.example.com.',
  },
  'secret-in-config': {
    en: '{file}, line {line}: `{key}` looks like a secret, and secrets do not belong in this file. Delete it here, change it where it is used, and put the new one into the environment.',
    it: '{file}, riga {line}: `{key}` sembra un segreto, e i segreti non vanno in questo file. Cancellalo da qui, cambialo dove si usa e metti il nuovo in una variabile d’ambiente.',
  },
  timing: {
    en: 'Milliseconds, slowest first; in brackets, what is no rule:',
    it: 'Millisecondi, dal più lento; tra parentesi, ciò che non è una regola:',
  },
  'timing-total': { en: 'in all', it: 'in tutto' },
  'no-config': {
    en: 'There is no purposelint.yaml in {folder} or above it. Open the folder that has it, or start there with `purposelint init`.',
    it: 'In {folder} e nelle cartelle sopra non c’è purposelint.yaml. Apri la cartella che lo contiene, oppure comincia lì con `purposelint init`.',
  },
  'no-declarations': {
    en: 'Nothing was checked: no file fits {globs}. Write declarations there (`purposelint init` starts them), or correct `declarations` in purposelint.yaml.',
    it: 'Non è stato controllato nulla: nessun file corrisponde a {globs}. Scrivi lì le dichiarazioni (`purposelint init` le comincia), oppure correggi `declarations` in purposelint.yaml.',
  },
  'no-snapshot': {
    en: 'Mautic was not checked: there is no snapshot at {path}. Make one with `purposelint pull`, or look at Mautic itself with `--live`; to look at the declarations alone, say `--no-snapshot`.',
    it: 'Mautic non è stato controllato: in {path} non c’è uno snapshot. Crealo con `purposelint pull`, oppure guarda Mautic stesso con `--live`; per guardare solo le dichiarazioni scrivi `--no-snapshot`.',
  },
  'old-snapshot': {
    en: 'Could not check: the snapshot is of {date}, {days} {days|day|days} before the day of this run, and says nothing of Mautic today. Run `purposelint pull`; to judge as of then, say `--now {date}`.',
    it: 'Controllo impossibile: lo snapshot è del {date}, {days} {days|giorno|giorni} prima del giorno di questo controllo, e non dice nulla di Mautic oggi. Esegui `purposelint pull`; per giudicare a quella data scrivi `--now {date}`.',
  },
  incomplete: {
    en: 'Could not check everything. Rules that are errors and did not run ({count}): {rules}. Complete the snapshot, or switch off what cannot be seen under `rules` in purposelint.yaml.',
    it: 'Non si è potuto controllare tutto. Regole che sono errori e non sono state eseguite ({count}): {rules}. Completa lo snapshot, oppure spegni in `rules` di purposelint.yaml ciò che non si può vedere.',
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
  'unknown-version': {
    en: '{file}, line {line}: This file is written in format {version}; this purposelint reads format 1. Update purposelint.',
    it: '{file}, riga {line}: questo file è scritto nel formato {version}; questo purposelint legge il formato 1. Aggiorna purposelint.',
  },
  'unreadable-missing': { en: '{path} does not exist.', it: '{path} non esiste.' },
  'unreadable-directory': {
    en: '{path} is a folder, not a file. Name the files in it, for example {path}/*.yaml.',
    it: '{path} è una cartella, non un file. Indica i file che contiene, per esempio {path}/*.yaml.',
  },
  'unreadable-binary': {
    en: '{path} is not a text file. Leave it out of `declarations`.',
    it: '{path} non è un file di testo. Toglilo da `declarations`.',
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
    en: '{path} is no ordinary file, or the disk has a fault. Leave it out of `declarations`.',
    it: '{path} non è un file normale, oppure il disco ha un guasto. Toglilo da `declarations`.',
  },
  'not-writable': {
    en: '{path} cannot be written ({detail}). Nothing was changed.',
    it: '{path} non si può scrivere ({detail}). Non è stato cambiato nulla.',
  },
  'output-lost': {
    en: '{path} cannot be written ({detail}): what was written there is not complete.',
    it: '{path} non si può scrivere ({detail}): quel che vi è stato scritto non è completo.',
  },
  'unknown-rule': {
    en: "There is no rule '{name}'.{near} Run `purposelint explain` for the list.",
    it: 'La regola «{name}» non esiste.{near} Con `purposelint explain` vedi l’elenco.',
  },
  'locked-rule': {
    en: '{file}: the rule `{name}` cannot be switched off; it keeps the severity of the preset. Take it out of `rules`.',
    it: '{file}: la regola `{name}` non si può spegnere e conserva la gravità del preset. Toglila da `rules`.',
  },
  'option-of-other-rule': {
    en: '{file}: the rule `{name}` has no option `{option}`.',
    it: '{file}: la regola `{name}` non ha l’opzione `{option}`.',
  },
  'rule-failure': {
    en: 'The rule `{rule}` failed inside ({detail}). This is a fault of purposelint, not of your files: please report it.',
    it: 'La regola `{rule}` ha avuto un errore interno ({detail}). È un difetto di purposelint, non dei tuoi file: segnalalo.',
  },
  internal: {
    en: 'purposelint failed inside ({detail}). This is a fault of purposelint, not of your files: please report it.',
    it: 'purposelint ha avuto un errore interno ({detail}). È un difetto di purposelint, non dei tuoi file: segnalalo.',
  },
  'pull-nothing': {
    en: 'No answer of Mautic was found in {paths}. Save some with curl (the README shows how) and name the folder.',
    it: 'In {paths} non c’è nessuna risposta di Mautic. Salvane alcune con curl (il README mostra come) e indica la cartella.',
  },
  'pull-conflict': {
    en: 'The files contradict each other: {detail}. They seem to come from two instances. Pull each on its own; nothing was written.',
    it: 'I file si contraddicono: {detail}. Sembrano venire da due installazioni. Leggi ciascuna per conto suo; non è stato scritto nulla.',
  },
  'pull-progress': { en: 'Reading answers: {count} of {files}', it: 'Lettura delle risposte: {count} di {files}' },
  'pull-done': {
    en: '{path} written: {items} {items|item|items} and {uses} {uses|use|uses} from {files} {files|file|files}{left}.',
    it: 'Scritto {path}: {items} {items|elemento|elementi} e {uses} {uses|uso|usi} da {files} file{left}.',
  },
  'pull-same': {
    en: '{path}: nothing changed but the time; {items} {items|item|items} and {uses} {uses|use|uses} from {files} {files|file|files}{left}.',
    it: '{path}: è cambiata solo la data; {items} {items|elemento|elementi} e {uses} {uses|uso|usi} da {files} file{left}.',
  },
  'pull-more': { en: 'and {count} more', it: 'e altri {count}' },
  'pull-left': { en: ', {count} left out', it: ', {count} non considerati' },
  'pull-coverage': { en: 'Not whole: {sentence}.', it: 'Non completo: {sentence}.' },
  'init-done': {
    en: '{files} {files|file|files} written, {count} {count|entry|entries} to decide. Each has `purposes: []`: write what it is for, or delete it in Mautic. Then run `purposelint check`.',
    it: '{files} file {files|scritto|scritti}, {count} {count|voce|voci} da decidere. Ognuna ha `purposes: []`: scrivi a che cosa serve, oppure elimina il dato in Mautic. Poi esegui `purposelint check`.',
  },
  'init-nothing': {
    en: 'Everything in the snapshot has an entry already. Nothing was written.',
    it: 'Tutto ciò che è nello snapshot ha già una voce. Non è stato scritto nulla.',
  },
  'init-no-snapshot': {
    en: 'No snapshot at {path}: only a start was written. After `purposelint pull`, run `purposelint init` again for an entry for each item.',
    it: 'In {path} non c’è uno snapshot: è stato scritto solo un inizio. Dopo `purposelint pull`, ripeti `purposelint init` per avere una voce per ogni elemento.',
  },
  'init-broken': {
    en: '{file} has faults that `purposelint check` shows. Correct them first; nothing was written.',
    it: '{file} ha errori che `purposelint check` mostra. Correggili prima; non è stato scritto nulla.',
  },
  'next-init': {
    en: 'No purposelint.yaml here. Next: `purposelint doctor --url https://YOUR-MAUTIC` tries the way to Mautic, `purposelint pull` takes a snapshot, then `purposelint init`. All commands: `purposelint --help`.',
    it: 'Qui non c’è purposelint.yaml. Prossimo passo: `purposelint doctor --url https://IL-TUO-MAUTIC` prova la strada verso Mautic, `purposelint pull` ne fa uno snapshot, poi `purposelint init`. Tutti i comandi: `purposelint --help`.',
  },
  'next-pull': {
    en: 'There is no snapshot at {path} yet. Next: `purposelint pull`. All commands: `purposelint --help`.',
    it: 'In {path} non c’è ancora uno snapshot. Prossimo passo: `purposelint pull`. Tutti i comandi: `purposelint --help`.',
  },
  'next-declare': {
    en: 'There are no declarations yet. Next: `purposelint init` writes a start from the snapshot. All commands: `purposelint --help`.',
    it: 'Non ci sono ancora dichiarazioni. Prossimo passo: `purposelint init` ne scrive un inizio dallo snapshot. Tutti i comandi: `purposelint --help`.',
  },
  'next-check': {
    en: '{files} declaration {files|file|files} and a snapshot of {date}. Next: `purposelint check`. All commands: `purposelint --help`.',
    it: '{files} file di dichiarazioni e uno snapshot del {date}. Prossimo passo: `purposelint check`. Tutti i comandi: `purposelint --help`.',
  },
  'where-needs-item': {
    en: 'Say which item, such as `purposelint where contact_field:email`; or `purposelint where --unused` for all that nothing uses.',
    it: 'Indica quale elemento, per esempio `purposelint where contact_field:email`; oppure `purposelint where --unused` per tutto ciò che nulla usa.',
  },
  'where-needs-two': {
    en: 'Say from where to where, such as `purposelint where --path form:Newsletter "email:Monthly menu"`.',
    it: 'Indica da dove a dove, per esempio `purposelint where --path form:Newsletter "email:Menu del mese"`.',
  },
  'where-no-snapshot': {
    en: 'Nothing was looked at: there is no snapshot at {path}. Make one with `purposelint pull`.',
    it: 'Non è stato guardato nulla: in {path} non c’è uno snapshot. Crealo con `purposelint pull`.',
  },
  'where-several': {
    en: "'{item}' fits several items: {list}. Name one of them.",
    it: '«{item}» corrisponde a più elementi: {list}. Indicane uno.',
  },
  'where-no-kind': {
    en: "'{item}' has no kind.{near} An item is named `kind:key`.",
    it: '«{item}» non indica il tipo.{near} Un elemento si scrive `tipo:chiave`.',
  },
  'where-unknown': {
    en: "The snapshot has no '{item}', and nothing refers to it.{near} An item is named `kind:key`, such as `contact_field:email`.",
    it: 'Nello snapshot «{item}» non c’è, e nulla vi fa riferimento.{near} Un elemento si scrive `tipo:chiave`, per esempio `contact_field:email`.',
  },
  'where-near': { en: ' Did you mean {list}?', it: ' Intendevi {list}?' },
  'doctor-operands': {
    en: '`purposelint doctor` takes no address that way. Say `purposelint doctor --url ADDRESS`.',
    it: '`purposelint doctor` non prende l’indirizzo così. Scrivi `purposelint doctor --url INDIRIZZO`.',
  },
  'doctor-seen': {
    en: '{seen} of {all} kinds of items can be read whole ({requests} {requests|request|requests}).',
    it: 'Si leggono per intero {seen} tipi di elementi su {all} ({requests} {requests|richiesta|richieste}).',
  },
  'doctor-stopped': {
    en: 'Mautic could not be looked over ({requests} {requests|request|requests}).',
    it: 'Non si è potuto esaminare Mautic ({requests} {requests|richiesta|richieste}).',
  },
  'doctor-progress': { en: 'Asking Mautic: {done} of {all}', it: 'Domande a Mautic: {done} di {all}' },
  'missing-document': {
    en: '{file}, line {line}: the document `{path}` is not in the repository.',
    it: '{file}, riga {line}: il documento `{path}` non è nel repository.',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type MessageCode = keyof typeof MESSAGES;

/**
 * Fills in a sentence: `{files}`, and `{files|file|files}` for the word that fits one or another number. Values are escaped, so that a path or a
 * name from outside cannot write to the terminal.
 */
export function say(code: MessageCode, language: Language, data: Readonly<Record<string, string | number>> = {}): string {
  return MESSAGES[code][language].replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/gu, (_, name: string, one?: string, many?: string) => {
    const value = String(data[name] ?? '');
    return one === undefined || many === undefined ? escapeTerminal(value) : value === '1' ? one : many;
  });
}
