import { DECLARED_KINDS, type Kind } from '../../src/items.js';
import { ghostFixer } from '../../src/lint/declared/ghost-fixes.js';
import { ghostsOf } from '../../src/lint/declared/ghosts.js';
import { rule } from '../../src/lint/rule.js';

/** Declared kinds, and the questions of forms. */
const PER: readonly Kind[] = [...DECLARED_KINDS.map(({ kind }) => kind), 'form_field'];

const city = { kind: 'contact_field', id: 13, key: 'city', title: 'City', published: true } as const;

export default rule({
  id: 'ghost-declaration',
  family: 'drift',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: PER,
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
      message:
        "'{key}' ({kind}) is declared, but Mautic no longer has it.[ Did you mean '{near}'?] Delete the entry or mark it `status: retired`; if it is still to come, write `status: planned` and `planned_for`.",
      why: 'A record that lists what is gone cannot be trusted about what is there: people are told of data you do not have, and a new name slips in unseen.',
      next: 'Look whether it was renamed in Mautic and correct the key; else delete or retire the entry. Answers of a deleted form can remain in its results table: have whoever runs Mautic look.',
    },
    it: {
      title: 'Dichiarato, ma non più in Mautic',
      message:
        '«{key}» ({kind}) è nella dichiarazione, ma in Mautic non esiste più.[ Intendevi «{near}»?] Elimina la voce o scrivi `status: retired`; se deve ancora arrivare, scrivi `status: planned` e `planned_for`.',
      why: 'Di un elenco che contiene cose sparite non ci si può fidare: alle persone si parla di dati che non hai, e un nome nuovo passa inosservato.',
      next: 'Guarda se in Mautic ha cambiato nome e correggi la chiave; altrimenti elimina o ritira la voce. Le risposte di un modulo eliminato possono restare nella sua tabella dei risultati: fai controllare chi gestisce Mautic.',
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
    return PER.filter(kind => context.kinds.has(kind)).flatMap(kind => {
      const ghosts = ghostsOf(context, kind);
      const fixes = fixesOf(kind, ghosts);
      return ghosts.map(ghost => {
        const { entry, near } = ghost;
        const name = near === undefined ? undefined : context.snapshot.item(near)?.key;
        return {
          subject: entry.identity,
          place: entry.place,
          data: {
            key: entry.id === undefined ? entry.key : `${entry.key}#${entry.id}`,
            kind,
            ...(name === undefined ? {} : { near: name }),
          },
          ...(near === undefined ? {} : { related: [{ subject: near, place: { item: near } }] }),
          fixes: fixes.get(ghost) ?? [],
        };
      });
    });
  },
});
