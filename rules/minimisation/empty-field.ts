import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { scarceFields } from '../../src/lint/usage/scarce.js';

/** So many per cent of the contacts must have a value. */
const MIN_FILLED = { recommended: 1, strict: 5 };

const ENTRY = 'why: Number for orders by fax';
const FAX = { kind: 'contact_field', id: 12, key: 'fax_orders', title: 'Fax', published: true, added: '2025-03-02' } as const;
const COUNTS = [
  { of: 'record:identified', how: 'total', n: 9400 },
  { of: 'contact_field:fax_orders', how: 'filled', n: '<5' },
] as const;

export default rule({
  id: 'empty-field',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  per: ['contact_field', 'contact_field.counts', 'company_field', 'company_field.counts'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  options: { recommended: { min_filled: MIN_FILLED.recommended }, strict: { min_filled: MIN_FILLED.strict } },
  law: [{ cite: 'GDPR Art. 5(1)(c)', kind: 'law' }],
  text: {
    en: {
      title: 'Field that almost nobody has',
      message:
        "Only {percent} of your {detail} have the field '{field}': it can hardly be necessary. Delete it; if few people have it by nature, declare `rare: true`.",
      why: 'You do very well without it for nearly everybody. The few who did answer gave away something that you do not need.',
      next: 'Ask who would miss the field. If nobody would, take it off the forms and delete it; a field that Mautic ships can only be unpublished.',
      words: { contact_field: 'contacts', company_field: 'companies' },
    },
    it: {
      title: 'Campo che quasi nessuno ha',
      message:
        '{detail} con il campo «{field}» compilato: solo {percent}. Difficile che sia necessario. Eliminalo; se per sua natura riguarda poche persone, dichiara `rare: true`.',
      why: 'Per quasi tutti ne fai benissimo a meno. I pochi che hanno risposto ti hanno dato qualcosa che non ti serve.',
      next: 'Chiedi a chi mancherebbe. Se non manca a nessuno, togli il campo dai moduli ed eliminalo; un campo di Mautic si può solo togliere dalla pubblicazione.',
      words: { contact_field: 'contatti', company_field: 'aziende' },
    },
  },
  examples: {
    bad: {
      declarations: `contact_fields:\n  fax_orders: {purposes: [orders], ${ENTRY}}`,
      items: [FAX],
      counts: COUNTS,
      finds: ['contact_field:fax_orders'],
    },
    good: {
      declarations: `contact_fields:\n  fax_orders: {purposes: [orders], ${ENTRY}, rare: true}`,
      items: [FAX],
      counts: COUNTS,
      finds: [],
    },
  },
  check: context => {
    const { min_filled: least } = context.options;
    return scarceFields(context, typeof least === 'number' ? least : MIN_FILLED[context.preset]).map(({ field, place, percent }) => ({
      subject: context.snapshot.reference(field),
      place,
      data: { field: { label: nameOf(field), alias: field.key }, percent, detail: field.kind },
      // Nobody chose what Mautic ships, and nobody can delete it.
      ...(field.fixed === true ? { severity: 'info' as const } : {}),
    }));
  },
});
