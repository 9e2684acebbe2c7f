import { leaningProfiling } from '../../src/lint/profiling/own-bases.js';
import { rule } from '../../src/lint/rule.js';

const NEWS = 'purposes:\n  news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:Menu]}}\n';
const scores = (field: string) =>
  `${NEWS}  scores: {use: lead-scoring, legal_basis: consent, consent: {field: ${field}, collected_by: [form:Menu]}}`;

export default rule({
  id: 'profiling-no-basis',
  family: 'profiling',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 6(1), 7(2)', kind: 'law' },
    { cite: 'CJEU C-252/21 Meta v Bundeskartellamt', kind: 'law' },
    { cite: 'WP251rev.01 on profiling', kind: 'guidance' },
    { cite: 'WP217 on legitimate interests', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Profiling on the yes to a newsletter',
      message:
        "A yes to the newsletter is not a yes to profiling: '{purpose}' has no basis of its own. Ask with a separate box and name its field in `consent.field`, or do without (`profiling: none`).",
      why: 'People who want your news did not ask to be scored. Asked apart, many say no to the one and yes to the other, and you keep them as readers.',
      next: 'Simple groups, such as customers and others, or topics that people chose themselves, can rest on a legitimate interest with a written assessment: `profiling: simple`, and `lia`. In Italy everything beyond that needs a consent of its own.',
    },
    it: {
      title: 'Profilazione sul sì alla newsletter',
      message:
        'Un sì alla newsletter non è un sì alla profilazione: «{purpose}» non ha una base propria. Chiedi il consenso con una casella a parte e indica il suo campo in `consent.field`, oppure rinuncia (`profiling: none`).',
      why: "Chi vuole le tue notizie non ha chiesto un punteggio. Con due domande separate molti dicono no all'una e sì all'altra, e restano tuoi lettori.",
      next: 'Gruppi semplici, come clienti e altri, o temi scelti dalle persone stesse possono reggersi su un legittimo interesse valutato per iscritto: `profiling: simple` e `lia`. In Italia per tutto il resto serve un consenso proprio.',
    },
  },
  examples: {
    bad: { declarations: scores('news_ok'), finds: ['purpose:scores'] },
    good: { declarations: scores('scores_ok'), finds: [] },
  },
  check: context => leaningProfiling(context).map(({ subject, place, purpose }) => ({ subject, place, data: { purpose } })),
});
