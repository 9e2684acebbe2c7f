import { isClearYes, isRefusal } from '../../src/lint/consent/answers.js';
import { defaultOf } from '../../src/lint/consent/defaults.js';
import { severityBy } from '../../src/lint/consent/holders.js';
import { type FormFieldItem, labelOf, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import type { Option } from '../../src/mautic/snapshot.js';

const NEWSLETTER = 'forms:\n  Contest: {purposes: [contest], fields: {offers: {role: consent}}}';
const FORM = { kind: 'form', id: 1, key: 'Contest', published: true } as const;
const ANSWERS = [{ value: 'yes', label: 'Yes, send me offers' } as const, { value: 'no', label: 'No' } as const];
const OFFERS = { kind: 'form_field', id: 2, key: 'Contest/offers', form: 'form:Contest', type: 'radiogrp', title: 'Offers?' } as const;

export default rule({
  id: 'consent-preticked',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: false,
  fix: 'none',
  law: [
    { cite: 'GDPR recital 32, Art. 4(11)', kind: 'law' },
    { cite: 'CJEU C-673/17 Planet49, 1 October 2019', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Consent box that is already ticked',
      message:
        "The box '{label}'[ in the form '{form}'] is already ticked. A tick that people did not set is not a yes. Remove its default value in Mautic.",
      why: 'Who does not notice the tick seems to agree. Nobody can tell these people from those who wanted it.',
      next: 'Open the question in the form, empty its default value and save. Ask those who came in with the tick set once more.',
    },
    it: {
      title: 'Casella di consenso già spuntata',
      message:
        'La casella «{label}»[ nel modulo «{form}»] è già spuntata. Una spunta che la persona non ha messo non è un sì. Togli il valore predefinito in Mautic.',
      why: 'Chi non si accorge della spunta sembra acconsentire. Nessuno può distinguerlo da chi lo voleva davvero.',
      next: 'Apri la domanda nel modulo, svuota il valore predefinito e salva. Chiedi di nuovo il consenso a chi è entrato con la spunta già messa.',
    },
  },
  examples: {
    bad: {
      declarations: NEWSLETTER,
      items: [FORM, { ...OFFERS, options: ANSWERS, default: 'option', default_option: 'yes' }],
      finds: ['form_field:Contest/offers'],
    },
    good: { declarations: NEWSLETTER, items: [FORM, { ...OFFERS, options: ANSWERS, default: 'empty' }], finds: [] },
  },
  check: context =>
    context.indexes.consentBoxes.flatMap(box => {
      const answer = chosen(box.field);
      if (answer === undefined || isRefusal(answer)) return [];
      return {
        subject: box.reference,
        place: placeOf(context, box.field),
        data: { label: labelOf(box.field), form: nameOf(box.form) },
        ...severityBy({ certainty: isClearYes(answer, box.field.options) ? box.certainty : 'words' }),
      };
    }),
});

/** The answer that is chosen beforehand. A group of boxes with a default is `consent-not-refusable`. */
function chosen(field: FormFieldItem): Option | undefined {
  if (field.type === 'checkboxgrp' || field.default !== 'option') return undefined;
  return defaultOf(field) ?? { value: 'yes', label: '' };
}
