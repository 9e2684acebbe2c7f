import { datumGaps } from '../../src/lint/declared/reasons.js';
import { rule } from '../../src/lint/rule.js';

const city = { kind: 'contact_field', id: 9, key: 'city', title: 'City', published: true } as const;
const booking = { kind: 'form', id: 2, key: 'Booking', published: true } as const;
const question = { kind: 'form_field', id: 7, key: 'Booking/city', title: 'City', form: 'form:Booking', type: 'text' } as const;

export default rule({
  id: 'why-when-missing',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  also: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 25(1)', kind: 'law' },
    { cite: 'GDPR Art. 30(1)', kind: 'law' },
    { cite: 'GDPR Art. 14(2)(f)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'No reason, or no moment of collection',
      message:
        "'{label}' has a purpose, but this is missing or too short: {missing}. Write why you need it, when people are asked or where it comes from, so that you can tell them.",
      why: 'People may ask why you have a datum and where you got it. If nobody has written it down, nobody can answer.',
      next: 'Write a sentence of 15 characters or more in `why`. For what no form asks, add `when` and `source`, such as `system:crm`.',
      words: {
        copied: 'a `why` of its own (the same sentence stands at {count} entries)',
        label: 'a `why` that says more than the name',
      },
    },
    it: {
      title: 'Manca il perché o il momento della raccolta',
      message:
        '«{label}» ha una finalità, ma manca o è troppo breve: {missing}. Scrivi perché ti serve, quando si chiede o da dove viene, così puoi spiegarlo alle persone.',
      why: "Le persone possono chiedere perché hai un dato e da dove viene. Se nessuno l'ha scritto, nessuno sa rispondere.",
      next: 'Scrivi in `why` una frase di almeno 15 caratteri. Per ciò che nessun modulo chiede, aggiungi `when` e `source`, per esempio `system:crm`.',
      words: {
        copied: 'un `why` proprio (la stessa frase compare in {count} voci)',
        label: 'un `why` che dica più del nome',
      },
    },
  },
  examples: {
    bad: {
      declarations: 'contact_fields:\n  city: {purposes: [events], why: marketing}',
      items: [city],
      finds: ['contact_field:city'],
    },
    good: {
      declarations:
        'contact_fields:\n  city: {purposes: [events], why: Choose which of our two restaurants to invite to}\n  vat_code: {purposes: [orders], why: Printed on the invoice by law, source: [system:shop]}',
      items: [city, booking, question],
      uses: [{ from: 'form_field:Booking/city', how: 'collects', to: 'contact_field:city', at: 'form.field' }],
      finds: [],
    },
  },
  check: context =>
    datumGaps(context).map(({ entry, label, missing, count, place }) => ({
      subject: entry.identity,
      place,
      data: { label, missing, ...(count === undefined ? {} : { count }) },
    })),
});
