import { rule } from '../../src/lint/rule.js';
import { isAllowed } from '../../src/lint/special/answers.js';
import { SPECIAL } from '../../src/lint/special/categories.js';
import { datumFinding, openData, severityBy } from '../../src/lint/special/open-data.js';

const EVENING = 'purposes:\n  evenings: {use: service-delivery, legal_basis: contract}\n';
const FORM = { kind: 'form', id: 3, key: 'Table', published: true } as const;
const QUESTION = {
  kind: 'form_field',
  id: 21,
  key: 'Table/kitchen',
  form: 'form:Table',
  type: 'checkboxgrp',
  title: 'For the kitchen',
} as const;
const FIELD = { kind: 'contact_field', id: 44, key: 'kitchen', title: 'For the kitchen', type: 'multiselect', published: true } as const;
const OPTIONS = [
  { value: 'vegetarian', label: 'Vegetarian' },
  { value: 'coeliac', label: 'Coeliac' },
];
const COLLECTS = [{ from: 'form_field:Table/kitchen', how: 'collects', to: 'contact_field:kitchen', at: 'form.field' } as const];

export default rule({
  id: 'special-field',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 9(1), 9(2)(a)', kind: 'law' },
    { cite: 'CJEU C-184/20 OT, 1 August 2022', kind: 'law' },
    { cite: 'CJEU C-21/23 Lindenapotheke, 4 October 2024', kind: 'law' },
    { cite: 'Codice privacy (Italy) art. 2-septies', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Sensitive data in a field or question',
      message:
        "'{label}' can reveal something about {category}, for which people normally have to agree explicitly. Remove it, or declare `special` with its `condition`; if it only sounds so, explain in `not_special`.",
      why: 'Health, faith, politics, union, sexuality, origin: what others know about them can cost people a job or a friend. A hint is enough, such as what somebody does not eat.',
      next: 'Ask whether the answer is needed at all. If so, keep it out of the profile, delete it soon, ask for an explicit yes, and write down `special` with its categories and the condition that allows it.',
    },
    it: {
      title: 'Dati sensibili in un campo o in una domanda',
      message:
        "«{label}» può rivelare qualcosa in tema di {category}: di norma serve il consenso esplicito della persona. Toglilo, oppure dichiara `special` con `condition`; se è solo un'impressione, spiegalo in `not_special`.",
      why: 'Salute, fede, politica, sindacato, sessualità, origine: ciò che gli altri ne sanno può costare a una persona un lavoro o un amico. Basta un indizio, per esempio ciò che non mangia.',
      next: 'Chiediti se la risposta serve davvero. In tal caso tienila fuori dal profilo, cancellala presto, chiedi un sì esplicito e dichiara `special` con le categorie e la condizione che lo consente.',
    },
  },
  examples: {
    bad: {
      declarations: `${EVENING}contact_fields:\n  kitchen: {purposes: [evenings]}\nforms:\n  Table: {purposes: [evenings], fields: {kitchen: {}}}`,
      items: [{ ...FIELD, options: OPTIONS }, FORM, { ...QUESTION, options: OPTIONS }],
      uses: COLLECTS,
      finds: ['contact_field:kitchen'],
    },
    good: {
      declarations: `${EVENING}forms:\n  Table:\n    purposes: [evenings]\n    results_retention: P1M\n    fields:\n      kitchen: {special: {categories: [health], condition: explicit-consent}}`,
      items: [FORM, { ...QUESTION, options: OPTIONS }],
      finds: [],
    },
  },
  check: context =>
    openData(context, SPECIAL, telling => isAllowed(telling, telling.category, telling.strength)).flatMap(({ datum, tellings }) =>
      tellings.map(telling => ({
        ...datumFinding(context, datum, telling, { category: telling.category }),
        key: telling.category,
        ...severityBy(telling, context.preset),
      })),
    ),
});
