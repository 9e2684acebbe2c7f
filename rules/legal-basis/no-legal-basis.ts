import { toldBy, valueAt } from '../../src/lint/places.js';
import { basesOf } from '../../src/lint/purposes/legal-bases.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'no-legal-basis',
  family: 'legal-basis',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(a)', kind: 'law' },
    { cite: 'GDPR Art. 6(1)', kind: 'law' },
    { cite: 'GDPR Art. 13(1)(c)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Purpose without a legal basis',
      message:
        "The purpose '{purpose}' has no legal basis, so people can't be told by what right you use their data. Ask your privacy contact which one applies and write it in `legal_basis`.",
      why: 'The legal basis decides what people can do: take back a yes, object, or ask for a copy. Without it, nobody can tell them.',
      next: 'Ask your privacy contact, and write one of: consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests, soft-opt-in.',
    },
    it: {
      title: 'Finalità senza base giuridica',
      message:
        'La finalità «{purpose}» non ha una base giuridica: non puoi dire alle persone a che titolo usi i loro dati. Chiedi al referente privacy quale si applica e scrivila in `legal_basis`.',
      why: 'Dalla base giuridica dipende che cosa possono fare le persone: ritirare un sì, opporsi, chiedere una copia. Senza, nessuno può dirglielo.',
      next: 'Chiedi al referente privacy e scrivi una di queste: consent, contract, legal-obligation, vital-interests, public-task, legitimate-interests, soft-opt-in.',
    },
  },
  examples: {
    bad: {
      declarations: 'purposes:\n  newsletter: {use: email-marketing, description: Send the monthly menu to people who asked for it}',
      finds: ['purpose:newsletter'],
    },
    good: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing, description: Send the monthly menu to people who asked for it, legal_basis: consent}',
      finds: [],
    },
  },
  check: ({ declarations }) => {
    const told = toldBy(declarations);
    return [...declarations.purposes.values()].flatMap(({ key, value, place }) => {
      if (place === null || basesOf(value.legal_basis).length > 0 || told.has(place, 'legal_basis')) return [];
      const at = value.legal_basis === undefined ? place : valueAt(place, 'legal_basis');
      return [{ subject: `purpose:${key}`, place: at, data: { purpose: value.title ?? key } }];
    });
  },
});
