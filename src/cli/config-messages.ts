/** Sentences about purposelint.yaml and presets. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const configMessages = () =>
  ({
    'bad-config': {
      en: '{file}: to correct: {count}. Nothing was checked.',
      it: '{file}: da correggere: {count}. Non è stato controllato nulla.',
    },
    'unknown-preset': {
      en: "{from}: there is no preset '{name}'. Write `recommended` or `strict`, or the path of a file such as ./privacy/rules.yaml.",
      it: '{from}: il preset «{name}» non esiste. Scrivi `recommended` o `strict`, oppure il percorso di un file come ./privacy/rules.yaml.',
    },
    'preset-missing': {
      en: '{from}: {path} does not exist. Correct `extends`.',
      it: '{from}: {path} non esiste. Correggi `extends`.',
    },
    'preset-circle': {
      en: '{from}: this file extends itself, by way of {chain}. Let one of them extend `recommended` or `strict`.',
      it: '{from}: questo file estende sé stesso, passando da {chain}. Fai in modo che uno di questi estenda `recommended` o `strict`.',
    },
    'outside-root': {
      en: "{from}: '{path}' leads out of the repository. Choose a path inside it.",
      it: '{from}: «{path}» porta fuori dal repository. Scegli un percorso al suo interno.',
    },
    'bad-url': {
      en: "{from}: '{url}' is no web address. Write it like https://mautic.example.com.",
      it: '{from}: «{url}» non è un indirizzo web. Scrivilo così: https://mautic.example.com.',
    },
    'secret-in-config': {
      en: '{from}: `{key}` looks like a secret, and secrets do not belong in this file. Delete it here, change it where it is used, and put the new one into the environment.',
      it: '{from}: `{key}` sembra un segreto, e i segreti non vanno in questo file. Cancellalo da qui, cambialo dove si usa e metti il nuovo in una variabile d’ambiente.',
    },
    'set-unknown-rule': {
      en: "{from}: there is no rule '{name}'.{near} Run `purposelint explain` for the list.",
      it: '{from}: la regola «{name}» non esiste.{near} Con `purposelint explain` vedi l’elenco.',
    },
    'unknown-rule': {
      en: "There is no rule '{name}'.{near} Run `purposelint explain` for the list.",
      it: 'La regola «{name}» non esiste.{near} Con `purposelint explain` vedi l’elenco.',
    },
    'locked-rule': {
      en: '{from}: the rule `{name}` cannot be switched off; it keeps the severity of the preset. Take it out of `rules`.',
      it: '{from}: la regola `{name}` non si può spegnere e conserva la gravità del preset. Toglila da `rules`.',
    },
    'option-of-other-rule': {
      en: '{from}: the rule `{name}` has no option `{option}`.',
      it: '{from}: la regola `{name}` non ha l’opzione `{option}`.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
