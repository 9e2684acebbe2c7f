import { rule } from '../../src/lint/rule.js';
import { datumFinding } from '../../src/lint/special/open-data.js';
import { openTexts } from '../../src/lint/special/open-texts.js';

const PURPOSES = `purposes:
  requests: {use: enquiry-handling, legal_basis: contract, retention: {period: P6M, from: collected}}
`;
const NOTES = { kind: 'contact_field', id: 47, key: 'notes', title: 'Notes', type: 'textarea', published: true } as const;
const FORM = { kind: 'form', id: 5, key: 'Contact', published: true } as const;
const MESSAGE = {
  kind: 'form_field',
  id: 31,
  key: 'Contact/message',
  form: 'form:Contact',
  type: 'textarea',
  title: 'Message',
  saved: true,
} as const;

export default rule({
  id: 'free-text',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'warn', strict: 'warn' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c), 9', kind: 'law' },
    { cite: 'CNIL, note fields and comments, 28 February 2019', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Text field for anything',
      message:
        "In '{label}' people or colleagues can write anything, even about health. Offer choices; or put a warning next to it, declare it in `free_text` and set a short `retention`.",
      why: 'Sooner or later somebody writes an illness, a quarrel or an insult there. Nobody looks for it, nobody deletes it, and the person may ask to read it.',
      next: 'Give people answers to choose from. Keep a message in the results of its form and delete it when the matter is done; do not put it into the profile.',
    },
    it: {
      title: 'Campo di testo per qualsiasi cosa',
      message:
        'In «{label}» le persone o i colleghi possono scrivere di tutto, anche sulla salute. Proponi delle scelte; oppure metti un avviso accanto, dichiaralo in `free_text` e indica una `retention` breve.',
      why: 'Prima o poi qualcuno ci scrive una malattia, una lite o un insulto. Nessuno lo cerca, nessuno lo cancella, e la persona può chiedere di leggerlo.',
      next: 'Proponi risposte tra cui scegliere. Tieni il messaggio nei risultati del modulo e cancellalo quando la questione è chiusa; non metterlo nel profilo.',
    },
  },
  examples: {
    bad: {
      declarations: `${PURPOSES}contact_fields:\n  notes: {purposes: [requests], why: What colleagues remember of a call}`,
      items: [NOTES],
      finds: ['contact_field:notes'],
    },
    good: {
      declarations: `${PURPOSES}forms:\n  Contact: {purposes: [requests], results_retention: P6M, fields: {message: {}}}`,
      items: [FORM, MESSAGE],
      finds: [],
    },
  },
  check: context =>
    openTexts(context)
      .filter(({ datum }) => context.kinds.has(datum.item.kind))
      .map(({ datum, part }) => datumFinding(context, datum, part)),
});
