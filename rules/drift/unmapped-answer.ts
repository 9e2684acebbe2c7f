import { labelOf } from '../../src/lint/forms/questions.js';
import { unmappedAnswers } from '../../src/lint/forms/unmapped.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 3, key: 'Open day', published: true } as const;
const EMAIL = {
  kind: 'form_field',
  id: 26,
  key: 'Open day/e_mail',
  form: 'form:Open day',
  type: 'email',
  title: 'E-mail',
  mapping: 'none',
  saved: true,
} as const;

export default rule({
  id: 'unmapped-answer',
  family: 'drift',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field', 'form_field.mapping'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), (e), 17', kind: 'law' }],
  text: {
    en: {
      title: 'Answer that only the form keeps',
      message:
        "'{label}' fills no contact field: the answers stay in the results of the form '{form}', even after the contact is deleted. Connect it to a field, or declare `results_retention`.[ {detail}]",
      why: 'Who asks to be deleted is deleted as a contact, and the answer stays, with address and day, where nobody looks.',
      next: 'If the answer is needed with the contact, connect the question to a field and stop saving it twice. If not, write in `results_retention` of the form how long its results are kept, and have them deleted.',
      words: { accident: "There is a contact field with the same alias, '{key}': the connection may have been lost by accident." },
    },
    it: {
      title: 'Risposta che resta solo nel modulo',
      message:
        '«{label}» non compila nessun campo del contatto: le risposte restano nei risultati del modulo «{form}» anche dopo che hai cancellato il contatto. Collega la domanda a un campo, oppure dichiara `results_retention`.[ {detail}]',
      why: 'Chi chiede la cancellazione viene cancellato come contatto, ma la risposta resta, con indirizzo e data, dove nessuno guarda.',
      next: 'Se la risposta serve insieme al contatto, collega la domanda a un campo e non salvarla due volte. Altrimenti scrivi in `results_retention` del modulo per quanto tempo si conservano i risultati, e falli eliminare.',
      words: { accident: 'Esiste un campo del contatto con lo stesso alias, «{key}»: il collegamento può essersi perso per errore.' },
    },
  },
  examples: {
    bad: { declarations: 'forms:\n  Open day: {purposes: [open-day]}', items: [FORM, EMAIL], finds: ['form_field:Open day/e_mail'] },
    good: {
      declarations: 'forms:\n  Open day: {purposes: [open-day], results_retention: P3M}',
      items: [FORM, EMAIL],
      finds: [],
    },
  },
  check: context =>
    unmappedAnswers(context).map(({ field, form, reference, entry, sameAlias }) => ({
      subject: reference,
      place: entry?.place ?? context.policy.entryOf(form)?.place ?? { item: reference },
      data: {
        label: labelOf(field),
        form: nameOf(form),
        ...(sameAlias === undefined ? {} : { detail: 'accident', key: sameAlias }),
      },
    })),
});
