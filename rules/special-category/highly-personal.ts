import { rule } from '../../src/lint/rule.js';
import { says } from '../../src/lint/special/answers.js';
import { HIGHLY_PERSONAL } from '../../src/lint/special/categories.js';
import { isSure } from '../../src/lint/special/datum-texts.js';
import { datumFinding, openData } from '../../src/lint/special/open-data.js';

const FIELD = {
  kind: 'contact_field',
  id: 58,
  key: 'household_income',
  title: 'Household income',
  type: 'number',
  published: true,
} as const;

export default rule({
  id: 'highly-personal',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c)', kind: 'law' },
    { cite: 'WP248 rev.01, criterion 4', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Data that most people keep to themselves',
      message:
        "Most people consider '{label}' private. Ask for something rougher or remove it; if you need exactly this, explain it in `why`.",
      why: 'What somebody earns or owes, where they are, whom they live with, whether they may stay in a country: people tell it to few, and expect it to be used for little.',
      next: 'Ask for a range, a region, an interest: mostly that is enough. If it is not, write in `why` what depends on the exact value, and let it end soon.',
    },
    it: {
      title: 'Dati che molti tengono per sé',
      message:
        '«{label}» è un dato che per molti è privato. Chiedi qualcosa di più generico o toglilo; se ti serve proprio questo, spiegalo in `why`.',
      why: 'Quanto una persona guadagna o deve, dove si trova, con chi vive, se può restare in un Paese: lo si dice a pochi, e ci si aspetta che serva a poco.',
      next: 'Chiedi una fascia, una zona, un interesse: di solito basta. Altrimenti spiega in `why` che cosa dipende dal valore esatto, e conservalo per poco.',
    },
  },
  examples: {
    bad: { declarations: 'contact_fields:\n  household_income: {purposes: []}', items: [FIELD], finds: ['contact_field:household_income'] },
    good: { declarations: '', items: [{ ...FIELD, key: 'price_band_interest', title: 'Price band', type: 'select' }], finds: [] },
  },
  check: context =>
    openData(context, HIGHLY_PERSONAL, telling => !isSure(telling) || says(telling, 'why')).map(({ datum, tellings: [telling] }) =>
      datumFinding(context, datum, telling),
    ),
});
