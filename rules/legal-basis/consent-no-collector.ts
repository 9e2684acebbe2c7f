import { placeOf } from '../../src/lint/forms/questions.js';
import { uncollectedConsents } from '../../src/lint/paths/collectors.js';
import { nameOfPurpose } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const CONSENT = 'use: message-marketing, legal_basis: consent, consent: {field: text_ok, collected_by';
const FIELD = { kind: 'contact_field', id: 44, key: 'text_ok', title: 'Text messages', type: 'boolean' } as const;
const CAMPAIGN = { kind: 'campaign', id: 1, key: 'All into text messages', published: true } as const;
const WRITES = {
  from: 'campaign:All into text messages',
  how: 'writes',
  to: 'contact_field:text_ok',
  at: 'campaign.event',
  id: 5,
  value: 'yes',
} as const;

export default rule({
  id: 'consent-no-collector',
  family: 'legal-basis',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['form', 'form_field'],
  also: ['page'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(11), 7(1)', kind: 'law' },
    { cite: 'CJEU C-61/19 Orange Romania', kind: 'law' },
  ],
  text: {
    en: {
      title: 'A consent for which nobody is asked',
      message:
        "The purpose '{purpose}' relies on consent, but nothing in Mautic asks people for it. Name in `collected_by` the form or page that asks (`offline:` for paper), or publish one.",
      why: 'A consent is what people did, not what a field says. Where nobody was asked, every yes that is stored comes from somewhere else.',
      next: 'Add a box to a form and let it fill the field of the consent; or name the place outside Mautic, with the proof that you keep.',
    },
    it: {
      title: 'Un consenso che nessuno chiede',
      message:
        'La finalità «{purpose}» si basa sul consenso, ma in Mautic nulla lo chiede alle persone. Indica in `collected_by` il modulo o la pagina che lo chiede (`offline:` se è su carta), oppure pubblica un modulo.',
      why: "Un consenso è ciò che una persona ha fatto, non ciò che dice un campo. Se nessuno l'ha chiesto, ogni sì registrato viene da altrove.",
      next: 'Aggiungi a un modulo una casella che compila il campo del consenso; oppure indica il luogo fuori da Mautic, con la prova che conservi.',
    },
  },
  examples: {
    bad: {
      declarations: `purposes:\n  offers: {${CONSENT}: [form:Text messages]}}`,
      items: [FIELD, CAMPAIGN],
      uses: [WRITES],
      finds: ['purpose:offers'],
    },
    good: { declarations: `purposes:\n  offers: {${CONSENT}: ["offline:trade fair"]}}`, items: [FIELD], finds: [] },
  },
  check: context =>
    uncollectedConsents(context).map(({ purpose, place, writers }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose) },
      related: writers.map(item => ({ subject: context.snapshot.reference(item), place: placeOf(context, item) })),
    })),
});
