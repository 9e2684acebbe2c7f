import { addDays } from '../../src/declarations/days.js';
import { daysOf } from '../../src/declarations/periods.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'snapshot-stale',
  family: 'drift',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'Good practice: judge by what is there today', kind: 'practice' }],
  options: { recommended: { max_age: 'P7D' }, strict: { max_age: 'P1D' } },
  text: {
    en: {
      title: 'Old snapshot',
      message:
        'This check looked at Mautic as it was on {date}; it knows nothing of later changes. Run `purposelint pull`, or ask a developer to, and commit the new snapshot.',
      why: 'A form that went online yesterday is not in the picture of last month: nobody would see what it asks people.',
      next: 'Take a new snapshot, best by a job that runs every night. To judge an old state on purpose, use `check --now` with the day.',
    },
    it: {
      title: 'Snapshot vecchio',
      message:
        "Questo controllo ha guardato Mautic com'era il {date} e non conosce i cambiamenti successivi. Esegui `purposelint pull`, o chiedilo a chi sviluppa, e salva il nuovo snapshot nel repository.",
      why: 'Un modulo pubblicato ieri non compare nella fotografia del mese scorso: nessuno vedrebbe che cosa chiede alle persone.',
      next: 'Fai un nuovo snapshot, meglio se con un processo che gira ogni notte. Per giudicare apposta uno stato passato usa `check --now` con il giorno.',
    },
  },
  examples: {
    bad: { declarations: '', made: { taken_at: '2026-06-03T03:00:00Z' }, finds: ['snapshot'] },
    good: { declarations: '', made: { taken_at: '2026-11-24T03:00:00Z' }, finds: [] },
  },
  check: ({ snapshot, now, options }) => {
    const taken = snapshot.made?.taken_at.slice(0, 10);
    const days = typeof options.max_age === 'string' ? daysOf(options.max_age) : undefined;
    // Whole days: what was taken on the last day that counts is not too old.
    if (taken === undefined || days === undefined || addDays(taken, Math.floor(days)) >= now) return [];
    return [{ subject: 'snapshot', place: { item: 'snapshot' }, data: { date: taken } }];
  },
});
