import { nameOfPurpose } from '../../src/lint/policy.js';
import { softOptInGaps } from '../../src/lint/purposes/soft-opt-ins.js';
import { rule } from '../../src/lint/rule.js';

const declared = (more: string) =>
  `organisation: {countries: [IT]}\npurposes:\n  regulars:\n    use: email-marketing\n    legal_basis: soft-opt-in\n    soft_opt_in: {sale_context: Dinner in our place, own_similar: true, collected_by: [form:Order]${more}}`;
const FORM = { kind: 'form', id: 1, key: 'Order', published: true } as const;
const MAIL = { kind: 'form_field', id: 1, key: 'Order/email', form: 'form:Order', type: 'email', title: 'E-mail' } as const;
const NO_MAIL = { kind: 'form_field', id: 2, key: 'Order/no_mail', form: 'form:Order', type: 'checkboxgrp', title: 'No offers' } as const;

export default rule({
  id: 'soft-opt-in-scope',
  family: 'legal-basis',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['form_field', 'segment', 'email'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'ePrivacy Directive Art. 13(2)', kind: 'law' },
    { cite: 'CJEU C-654/23 Inteligo Media', kind: 'law' },
    { cite: 'Codice privacy (Italy) art. 130(4)', kind: 'law' },
    { cite: 'UWG (Germany) § 7(3), CPCE (France) art. L.34-5', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Soft opt-in beyond its limits',
      message:
        "E-mails to customers without consent are only for your own similar products, and only if people could refuse. Missing for '{purpose}': {missing}. Complete `soft_opt_in`, or ask for consent.",
      why: 'Nobody said yes to these messages. They are fair to people who bought from you, who expect more of the same, and who could say no at once and in each message.',
      next: 'Write down what was sold, put a box to refuse into the form where the address is given, and a link to unsubscribe into each e-mail.',
      words: {
        'opt-out': 'a visible way to say no where people give their address',
        exit: 'a way to unsubscribe in each e-mail',
        'own-contacts': 'addresses that people gave you themselves',
        channel: 'a law that allows it by {channels} ({country})',
      },
    },
    it: {
      title: 'Soft spam oltre i limiti',
      message:
        'Con il soft spam puoi scrivere ai clienti senza consenso solo per tuoi prodotti simili e se hanno potuto rifiutare. Per «{purpose}» manca: {missing}. Completa `soft_opt_in`, oppure chiedi il consenso.',
      why: 'A questi messaggi nessuno ha detto sì. Sono corretti verso chi ha comprato da te, si aspetta altro di simile e ha potuto dire di no subito e in ogni messaggio.',
      next: "Scrivi che cosa è stato venduto, metti nel modulo in cui si lascia l'indirizzo una casella per rifiutare, e in ogni e-mail un link per annullare l'iscrizione.",
      words: {
        'opt-out': "un modo visibile per dire di no dove le persone lasciano l'indirizzo",
        exit: "un modo per annullare l'iscrizione in ogni e-mail",
        'own-contacts': 'indirizzi che le persone ti hanno dato di persona',
        channel: 'una legge che lo permetta via {channels} ({country})',
      },
    },
  },
  examples: {
    bad: { declarations: declared(''), items: [FORM, MAIL], finds: ['purpose:regulars'] },
    good: {
      declarations: declared(', opt_out_at_collection: [form_field:Order/no_mail]'),
      items: [FORM, MAIL, NO_MAIL],
      finds: [],
    },
  },
  check: context =>
    softOptInGaps(context, context.kinds).map(({ purpose, place, missing, related, channels, country }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: {
        purpose: nameOfPurpose(purpose),
        missing,
        ...(channels === undefined ? {} : { channels }),
        ...(country === undefined ? {} : { country }),
      },
      related,
    })),
});
