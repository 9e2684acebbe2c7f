import { undeclaredFinding, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const risk = { kind: 'stage', id: 4, key: 'churn-risk', published: true } as const;

export default rule({
  id: 'undeclared-stage',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['stage'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 30', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Stage without a declaration',
      message:
        "'{item}' ({kind}) sorts people or their interests, and no declaration says what for. Add it under `{section}` with its `purposes`; if it says nothing about people, `personal: false` with a `reason`.",
      why: 'A stage says where a person stands with you, and often decides how the person is treated. Nobody can explain a drawer that nobody has named.',
      next: 'Write the stage under `stages` with its purposes, and what being in it decides; unpublish stages nobody uses.',
    },
    it: {
      title: 'Fase non dichiarata',
      message:
        '«{item}» ({kind}) classifica le persone o i loro interessi, ma non è nella dichiarazione. Aggiungi una voce in `{section}` con le finalità (`purposes`) o, se non dice nulla sulle persone, `personal: false` con `reason`.',
      why: 'Una fase dice a che punto è una persona con te, e spesso decide come viene trattata. Nessuno sa spiegare una casella a cui non è stato dato un perché.',
      next: 'Scrivi la fase in `stages` con le sue finalità e che cosa comporta; annulla la pubblicazione delle fasi che nessuno usa.',
    },
  },
  examples: {
    bad: { declarations: 'stages: {}', items: [risk], finds: ['stage:churn-risk'] },
    good: { declarations: 'stages:\n  churn-risk: {purposes: [retention-offers], effect: none}', items: [risk], finds: [] },
  },
  check: context =>
    undeclaredItems(context, 'stage').map(stage =>
      undeclaredFinding(context, stage, { item: nameOf(stage), kind: 'stage', section: 'stages' }),
    ),
});
