import { nameOfPurpose } from '../../src/lint/policy.js';
import { overdueContacts } from '../../src/lint/retention/overdue.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = 'purposes:\n  news: {use: email-marketing, legal_basis: consent, retention: {period: P24M, from: last-action}}';
const inactive = (n: number) => [{ of: 'contact_field:last_active', how: 'older', n, before: '2024-01-01' } as const];

export default rule({
  id: 'overdue-contacts',
  family: 'retention',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['contact_field.counts'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(e)', kind: 'law' },
    { cite: 'Garante, Douglas, 20 October 2022 (doc. web 9825667)', kind: 'decision' },
    { cite: 'CNIL, Caloga, 15 May 2025 (SAN-2025-002)', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'People whose time is over',
      message:
        "Under '{purpose}', {people} should already have been deleted (the oldest since {year}). Delete their data; if it must stay for now, declare `legal_hold` on the item.",
      why: 'They were told that their data would be gone by now. At least so many are still there: Mautic counts all contacts, unknown visitors too, and only from one first of January to the next.',
      next: 'Find out why nothing deleted them, and delete them. Of a date field of your own (`from_field`), `purposelint pull --counts --older FIELD` counts the age.',
    },
    it: {
      title: 'Persone il cui tempo è scaduto',
      message:
        'Per «{purpose}», {people} avrebbero già dovuto essere cancellate (la più vecchia dal {year}). Cancella i loro dati; se per ora devono restare, dichiara `legal_hold` nella voce.',
      why: 'A queste persone hai detto che ormai i loro dati non ci sarebbero più. Almeno così tante ci sono ancora: Mautic conta tutti i contatti, anche i visitatori sconosciuti, e solo da un primo gennaio al successivo.',
      next: 'Scopri perché nulla ha cancellato questi dati, e cancellali. Per un tuo campo data (`from_field`) il tempo si conta con `purposelint pull --counts --older CAMPO`.',
    },
  },
  examples: {
    bad: { declarations: DECLARED, counts: inactive(4100), finds: ['purpose:news'] },
    good: { declarations: DECLARED, counts: inactive(0), finds: [] },
  },
  check: context =>
    overdueContacts(context).map(({ purpose, place, people, year }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose), people, year },
    })),
});
