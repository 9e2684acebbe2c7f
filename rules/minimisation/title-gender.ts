import { labelOf, placeOf } from '../../src/lint/forms/questions.js';
import { titleData } from '../../src/lint/forms/titles.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const NEWSLETTER = 'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent}\nforms:\n  Newsletter: {purposes: [newsletter]}';
const FORM = { kind: 'form', id: 1, key: 'Newsletter', published: true } as const;
const TITLE = { kind: 'contact_field', id: 1, key: 'title', title: 'Title', type: 'lookup', published: true } as const;
const QUESTION = { kind: 'form_field', id: 2, key: 'Newsletter/title', form: 'form:Newsletter', type: 'select', title: 'Mr/Mrs' } as const;
const COLLECTS = [{ from: 'form_field:Newsletter/title', how: 'collects', to: 'contact_field:title', at: 'form.field' } as const];

export default rule({
  id: 'title-gender',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'CJEU C-394/23 Mousse, 9 January 2025', kind: 'law' },
    { cite: "Conseil d'État, 31 July 2025", kind: 'law' },
    { cite: 'GDPR Art. 5(1)(c), 6(1)(b), (f)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Title or gender for a polite greeting',
      message:
        "'{label}' asks for a title or gender, which a polite greeting does not need (EU Court, C-394/23). Drop it and greet by name; if a law asks for it, name the law in `law`.",
      why: 'People must place themselves in one of two groups only to read a letter. A greeting by name is as polite.',
      next: 'Take the question off the forms, greet with `{contactfield=firstname}`, and empty the field.',
    },
    it: {
      title: 'Appellativo o genere per un saluto cortese',
      message:
        "«{label}» chiede l'appellativo (Sig., Sig.ra) o il genere, che per un saluto cortese non servono (Corte UE, C-394/23). Togli questo dato e saluta per nome; se lo richiede una legge, indicala in `law`.",
      why: 'Le persone devono mettersi in uno di due gruppi solo per leggere una lettera. Un saluto per nome è altrettanto cortese.',
      next: 'Togli la domanda dai moduli, saluta con `{contactfield=firstname}` e svuota il campo.',
    },
  },
  examples: {
    bad: {
      declarations: NEWSLETTER,
      items: [TITLE, FORM, { ...QUESTION, required: true }],
      uses: COLLECTS,
      finds: ['contact_field:title'],
    },
    good: { declarations: NEWSLETTER, items: [TITLE, FORM], finds: [] },
  },
  check: context =>
    titleData(context)
      .filter(({ item }) => context.kinds.has(item.kind))
      .map(({ item, certain, heavy }) => ({
        subject: context.snapshot.reference(item),
        place: placeOf(context, item),
        data: { label: item.kind === 'form_field' ? labelOf(item) : nameOf(item) },
        ...(certain && heavy ? { severity: 'error' } : {}),
      })),
});
