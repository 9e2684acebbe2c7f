import { nameOfPurpose } from '../../src/lint/policy.js';
import { vaguePurposes } from '../../src/lint/purposes/vague.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'vague-purpose',
  family: 'purpose',
  since: '1.0.0',
  evidence: 'hint',
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(b)', kind: 'law' },
    { cite: 'WP29 Opinion 03/2013 on purpose limitation (WP203)', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Purpose too broad to mean anything',
      message:
        "The purpose '{purpose}' is so broad that anything would fit. Say in its `description` who gets what, through which channel; if it serves several ends, split it.",
      why: 'A purpose sets a limit: what it does not need must not be held. "Marketing" sets none, and tells people nothing.',
      next: 'Finish the sentence "We use your data to …" so that a stranger would know what comes, how and how often, in 30 characters or more. A purpose that needs most of your fields is usually several.',
    },
    it: {
      title: 'Finalità troppo ampia per dire qualcosa',
      message:
        'La finalità «{purpose}» è così ampia che ci sta dentro tutto. Scrivi in `description` chi riceve che cosa e attraverso quale canale; se comprende scopi diversi, dividila.',
      why: 'Una finalità mette un limite: ciò che non le serve non va tenuto. «Marketing» non ne mette nessuno, e alle persone non dice nulla.',
      next: 'Completa la frase «Usiamo i tuoi dati per …» in modo che anche un estraneo capisca che cosa arriva, come e quanto spesso, in almeno 30 caratteri. Una finalità che usa quasi tutti i campi di solito ne nasconde diverse.',
    },
  },
  examples: {
    bad: {
      declarations:
        'purposes:\n  news: {use: email-marketing, description: Marketing}\n  service: {use: service-delivery, description: Improve our services and the experience of our customers}',
      finds: ['purpose:news', 'purpose:service'],
    },
    good: {
      declarations: 'purposes:\n  news: {use: email-marketing, description: Send the monthly menu by e-mail to people who asked for it}',
      finds: [],
    },
  },
  check: ({ declarations }) =>
    vaguePurposes(declarations).map(({ purpose, place }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose) },
    })),
});
