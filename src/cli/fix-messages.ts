/** Sentences about fixes. */
import type { Language } from '../finding.js';

/** By code, in both languages. */
export const fixMessages = () =>
  ({
    'glued-value': {
      en: 'The value of `--{option}` follows an equals sign: `--{option}={value}`.',
      it: 'Il valore di `--{option}` segue il segno uguale: `--{option}={value}`.',
    },
    'fix-done': {
      en: 'Fixed: {count}; files changed: {files}. Look through the changes before you commit them.',
      it: 'Correzioni fatte: {count}; file modificati: {files}. Rileggi le modifiche prima del commit.',
    },
    'fix-nothing': {
      en: 'Nothing that `--fix` can do. No file was changed.',
      it: 'Non c’è nulla che `--fix` possa correggere. Nessun file è stato modificato.',
    },
    'fix-dry': {
      en: 'Would be fixed: {count}; files that would change: {files}. Nothing was written: say it again without `--dry-run`.',
      it: 'Correzioni possibili: {count}; file che cambierebbero: {files}. Non è stato scritto nulla: ripeti senza `--dry-run`.',
    },
    'fix-unsafe-left': {
      en: 'More fixes that take something away or state something only you know: {count}. Look at them with `purposelint check --fix=unsafe --dry-run`.',
      it: 'Altre correzioni, che tolgono qualcosa o affermano ciò che solo tu sai: {count}. Guardale con `purposelint check --fix=unsafe --dry-run`.',
    },
    'fix-offered': {
      en: 'For {count} of these findings {count|there is a fix|there are fixes}: `purposelint check --fix --dry-run` shows what can safely be written for you.',
      it: 'Per {count} di queste segnalazioni {count|c’è una correzione|ci sono correzioni}: `purposelint check --fix --dry-run` mostra che cosa può essere scritto al posto tuo senza rischi.',
    },
    'fix-refused': {
      en: 'Left to you, because the fix would have changed more than it should ({count}): {findings}.',
      it: 'Da fare a mano, perché la correzione avrebbe cambiato più del dovuto ({count}): {findings}.',
    },
    'fix-changed-meanwhile': {
      en: '{path} was changed by somebody else in the meantime. Nothing was written: run the command again.',
      it: '{path} nel frattempo è stato modificato da qualcun altro. Non è stato scritto nulla: ripeti il comando.',
    },
  }) as const satisfies Record<string, Record<Language, string>>;
