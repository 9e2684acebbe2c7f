import type { Severity } from '../../src/finding.js';
import { undeclaredFinding, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

const dinner = { kind: 'form', id: 14, key: 'Win a dinner', published: true, type: 'standalone' } as const;

export default rule({
  id: 'undeclared-form',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['form'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 13', kind: 'law' },
    { cite: 'GDPR Art. 25(1)', kind: 'law' },
    { cite: 'GDPR Art. 30', kind: 'law' },
    { cite: 'Garante, decision of 23 February 2023 on Ediscom, doc. web 9870014', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'Form without a declaration',
      message:
        "The form '{form}' asks people for data, and no declaration says what for. Add it under `forms` with its `purposes`, or unpublish it in Mautic.",
      why: 'Whoever fills in a form has a right to know what happens with the answers. A form nobody has written down cannot tell them.',
      next: 'Find out who made the form and what it is for, and write its purposes and questions; or take it offline.',
    },
    it: {
      title: 'Modulo non dichiarato',
      message:
        "Il modulo «{form}» chiede dati alle persone e nella dichiarazione non c'è scritto a che cosa servono. Aggiungilo in `forms` con le sue finalità (`purposes`), oppure annullane la pubblicazione in Mautic.",
      why: 'Chi compila un modulo ha il diritto di sapere che fine fanno le risposte. Un modulo che nessuno ha dichiarato non può spiegarlo.',
      next: 'Scopri chi ha creato il modulo e a che cosa serve, e scrivi finalità e domande; altrimenti togli la pubblicazione.',
    },
  },
  examples: {
    bad: { declarations: 'forms: {}', items: [dinner], finds: ['form:Win a dinner'] },
    good: { declarations: 'forms:\n  Win a dinner: {purposes: [contest]}', items: [dinner], finds: [] },
  },
  check: context =>
    undeclaredItems(context, 'form', form => form.published !== false && !isOver(form, context)).map(form => ({
      ...undeclaredFinding(context, form, { form: form.key }),
      ...severityOf(form, context),
    })),
});

type Form = ItemOf<'form'>;

function isOver({ publish_down = '' }: Form, { now }: RuleContext): boolean {
  return publish_down !== '' && publish_down < now;
}

/** A form that opens later and has no answers yet has asked nobody. */
function severityOf(form: Form, { snapshot, now }: RuleContext): { severity?: Severity } {
  const opensLater = (form.publish_up ?? '') > now;
  return opensLater && snapshot.count(snapshot.reference(form), 'answers') === 0 ? { severity: 'warn' } : {};
}
