import { parseIdentity } from '../../src/items.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { isDismissed } from '../../src/lint/special/answers.js';
import { PRIVATE } from '../../src/lint/special/categories.js';
import { inferences } from '../../src/lint/special/inferences.js';

const RULE = { kind: 'point_action', id: 5, key: 'Help page read', published: true } as const;
const READ = { from: 'point_action:Help page read', how: 'decides', to: 'tracking:page_hit', at: 'point.action' } as const;

/** What people look at; a field, a tag or a segment is told at the field, the tag or the segment. */
const LOOKED_AT: ReadonlySet<string> = new Set(['tracking', 'page', 'asset', 'form', 'email', 'focus_item', 'message', 'dynamic_content']);

export default rule({
  id: 'sensitive-scoring',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['point_action', 'campaign'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 9, 22(4), 35(3)(b)', kind: 'law' },
    { cite: 'WP251 rev.01', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Rating people by private matters',
      message:
        "'{item}' ({kind}) rates people because they looked at '{value}', which is a private matter. Delete that rule; if it only sounds so, explain in `not_special`.",
      why: 'Somebody who looks for help must not become a better or a worse customer by it. A score hides where it comes from, and goes on to decide.',
      next: 'Delete the rule or the step, and take back the points it gave. Rate by what people say themselves, not by what worries them.',
    },
    it: {
      title: 'Punteggi basati su temi delicati',
      message:
        "«{item}» ({kind}) valuta le persone perché hanno guardato «{value}», un tema delicato. Elimina quella regola; se è solo un'impressione, spiegalo in `not_special`.",
      why: 'Chi cerca aiuto non deve per questo diventare un cliente migliore o peggiore. Un punteggio nasconde da dove viene e continua a decidere.',
      next: 'Elimina la regola o il passaggio e togli i punti già dati. Valuta le persone per ciò che dicono, non per ciò che le preoccupa.',
    },
  },
  examples: {
    bad: {
      declarations: '',
      items: [RULE],
      uses: [{ ...READ, url: 'aurora.example/depression-test' }],
      finds: ['point_action:Help page read'],
    },
    good: { declarations: '', items: [RULE], uses: [{ ...READ, url: 'aurora.example/prices' }], finds: [] },
  },
  check: context =>
    inferences(context, [...context.snapshot.items('point_action'), ...context.snapshot.items('campaign')], {
      how: 'decides',
      categories: PRIVATE,
      isOther: use => !LOOKED_AT.has(parseIdentity(use.to)?.kind ?? ''),
      isAnswered: isDismissed,
    })
      .filter(({ item }) => context.kinds.has(item.kind))
      .map(({ item, reference, value }) => ({
        subject: reference,
        place: placeOf(context, item),
        key: value,
        data: { item: nameOf(item), kind: item.kind, value },
      })),
});
