import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { twins } from '../../src/lint/usage/same-facts.js';

const DECLARED = 'contact_fields:\n  birthday: {purposes: [greetings]}\n  date_of_birth: {purposes: [membership]';
const BIRTHDAY = { kind: 'contact_field', id: 44, key: 'birthday', title: 'Birthday', published: true, type: 'date' } as const;
const BIRTH_DATE = { kind: 'contact_field', id: 51, key: 'date_of_birth', title: 'Date of birth', published: true, type: 'date' } as const;

export default rule({
  id: 'duplicate-datum',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field'],
  severity: { recommended: 'warn', strict: 'warn' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), (d)', kind: 'law' }],
  text: {
    en: {
      title: 'The same fact twice',
      message:
        "'{item}' and '{other_item}' seem to hold the same fact; sooner or later one will be wrong. Keep one and mark the other `status: retired`; if you need both, declare `variant_of`.",
      why: 'A correction that people ask for reaches one of the two. The other goes on saying what is no longer true.',
      next: 'Copy what is only in one field into the other, change the forms and messages, and empty the field that goes.',
    },
    it: {
      title: 'Lo stesso dato due volte',
      message:
        "«{item}» e «{other_item}» sembrano contenere lo stesso dato: prima o poi uno dei due sarà sbagliato. Tienine uno e segna l'altro `status: retired`; se servono entrambi, dichiara `variant_of`.",
      why: "Una correzione chiesta da una persona arriva solo a uno dei due. L'altro continua a dire ciò che non è più vero.",
      next: "Copia in un campo ciò che sta solo nell'altro, cambia moduli e messaggi, e svuota il campo che va via.",
    },
  },
  examples: {
    bad: { declarations: `${DECLARED}}`, items: [BIRTHDAY, BIRTH_DATE], finds: ['contact_field:date_of_birth'] },
    good: { declarations: `${DECLARED}, variant_of: contact_field:birthday}`, items: [BIRTHDAY, BIRTH_DATE], finds: [] },
  },
  check: context =>
    twins(context).map(({ field, other }) => {
      const first = context.snapshot.reference(other);
      return {
        subject: context.snapshot.reference(field),
        place: placeOf(context, field),
        data: { item: nameOf(field), other_item: nameOf(other) },
        related: [{ subject: first, place: placeOf(context, other) }],
        key: first,
      };
    }),
});
