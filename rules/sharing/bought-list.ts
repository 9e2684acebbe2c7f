import { rule } from '../../src/lint/rule.js';
import { boughtLists } from '../../src/lint/sharing/bought.js';

const TAG = { kind: 'tag', id: 1, key: 'lista-acquistata-2024' } as const;

export default rule({
  id: 'bought-list',
  family: 'sharing',
  since: '1.0.0',
  evidence: 'certain',
  per: ['segment', 'tag', 'campaign'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 6, 7(1), 14', kind: 'law' },
    { cite: 'ePrivacy Directive Art. 13(1)', kind: 'law' },
    { cite: 'CNIL, Foriou, SAN-2024-003', kind: 'decision' },
    { cite: 'CNIL, Tagadamedia, 29 December 2023', kind: 'decision' },
    { cite: 'Garante, decision 330 of 2025', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'Bought or borrowed addresses',
      message:
        "'{item}' ({kind}) looks like bought or borrowed addresses: those people never said yes to you. Don't write to them, or prove their yes in `seller`; if they came another way, say so in `source`.",
      why: 'A yes to somebody else is no yes to you: people wonder how you got their address, and complain. A name alone is only a hint, and no API shows imports, so these were not looked at.',
      next: 'Leave these people out of every mailing. If each of them agreed to be written to by you, by name, write who sold the list and where the proof is in `seller`.',
    },
    it: {
      title: 'Indirizzi acquistati o presi in prestito',
      message:
        '«{item}» ({kind}) fa pensare a indirizzi acquistati o scambiati: quelle persone non hanno mai detto sì a te. Non scrivere loro, oppure dimostra il loro sì in `seller`; se arrivano da altrove, indicalo in `source`.',
      why: 'Un sì dato ad altri non è un sì a te: le persone si chiedono come hai avuto il loro indirizzo, e protestano. Il solo nome è un indizio; le importazioni non compaiono in nessuna API e non sono state guardate.',
      next: "Escludi queste persone da ogni invio. Se ciascuna ha accettato di ricevere messaggi proprio da te, scrivi in `seller` chi ha venduto l'elenco e dov'è la prova.",
    },
  },
  examples: {
    bad: {
      declarations:
        'organisation: {countries: [IT]}\ntags:\n  partner-fair: {purposes: [newsletter], source: ["third-party:Fair partner"]}',
      items: [TAG],
      finds: ['tag:partner-fair', 'tag:lista-acquistata-2024'],
    },
    good: {
      declarations:
        'organisation: {countries: [IT]}\ntags:\n  lista-acquistata-2024: {purposes: [newsletter], source: ["form:Newsletter"]}\n  partner-fair:\n    purposes: [newsletter]\n    source: ["third-party:Fair partner"]\n    seller: {name: Fair partner, consent_proof: docs/fair.md, checked: 2026-09-01}',
      items: [TAG],
      finds: [],
    },
  },
  check: context =>
    boughtLists(context).map(({ subject, place, item, kind, by }) => ({
      subject,
      place,
      data: { item, kind },
      // Words are no proof.
      ...(by === 'name' && context.preset === 'recommended' ? { severity: 'warn' as const } : {}),
    })),
});
