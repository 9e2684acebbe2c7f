import { labelOf } from '../../src/lint/forms/questions.js';
import { overasking } from '../../src/lint/forms/sizes.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

/** How many questions are usual, by the kind of form. */
const LIMITS = { newsletter: 2, download: 4, contest: 4, event: 6, contact: 5, booking: 7 };

const DECLARED = `purposes:
  menu: {use: service-delivery, legal_basis: contract}
  birthday: {use: email-marketing, legal_basis: consent}
contact_fields:
  birthday: {purposes: [birthday]}
forms:
  Menu: {purposes: [menu], kind: download, fields: {email: {}, birthday: {}}}`;
const FORM = { kind: 'form', id: 1, key: 'Menu', published: true } as const;
const FIELD = { kind: 'contact_field', id: 44, key: 'birthday', title: 'Birthday' } as const;
const MAIL = { kind: 'form_field', id: 1, key: 'Menu/email', form: 'form:Menu', type: 'email', title: 'E-mail' } as const;
const BIRTHDAY = { kind: 'form_field', id: 2, key: 'Menu/birthday', form: 'form:Menu', type: 'date', title: 'Birthday' } as const;
const COLLECTS = [{ from: 'form_field:Menu/birthday', how: 'collects', to: 'contact_field:birthday', at: 'form.field' } as const];

export default rule({
  id: 'form-overask',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  options: { recommended: { limits: LIMITS }, strict: { limits: LIMITS } },
  law: [
    { cite: 'GDPR Art. 5(1)(b)-(c), 25(1)', kind: 'law' },
    { cite: 'CNIL and ICO, guidance on data minimisation', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Form that asks too much',
      message:
        "[{detail}][The form '{form}' asks {count} questions (usual: up to {limit})[; these have nothing to do with '{purpose}': {labels}]. Take some off, or allow more in `max_fields` with a `reason`.]",
      words: {
        strangers:
          "The form '{form}' asks for what serves none of its purposes: {labels}. Take it off, or add what it is for to the `purposes` of the form.",
      },
      why: 'Each question more is a datum more to protect, and a reason more to leave the form.',
      next: 'Keep the questions without which the form cannot do its work, and ask the rest when it is needed.',
    },
    it: {
      title: 'Modulo che chiede troppo',
      message:
        "[{detail}][Il modulo «{form}» fa {count} domande (di solito: fino a {limit})[; queste non c'entrano con «{purpose}»: {labels}]. Togline qualcuna, oppure consenti un numero più alto in `max_fields` con `reason`.]",
      words: {
        strangers:
          'Il modulo «{form}» chiede cose che non servono a nessuna delle sue finalità: {labels}. Toglile, oppure aggiungi la loro finalità alle `purposes` del modulo.',
      },
      why: 'Ogni domanda in più è un dato in più da proteggere e un motivo in più per abbandonare il modulo.',
      next: 'Tieni le domande senza le quali il modulo non può funzionare e chiedi il resto quando serve.',
    },
  },
  examples: {
    bad: { declarations: DECLARED, items: [FIELD, FORM, MAIL, BIRTHDAY], uses: COLLECTS, finds: ['form:Menu'] },
    good: { declarations: DECLARED, items: [FIELD, FORM, MAIL], finds: [] },
  },
  check: context =>
    overasking(context, { ...LIMITS, ...limitsIn(context.options) }).map(({ form, place, count, limit, isOver, purpose, strangers }) => ({
      subject: context.snapshot.reference(form),
      place,
      data: {
        form: nameOf(form),
        ...(isOver ? { count, limit } : { detail: 'strangers' }),
        ...(strangers.length === 0 ? {} : { purpose, labels: strangers.map(({ field }) => labelOf(field)) }),
      },
    })),
});

function limitsIn({ limits }: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  const own = typeof limits === 'object' && limits !== null ? Object.entries(limits) : [];
  return Object.fromEntries(own.filter((entry): entry is [string, number] => typeof entry[1] === 'number'));
}
