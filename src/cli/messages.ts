/** The sentences of the command line in both languages: what happened and the next step. `{x}` is filled in, escaped for a terminal. */
import type { Language } from '../finding.js';
import { escapeTerminal } from '../output/escape.js';
import { later } from '../text/later.js';
import { baselineMessages } from './baseline-messages.js';
import { ciMessages } from './ci-messages.js';
import { configMessages } from './config-messages.js';
import { fileMessages } from './file-messages.js';
import { fixMessages } from './fix-messages.js';
import { gitMessages } from './git-messages.js';
import { liveMessages } from './live-messages.js';
import { pluginMessages } from './plugin-messages.js';
import { websiteMessages } from './website-messages.js';

/** Most runs say none of them. */
const messages = later(
  () =>
    ({
      ...baselineMessages(),
      ...fixMessages(),
      ...liveMessages(),
      ...ciMessages(),
      ...gitMessages(),
      ...websiteMessages(),
      ...pluginMessages(),
      ...configMessages(),
      ...fileMessages(),
      'unknown-command': {
        en: "There is no command '{name}'.{near} Run `purposelint --help` to see all.",
        it: 'Il comando «{name}» non esiste.{near} Con `purposelint --help` vedi tutti i comandi.',
      },
      'unknown-option': {
        en: "`{command}` has no option '{name}'.{near} Run `{command} --help` to see all.",
        it: '`{command}` non ha l’opzione «{name}».{near} Con `{command} --help` le vedi tutte.',
      },
      'needs-value': {
        en: '`--{option}` needs a value: `--{option} {value}`. Run `{command} --help` to see how it is used.',
        it: '`--{option}` richiede un valore: `--{option} {value}`. Con `{command} --help` vedi come si usa.',
      },
      'no-value': {
        en: '`--{option}` takes no value: write `--{option}` alone, or leave it out.',
        it: '`--{option}` non accetta un valore: scrivi solo `--{option}`, oppure toglilo.',
      },
      'needs-option': {
        en: '`--{option}` is for `--{needs}`: say both.',
        it: '`--{option}` serve con `--{needs}`: indicali entrambi.',
      },
      'options-apart': {
        en: '`--{one}` and `--{other}` do not go together.',
        it: '`--{one}` e `--{other}` non si possono usare insieme.',
      },
      'extra-operand': {
        en: "'{operand}' is one name too many. Run `{command} --help` to see how it is used.",
        it: '«{operand}» è un nome di troppo. Con `{command} --help` vedi come si usa.',
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
      'rule-failure': {
        en: 'The rule `{rule}` failed inside ({detail}). This is a fault of purposelint, not of your files: please report it.',
        it: 'La regola `{rule}` ha avuto un errore interno ({detail}). È un difetto di purposelint, non dei tuoi file: segnalalo.',
      },
      internal: {
        en: 'purposelint failed inside ({detail}). This is a fault of purposelint, not of your files: please report it.',
        it: 'purposelint ha avuto un errore interno ({detail}). È un difetto di purposelint, non dei tuoi file: segnalalo.',
      },
      'pull-nothing': {
        en: 'No answer of Mautic was found in {paths}. Save some with curl (docs/pull.md shows how) and name the folder.',
        it: 'In {paths} non c’è nessuna risposta di Mautic. Salvane alcune con curl (docs/pull.md mostra come) e indica la cartella.',
      },
      'pull-conflict-hosts': {
        en: 'The files are of two instances: they name different hosts. Pull each on its own; nothing was written.',
        it: 'I file sono di due installazioni: indicano host diversi. Leggi ciascuna per conto suo; non è stato scritto nulla.',
      },
      'pull-conflict-keys': {
        en: 'The files seem to be of two instances: {item} is one thing here and another there. Pull each on its own; nothing was written.',
        it: 'I file sembrano di due installazioni: {item} qui è una cosa e là un’altra. Leggi ciascuna per conto suo; non è stato scritto nulla.',
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
      'init-start': {
        en: '{files} {files|file|files} written; there is nothing in them to decide yet.',
        it: '{files} file {files|scritto|scritti}; non contengono ancora nulla da decidere.',
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
      'init-taken': {
        en: '{path} is there already, and no glob of `declarations` fits it. Move it, or add a glob for it in purposelint.yaml; nothing was written.',
        it: '{path} esiste già, e nessun glob di `declarations` corrisponde. Spostalo, oppure aggiungi un glob in purposelint.yaml; non è stato scritto nulla.',
      },
      'init-cannot-add': {
        en: '{file}: nothing can be added to `{place}` as it is written there without a change of something else (an alias, or a rare form of YAML). Write it as a key with its entries on the lines below, then run `purposelint init` again; nothing was written.',
        it: '{file}: a `{place}`, così com’è scritto, non si può aggiungere nulla senza cambiare altro (un alias, o una forma rara di YAML). Scrivilo come chiave con le sue voci nelle righe sotto, poi ripeti `purposelint init`; non è stato scritto nulla.',
      },
      'lsp-no-message': {
        en: 'What the editor sent is no message of the Language Server Protocol ({detail}). The server ends; start it again from the editor.',
        it: 'Ciò che l’editor ha inviato non è un messaggio del Language Server Protocol ({detail}). Il server termina; riavvialo dall’editor.',
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
      'where-quotes': {
        en: 'One item at a time; a name with blanks goes in quotes: `purposelint where "{name}"`.',
        it: 'Un elemento alla volta; un nome con spazi va tra virgolette: `purposelint where "{name}"`.',
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
    }) as const satisfies Record<string, Record<Language, string>>,
);

export type MessageCode = keyof ReturnType<typeof messages>;

/**
 * Fills in a sentence: `{files}`, and `{files|file|files}` for the word that fits one or another number. Values are escaped, so that a path or a
 * name from outside cannot write to the terminal.
 */
export function say(code: MessageCode, language: Language, data: Readonly<Record<string, string | number>> = {}): string {
  return messages()[code][language].replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/gu, (_, name: string, one?: string, many?: string) => {
    const value = String(data[name] ?? '');
    return one === undefined || many === undefined ? escapeTerminal(value) : value === '1' ? one : many;
  });
}
