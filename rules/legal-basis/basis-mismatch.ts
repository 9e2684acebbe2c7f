import { fittingDoubts } from '../../src/lint/purposes/basis-doubts.js';
import { reasonWords } from '../../src/lint/purposes/vocabulary.js';
import { rule } from '../../src/lint/rule.js';

const special = {
  en: {
    'special-data':
      "The legal basis '{basis}' does not carry sensitive data such as '{item}' for the purpose '{purpose}': they need an explicit yes. Name the field that holds it in `special.consent`, or another ground in `special.condition`.",
    'special-consent':
      "'{item}' is kept on an explicit yes, and nothing says where that stands. Name the field that holds it in `special.consent`: `consent: {field: ALIAS}`.",
  },
  it: {
    'special-data':
      'La base giuridica «{basis}» non regge dati sensibili come «{item}» per la finalità «{purpose}»: serve un sì esplicito. Indica in `special.consent` il campo che lo conserva, oppure un altro motivo in `special.condition`.',
    'special-consent':
      '«{item}» si conserva in base a un sì esplicito, ma non è scritto dove si trova. Indica in `special.consent` il campo che lo conserva: `consent: {field: ALIAS}`.',
  },
};

export default rule({
  id: 'basis-mismatch',
  family: 'legal-basis',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 6(1)(b)', kind: 'law' },
    { cite: 'GDPR Art. 9(2)(a)', kind: 'law' },
    { cite: 'ePrivacy Directive Art. 5(3), 13(1)', kind: 'law' },
    { cite: 'CJEU C-252/21 Meta v Bundeskartellamt', kind: 'law' },
    { cite: 'CJEU C-394/23 Mousse', kind: 'law' },
    { cite: 'EDPB Guidelines 2/2019', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Legal basis that cannot carry the purpose',
      message:
        "[{detail}][The legal basis '{basis}' does not fit the purpose '{purpose}': {reason}. Choose another `legal_basis`; if it holds under conditions, describe them in `basis_note`.]",
      why: 'On the wrong basis people lose a choice that is theirs: to be asked first, or to say no.',
      next: 'Look up what usually carries such a purpose, and talk to your privacy contact. A basis that holds under conditions needs a sentence of 20 characters or more in `basis_note`.',
      words: { ...reasonWords('en'), ...special.en },
    },
    it: {
      title: 'Base giuridica inadatta alla finalità',
      message:
        "[{detail}][La base giuridica «{basis}» non è adatta alla finalità «{purpose}»: {reason}. Scegli un'altra `legal_basis`; se vale a certe condizioni, descrivile in `basis_note`.]",
      why: 'Con la base sbagliata le persone perdono una scelta che spetta a loro: decidere prima, o dire di no.',
      next: 'Guarda quale base regge di solito una finalità simile e parlane con il referente privacy. Una base che vale a certe condizioni richiede in `basis_note` una frase di almeno 20 caratteri.',
      words: { ...reasonWords('it'), ...special.it },
    },
  },
  examples: {
    bad: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing, legal_basis: contract}\n  statistics: {use: web-tracking, legal_basis: legitimate-interests}',
      finds: ['purpose:newsletter', 'purpose:statistics'],
    },
    good: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent}\n  menu-customers: {use: email-marketing, legal_basis: soft-opt-in}\n  leads: {use: lead-scoring, legal_basis: legitimate-interests, basis_note: Business contacts only and no tracking feeds it}',
      finds: [],
    },
  },
  check: context =>
    fittingDoubts(context).map(({ subject, place, basis, purpose, doubt, item }) => ({
      subject,
      place,
      key: basis,
      data: {
        basis,
        purpose,
        ...(item === undefined ? { reason: doubt.reason } : { detail: doubt.reason, item }),
        ...(doubt.country === undefined ? {} : { country: doubt.country }),
      },
      ...(doubt.fit === 'condition' ? { severity: 'warn' as const } : {}),
    })),
});
