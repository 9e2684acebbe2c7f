import { labelOf, partsOf, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 9, key: 'Download gate', published: true } as const;
const QUESTION = {
  kind: 'form_field',
  id: 74,
  key: 'Download gate/secret',
  form: 'form:Download gate',
  title: 'Choose a password',
} as const;

export default rule({
  id: 'password-stored',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: false,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(f), 32', kind: 'law' }],
  text: {
    en: {
      title: 'Password in a form',
      message:
        "'{label}' in the form '{form}' asks for a password, and Mautic keeps it readable for everyone who can open the results. Remove the question and delete the answers.",
      why: 'Many people use one password in many places. Whoever reads the results can open their other accounts.',
      next: 'Delete the question, then the answers already given: they stay in the results of the form until they are deleted.',
    },
    it: {
      title: 'Password in un modulo',
      message:
        '«{label}» nel modulo «{form}» chiede una password, e Mautic la conserva leggibile per chiunque apra i risultati. Togli la domanda e cancella le risposte.',
      why: 'Molte persone usano la stessa password in più posti. Chi legge i risultati può aprire i loro altri account.',
      next: 'Elimina la domanda, poi le risposte già date: restano nei risultati del modulo finché non si cancellano.',
    },
  },
  examples: {
    bad: { declarations: '', items: [FORM, { ...QUESTION, type: 'password' }], finds: ['form_field:Download gate/secret'] },
    good: { declarations: '', items: [FORM, { ...QUESTION, type: 'text' }], finds: [] },
  },
  check: context =>
    context.snapshot.items('form').flatMap(form => {
      const isLive = context.policy.isLive(form);
      // The form is off, but what was typed into it is still there.
      const asking = partsOf(context, form).filter(({ field }) => field.type === 'password' && (isLive || field.saved === true));
      return asking.map(({ field, reference }) => ({
        subject: reference,
        place: placeOf(context, field),
        data: { label: labelOf(field), form: nameOf(form) },
        ...(isLive ? {} : { severity: 'warn' }),
      }));
    }),
});
