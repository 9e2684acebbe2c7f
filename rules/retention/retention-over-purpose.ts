import { daysOf } from '../../src/declarations/periods.js';
import { valueAt } from '../../src/lint/places.js';
import { purposesIn } from '../../src/lint/policy.js';
import { longestPeriod } from '../../src/lint/retention/retentions.js';
import { rule } from '../../src/lint/rule.js';

const purposes = 'purposes:\n  events: {use: service-delivery, legal_basis: contract, retention: {period: P6M, from: event-date}}\n';

export default rule({
  id: 'retention-over-purpose',
  family: 'retention',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'unsafe',
  law: [
    { cite: 'GDPR Art. 5(1)(e)', kind: 'law' },
    { cite: 'GDPR Art. 17(1)(a)', kind: 'law' },
    { cite: 'CJEU C-77/21 Digi', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Kept longer than any purpose needs it',
      message:
        "'{item}' ({kind}) is kept for {period}, but no purpose needs it after {limit}. Shorten its `retention`, or add the purpose that needs it longer.",
      why: 'When the purpose is over, people have a right to have the datum deleted. Kept longer, it serves nobody but whoever steals it.',
      next: 'Shorten the period. If a claim may still come, add the purpose `legal-claims` with a period of its own.',
    },
    it: {
      title: 'Conservato più a lungo di quanto serva',
      message:
        '«{item}» ({kind}) si conserva per {period}, ma dopo {limit} non serve più a nessuna finalità. Riduci la sua `retention`, oppure aggiungi la finalità che la richiede più a lungo.',
      why: 'Finita la finalità, le persone hanno diritto alla cancellazione del dato. Conservato oltre, serve solo a chi lo ruba.',
      next: 'Riduci il periodo. Se può ancora nascere una controversia, aggiungi la finalità `legal-claims` con un periodo proprio.',
    },
  },
  examples: {
    bad: {
      declarations: `${purposes}contact_fields:\n  event_seat: {purposes: [events], retention: P5Y}`,
      finds: ['contact_field:event_seat'],
    },
    good: {
      declarations: `${purposes}contact_fields:\n  event_seat: {purposes: [events], retention: P6M}`,
      finds: [],
    },
  },
  check: ({ declarations, policy, indexes }) =>
    indexes.retentions.flatMap(({ subject, name, kind, key, value, whole: { period }, entry, item }) => {
      if (item === undefined || key !== 'retention') return [];
      const days = period === undefined ? undefined : daysOf(period);
      const keys = purposesIn(policy.standingOf(item));
      const limit = longestPeriod(keys.map(purpose => declarations.purposes.get(purpose)));
      if (period === undefined || days === undefined || limit === undefined || days <= limit.days) return [];
      const place = typeof value === 'string' ? valueAt(entry, 'retention') : valueAt(entry, 'retention', 'period');
      return [
        {
          subject,
          place,
          data: { item: name, kind, period, limit: limit.period },
          fixes: [{ id: 'shorten-retention', safe: false, changes: [{ do: 'replace', place, by: limit.period }] }],
        },
      ];
    }),
});
