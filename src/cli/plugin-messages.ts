/** Sentences about rules of the team's own. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const pluginMessages = () =>
  ({
    'plugin-outside': {
      en: '{from}: `{path}` leads out of the repository. Rules of your own are run from the repository itself only: write a path such as `./privacy/rules/house-style.ts`.',
      it: '{from}: `{path}` porta fuori dal repository. Le regole tue si eseguono solo dal repository stesso: scrivi un percorso come `./privacy/rules/house-style.ts`.',
    },
    'plugin-link': {
      en: '{from}: `{path}` is a link that leads out of the repository. Put the file itself into the repository.',
      it: '{from}: `{path}` è un collegamento che porta fuori dal repository. Metti il file stesso nel repository.',
    },
    'plugin-package': {
      en: '{from}: `{path}` is in a package. Rules of your own are run from the repository itself only: copy the file to a path such as `./privacy/rules/house-style.ts`.',
      it: '{from}: `{path}` sta in un pacchetto. Le regole tue si eseguono solo dal repository stesso: copia il file in un percorso come `./privacy/rules/house-style.ts`.',
    },
    'plugin-no-module': {
      en: '{from}: `{path}` is no file of rules. Packages are not loaded; name a file of the repository that ends in .ts, .mts, .js or .mjs, such as `./privacy/rules/house-style.ts`.',
      it: '{from}: `{path}` non è un file di regole. I pacchetti non si caricano; indica un file del repository che finisce in .ts, .mts, .js o .mjs, come `./privacy/rules/house-style.ts`.',
    },
    'plugin-missing': {
      en: '{from}: there is no file `{path}`. Correct the path, take it out of `plugins`, or write a new rule with `purposelint rules new NAME`.',
      it: '{from}: il file `{path}` non esiste. Correggi il percorso, toglilo da `plugins` o scrivi una regola nuova con `purposelint rules new NOME`.',
    },
    'plugin-code': { en: '{file}:{line}:{column}: {message}', it: '{file}:{line}:{column}: {message}' },
    'plugin-import': {
      en: '{file}:{line}:{column}: `{name}` cannot be imported. A rule imports `purposelint` and files of its own repository, nothing else: it reads its context, and no files, network or packages.',
      it: '{file}:{line}:{column}: `{name}` non si può importare. Una regola importa `purposelint` e file del suo repository, nient’altro: legge il suo contesto, e niente file, rete o pacchetti.',
    },
    'plugin-broken': {
      en: '{file}: mistakes to correct: {count}. Its rules were not run.',
      it: '{file}: errori da correggere: {count}. Le sue regole non sono state eseguite.',
    },
    'plugin-broken-more': {
      en: '{file}: mistakes to correct: {count}, of which the first {shown} are shown. Its rules were not run.',
      it: '{file}: errori da correggere: {count}, di cui si vedono i primi {shown}. Le sue regole non sono state eseguite.',
    },
    'plugin-threw': {
      en: '{file} failed while it was loaded: {detail}. Its rules were not run.',
      it: '{file} ha dato errore al caricamento: {detail}. Le sue regole non sono state eseguite.',
    },
    'plugin-misfits': {
      en: '{file}: {misfit}. Its rules were not run; make them with `rule({…})` of purposelint, one or an array as default export.',
      it: '{file}: {misfit}. Le sue regole non sono state eseguite; creale con `rule({…})` di purposelint, una o un array come export default.',
    },
    'plugin-slow': {
      en: '{file} took longer than {seconds} s to load and was ended. Its rules were not run; is there a loop that never ends?',
      it: '{file} ha impiegato più di {seconds} s a caricarsi ed è stato interrotto. Le sue regole non sono state eseguite; c’è un ciclo che non finisce?',
    },
    'plugin-memory': {
      en: '{file} took more than {megabytes} MB of memory to load and was ended. Its rules were not run.',
      it: '{file} ha usato più di {megabytes} MB di memoria al caricamento ed è stato interrotto. Le sue regole non sono state eseguite.',
    },
    'plugin-ended': {
      en: '{file} ended the thread in which it was loaded. Its rules were not run; rules do not wait for anything.',
      it: '{file} ha chiuso il thread in cui veniva caricato. Le sue regole non sono state eseguite; le regole non aspettano nulla.',
    },
    'plugin-taken': {
      en: '{file}: `{rule}` is the id of a rule of purposelint. Give your rule another one; it was not run.',
      it: '{file}: `{rule}` è l’id di una regola di purposelint. Dai alla tua un altro id; non è stata eseguita.',
    },
    'plugin-twice': {
      en: '{file}: a rule `{rule}` is also in {other}. Give one of them another id; the one in {file} was not run.',
      it: '{file}: una regola `{rule}` c’è anche in {other}. Dai a una delle due un altro id; quella in {file} non è stata eseguita.',
    },
    'own-rule-threw': {
      en: 'The rule `{rule}` of {file} failed: {detail}. Correct it there, and try it with `purposelint rules test`.',
      it: 'La regola `{rule}` di {file} ha dato errore: {detail}. Correggila lì e provala con `purposelint rules test`.',
    },
    'own-rule-misfits': {
      en: 'The rule `{rule}` of {file} returned something that is no finding: {misfit}. Correct it there, and try it with `purposelint rules test`.',
      it: 'La regola `{rule}` di {file} ha restituito qualcosa che non è una segnalazione: {misfit}. Correggila lì e provala con `purposelint rules test`.',
    },
    'own-rule-slow': {
      en: 'The rule `{rule}` of {file} took longer than {seconds} s and was ended. Is there a loop that never ends?',
      it: 'La regola `{rule}` di {file} ha impiegato più di {seconds} s ed è stata interrotta. C’è un ciclo che non finisce?',
    },
    'own-rule-memory': {
      en: 'The rule `{rule}` of {file} took more than {megabytes} MB of memory and was ended.',
      it: 'La regola `{rule}` di {file} ha usato più di {megabytes} MB di memoria ed è stata interrotta.',
    },
    'own-rule-ended': {
      en: 'The rule `{rule}` of {file} ended the thread in which it ran. Rules do not wait for anything, and end nothing but themselves.',
      it: 'La regola `{rule}` di {file} ha chiuso il thread in cui veniva eseguita. Le regole non aspettano nulla e non chiudono altro che sé stesse.',
    },
    'misfit-text': { en: '`{at}` must be a text', it: '`{at}` deve essere un testo' },
    'misfit-number': { en: '`{at}` must be a number', it: '`{at}` deve essere un numero' },
    'misfit-boolean': { en: '`{at}` must be true or false', it: '`{at}` deve essere true o false' },
    'misfit-list': { en: '`{at}` must be a list', it: '`{at}` deve essere un elenco' },
    'misfit-object': { en: '`{at}` must be an object', it: '`{at}` deve essere un oggetto' },
    'misfit-function': { en: '`{at}` must be a function', it: '`{at}` deve essere una funzione' },
    'misfit-nothing': { en: '`{at}` is not for rules of your own', it: '`{at}` non è per le regole tue' },
    'misfit-one-of': { en: '`{at}` must be one of: {list}', it: '`{at}` deve essere uno tra: {list}' },
    'misfit-id': {
      en: '`{at}` must be small letters, digits and single hyphens, such as house-style',
      it: '`{at}` deve avere lettere minuscole, cifre e trattini singoli, come house-style',
    },
    'misfit-file': {
      en: '`{at}` must be one of the files that were read: take the `place` of an entry',
      it: '`{at}` deve essere uno dei file letti: usa il `place` di una voce',
    },
    'misfit-placeholders': {
      en: '`{at}` must have placeholders that findings can hold, and the same in both languages',
      it: '`{at}` deve avere segnaposti che le segnalazioni possono contenere, e gli stessi nelle due lingue',
    },
    'misfit-rule': { en: '`{at}` must be a rule', it: '`{at}` deve essere una regola' },
    'rules-what': {
      en: 'Say `purposelint rules new NAME` to write a rule of your own, or `purposelint rules test` to try those that you have.{near}',
      it: 'Scrivi `purposelint rules new NOME` per creare una regola tua, o `purposelint rules test` per provare quelle che hai.{near}',
    },
    'rules-bad-name': {
      en: "'{name}' cannot be the name of a rule. Use small letters, digits and single hyphens, such as house-style.",
      it: '«{name}» non può essere il nome di una regola. Usa lettere minuscole, cifre e trattini singoli, come house-style.',
    },
    'rules-taken': {
      en: '`{name}` is a rule of purposelint already. Choose another name.',
      it: '`{name}` è già una regola di purposelint. Scegli un altro nome.',
    },
    'rules-exists': { en: '{path} is there already and was not touched.', it: '{path} esiste già e non è stato toccato.' },
    'rules-written': {
      en: '{path} written, and named in `plugins` of {config}. Next: `purposelint rules test`.',
      it: 'Scritto {path}, indicato in `plugins` di {config}. Ora: `purposelint rules test`.',
    },
    'rules-written-alone': {
      en: '{path} written. There is no {config} yet: make it with `purposelint init`, and write into it `plugins: [./{path}]`.',
      it: 'Scritto {path}. Non c’è ancora {config}: crealo con `purposelint init` e scrivici `plugins: [./{path}]`.',
    },
    'rules-not-added': {
      en: '{path} written, but {config} cannot be added to. Write into it `plugins: [./{path}]`.',
      it: 'Scritto {path}, ma a {config} non si può aggiungere nulla. Scrivici `plugins: [./{path}]`.',
    },
    'rules-none': {
      en: 'There are no rules of your own: `plugins` of purposelint.yaml names none. Write one with `purposelint rules new NAME`.',
      it: 'Non ci sono regole tue: `plugins` di purposelint.yaml non ne indica. Scrivine una con `purposelint rules new NOME`.',
    },
    'rules-as-expected': { en: '{which}  as expected: {subjects}', it: '{which}  come previsto: {subjects}' },
    'rules-otherwise': {
      en: '{which}  expected: {expected}; found: {found}',
      it: '{which}  previsto: {expected}; trovato: {found}',
    },
    'rules-bad-empty': {
      en: '{which}  expected: nothing; but a bad example is there to be found: name in `finds` what the rule says about it',
      it: '{which}  previsto: nulla; ma un esempio sbagliato è lì per essere trovato: indica in `finds` ciò che la regola ne dice',
    },
    'rules-good-finds': {
      en: '{which}  expected: {expected}; but a good example is one in which nothing is found: `finds: []`',
      it: '{which}  previsto: {expected}; ma in un esempio buono non si trova nulla: `finds: []`',
    },
    'rules-failed': { en: '{which}  failed', it: '{which}  errore' },
    'rules-nothing': { en: 'nothing', it: 'nulla' },
    'rules-passed': { en: 'All examples are as expected ({count}).', it: 'Tutti gli esempi sono come previsto ({count}).' },
    'rules-differ': { en: 'Not as expected: {count} of {all}.', it: 'Non come previsto: {count} su {all}.' },
  }) as const satisfies Record<string, Record<Language, string>>;
