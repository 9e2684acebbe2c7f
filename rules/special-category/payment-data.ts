import { rule } from '../../src/lint/rule.js';
import { datumFinding, openData, severityBy } from '../../src/lint/special/open-data.js';
import { holdsNumber } from '../../src/mautic/question-types.js';

const FORM = { kind: 'form', id: 8, key: 'Donate', published: true } as const;
const QUESTION = { kind: 'form_field', id: 71, key: 'Donate/iban', form: 'form:Donate', type: 'text', title: 'IBAN' } as const;

export default rule({
  id: 'payment-data',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c), (f), 32', kind: 'law' },
    { cite: 'PCI DSS (no card verification code after the payment)', kind: 'practice' },
  ],
  text: {
    en: {
      title: 'Bank or card details',
      message:
        "'{label}' looks like bank or card details. If they leak, people can lose money. Remove it and leave payments to your payment service; if it only sounds so, explain in `not_special`.",
      why: 'Everybody who can open a contact or an export could pay with it. A payment service keeps such numbers where no colleague sees them.',
      next: 'Put a link to the payment service in place of the question, and delete the numbers that Mautic has, in the contacts and in the results of the form.',
    },
    it: {
      title: 'Dati bancari o della carta',
      message:
        "«{label}» sembra contenere dati bancari o della carta. Se trapelano, le persone possono perdere denaro. Toglilo e lascia i pagamenti al servizio che li gestisce; se è solo un'impressione, spiegalo in `not_special`.",
      why: 'Chiunque apra un contatto o un file esportato potrebbe pagare con quei numeri. Un servizio di pagamento li tiene dove nessun collega li vede.',
      next: 'Al posto della domanda metti il link al servizio di pagamento e cancella i numeri che sono in Mautic, nei contatti e nei risultati del modulo.',
    },
  },
  examples: {
    bad: { declarations: '', items: [FORM, QUESTION], finds: ['form_field:Donate/iban'] },
    good: { declarations: '', items: [FORM, { ...QUESTION, key: 'Donate/amount', title: 'Amount' }], finds: [] },
  },
  check: context =>
    openData(context, new Set(['payment']), ({ item }) => !holdsNumber(item)).map(({ datum, tellings: [telling] }) => ({
      ...datumFinding(context, datum, telling),
      ...severityBy(telling, context.preset),
    })),
});
