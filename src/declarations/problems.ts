/** The sentences for mistakes in declaration files (docs/declaration-format.md, section 5). Templates as in messages of rules. */
import type { Language } from '../finding.js';
import { later, laterBy } from '../text/later.js';
import { PROBLEM_WORDS } from './problem-words.js';

type Sentences = Readonly<Record<string, Readonly<Record<Language, string>>>>;

/** By code of the problem. `allowed`, `found`, `list`, `place` and `reason` hold codes of PROBLEM_WORDS, or are shown as they are. */
export const PROBLEM_SENTENCES = later(
  () =>
    ({
      syntax: { en: 'This cannot be read as YAML: {reason}.', it: 'Non si può leggere come YAML: {reason}.' },
      tab: {
        en: 'A tab indents this line. YAML takes spaces only: replace it with two spaces a step.',
        it: 'Questa riga è rientrata con un tabulatore. YAML accetta solo spazi: sostituiscilo con due spazi per livello.',
      },
      'stray-blank': {
        en: 'What looks like a blank here is another sign, as it comes with text from a web page or a word processor. Delete it and type blanks.',
        it: 'Quello che qui sembra uno spazio è un altro segno, come arriva con il testo da una pagina web o da un programma di scrittura. Cancellalo e digita degli spazi.',
      },
      'duplicate-key': {
        en: "'{key}' stands here twice: the first is in line {line}. Keep one of them.",
        it: 'Qui «{key}» compare due volte: la prima è alla riga {line}. Tienine una sola.',
      },
      alias: { en: "'*{key}' cannot be read: {reason}.", it: '«*{key}» non si può leggere: {reason}.' },
      'merge-key': {
        en: '`<<` does not exist here. Write the keys out, or repeat one value with an anchor (`&name` and `*name`).',
        it: '`<<` qui non esiste. Scrivi le chiavi per esteso, oppure ripeti un singolo valore con un riferimento (`&nome` e `*nome`).',
      },
      'merge-mark': {
        en: 'A merge was not finished here. Choose between the two sides, and take the lines with <<<<<<<, ======= and >>>>>>> away.',
        it: 'Qui un merge non è stato completato. Scegli tra le due versioni e togli le righe con <<<<<<<, ======= e >>>>>>>.',
      },
      tag: {
        en: "'{value}' is a YAML tag, and tags mean nothing here. Take it away; a text that starts with ! goes in quotes.",
        it: '«{value}» è un tag YAML, e qui i tag non significano nulla. Toglilo; un testo che comincia con ! va tra virgolette.',
      },
      'too-deep': {
        en: 'Maps and lists are nested too deeply here to be meant.',
        it: 'Qui mappe ed elenchi sono annidati troppo in profondità per essere voluti.',
      },
      'multiple-documents': {
        en: 'A second document begins here. Write one document a file: take the line away, or move what follows to a file of its own.',
        it: 'Qui comincia un secondo documento. Scrivi un documento per file: togli la riga, oppure sposta il resto in un file a parte.',
      },
      'version-missing': {
        en: 'This file does not say in which format it is written. Add `version: 1` at its top.',
        it: 'Questo file non dice in quale formato è scritto. Aggiungi `version: 1` in cima.',
      },
      version: {
        en: 'This file is written in format {version}; this purposelint reads format 1. Update purposelint.',
        it: 'Questo file è scritto nel formato {version}; questo purposelint legge il formato 1. Aggiorna purposelint.',
      },
      'unknown-key': {
        en: "'{key}' is not a key of {place}.[ Did you mean '{near}'?]",
        it: '«{key}» non è una chiave di {place}.[ Intendevi «{near}»?]',
      },
      'outdented-key': {
        en: "'{key}' is not a key of {place}. It belongs under `{section}`, two spaces to the right.[ Or did you mean '{near}'?]",
        it: '«{key}» non è una chiave di {place}. Va sotto `{section}`, due spazi più a destra.[ O intendevi «{near}»?]',
      },
      'glued-key': {
        en: "In '{key}' a blank is missing behind the colon, so it is no key of {place}.",
        it: 'In «{key}» manca uno spazio dopo i due punti, quindi non è una chiave di {place}.',
      },
      'missing-key': { en: "`{place}` needs '{key}': {reason}.", it: 'In `{place}` serve «{key}»: {reason}.' },
      type: { en: "'{key}' must be {allowed}, and this is {found}.", it: '«{key}» deve essere {allowed}; qui invece si trova {found}.' },
      'type-entry': {
        en: "Each entry of '{key}' must be {allowed}, and this is {found}.",
        it: 'Ogni voce di «{key}» deve essere {allowed}; qui invece si trova {found}.',
      },
      'type-file': {
        en: 'A file must be a map of keys, such as `purposes:`, and this is {found}.',
        it: 'Un file deve essere una mappa di chiavi, per esempio `purposes:`; qui invece si trova {found}.',
      },
      'closed-list': {
        en: "'{value}' is not {list}. Choose one of: {values}.[ Did you mean '{near}'?]",
        it: '«{value}» non è {list}. Scegli tra: {values}.[ Intendevi «{near}»?]',
      },
      minimum: {
        en: "'{key}' must be at least {limit}, and this is {value}.",
        it: '«{key}» deve essere almeno {limit}; qui invece si trova {value}.',
      },
      maximum: {
        en: "'{key}' must be at most {limit}, and this is {value}.",
        it: '«{key}» deve essere al massimo {limit}; qui invece si trova {value}.',
      },
      period: {
        en: "'{value}' is not a period. Write P24M for 24 months.",
        it: '«{value}» non è un periodo. Scrivi P24M per 24 mesi.',
      },
      date: {
        en: "'{value}' is not a date. Write it like 2026-11-02.",
        it: '«{value}» non è una data. Scrivila così: 2026-11-02.',
      },
      season: {
        en: "'{value}' is not a season. Write its first and last day like 09-01/03-31.",
        it: "«{value}» non è una stagione. Scrivi il primo e l'ultimo giorno così: 09-01/03-31.",
      },
      country: {
        en: "'{value}' is not a country. Write two capital letters, such as IT.[ Did you mean '{near}'?]",
        it: '«{value}» non è un Paese. Scrivi due lettere maiuscole, per esempio IT.[ Intendevi «{near}»?]',
      },
      language: {
        en: "'{value}' is not a language. Write two letters, such as it.",
        it: '«{value}» non è una lingua. Scrivi due lettere, per esempio it.',
      },
      glob: {
        en: "'{key}' would match almost anything: a pattern needs at least three plain characters.",
        it: '«{key}» corrisponderebbe quasi a tutto: un modello deve avere almeno tre caratteri normali.',
      },
      'glob-tie': {
        en: "'{first}' and '{second}' fit '{key}' equally well. Make one of them more exact, or declare '{key}' by its name.",
        it: '«{first}» e «{second}» corrispondono a «{key}» allo stesso modo. Rendi più preciso uno dei due, oppure dichiara «{key}» per nome.',
      },
      twice: {
        en: "'{key}' is declared twice: here and in {file}, line {line}.",
        it: '«{key}» è dichiarato due volte: qui e in {file}, riga {line}.',
      },
      'both-states': {
        en: "'{item}' has purposes and `personal: false`. Keep one of them.",
        it: '«{item}» ha delle finalità e anche `personal: false`. Tieni una delle due cose.',
      },
      recipient: {
        en: "There is no recipient '{key}'.[ Did you mean '{near}'?]",
        it: "Non c'è un destinatario «{key}».[ Intendevi «{near}»?]",
      },
      system: { en: "There is no system '{key}'.[ Did you mean '{near}'?]", it: "Non c'è un sistema «{key}».[ Intendevi «{near}»?]" },
      'recipient-or-system': {
        en: "There is no recipient or system '{key}'.[ Did you mean '{near}'?]",
        it: "Non c'è un destinatario o un sistema «{key}».[ Intendevi «{near}»?]",
      },
      notice: { en: "There is no notice '{key}'.[ Did you mean '{near}'?]", it: "Non c'è un'informativa «{key}».[ Intendevi «{near}»?]" },
      plugin: {
        en: "There is no plugin '{key}' under `instance`.[ Did you mean '{near}'?]",
        it: "In `instance` non c'è un plugin «{key}».[ Intendevi «{near}»?]",
      },
      'contact-field': {
        en: "Mautic has no contact field '{key}', and none is declared.[ Did you mean '{near}'?]",
        it: "In Mautic non c'è un campo contatto «{key}», e nella dichiarazione nemmeno.[ Intendevi «{near}»?]",
      },
      item: {
        en: "Mautic has no {kind} '{key}', and none is declared.[ Did you mean '{near}'?]",
        it: "In Mautic non c'è «{key}» ({kind}), e nella dichiarazione nemmeno.[ Intendevi «{near}»?]",
      },
      'two-of-one-key': {
        en: "In Mautic, '{key}' ({kind}) exists twice: write '{first}' or '{second}'.",
        it: 'In Mautic «{key}» ({kind}) esiste due volte: scrivi «{first}» oppure «{second}».',
      },
      'wrong-kind': {
        en: "'{value}' is of another kind ({kind}); what goes here: {allowed}.",
        it: '«{value}» è di un altro tipo ({kind}); qui va indicato: {allowed}.',
      },
      'no-prefix': {
        en: "'{value}' does not say what it is. Write one of: {values}.",
        it: 'Da «{value}» non si capisce che cosa sia. Scrivi in uno di questi modi: {values}.',
      },
      rule: { en: "There is no rule '{key}'.[ Did you mean '{near}'?]", it: "Non c'è una regola «{key}».[ Intendevi «{near}»?]" },
      document: {
        en: "There is no file '{value}' in this repository. Correct the path, or write a web address.",
        it: "In questo repository non c'è un file «{value}». Correggi il percorso, oppure scrivi un indirizzo web.",
      },
    }) as const satisfies Sentences,
);

/** Sentences and words of one language, by code: the `words` of a rule that tells problems. */
export const problemWords = laterBy((language: Language): Readonly<Record<string, string>> => {
  const words: Record<string, string> = {};
  const tables: readonly Sentences[] = [PROBLEM_WORDS(), PROBLEM_SENTENCES()];
  for (const table of tables) {
    for (const code of Object.keys(table)) words[code] = table[code]?.[language] ?? '';
  }
  return words;
});
