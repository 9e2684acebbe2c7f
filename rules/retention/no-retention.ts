import { retentionGaps } from '../../src/lint/retention/gaps.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'no-retention',
  family: 'retention',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(e)', kind: 'law' },
    { cite: 'GDPR Art. 13(2)(a)', kind: 'law' },
    { cite: 'GDPR Art. 30(1)(f)', kind: 'law' },
    { cite: 'GDPR recital 39', kind: 'law' },
  ],
  text: {
    en: {
      title: 'No date of deletion',
      message:
        "For '{item}' ({kind}) nothing says when the data will be deleted, so it stays for ever. Declare `{key}` with `period` and `from`, what starts the clock.",
      why: 'People have a right to know how long their data stays. What has no end is still there when everybody has forgotten it.',
      next: 'Agree on the longest time you need, such as `{period: P24M, from: last-action}`. Where no fixed time fits, describe in `criteria` (30 characters or more) how the end is decided.',
    },
    it: {
      title: 'Nessuna scadenza per i dati',
      message:
        'Per «{item}» ({kind}) non è scritto quando si cancellano i dati, che così restano per sempre. Dichiara `{key}` con `period` e `from` (da quando si conta).',
      why: 'Le persone hanno diritto di sapere per quanto tempo restano i loro dati. Ciò che non ha una fine resta anche quando tutti se ne sono dimenticati.',
      next: 'Concorda il tempo massimo che ti serve, per esempio `{period: P24M, from: last-action}`. Se nessun periodo fisso va bene, descrivi in `criteria` (almeno 30 caratteri) come si decide la fine.',
    },
  },
  examples: {
    bad: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent}\nforms:\n  Newsletter: {purposes: [newsletter]}\ntracking:\n  website: {purposes: [newsletter]}',
      finds: ['purpose:newsletter', 'form:Newsletter', 'tracking:website'],
    },
    good: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent, retention: {period: P24M, from: last-action}}\nforms:\n  Newsletter: {purposes: [newsletter], results_retention: P24M}\ntags:\n  evt-2026: {purposes: [newsletter]}\ntracking:\n  website: {purposes: [newsletter], visitor_retention: P1M}',
      finds: [],
    },
  },
  check: context =>
    retentionGaps(context).map(({ subject, place, item, kind, key }) => ({ subject, place, key, data: { item, kind, key } })),
});
