import { businessGaps } from '../../src/lint/purposes/business-people.js';
import { rule } from '../../src/lint/rule.js';

const PRESS =
  'purposes:\n  press: {use: press-relations, subjects: [press], legal_basis: legitimate-interests, objection: Link in each e-mail}\n';
const NOTICE = 'notices:\n  site: {url: "https://aurora.example/privacy", date: 2026-10-01}\n';
const SEGMENT = { kind: 'segment', id: 1, key: 'journalists', title: 'Journalists', published: true } as const;

export default rule({
  id: 'b2b-not-exempt',
  family: 'legal-basis',
  since: '1.0.0',
  evidence: 'hint',
  per: ['tag', 'segment'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(1), 14', kind: 'law' },
    { cite: 'ePrivacy Directive Art. 13(5)', kind: 'law' },
    { cite: 'Codice privacy (Italy) art. 130', kind: 'law' },
    { cite: 'Prawo komunikacji elektronicznej (Poland) art. 398', kind: 'law' },
  ],
  text: {
    en: {
      title: 'People at work treated as if no rule held',
      message:
        "Journalists and business contacts are people too. '{item}' ({kind}) lacks: {missing}. Complete the entry; if you write only to addresses like info@, declare `generic_addresses_only: true`.",
      why: 'A name and a work address are personal data. These people often never gave you theirs: they may ask where you have it from.',
      next: 'Write in `source` where the addresses come from, tell people at the first contact, and let them say no with one click.',
      words: {
        notice: 'the notice where these people are told (`notice`)',
        objection: 'a way to say no (`objection`)',
        source: 'where the people come from (`source`)',
        consent: 'a yes, which companies must give there as well: {country}',
      },
    },
    it: {
      title: 'Contatti di lavoro trattati come se non ci fossero regole',
      message:
        'Anche giornalisti e contatti aziendali sono persone. A «{item}» ({kind}) manca: {missing}. Completa la voce; se scrivi solo a indirizzi come info@, dichiara `generic_addresses_only: true`.',
      why: 'Un nome e un indirizzo di lavoro sono dati personali. Spesso queste persone non te li hanno dati: possono chiederti da dove vengono.',
      next: 'Scrivi in `source` da dove vengono gli indirizzi, informa le persone al primo contatto e fai in modo che possano dire di no con un clic.',
      words: {
        notice: "l'informativa in cui queste persone lo leggono (`notice`)",
        objection: 'un modo per dire di no (`objection`)',
        source: 'da dove vengono le persone (`source`)',
        consent: 'un sì, che lì devono dare anche le aziende: {country}',
      },
    },
  },
  examples: {
    bad: {
      declarations: `${PRESS}segments:\n  journalists: {purposes: [press]}`,
      items: [SEGMENT],
      finds: ['purpose:press', 'segment:journalists'],
    },
    good: {
      declarations: `${NOTICE}${PRESS}segments:\n  journalists: {purposes: [press], source: ["public:imprint of the paper"]}`,
      items: [SEGMENT],
      finds: [],
    },
  },
  check: context =>
    businessGaps(context, context.kinds).map(({ subject, place, item, kind, missing, country }) => ({
      subject,
      place,
      data: { item, kind, missing, ...(country === undefined ? {} : { country }) },
    })),
});
