import { forcedConsents } from '../../src/lint/consent/forced.js';
import { labelOf, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = `purposes:
  contest: {use: service-delivery, legal_basis: contract}
  offers: {use: email-marketing, legal_basis: consent, consent: {field: offers_ok}}
forms:
  Contest: {purposes: [contest]}`;
const FORM = { kind: 'form', id: 1, key: 'Contest', published: true } as const;
const FIELD = { kind: 'contact_field', id: 44, key: 'offers_ok', title: 'Offers', type: 'boolean' } as const;
const BOX = {
  kind: 'form_field',
  id: 3,
  key: 'Contest/offers',
  form: 'form:Contest',
  type: 'checkboxgrp',
  title: 'I agree to receive offers',
} as const;
const OPTIONS = [{ value: '1', label: 'Yes' } as const];
const COLLECTS = [{ from: 'form_field:Contest/offers', how: 'collects', to: 'contact_field:offers_ok', at: 'form.field' } as const];

export default rule({
  id: 'consent-forced',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 7(4), recital 43', kind: 'law' },
    { cite: 'CJEU C-61/19 Orange Romania', kind: 'law' },
    { cite: 'EDPB Guidelines 05/2020 on consent', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Consent that must be given',
      message:
        "The consent '{label}' in the form '{form}' is compulsory. If people can't say no, their yes does not count. Make it optional; if it is no consent, declare `role: terms` or `role: notice-ack`.",
      why: 'People pay with a yes for something else they came for. Nobody knows which of them wanted your messages.',
      next: 'Open the question in the form and switch off "required".',
    },
    it: {
      title: 'Consenso obbligatorio',
      message:
        'Il consenso «{label}» nel modulo «{form}» è obbligatorio. Se non si può dire di no, il sì non vale. Rendilo facoltativo; se non è un consenso, dichiara `role: terms` o `role: notice-ack`.',
      why: 'Le persone pagano con un sì qualcosa per cui erano venute. Nessuno sa chi di loro voleva davvero i tuoi messaggi.',
      next: 'Apri la domanda nel modulo e togli «obbligatorio».',
    },
  },
  examples: {
    bad: {
      declarations: DECLARED,
      items: [FIELD, FORM, { ...BOX, options: OPTIONS, required: true }],
      uses: COLLECTS,
      finds: ['form_field:Contest/offers'],
    },
    good: { declarations: DECLARED, items: [FIELD, FORM, { ...BOX, options: OPTIONS, required: false }], uses: COLLECTS, finds: [] },
  },
  check: context =>
    forcedConsents(context).map(({ field, form, reference, certain }) => ({
      subject: reference,
      place: placeOf(context, field),
      data: { label: labelOf(field), form: nameOf(form) },
      ...(certain ? {} : { severity: 'warn' }),
    })),
});
