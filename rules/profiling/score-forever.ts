import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { lastingScores } from '../../src/lint/profiling/lasting-scores.js';
import { rule } from '../../src/lint/rule.js';

const score = { kind: 'point_action', id: 3, key: 'Looked at the menu', published: true, type: 'page.hit', delta: 5 } as const;
const gives = {
  from: 'point_action:Looked at the menu',
  how: 'writes',
  to: 'contact_field:points',
  at: 'point.action',
  delta: 'up',
} as const;

export default rule({
  id: 'score-forever',
  family: 'profiling',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['campaign'],
  per: ['form', 'point_action', 'campaign'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c), 5(1)(e)', kind: 'law' },
    { cite: 'CJEU C-446/21 Schrems', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Points that never fade',
      message:
        "The points from '{item}' ({kind}) never fade: a click from years ago still counts. Take points away again with a campaign and name it in `decay`, or declare in `window` how long they count[ ({detail})].",
      why: 'People change. A score that only grows says what somebody once did, and treats them by it for ever.',
      next: 'A campaign that contacts can go through again and that takes points each quarter is enough for all of them. Mautic does not show what a scheduled command or another system takes away: say that in `decay`, of the point action, its group or its purpose.',
      words: { 'at-purpose': 'both are keys of its purpose' },
    },
    it: {
      title: 'Punti che non scadono',
      message:
        'I punti di «{item}» ({kind}) non scadono mai: un clic di anni fa conta ancora. Falli calare con una campagna e indicala in `decay`, oppure dichiara in `window` per quanto tempo valgono[ ({detail})].',
      why: 'Le persone cambiano. Un punteggio che può solo crescere dice che cosa qualcuno ha fatto un tempo, e lo tratta così per sempre.',
      next: "Basta una campagna che i contatti possano ripetere e che tolga punti ogni trimestre: vale per tutti. Mautic non mostra ciò che toglie un comando pianificato o un altro sistema: scrivilo in `decay`, nell'azione punti, nel suo gruppo o nella sua finalità.",
      words: { 'at-purpose': 'entrambe sono chiavi della sua finalità' },
    },
  },
  examples: {
    bad: { declarations: '', items: [score], uses: [gives], finds: ['point_action:Looked at the menu'] },
    good: {
      declarations: 'point_actions:\n  Looked at the menu: {purposes: [tastes], window: P12M}',
      items: [score],
      uses: [gives],
      finds: [],
    },
  },
  check: context =>
    lastingScores(context).map(item => ({
      subject: context.snapshot.reference(item),
      place: placeOf(context, item),
      // Forms and campaigns have neither key.
      data: { item: nameOf(item), kind: item.kind, ...(item.kind === 'point_action' ? {} : { detail: 'at-purpose' }) },
    })),
});
