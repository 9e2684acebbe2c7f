import { STORE_WORDS } from '../../src/lint/retention/store-words.js';
import { erasureGap } from '../../src/lint/rights/erasure-gaps.js';
import { rule } from '../../src/lint/rule.js';

const COVERS = 'covers: {audit_log: P3M, imports: P0D, exports: P1M, backups: P1M}';

export default rule({
  id: 'erasure-gap',
  family: 'rights',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 12(3), 17, 19', kind: 'law' }],
  text: {
    en: {
      title: 'No complete way to be deleted',
      message:
        'If someone asks today to be deleted, this is not settled: {missing}. Write the steps, who does them and where data has to go in `rights.erasure`.',
      why: 'There is one month to answer, and nobody starts to look for all the places then. What is forgotten stays, and comes back with the next export.',
      next: 'Go through one deletion from end to end with those who would do it, and write down what you found.',
      words: {
        ...STORE_WORDS.en,
        contact: 'where people ask (`contact`)',
        how: 'the steps (`how`)',
        owner: 'who does them (`owner`)',
        covers: 'within which time data leave {stores} (`covers`)',
        notify: 'who tells {places} (`notify`)',
      },
    },
    it: {
      title: 'Cancellazione non organizzata',
      message:
        'Se oggi una persona chiede la cancellazione, manca: {missing}. Scrivi in `rights.erasure` i passaggi, chi li segue e da dove vanno tolti i dati.',
      why: "C'è un mese per rispondere, e in quel momento nessuno si mette a cercare tutti gli archivi. Ciò che si dimentica resta, e torna con la prossima esportazione.",
      next: 'Prova una cancellazione dal principio alla fine con chi la farebbe, e scrivi che cosa hai trovato.',
      words: {
        ...STORE_WORDS.it,
        contact: 'dove chiederla (`contact`)',
        how: 'i passaggi (`how`)',
        owner: 'chi li segue (`owner`)',
        covers: 'entro quanto i dati spariscono da {stores} (`covers`)',
        notify: 'chi avvisa {places} (`notify`)',
      },
    },
  },
  examples: {
    bad: {
      declarations: `rights:\n  contact: privacy@aurora.example\n  erasure: {how: Delete in Mautic, ${COVERS}}\nsystems:\n  crm: {gets: [email]}`,
      finds: ['rights'],
    },
    good: {
      declarations: `rights:\n  contact: privacy@aurora.example\n  erasure: {how: docs/erasure.md, owner: office, notify: [crm], ${COVERS}}\nsystems:\n  crm: {gets: [email]}`,
      finds: [],
    },
  },
  check: context => {
    const gap = erasureGap(context);
    return gap === undefined
      ? []
      : [{ subject: 'rights', place: gap.place, data: { missing: gap.missing, stores: gap.stores, places: gap.places } }];
  },
});
