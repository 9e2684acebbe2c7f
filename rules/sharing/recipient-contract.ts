import { rule } from '../../src/lint/rule.js';
import { recipientGaps } from '../../src/lint/sharing/contracts.js';

export default rule({
  id: 'recipient-contract',
  family: 'sharing',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 26, 28(3)', kind: 'law' }],
  text: {
    en: {
      title: 'Recipient without role or contract',
      message:
        "'{recipient}' gets people's data, but its entry lacks: {missing}. Ask your privacy contact and complete the entry under `recipients`.",
      why: 'Whoever gets the data can do with them what nobody has forbidden. A contract binds them to what people were told. That goes for the mail provider and for whoever hosts Mautic, too.',
      next: 'Write the `role`. A processor needs the contract in `contract`, a joint controller the arrangement; another controller needs the `legal_basis` of handing over.',
    },
    it: {
      title: 'Destinatario senza ruolo o contratto',
      message:
        '«{recipient}» riceve dati delle persone, ma nella sua voce manca: {missing}. Chiedi al referente privacy e completa la voce in `recipients`.',
      why: 'Chi riceve i dati può farne tutto ciò che nessuno gli ha vietato. Un contratto lo vincola a ciò che è stato detto alle persone. Vale anche per chi spedisce la posta e per chi ospita Mautic.',
      next: "Scrivi il ruolo in `role`. Un responsabile ha bisogno del contratto in `contract`, un contitolare dell'accordo; un altro titolare della base giuridica della comunicazione in `legal_basis`.",
    },
  },
  examples: {
    bad: {
      declarations: 'recipients:\n  mailhost: {name: Mail Relay GmbH, role: processor, country: DE}',
      finds: ['recipient:mailhost'],
    },
    good: {
      declarations:
        'recipients:\n  mailhost:\n    name: Mail Relay GmbH\n    role: processor\n    country: DE\n    contract: {document: "https://docs.aurora.example/relay.pdf", date: 2026-01-10}',
      finds: [],
    },
  },
  check: ({ declarations }) =>
    recipientGaps(declarations).map(({ recipient: { key, value }, place, missing }) => ({
      subject: `recipient:${key}`,
      place,
      data: { recipient: value.name, missing },
    })),
});
