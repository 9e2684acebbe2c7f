import { placeOf } from '../../src/lint/forms/questions.js';
import { relatedOn } from '../../src/lint/paths/related.js';
import { toldAs, unaskedForms } from '../../src/lint/paths/unasked.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = `purposes:
  downloads: {use: service-delivery, legal_basis: contract}
  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok, collected_by: [form:Menu as PDF]}}
forms:
  Menu as PDF: {purposes: [downloads]}
segments:
  newsletter: {purposes: [newsletter]}`;
const FORM = { kind: 'form', id: 1, key: 'Menu as PDF', published: true } as const;
const FIELD = { kind: 'contact_field', id: 44, key: 'newsletter_ok', title: 'Newsletter', type: 'boolean' } as const;
const ASKS = { type: 'checkboxgrp', title: 'Send me the monthly menu too (optional)', required: false } as const;
const BOX = { kind: 'form_field', id: 2, key: 'Menu as PDF/news', form: 'form:Menu as PDF', ...ASKS } as const;
const SEGMENT = { kind: 'segment', id: 1, key: 'newsletter', title: 'Newsletter', published: true, filter_rows: 0 } as const;
const ADDS = { from: 'form:Menu as PDF', how: 'adds', to: 'segment:newsletter', at: 'form.action', id: 1 } as const;
const COLLECTS = { from: 'form_field:Menu as PDF/news', how: 'collects', to: 'contact_field:newsletter_ok', at: 'form.field' } as const;

export default rule({
  id: 'list-without-consent',
  family: 'consent',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['form', 'form_field', 'segment', 'campaign', 'email'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(11), 6(1)(a), 7(2), 7(4)', kind: 'law' },
    { cite: 'ePrivacy Directive Art. 13(1)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'On a list without having asked for it',
      message:
        "[{detail}][Whoever fills in the form '{form}' ends up in '{item}' ({kind}) without having asked for it. Add an optional consent box; if the form only signs people up, declare `consent: submit`.]",
      words: {
        'other-purposes':
          "Whoever fills in the form '{form}' ends up in '{other_item}' ({kind}) without having asked for it: `consent: submit` does not count, since people press that button for {purposes}, too. Add an optional consent box, or make a form that only signs people up.",
        'not-named':
          "Whoever fills in the form '{form}' ends up in '{other_item}' ({kind}) without having asked for it: `consent: submit` does not count for {purposes}, since the form is not declared for that. Add it to its `purposes`, or an optional consent box to the form.",
      },
      why: 'People wanted a download, a table, an answer. Nobody asked them whether they also want your advertising, by the way that the places below show.',
      next: 'Ask with a box that fills the field of the consent, and let the campaign or the segment look at that field. A box that is there already: declare it with `role: consent` and its purpose.',
    },
    it: {
      title: 'In un elenco senza averlo chiesto',
      message:
        '[{detail}][Chi compila il modulo «{form}» finisce in «{item}» ({kind}) senza averlo chiesto. Aggiungi una casella di consenso facoltativa; se il modulo serve solo a iscriversi, dichiara `consent: submit`.]',
      words: {
        'other-purposes':
          'Chi compila il modulo «{form}» finisce in «{other_item}» ({kind}) senza averlo chiesto: `consent: submit` non vale, perché quel pulsante si preme anche per {purposes}. Aggiungi una casella di consenso facoltativa, oppure crea un modulo che serva solo a iscriversi.',
        'not-named':
          'Chi compila il modulo «{form}» finisce in «{other_item}» ({kind}) senza averlo chiesto: `consent: submit` non vale per {purposes}, perché il modulo non è dichiarato per questo. Aggiungilo alle sue `purposes`, oppure aggiungi al modulo una casella di consenso facoltativa.',
      },
      why: 'Le persone volevano un documento, un tavolo, una risposta. Nessuno ha chiesto loro se vogliono anche la tua pubblicità, che arriva per la strada indicata dai punti qui sotto.',
      next: 'Chiedilo con una casella che compila il campo del consenso, e fai controllare quel campo alla campagna o al segmento. Se la casella c’è già, dichiarala con `role: consent` e la sua finalità.',
    },
  },
  examples: {
    bad: { declarations: DECLARED, items: [FIELD, FORM, SEGMENT], uses: [ADDS], finds: ['form:Menu as PDF'] },
    good: { declarations: DECLARED, items: [FIELD, FORM, BOX, SEGMENT], uses: [ADDS, COLLECTS], finds: [] },
  },
  check: context =>
    unaskedForms(context).map(unasked => ({
      subject: context.snapshot.reference(unasked.form),
      place: placeOf(context, unasked.form),
      data: toldAs(unasked),
      related: relatedOn(unasked.path, context),
      key: context.snapshot.reference(unasked.item),
      ...(unasked.unclear ? { severity: 'warn' as const } : {}),
    })),
});
