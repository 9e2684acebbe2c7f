import type { RuleFinding } from '../../src/finding.js';
import { KINDS } from '../../src/items.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { labelOf } from '../../src/lint/labels.js';
import { nameOf } from '../../src/lint/policy.js';
import { type Gone, goneItems } from '../../src/lint/references/gone.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import { namedBy } from '../../src/lint/usage/surroundings.js';

/** What something else can name. */
const PER = KINDS.filter(kind => namedBy(kind).length > 0);
/** Most users that a finding leads to; the others are told by `purposelint where`. */
const LINKED = 5;

const readers = { kind: 'segment', id: 12, key: 'readers', title: 'Readers', published: true, filter_rows: 1 } as const;
const filter = { from: 'segment:readers', how: 'filters', to: 'segment:#41', at: 'segment.filter', n: 1, group: 1, op: 'any-of' } as const;

export default rule({
  id: 'dangling-reference',
  family: 'drift',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: PER,
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(d)', kind: 'law' }],
  text: {
    en: {
      title: 'Used, but gone from Mautic',
      message:
        "[{detail}]['{key}' ({kind}) no longer exists in Mautic, but is still used in {places}. Mautic does not warn you, and the wrong people may be reached. Remove or replace it there.]",
      why: 'A filter on something that is gone lets in everybody, or nobody, and one broken filter keeps Mautic from updating the segments after it. People get what was not meant for them.',
      next: 'Open each place in Mautic and choose what was meant; `purposelint where` lists them all. What a plugin adds is in no list of Mautic: waive it. A campaign step that you cannot find any more was deleted, and Mautic still sends it.',
      words: {
        blank:
          "The segment '{segment}' has a filter without a field. Mautic does not warn you, and the wrong people may be reached. Remove the row, or choose its field again.",
      },
    },
    it: {
      title: 'Usato, ma non più in Mautic',
      message:
        '[{detail}][«{key}» ({kind}) in Mautic non esiste più, ma compare ancora in {places}. Mautic non avvisa e potresti raggiungere le persone sbagliate. Togli o sostituisci il riferimento.]',
      why: 'Un filtro su qualcosa che non esiste più lascia passare tutti, o nessuno, e un solo filtro rotto impedisce a Mautic di aggiornare i segmenti che vengono dopo. Le persone ricevono ciò che non era per loro.',
      next: "Apri ogni punto in Mautic e scegli ciò che si intendeva; `purposelint where` li elenca tutti. Ciò che aggiunge un plugin non è in nessun elenco di Mautic: dichiara un'eccezione. Un passaggio di campagna che non trovi più è stato eliminato, e Mautic lo trasmette ancora.",
      words: {
        blank:
          'Il segmento «{segment}» ha un filtro senza campo. Mautic non avvisa e potresti raggiungere le persone sbagliate. Togli la riga o scegli di nuovo il campo.',
      },
    },
  },
  examples: {
    bad: { declarations: '', items: [readers], uses: [filter], finds: ['segment:#41'] },
    good: { declarations: '', items: [{ ...readers, filter_rows: 0 }], finds: [] },
  },
  check: context => [...goneItems(context).map(gone => findingOf(context, gone)), ...blankFilters(context)],
});

/** What stands only in what is switched off reaches nobody for now. */
function findingOf(context: RuleContext, { reference, kind, key, users, holders }: Gone): RuleFinding {
  const seen = users.map(item => ({ subject: context.snapshot.reference(item), place: placeOf(context, item) }));
  const [{ place } = { place: { item: reference } }] = seen;
  return {
    subject: reference,
    place,
    data: { key, kind, places: holders.map(holder => ({ name: labelOf(holder), kind: holder.kind })) },
    related: seen.slice('item' in place ? 1 : 0, LINKED),
    ...(holders.some(context.policy.isLive) ? {} : { severity: 'info' }),
  };
}

function blankFilters({ snapshot, policy, kinds }: RuleContext): RuleFinding[] {
  const segments = kinds.has('segment') ? snapshot.items('segment').filter(({ blank_rows = 0 }) => blank_rows > 0) : [];
  return segments.map(segment => ({
    subject: snapshot.reference(segment),
    place: placeOf({ policy, snapshot }, segment),
    data: { detail: 'blank', segment: nameOf(segment) },
    ...(policy.isLive(segment) ? {} : { severity: 'info' }),
  }));
}
