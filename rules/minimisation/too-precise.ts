import { nameOfPurpose } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { datumFinding } from '../../src/lint/special/open-data.js';
import { tooPrecise } from '../../src/lint/special/precision.js';

const VOUCHER = `purposes:
  birthday: {use: email-marketing, title: Birthday voucher, legal_basis: consent}
contact_fields:
`;
const FIELD = { kind: 'contact_field', id: 63, key: 'date_of_birth', title: 'Date of birth', type: 'date', published: true } as const;

export default rule({
  id: 'too-precise',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c)', kind: 'law' },
    { cite: 'EDPB Guidelines 4/2019', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'More precise than needed',
      message:
        "'{label}' holds {precise}; for '{purpose}', {coarse} would do. Ask for less, or explain in `precision_reason` why you need more.",
      why: 'The exact value tells one person from all others, and opens accounts elsewhere. The rough one says what you need, and is worth little to a thief.',
      next: 'Make a field for the rough value, fill it from the exact one, and delete the exact one; change the question on the forms.',
      words: {
        'birth-date': 'the full date of birth',
        street: 'the street address',
        postcode: 'the whole postcode',
        coordinates: 'the exact position',
        month: 'the month',
        'age-band': 'an age band',
        town: 'the town',
        region: 'the region',
      },
    },
    it: {
      title: 'Più preciso del necessario',
      message:
        '«{label}» contiene {precise}; per «{purpose}» basterebbe {coarse}. Chiedi meno, oppure spiega in `precision_reason` perché ti serve di più.',
      why: 'Il valore esatto distingue una persona da tutte le altre e apre account altrove. Quello approssimato dice ciò che ti serve, e a un ladro vale poco.',
      next: 'Crea un campo per il valore approssimato, riempilo a partire da quello esatto e cancella quello esatto; cambia la domanda nei moduli.',
      words: {
        'birth-date': 'la data di nascita completa',
        street: "l'indirizzo con la via",
        postcode: 'il codice postale completo',
        coordinates: 'la posizione esatta',
        month: 'il mese',
        'age-band': "una fascia d'età",
        town: 'la città',
        region: 'la regione',
      },
    },
  },
  examples: {
    bad: { declarations: `${VOUCHER}  date_of_birth: {purposes: [birthday]}`, items: [FIELD], finds: ['contact_field:date_of_birth'] },
    good: {
      declarations: `${VOUCHER}  birth_month: {purposes: [birthday]}`,
      items: [{ ...FIELD, key: 'birth_month', title: 'Month of birth', type: 'select' }],
      finds: [],
    },
  },
  check: context =>
    tooPrecise(context)
      .filter(({ datum }) => context.kinds.has(datum.item.kind))
      .map(({ datum, part, precise, coarse, purpose }) =>
        datumFinding(context, datum, part, { precise, coarse, purpose: nameOfPurpose(purpose) }),
      ),
});
