import { sectionOf } from '../../src/items.js';
import { undeclaredFinding, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { nameOf, purposesIn } from '../../src/lint/policy.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import type { Item } from '../../src/mautic/snapshot.js';

/** What rates people outside the point rules: form actions and campaign events that write one of these. */
const SCORES = ['contact_field:points', 'record:company_score'];

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
        "'{item}' ({kind}) rates people with points, and no declaration says what for. Add it under `{section}` with its `purposes`, or unpublish it in Mautic.",
      why: 'Points are a judgement about a person. Whoever is judged may know it, what for, and what follows from it.',
      next: 'Write what the points are for and what happens at which score, as a purpose with `profiling`; if nothing follows from them, unpublish the rule.',
    },
    it: {
      title: 'Punti non dichiarati',
      message:
        "«{item}» ({kind}) valuta le persone con i punti e nella dichiarazione non c'è scritto a che cosa serve. Aggiungi una voce in `{section}` con le finalità (`purposes`), oppure annulla la pubblicazione in Mautic.",
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
    return [...rules.filter(item => !isTry(context, item)), ...hiddenScoring(context)].map(item =>
      undeclaredFinding(context, item, { item: nameOf(item), kind: item.kind, section: sectionOf(item.kind) ?? '' }),
    );
  },
});

/** A declared try that changes nobody's points. */
function isTry({ policy }: RuleContext, item: Item): boolean {
  return item.kind === 'point_action' && item.delta === 0 && policy.entryOf(item)?.value.status === 'test';
}

/** Live forms and campaigns that write points although none of their purposes says so. */
function hiddenScoring({ snapshot, uses, policy, kinds }: RuleContext): Item[] {
  const sources = new Set(SCORES.flatMap(target => uses.to(target, 'writes')).map(use => use.from));
  return [...sources].flatMap(reference => {
    const item = snapshot.item(reference);
    if (item === undefined || (item.kind !== 'form' && item.kind !== 'campaign') || !kinds.has(item.kind)) return [];
    const standing = policy.standing(item);
    // A form without entry is told by `undeclared-form`, an entry without purposes by `no-purpose`: one mistake, one finding.
    if (standing.state === 'undecided' && (item.kind === 'form' || policy.entryOf(item) !== undefined)) return [];
    const keys = purposesIn(standing);
    const purposes = policy.purposes(keys);
    const profiles = purposes.some(({ value }) => (value.profiling ?? 'none') !== 'none');
    // Of a purpose that nobody has defined `unknown-purpose` speaks.
    return policy.isLive(item) && !profiles && purposes.length === keys.length ? [item] : [];
  });
}
