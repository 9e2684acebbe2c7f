import { nameOfPurpose } from '../../src/lint/policy.js';
import { assessmentGaps } from '../../src/lint/purposes/interest-assessments.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'li-no-assessment',
  family: 'legal-basis',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 6(1)(f), 13(1)(d), 21(2)-(4), recital 47', kind: 'law' },
    { cite: 'CJEU C-621/22 KNLTB', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Legitimate interest without an assessment',
      message:
        "The purpose '{purpose}' rests on legitimate interest, but this is missing or out of date: {missing}. Describe the interest and the assessment in `lia`, and in `objection` how people can say no.",
      why: 'Nobody was asked here. That is only fair where somebody has weighed your interest against theirs, and where they can say no.',
      next: 'One page will do: what you want, why you cannot get it with less, what it means for people. Look at it again every two years.',
      words: {
        lia: 'the assessment',
        interest: 'the interest itself',
        document: 'the document with the assessment',
        old: 'an assessment of the last 24 months (yours is of {date})',
        objection: 'a way to say no',
      },
    },
    it: {
      title: 'Legittimo interesse senza valutazione',
      message:
        "La finalità «{purpose}» si basa sul legittimo interesse, ma manca o non è aggiornato: {missing}. Descrivi in `lia` l'interesse e la valutazione, e in `objection` come le persone possono dire di no.",
      why: 'Qui nessuno ha chiesto nulla alle persone. È corretto solo se qualcuno ha confrontato il tuo interesse con il loro, e se possono dire di no.',
      next: 'Basta una pagina: che cosa vuoi, perché non puoi ottenerlo con meno dati, che cosa comporta per le persone. Rileggila ogni due anni.',
      words: {
        lia: 'la valutazione',
        interest: "l'interesse stesso",
        document: 'il documento con la valutazione',
        old: 'una valutazione degli ultimi 24 mesi (la tua è del {date})',
        objection: 'un modo per dire di no',
      },
    },
  },
  examples: {
    bad: {
      declarations: 'purposes:\n  partners: {use: press-relations, legal_basis: legitimate-interests}',
      finds: ['purpose:partners'],
    },
    good: {
      declarations:
        'purposes:\n  partners:\n    use: press-relations\n    legal_basis: legitimate-interests\n    lia: {interest: Tell the local press about opening hours, document: docs/lia-press.md, date: 2026-02-01}\n    objection: Link in each e-mail',
      finds: [],
    },
  },
  check: context =>
    assessmentGaps(context).map(({ purpose, place, missing, date }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose), missing, ...(date === undefined ? {} : { date }) },
    })),
});
