import { noteFaults } from '../../src/lint/declared/note-faults.js';
import { rule } from '../../src/lint/rule.js';
import { waiverFaults } from '../../src/lint/waivers/faults.js';
import { ignoreFaults } from '../../src/lint/waivers/ignore-faults.js';
import { WAIVER_WORDS } from '../../src/lint/waivers/words.js';

export default rule({
  id: 'exception-hygiene',
  family: 'hygiene',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: false,
  fix: 'unsafe',
  stage: 'last',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 24(1)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Exception that does not hold',
      message:
        "[{detail}][The waiver of {rules} for '{key}': {reason}. Correct the entry, agree on a new date in `until`, or delete it and fix the cause.]",
      why: 'An exception is a promise to look again. Without a reason, a date and somebody who agreed, it is a hole that people on the list pay for.',
      next: 'Write a sentence in `reason`, a day within the next months in `until`, and who agreed in `approved_by`; or delete the entry. A comment `purposelint-ignore RULE: reason` in the code of the website needs a rule that takes one and a reason, and goes when the cause is gone.',
      words: WAIVER_WORDS.en,
    },
    it: {
      title: 'Eccezione che non regge',
      message:
        "[{detail}][L'eccezione a {rules} per «{key}»: {reason}. Correggi la voce, concorda una nuova data in `until`, oppure eliminala e risolvi la causa.]",
      why: "Un'eccezione è la promessa di ricontrollare. Senza un motivo, una data e qualcuno che l'ha approvata è una falla a spese delle persone in elenco.",
      next: 'Scrivi una frase in `reason`, un giorno dei prossimi mesi in `until` e chi ha approvato in `approved_by`; oppure elimina la voce. Un commento `purposelint-ignore REGOLA: motivo` nel codice del sito vuole una regola che lo ammette e un motivo, e va tolto quando la causa non c’è più.',
      words: WAIVER_WORDS.it,
    },
  },
  examples: {
    bad: {
      declarations:
        'contact_fields:\n  old_ref: {purposes: []}\nwaivers:\n  - {rule: no-purpose, item: contact_field:old_ref, reason: The shop needs it until it is switched off, until: 2026-09-30, approved_by: dpo}',
      finds: ['waiver:no-purpose/contact_field:old_ref'],
    },
    good: {
      declarations:
        'contact_fields:\n  old_ref: {purposes: []}\nwaivers:\n  - {rule: no-purpose, item: contact_field:old_ref, reason: The shop needs it until it is switched off, until: 2027-03-31, approved_by: dpo}',
      finds: [],
    },
  },
  check: context =>
    [...waiverFaults(context), ...noteFaults(context), ...ignoreFaults(context)].map(
      ({ subject, place, reason, severity, fixes, ...data }) => ({
        subject,
        place,
        key: reason,
        data: { ...data, reason },
        ...(severity === undefined ? {} : { severity }),
        ...(fixes === undefined ? {} : { fixes }),
      }),
    ),
});
