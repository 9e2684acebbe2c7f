import { labelOf, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { wrongObjects } from '../../src/lint/references/wrong-objects.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 4, key: 'School visit', published: true } as const;
const TOWN = { kind: 'form_field', id: 9, key: 'School visit/town', form: 'form:School visit', type: 'text', title: 'Town' } as const;
const COMPANY_CITY = { kind: 'company_field', id: 33, key: 'companycity', title: 'City', published: true } as const;
const collects = (to: string) => [{ from: 'form_field:School visit/town', how: 'collects', to, at: 'form.field' } as const];

export default rule({
  id: 'wrong-object',
  family: 'drift',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['contact_field', 'company_field'],
  also: ['contact_field', 'company_field'],
  per: ['form_field', 'segment', 'campaign', 'email', 'dynamic_content'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(d)', kind: 'law' }],
  text: {
    en: {
      title: 'An answer or a filter goes to the wrong field',
      message:
        "[{detail}]['{label}' in the form '{form}' fills '{field}' ({kind}), but {reason}. The answer ends up where nobody looks for it. Correct the mapping of the question in Mautic.]",
      why: 'People give an answer and you act on another one, or on none: the data on them are wrong, and nobody notices.',
      next: 'Open the question or the filter in Mautic, choose the field again, and save. Then look at what was stored so far.',
      words: {
        'only-company': 'only companies have a field of that name',
        'only-contact': 'only contacts have a field of that name',
        disagree: "an older setting of the same question says '{other_item}'",
        named:
          "'{item}' goes by the field '{field}' ({kind}), but {reason}. The wrong people may be reached. Choose the field again in Mautic.",
      },
    },
    it: {
      title: 'Una risposta o un filtro usa il campo sbagliato',
      message:
        '[{detail}][«{label}» nel modulo «{form}» compila «{field}» ({kind}), ma {reason}. La risposta finisce dove nessuno la cerca. Correggi in Mautic il campo collegato alla domanda.]',
      why: "Le persone danno una risposta e tu ne usi un'altra, o nessuna: i dati su di loro sono sbagliati e nessuno se ne accorge.",
      next: 'Apri in Mautic la domanda o il filtro, scegli di nuovo il campo e salva. Poi controlla ciò che è già stato registrato.',
      words: {
        'only-company': 'un campo con quel nome esiste solo per le aziende',
        'only-contact': 'un campo con quel nome esiste solo per i contatti',
        disagree: "un'impostazione precedente della stessa domanda indica «{other_item}»",
        named:
          '«{item}» usa il campo «{field}» ({kind}), ma {reason}. Potresti raggiungere le persone sbagliate. Scegli di nuovo il campo in Mautic.',
      },
    },
  },
  examples: {
    bad: {
      declarations: '',
      items: [COMPANY_CITY, FORM, TOWN],
      uses: collects('contact_field:companycity'),
      finds: ['form_field:School visit/town'],
    },
    good: { declarations: '', items: [COMPANY_CITY, FORM, TOWN], uses: collects('company_field:companycity'), finds: [] },
  },
  check: context =>
    wrongObjects(context)
      .filter(({ subject }) => context.kinds.has(subject.kind))
      .map(({ subject, question, field, kind, doubt, other }) => ({
        subject: context.snapshot.reference(subject),
        key: `${kind}:${field.alias}`,
        place: placeOf(context, subject),
        data: {
          ...(question === undefined
            ? { detail: 'named', item: nameOf(subject) }
            : { label: labelOf(question.field), form: nameOf(question.form) }),
          ...{ field, kind, reason: doubt },
          ...(other === undefined ? {} : { other_item: other }),
        },
      })),
});
