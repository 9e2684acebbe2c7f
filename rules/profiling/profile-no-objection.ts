import { nameOfPurpose } from '../../src/lint/policy.js';
import { HEEDING_KINDS, profilingWithoutWayOut } from '../../src/lint/profiling/objections.js';
import { rule } from '../../src/lint/rule.js';

const tastes = (more: string) => `purposes:\n  tastes: {use: behavioural-profiling, legal_basis: legitimate-interests${more}}`;
const SWITCH = { kind: 'contact_field', id: 50, key: 'no_offers', title: 'No personal offers', type: 'boolean' } as const;
const fans = { kind: 'segment', id: 3, key: 'fans', published: true, filter_rows: 2 } as const;
const heeds = {
  from: 'segment:fans',
  how: 'filters',
  to: 'contact_field:no_offers',
  at: 'segment.filter',
  n: 1,
  group: 1,
  op: 'is',
  value: 'no',
} as const;

export default rule({
  id: 'profile-no-objection',
  family: 'profiling',
  since: '1.0.0',
  evidence: 'certain',
  per: HEEDING_KINDS,
  also: [...HEEDING_KINDS, 'contact_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 21(2), 21(3), 21(4)', kind: 'law' },
    { cite: 'GDPR recital 70', kind: 'law' },
  ],
  text: {
    en: {
      title: 'No way to refuse profiling alone',
      message:
        "For '{purpose}', people can leave the list but not the profiling. Offer a switch for it in the preference centre, filter by it, and declare it in `objection`.",
      why: 'Whoever wants your news without being rated has the right to that, at any time and without a reason. If the only way out is to leave everything, they stay and are rated, or you lose them.',
      next: "A field such as 'No personal offers' in the preference centre, and a filter on it in every segment and campaign that goes by behaviour. A field that no filter and no condition looks at changes nothing. Mautic does not show where people find the switch: say that in `where`.",
    },
    it: {
      title: 'Nessun modo di rifiutare solo la profilazione',
      message:
        'Per «{purpose}» le persone possono lasciare la lista, ma non la profilazione. Offri una scelta nel centro preferenze, usala nei filtri e dichiarala in `objection`.',
      why: "Chi vuole le tue notizie senza essere valutato ne ha diritto, in ogni momento e senza dare motivi. Se l'unica uscita è lasciare tutto, resta e viene valutato, oppure lo perdi.",
      next: 'Serve un campo come «Nessuna offerta personale» nel centro preferenze, e un filtro su quel campo in ogni segmento e campagna che segue i comportamenti. Un campo che nessun filtro e nessuna condizione guarda non cambia nulla. Mautic non mostra dove le persone trovano la scelta: scrivilo in `where`.',
    },
  },
  examples: {
    bad: { declarations: tastes(''), finds: ['purpose:tastes'] },
    good: {
      declarations: tastes(', objection: {field: no_offers, where: preference centre}'),
      items: [SWITCH, fans],
      uses: [heeds],
      finds: [],
    },
  },
  check: context =>
    profilingWithoutWayOut(context).map(({ purpose, place }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose) },
    })),
});
