import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { idleItems } from '../../src/lint/usage/idle.js';

const WATCHED = ['form', 'segment', 'point_action', 'campaign'] as const;

const fair = { kind: 'segment', id: 9, key: 'fair-2022', title: 'Fair 2022', added: '2022-09-02', filter_rows: 1 } as const;
const people = (n: number) => [{ of: 'segment:fair-2022', how: 'people', n } as const];

export default rule({
  id: 'stale-item',
  family: 'hygiene',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: [...WATCHED, 'form.counts', 'segment.counts'],
  severity: { recommended: 'warn', strict: 'warn' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), 25(2)', kind: 'law' }],
  text: {
    en: {
      title: 'Published, and nothing happens',
      message:
        "Nothing has happened with '{item}' ({kind}) since {date}, but it is still there and can collect data. Unpublish or delete it in Mautic; if it is seasonal, declare `active` on its purpose.",
      why: 'What nobody looks after any more still takes in data when somebody stumbles on it: a form of an old fair, a campaign that was never sent.',
      next: 'Ask who made it whether it is still needed. Unpublish it first, and delete it once nobody misses it.',
    },
    it: {
      title: 'Pubblicato, ma non succede nulla',
      message:
        'Per «{item}» ({kind}) non succede nulla dal {date}, ma può ancora raccogliere dati. In Mautic annulla la pubblicazione o elimina; se è stagionale, dichiara `active` nella sua finalità.',
      why: 'Ciò di cui nessuno si occupa più raccoglie ancora dati quando qualcuno ci capita: il modulo di una vecchia fiera, una campagna mai inviata.',
      next: "Chiedi a chi l'ha creato se serve ancora. Prima annulla la pubblicazione; elimina quando nessuno ne sente la mancanza.",
    },
  },
  examples: {
    bad: { declarations: '', items: [{ ...fair, published: true }], counts: people(0), finds: ['segment:fair-2022'] },
    good: { declarations: '', items: [{ ...fair, published: true }], counts: people(340), finds: [] },
  },
  check: context =>
    WATCHED.filter(kind => context.kinds.has(kind)).flatMap(kind =>
      idleItems(context, kind).map(({ item, since }) => ({
        subject: context.snapshot.reference(item),
        place: placeOf(context, item),
        data: { item: nameOf(item), kind, date: since },
      })),
    ),
});
