import { placeOf } from '../../src/lint/forms/questions.js';
import { relatedOn } from '../../src/lint/paths/related.js';
import { nameOf, nameOfPurpose } from '../../src/lint/policy.js';
import { strayUses } from '../../src/lint/purposes/stray-uses.js';
import { rule } from '../../src/lint/rule.js';

const PURPOSES = `purposes:
  invoices: {use: service-delivery, legal_basis: contract, title: Invoices}
  offers: {use: email-marketing, legal_basis: consent, title: Offers near you}
emails:
  Offers near you: {purposes: [offers]}
contact_fields:`;
const CITY = { kind: 'contact_field', id: 44, key: 'invoice_city', title: 'City of the invoice', published: true } as const;
const EMAIL = { kind: 'email', id: 7, key: 'Offers near you', published: true } as const;
const CHOOSES = {
  from: 'email:Offers near you',
  how: 'filters',
  to: 'contact_field:invoice_city',
  at: 'content.filter',
  n: 1,
  group: 1,
} as const;

export default rule({
  id: 'use-outside-purpose',
  family: 'purpose',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['contact_field', 'company_field', 'campaign', 'email', 'page', 'dynamic_content', 'focus_item', 'text_message', 'webhook'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(b), 6(4)', kind: 'law' },
    { cite: 'CJEU C-77/21 Digi, 20 October 2022', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Datum used for something else',
      message:
        "You have '{field}' for {purposes}, but '{item}' ({kind}) uses it for {new_purposes}, which people don't expect. Take it out there, or add that purpose to its `purposes` and tell people first.",
      why: 'People answered for one reason. Using the answer for another takes them by surprise, and they never had the chance to say no.',
      next: 'Ask for what you really want to know, of those who want it; or write the new purpose down, tell people, and then begin.',
    },
    it: {
      title: 'Dato usato per altro',
      message:
        'Hai «{field}» per {purposes}, ma «{item}» ({kind}) lo usa per {new_purposes} e le persone non se lo aspettano. Toglilo da lì, oppure aggiungi la finalità alle sue `purposes` e prima informa le persone.',
      why: 'Le persone hanno risposto per un motivo. Usare la risposta per un altro le coglie di sorpresa, e non hanno mai potuto dire di no.',
      next: 'Chiedi ciò che vuoi davvero sapere, a chi lo desidera; oppure scrivi la nuova finalità, informa le persone, e solo dopo comincia.',
    },
  },
  examples: {
    bad: {
      declarations: `${PURPOSES}\n  invoice_city: {purposes: [invoices]}`,
      items: [CITY, EMAIL],
      uses: [CHOOSES],
      finds: ['contact_field:invoice_city'],
    },
    good: { declarations: `${PURPOSES}\n  invoice_city: {purposes: [invoices, offers]}`, items: [CITY, EMAIL], uses: [CHOOSES], finds: [] },
  },
  check: context =>
    strayUses(context).map(({ field, user, purposes, newPurposes }) => {
      const item = context.snapshot.reference(user);
      return {
        subject: context.snapshot.reference(field),
        place: placeOf(context, field),
        data: {
          field: { label: nameOf(field), alias: field.key },
          purposes: purposes.map(nameOfPurpose),
          item: nameOf(user),
          kind: user.kind,
          new_purposes: newPurposes.map(nameOfPurpose),
        },
        related: relatedOn([item], context),
        key: item,
      };
    }),
});
