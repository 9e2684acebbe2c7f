import { rule } from '../../src/lint/rule.js';
import { noticeGaps } from '../../src/lint/transparency/notice-gaps.js';

const POLICY =
  'recipients:\n  crm: {name: CRM Example, role: processor, country: NL}\npurposes:\n  newsletter: {use: email-marketing, legal_basis: consent, recipients: [crm], retention: {period: P24M, from: last-action}}\n';

export default rule({
  id: 'notice-gap',
  family: 'transparency',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 13(1)-(2), 14(1)-(2)', kind: 'law' },
    { cite: 'CJEU C-154/21 Österreichische Post, 12 January 2023', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Notice that does not tell everything',
      message: "The notice '{notice}' does not tell people about: {missing}. Have it completed, then update its `covers` and `date`.",
      why: 'What the notice leaves out, people learn from a leak or not at all. It is held against its own list in `covers`; its text is not read.',
      next: 'Have somebody add what is missing to the text that people read; only then write it in `covers`, with the day of the new version in `date`.',
      words: {
        date: 'since when it holds (`date`)',
        retention: 'how long data are kept (`retention`)',
        rights: "people's rights (`rights`)",
        transfers: 'data that go outside the EU (`transfers`)',
        sources: 'data that come from elsewhere (`sources`)',
        profiling: 'profiling (`profiling`)',
      },
    },
    it: {
      title: 'Informativa incompleta',
      message: "L'informativa «{notice}» non parla alle persone di: {missing}. Falla completare, poi aggiorna `covers` e `date`.",
      why: "Ciò che l'informativa tace le persone lo scoprono da una fuga di dati, o mai. Il confronto è con il suo elenco in `covers`; il testo non viene letto.",
      next: 'Fai aggiungere ciò che manca al testo che le persone leggono; solo dopo scrivilo in `covers`, con il giorno della nuova versione in `date`.',
      words: {
        date: 'da quando vale (`date`)',
        retention: 'tempi di conservazione (`retention`)',
        rights: 'diritti delle persone (`rights`)',
        transfers: "dati che escono dall'Unione europea (`transfers`)",
        sources: 'dati che arrivano da altrove (`sources`)',
        profiling: 'profilazione (`profiling`)',
      },
    },
  },
  examples: {
    bad: {
      declarations: `${POLICY}notices:\n  site: {url: "https://aurora.example/privacy", date: 2026-10-01, covers: {purposes: [newsletter], retention: true, rights: true}}`,
      finds: ['notice:site'],
    },
    good: {
      declarations: `${POLICY}notices:\n  site: {url: "https://aurora.example/privacy", date: 2026-11-02, covers: {purposes: [newsletter], recipients: [crm], retention: true, rights: true}}`,
      finds: [],
    },
  },
  check: context =>
    noticeGaps(context).map(({ notice, place, missing }) => ({
      subject: `notice:${notice.key}`,
      place,
      data: { notice: notice.key, missing },
    })),
});
