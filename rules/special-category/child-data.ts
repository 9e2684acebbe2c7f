import { rule } from '../../src/lint/rule.js';
import { says } from '../../src/lint/special/answers.js';
import { isSure } from '../../src/lint/special/datum-texts.js';
import { datumFinding, ends, openData } from '../../src/lint/special/open-data.js';

const BOOKINGS = `purposes:
  vouchers: {use: email-marketing, legal_basis: consent, retention: {period: P24M, from: last-action}}
  bookings: {use: service-delivery, legal_basis: contract, retention: {period: P1M, from: event-date}}
`;
const FIELD = {
  kind: 'contact_field',
  id: 66,
  key: 'child_birthday',
  title: "Your child's birthday",
  type: 'date',
  published: true,
} as const;
const FORM = { kind: 'form', id: 9, key: 'Table', published: true } as const;
const QUESTION = {
  kind: 'form_field',
  id: 81,
  key: 'Table/kids',
  form: 'form:Table',
  type: 'radiogrp',
  title: 'Are you bringing children?',
} as const;

export default rule({
  id: 'child-data',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR recital 38, Art. 6(1)(f), 25', kind: 'law' }],
  text: {
    en: {
      title: 'Data about children',
      message:
        "'{label}' is about children, who need more protection. Remove it, or declare in `about_children` whose children they are, `why` you need it and a short `retention`.",
      why: 'Children did not choose to be in your list, and do not know what it may mean for them one day. Their parents think of one visit, not of a profile.',
      next: 'Ask for what the visit needs and no more (yes or no, not names and birthdays), keep it with the booking, and delete it afterwards.',
    },
    it: {
      title: 'Dati di bambini',
      message:
        '«{label}» riguarda dei bambini, che vanno protetti di più. Toglilo, oppure dichiara in `about_children` di chi sono figli, in `why` perché ti serve e una `retention` breve.',
      why: 'I bambini non hanno scelto di stare nella tua lista e non sanno che cosa potrà significare per loro. I genitori pensano a una visita, non a un profilo.',
      next: 'Chiedi solo ciò che serve per la visita (sì o no, non nomi e compleanni), tienilo con la prenotazione e poi cancellalo.',
    },
  },
  examples: {
    bad: {
      declarations: `${BOOKINGS}contact_fields:\n  child_birthday: {purposes: [vouchers]}`,
      items: [FIELD],
      finds: ['contact_field:child_birthday'],
    },
    good: {
      declarations: `${BOOKINGS}forms:\n  Table:\n    purposes: [bookings]\n    results_retention: P1M\n    fields:\n      kids: {about_children: Guests of one evening, why: Whether to keep a high chair at the table}`,
      items: [FORM, QUESTION],
      finds: [],
    },
  },
  check: context =>
    openData(
      context,
      new Set(['children']),
      (telling, datum) => !isSure(telling) || (says(telling, 'about_children') && says(telling, 'why') && ends(context, telling, datum)),
    ).map(({ datum, tellings: [telling] }) => datumFinding(context, datum, telling)),
});
