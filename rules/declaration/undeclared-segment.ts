import { peopleIn, undeclaredFinding, undeclaredItems } from '../../src/lint/declared/undeclared.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const spenders = {
  kind: 'segment',
  id: 5,
  key: 'high-spenders-40plus',
  title: 'High spenders, 40+',
  published: true,
  filter_rows: 2,
} as const;

export default rule({
  id: 'undeclared-segment',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['segment'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 4(4)', kind: 'law' },
    { cite: 'GDPR Art. 5(1)(b)', kind: 'law' },
    { cite: 'GDPR Art. 30(1)(b), (c)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Segment without a declaration',
      message:
        "The segment '{segment}'[, with {people},] is not declared: nobody can tell people why they are in it. Add it under `segments` with its `purposes`, or unpublish it in Mautic.",
      why: 'A segment decides who is written to, and who is not. People may ask why they are in it, and somebody must know.',
      next: 'Write the segment under `segments` with its purposes; if it only serves inside other segments, name those in `helper_for`.',
    },
    it: {
      title: 'Segmento non dichiarato',
      message:
        'Il segmento «{segment}»[, con {people},] non è nella dichiarazione: nessuno può spiegare alle persone perché ne fanno parte. Aggiungilo in `segments` con le sue finalità (`purposes`), oppure annullane la pubblicazione in Mautic.',
      why: 'Un segmento decide a chi si scrive e a chi no. Le persone possono chiedere perché ne fanno parte, e qualcuno deve saperlo.',
      next: 'Scrivi il segmento in `segments` con le sue finalità; se serve solo dentro altri segmenti, indicali in `helper_for`.',
    },
  },
  examples: {
    bad: { declarations: 'segments: {}', items: [spenders], finds: ['segment:high-spenders-40plus'] },
    good: {
      declarations: 'segments:\n  high-spenders-40plus: {purposes: [loyalty-offers], profiling: simple}',
      items: [spenders],
      finds: [],
    },
  },
  check: context =>
    undeclaredItems(context, 'segment').map(segment => {
      const people = peopleIn(context.snapshot.count(context.snapshot.reference(segment), 'people'));
      return undeclaredFinding(context, segment, { segment: nameOf(segment), ...people });
    }),
});
