import type { Fix, NamedItem, RuleFinding } from '../../src/finding.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import { isSeenIn, placeOfTrace, SURFACES, type Surface, TRACKING_KINDS, type Trace } from '../../src/lint/tracking/surfaces.js';
import { TRACKING_WORDS } from '../../src/lint/tracking/words.js';
import { trackingMails } from '../../src/lint/unstated.js';

const readers = { kind: 'segment', id: 3, key: 'menu-readers', title: 'Menu readers', published: true, filter_rows: 1 } as const;
const filter = {
  from: 'segment:menu-readers',
  how: 'filters',
  to: 'tracking:page_hit',
  at: 'segment.filter',
  n: 1,
  group: 1,
  op: 'is',
} as const;

export default rule({
  id: 'undeclared-tracking',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: TRACKING_KINDS,
  settings: trackingMails,
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 13', kind: 'law' },
    { cite: 'GDPR Art. 30', kind: 'law' },
    { cite: 'ePrivacy Directive Art. 5(3)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Tracking without a declaration',
      message:
        'Mautic tracks {what} (seen in {places}), and no declaration says so: nobody can tell people. Declare it under `tracking`, or switch it off in Mautic.',
      why: 'Tracking happens out of sight: people cannot know what is recorded unless you tell them, and you can only tell what you know.',
      next: 'Write the surface under `tracking` with its purposes and, for a website, what holds the script back until people agree; or take out what uses it.',
      words: TRACKING_WORDS.en,
    },
    it: {
      title: 'Tracciamento non dichiarato',
      message:
        "Mautic traccia {what} (visto in {places}) e nella dichiarazione non c'è: nessuno può dirlo alle persone. Dichiaralo in `tracking`, oppure disattivalo in Mautic.",
      why: 'Il tracciamento non si vede: le persone possono sapere che cosa viene registrato solo se lo spieghi, e puoi spiegare solo ciò che conosci.',
      next: 'Scrivi la superficie in `tracking` con le sue finalità e, per un sito, che cosa trattiene lo script fino al consenso; oppure togli ciò che lo usa.',
      words: TRACKING_WORDS.it,
    },
  },
  examples: {
    bad: { declarations: 'tracking: {}', items: [readers], uses: [filter], finds: ['tracking:website'] },
    good: {
      declarations: 'tracking:\n  website: {purposes: [web-statistics], gate: consent-tool}',
      items: [readers],
      uses: [filter],
      finds: [],
    },
  },
  check: context => {
    const { traces } = context.indexes;
    const isSeen = isSeenIn(context.kinds);
    return SURFACES.flatMap(surface => {
      const [first, ...others] = context.declarations.tracking[surface] === undefined ? (traces.get(surface) ?? []).filter(isSeen) : [];
      return first === undefined ? [] : [findingOf(context, surface, first, others)];
    });
  },
});

/** One finding a surface, whatever the number of its traces. */
function findingOf(context: RuleContext, surface: Surface, first: Trace, others: readonly Trace[]): RuleFinding {
  const traces = [first, ...others];
  const places = new Map<string, NamedItem>(traces.map(({ item, seen }) => [item ?? seen.name, seen]));
  const data = { what: [...new Set(traces.map(({ what }) => what))], places: [...places.values()] };
  const lines = `${surface}: {purposes: []}`;
  const fix: Fix = { id: 'declare-tracking', safe: true, changes: [{ do: 'declare', section: 'tracking', lines }] };
  return { subject: `tracking:${surface}`, place: placeOfTrace(context, first), data, fixes: [fix] };
}
