import { unmarkedForms } from '../../src/lint/forms/marks.js';
import { labelOf, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 1, key: 'Booking', published: true } as const;
const NAME = { kind: 'form_field', id: 1, key: 'Booking/name', form: 'form:Booking', type: 'text', title: 'Name', required: true } as const;
const PHONE = {
  kind: 'form_field',
  id: 2,
  key: 'Booking/phone',
  form: 'form:Booking',
  type: 'tel',
  title: 'Phone',
  required: false,
} as const;

export default rule({
  id: 'mandatory-unmarked',
  family: 'transparency',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 13(2)(e)', kind: 'law' }],
  text: {
    en: {
      title: 'Optional answers that look required',
      message:
        "In the form '{form}' people can't see that these answers are optional: {labels}. Mark them in Mautic; if the theme marks them, declare `has: [required-marks]` for it in `instance.themes`.",
      why: 'People who believe that they must answer tell you things that they would rather keep to themselves.',
      next: 'Write "(optional)" behind the label of each, or a star behind the required ones and what it means in a text of the form.',
    },
    it: {
      title: 'Risposte facoltative che sembrano obbligatorie',
      message:
        'Nel modulo «{form}» non si vede che queste risposte sono facoltative: {labels}. Segnalalo in Mautic; se lo fa già il tema, dichiara per il tema `has: [required-marks]` in `instance.themes`.',
      why: 'Chi crede di dover rispondere racconta cose che avrebbe tenuto per sé.',
      next: 'Scrivi «(facoltativo)» dopo ciascuna etichetta, oppure metti un asterisco a quelle obbligatorie e spiegalo in un testo del modulo.',
    },
  },
  examples: {
    bad: { declarations: '', items: [FORM, NAME, PHONE], finds: ['form:Booking'] },
    good: { declarations: '', items: [FORM, NAME, { ...PHONE, title: 'Phone (optional)' }], finds: [] },
  },
  check: context =>
    unmarkedForms(context).map(({ form, optional }) => ({
      subject: context.snapshot.reference(form),
      place: placeOf(context, form),
      data: { form: nameOf(form), labels: optional.map(labelOf) },
    })),
});
