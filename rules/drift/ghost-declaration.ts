import { ghostFixer } from '../../src/lint/declared/ghost-fixes.js';
import { absenceOf, GHOST_KINDS, ghostsOf } from '../../src/lint/declared/ghosts.js';
import { rule } from '../../src/lint/rule.js';

const city = { kind: 'contact_field', id: 13, key: 'city', title: 'City', published: true } as const;

export default rule({
  id: 'ghost-declaration',
  family: 'drift',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: GHOST_KINDS,
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(1)(d)', kind: 'law' },
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 30', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Declared, but gone from Mautic',
      message: "'{key}' ({kind}) is declared, but Mautic does not have it[ (planned for {date})].[ Did you mean '{near}'?] {detail}",
      why: 'A record that lists what is gone cannot be trusted about what is there: people are told of data you do not have, and a new name slips in unseen.',
      next: 'Look whether it was renamed in Mautic and correct the key; else delete or retire the entry. Answers of a deleted form can remain in its results table: have whoever runs Mautic look.',
      words: {
        gone: 'Delete the entry or mark it `status: retired`; if it is still to come, write `status: planned` and `planned_for`.',
        late: 'That day is over: correct `planned_for`, or delete the entry.',
        early: 'That is more than {limit} ahead: delete the entry until then, or correct `planned_for`.',
      },
    },
    it: {
      title: 'Dichiarato, ma non più in Mautic',
      message: '«{key}» ({kind}) è nella dichiarazione, ma in Mautic non esiste[ (data prevista: {date})].[ Intendevi «{near}»?] {detail}',
      why: 'Di un elenco che contiene cose sparite non ci si può fidare: alle persone si parla di dati che non hai, e un nome nuovo passa inosservato.',
      next: 'Guarda se in Mautic ha cambiato nome e correggi la chiave; altrimenti elimina o ritira la voce. Le risposte di un modulo eliminato possono restare nella sua tabella dei risultati: fai controllare chi gestisce Mautic.',
      words: {
        gone: 'Elimina la voce o scrivi `status: retired`; se deve ancora arrivare, scrivi `status: planned` e `planned_for`.',
        late: 'Quel giorno è passato: correggi `planned_for` o elimina la voce.',
        early: 'Mancano più di {limit}: elimina per ora la voce o correggi `planned_for`.',
      },
    },
  },
  examples: {
    bad: {
      declarations: 'contact_fields:\n  city: {purposes: [events]}\n  fax: {purposes: [events]}',
      items: [city],
      finds: ['contact_field:fax'],
    },
    good: {
      declarations: 'contact_fields:\n  city: {purposes: [events]}\n  fax: {status: retired, retired_on: 2026-05-02}',
      items: [city],
      finds: [],
    },
  },
  check: context => {
    const fixesOf = ghostFixer(context);
    return GHOST_KINDS.filter(kind => context.kinds.has(kind)).flatMap(kind => {
      const ghosts = ghostsOf(context, kind);
      const fixes = fixesOf(kind, ghosts);
      return ghosts.map(ghost => {
        const { entry, near } = ghost;
        const name = near === undefined ? undefined : context.snapshot.item(near)?.key;
        const key = entry.id === undefined ? entry.key : `${entry.key}#${entry.id}`;
        return {
          subject: entry.identity,
          place: entry.place,
          data: { key, kind, ...absenceOf(entry, context.now), ...(name === undefined ? {} : { near: name }) },
          ...(near === undefined ? {} : { related: [{ subject: near, place: { item: near } }] }),
          fixes: fixes.get(ghost) ?? [],
        };
      });
    });
  },
});
