import { recordGaps } from '../../src/lint/declared/record-gaps.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'ropa-complete',
  family: 'hygiene',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 30(1), (5)', kind: 'law' }],
  text: {
    en: {
      title: 'Gaps in the record of processing',
      message:
        "The record of processing is where people's data is accounted for; for '{item}' ({kind}) it lacks: {missing}. Add it; if you keep the record elsewhere, name it in `organisation.record`.",
      why: 'The record shows at a glance whose data you hold, what for and who gets it. A gap in it is a question that nobody can answer.',
      next: 'Fill in the keys. `recipients: []` says that nobody gets the data.',
      words: { data_category: '`data_category` at its fields' },
    },
    it: {
      title: 'Lacune nel registro dei trattamenti',
      message:
        'Il registro dei trattamenti rende conto dei dati delle persone; per «{item}» ({kind}) manca: {missing}. Completa la voce; se tieni il registro altrove, indicalo in `organisation.record`.',
      why: "Il registro mostra a colpo d'occhio di chi sono i dati, a che cosa servono e chi li riceve. Una lacuna è una domanda a cui nessuno sa rispondere.",
      next: 'Completa le chiavi. `recipients: []` significa che nessuno riceve i dati.',
      words: { data_category: '`data_category` nei suoi campi' },
    },
  },
  examples: {
    bad: {
      declarations: 'organisation: {name: Pizzeria Aurora srl}\npurposes:\n  newsletter: {use: email-marketing, legal_basis: consent}',
      finds: ['organisation', 'purpose:newsletter'],
    },
    good: {
      declarations:
        'organisation:\n  name: Pizzeria Aurora srl\n  contact: privacy@aurora.example\n  countries: [IT]\n  security_measures: {access: Two people have a login}\npurposes:\n  newsletter: {use: email-marketing, legal_basis: consent, subjects: [customer], recipients: []}\ncontact_fields:\n  email: {purposes: [newsletter]}',
      finds: [],
    },
  },
  check: ({ declarations }) =>
    recordGaps(declarations).map(({ subject, place, item, kind, missing }) => ({ subject, place, data: { item, kind, missing } })),
});
