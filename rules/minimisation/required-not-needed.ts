import { asksPerson } from '../../src/lint/forms/asked-data.js';
import { type FormProfile, neededIn, profileOf } from '../../src/lint/forms/kinds.js';
import { type Indexed, labelOf, liveForms, partsOf, placeOf, type Question } from '../../src/lint/forms/questions.js';
import { nameOf, nameOfPurpose, purposesIn } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

/** Shortest `needed_for` that counts, in characters. */
const REASON_LENGTH = 15;

const NEWSLETTER =
  'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent}\nforms:\n  Newsletter: {purposes: [newsletter], fields: ';
const FORM = { kind: 'form', id: 1, key: 'Newsletter', published: true } as const;
const MAIL = { kind: 'form_field', id: 1, key: 'Newsletter/email', form: 'form:Newsletter', type: 'email', required: true } as const;
const MOBILE = { kind: 'form_field', id: 2, key: 'Newsletter/mobile', form: 'form:Newsletter', type: 'tel', title: 'Mobile' } as const;

export default rule({
  id: 'required-not-needed',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c), 13(2)(e), 25(2)', kind: 'law' },
    { cite: 'CJEU C-394/23 Mousse', kind: 'law' },
    { cite: 'Garante, Ediscom', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'Compulsory question that the form does not need',
      message:
        "The form '{form}' does not let people through without '{label}', and nothing says why '{purpose}' needs it. Make it optional in Mautic, or explain in `needed_for` why it can't work without it.",
      why: 'People who do not want to tell are kept out, or make something up. What is not needed need not be asked, and surely not forced.',
      next: 'Switch off "required" at the question, or take the question off the form.',
    },
    it: {
      title: 'Domanda obbligatoria non necessaria',
      message:
        'Il modulo «{form}» non lascia proseguire senza «{label}» e non è scritto perché serva per «{purpose}». Rendi la domanda facoltativa in Mautic, oppure spiega in `needed_for` perché è indispensabile.',
      why: 'Chi non vuole dirlo resta fuori, o inventa. Ciò che non serve non va chiesto, e tanto meno preteso.',
      next: 'Togli «obbligatorio» alla domanda, oppure togli la domanda dal modulo.',
    },
  },
  examples: {
    bad: {
      declarations: `${NEWSLETTER}{email: {}, mobile: {}}}`,
      items: [FORM, MAIL, { ...MOBILE, required: true }],
      finds: ['form_field:Newsletter/mobile'],
    },
    good: { declarations: `${NEWSLETTER}{email: {}, mobile: {}}}`, items: [FORM, MAIL, { ...MOBILE, required: false }], finds: [] },
  },
  check: context =>
    liveForms(context).flatMap(form => {
      const profile = profileOf(context, form);
      if (profile?.main === undefined) return [];
      const purpose = nameOfPurpose(profile.main);
      return unneeded(context, profile, partsOf(context, form)).map(({ field, reference }) => ({
        subject: reference,
        place: placeOf(context, field),
        data: { form: nameOf(form), label: labelOf(field), purpose },
      }));
    }),
});

/** Compulsory questions about people that the form can do without, or that serve another purpose. */
function unneeded(context: Indexed, profile: FormProfile, parts: readonly Question[]): readonly Question[] {
  const compulsory = parts.filter(part => part.field.required === true && asksPerson(context, part));
  const needed = neededIn(profile, compulsory);
  return compulsory.filter(question => {
    const standing = context.policy.standing(question.field);
    if (needed.has(question)) return false;
    const isExplained = (question.entry?.value.needed_for ?? '').trim().length >= REASON_LENGTH;
    return !isExplained || (standing.state === 'purposes' && !purposesIn(standing).includes(profile.main?.key ?? ''));
  });
}
