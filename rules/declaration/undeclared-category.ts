import type { Severity } from '../../src/finding.js';
import { undeclaredFinding, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { nameOf } from '../../src/lint/policy.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

/** Mostly folders for the team's own files and pages. */
const FOLDERS: ReadonlySet<string> = new Set(['asset', 'page']);

const offers = { kind: 'category', id: 6, key: 'global/wine-offers', title: 'Wine offers', published: true, bundle: 'global' } as const;

export default rule({
  id: 'undeclared-category',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['category'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 30', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Category without a declaration',
      message:
        "'{item}' ({kind}) sorts people or their interests, and no declaration says what for. Add it under `{section}` with its `purposes`; if it says nothing about people, `personal: false` with a `reason`.",
      why: 'Topics that people choose, or are sorted into, tell what interests them. Everything in a category can also take its purposes from it.',
      next: 'Write the category under `categories` as `bundle/alias` with its purposes: its content inherits them. A mere folder gets `personal: false` and a reason.',
    },
    it: {
      title: 'Categoria non dichiarata',
      message:
        '«{item}» ({kind}) classifica le persone o i loro interessi, ma non è nella dichiarazione. Aggiungi una voce in `{section}` con le finalità (`purposes`) o, se non dice nulla sulle persone, `personal: false` con `reason`.',
      why: 'Gli argomenti che le persone scelgono, o in cui vengono classificate, dicono che cosa le interessa. E ciò che sta in una categoria può ereditarne le finalità.',
      next: 'Scrivi la categoria in `categories` come `bundle/alias` con le sue finalità: i contenuti le ereditano. A una semplice cartella basta `personal: false` con il motivo.',
    },
  },
  examples: {
    bad: { declarations: 'categories: {}', items: [offers], finds: ['category:global/wine-offers'] },
    good: { declarations: 'categories:\n  global/wine-offers: {purposes: [newsletter]}', items: [offers], finds: [] },
  },
  check: context =>
    undeclaredItems(context, 'category').map(category => ({
      ...undeclaredFinding(context, category, { item: nameOf(category), kind: 'category', section: 'categories' }),
      ...severityOf(context, category),
    })),
});

/** A folder that nothing about people refers to: no filter, no decision, no link. */
function severityOf({ snapshot, uses }: RuleContext, category: ItemOf<'category'>): { severity?: Severity } {
  const isFolder = FOLDERS.has(category.bundle ?? '') && uses.to(snapshot.reference(category)).length === 0;
  return isFolder ? { severity: 'info' } : {};
}
