import { overdueReviews } from '../../src/lint/hygiene/reviews.js';
import { rule } from '../../src/lint/rule.js';

const FIELDS = 'contact_fields:\n  email: {purposes: [newsletter], reviewed: ';

export default rule({
  id: 'review-overdue',
  family: 'hygiene',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 24(1)', kind: 'law' },
    { cite: 'GDPR recital 39', kind: 'law' },
  ],
  options: { recommended: { after: 'P12M' }, strict: { after: 'P12M' } },
  text: {
    en: {
      title: 'Review overdue',
      message:
        "No check of '{item}' ({kind}) is noted for more than {period}[ (last: {date})], and people's data may stay without need. See whether you still need it, then put today's date in `reviewed`[ {detail}].",
      why: 'Purposes end and nobody tells the database. Only somebody who looks from time to time notices what is no longer needed.',
      next: 'One line at the top of a file does for all of it: `defaults: {reviewed: 2026-11-02}`. An entry with a day of its own is looked at by itself, sensitive data twice a year. At most ten are named at a time, the oldest first.',
      words: { file: 'under `defaults` at the top of that file' },
    },
    it: {
      title: 'Controllo scaduto',
      message:
        'Per «{item}» ({kind}) non risulta un controllo da più di {period}[ (ultimo: {date})]: forse conservi dati che non servono più. Verifica, poi scrivi la data di oggi in `reviewed`[ {detail}].',
      why: 'Le finalità finiscono e nessuno lo dice al database. Solo chi ogni tanto controlla si accorge di ciò che non serve più.',
      next: "Per tutto un file basta una riga all'inizio: `defaults: {reviewed: 2026-11-02}`. Una voce con una data propria si controlla da sola, i dati sensibili due volte l'anno. Se ne indicano al massimo dieci per volta, dai più vecchi.",
      words: { file: "sotto `defaults`, all'inizio di quel file" },
    },
  },
  examples: {
    bad: { declarations: `${FIELDS}2023-05-01}`, finds: ['contact_field:email'] },
    good: { declarations: `${FIELDS}2026-09-20}`, finds: [] },
  },
  check: context => {
    const { after } = context.options;
    if (typeof after !== 'string') return [];
    return overdueReviews(context, after).map(({ subject, place, ...data }) => ({
      subject,
      place,
      data: data.kind === 'file' ? { ...data, detail: 'file' } : data,
    }));
  },
});
