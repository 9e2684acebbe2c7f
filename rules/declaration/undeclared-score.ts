import { sectionOf } from '../../src/items.js';
import { undeclaredFinding, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { nameOf, nameOfPurpose } from '../../src/lint/policy.js';
import { hiddenScoring } from '../../src/lint/profiling/hidden-scoring.js';
import { definedPurposes } from '../../src/lint/purposes/item-purposes.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import type { Item } from '../../src/mautic/snapshot.js';

const price = { kind: 'point_action', id: 2, key: 'opened price page', published: true, type: 'url.hit', delta: 20 } as const;

export default rule({
  id: 'undeclared-score',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['point_action', 'point_trigger', 'point_group', 'form', 'campaign'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 4(4)', kind: 'law' },
    { cite: 'GDPR Art. 13(2)(f)', kind: 'law' },
    { cite: 'GDPR Art. 30', kind: 'law' },
    { cite: 'WP251rev.01', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Points without a declaration',
      message:
        "'{item}' ({kind}) rates people with points, and [no declaration says what for. Add it under `{section}` with its `purposes`, or unpublish it in Mautic.][none of its purposes says so ({purposes}). Write `profiling` at the one that the points serve, or take the points out in Mautic.]",
      why: 'Points are a judgement about a person. Whoever is judged may know it, what for, and what follows from it.',
      next: 'Write what the points are for and what happens at which score, as a purpose with `profiling`; if nothing follows from them, unpublish the rule.',
    },
    it: {
      title: 'Punti non dichiarati',
      message:
        "«{item}» ({kind}) valuta le persone con i punti e [nella dichiarazione non c'è scritto a che cosa serve. Aggiungi una voce in `{section}` con le finalità (`purposes`), oppure annulla la pubblicazione in Mautic.][nessuna delle sue finalità lo dice ({purposes}). Scrivi `profiling` in quella a cui servono i punti, oppure togli i punti in Mautic.]",
      why: 'I punti sono un giudizio su una persona. Chi viene valutato ha il diritto di saperlo, e di sapere a che scopo e con quali conseguenze.',
      next: 'Scrivi a che cosa servono i punti e che cosa succede a quale punteggio, con una finalità che abbia `profiling`; se non ne segue nulla, annulla la pubblicazione.',
    },
  },
  examples: {
    bad: { declarations: 'point_actions: {}', items: [price], finds: ['point_action:opened price page'] },
    good: {
      declarations: 'point_actions:\n  opened price page: {purposes: [lead-scoring], why: Tell sales whom to call first}',
      items: [price],
      finds: [],
    },
  },
  check: context => {
    const rules = (['point_action', 'point_trigger', 'point_group'] as const).flatMap(kind => undeclaredItems(context, kind));
    return [...rules.filter(item => !isTry(context, item)), ...hiddenScoring(context)].map(item => {
      const purposes = definedPurposes(context, item).map(nameOfPurpose);
      const lacking = purposes.length > 0 ? { purposes } : { section: sectionOf(item.kind) ?? '' };
      const finding = undeclaredFinding(context, item, { item: nameOf(item), kind: item.kind, ...lacking });
      // A form that is declared lacks a purpose, not an entry.
      const place = context.policy.entryOf(item)?.place;
      return place === undefined ? finding : { ...finding, place };
    });
  },
});

/** A declared try that changes nobody's points. */
function isTry({ policy }: RuleContext, item: Item): boolean {
  return item.kind === 'point_action' && item.delta === 0 && policy.entryOf(item)?.value.status === 'test';
}
