/** Logins that are missing or cannot be read, in words. */
import type { Language } from '../../finding.js';
import type { NoLogin, NoLoginReason } from './login.js';

/** `{name}`: the variable; one of our own names, never a value. */
const WORDS: Readonly<Record<NoLoginReason, Readonly<Record<Language, string>>>> = {
  none: {
    en: 'There is no login for Mautic. Make OAuth2 credentials in Settings > API Credentials, give them a role that may only read, and set the variables MAUTIC_CLIENT_ID and MAUTIC_CLIENT_SECRET; or set MAUTIC_USER and MAUTIC_PASSWORD.',
    it: 'Mancano le credenziali per Mautic. Crea credenziali OAuth2 in Settings > API Credentials, assegna loro un ruolo che può solo leggere, e imposta le variabili MAUTIC_CLIENT_ID e MAUTIC_CLIENT_SECRET; oppure imposta MAUTIC_USER e MAUTIC_PASSWORD.',
  },
  half: {
    en: 'One half of the login for Mautic is missing. Set the variable {name} (or {name}_FILE with the path of a file that holds it).',
    it: 'Manca metà delle credenziali per Mautic. Imposta la variabile {name} (oppure {name}_FILE con il percorso di un file che la contiene).',
  },
  'unreadable-file': {
    en: 'The file that the variable {name} names cannot be read. Correct the path, or give this user the right to read the file.',
    it: 'Il file indicato dalla variabile {name} non si può leggere. Correggi il percorso, oppure dai a questo utente il permesso di leggerlo.',
  },
  'empty-file': {
    en: 'The file that the variable {name} names is empty. Write the value into it, alone on one line.',
    it: 'Il file indicato dalla variabile {name} è vuoto. Scrivici il valore, da solo su una riga.',
  },
};

/** What is missing of the login, and how to give it. */
export function loginText({ reason, name }: Pick<NoLogin, 'reason' | 'name'>, language: Language): string {
  return WORDS[reason][language].replaceAll('{name}', name);
}
