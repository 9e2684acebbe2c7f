import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { switchedOffFields } from '../../src/lint/references/switched-off.js';
import { rule } from '../../src/lint/rule.js';

/** They choose between contents, not who is written to. */
const CONTENT: ReadonlySet<string> = new Set(['email', 'dynamic_content']);

const plan = { kind: 'contact_field', id: 60, key: 'plan', title: 'Plan', type: 'multiselect' } as const;
const gold = { kind: 'segment', id: 2, key: 'gold-plan', title: 'Gold plan', published: true, filter_rows: 1 } as const;
const filter = { from: 'segment:gold-plan', how: 'filters', to: 'contact_field:plan', at: 'segment.filter', n: 1, group: 1 } as const;

export default rule({
  id: 'unpublished-filter',
  family: 'drift',
  since: '1.0.0',
  evidence: 'certain',
  per: ['contact_field', 'company_field', 'segment', 'campaign', 'email', 'dynamic_content'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(b), (d)', kind: 'law' }],
  text: {
    en: {
      title: 'People selected by a field that is switched off',
      message:
        "'{item}' ({kind}) selects people by the field '{field}', which is switched off: people may be in it who don't belong there. Publish the field again, or take it out of the filters and conditions.",
      why: 'Mautic passes over a filter on a field that is switched off, without a word: a segment for a few can take in everybody.',
      next: 'Open it in Mautic and look at the filters or conditions on that field; then look at who got messages meanwhile.',
    },
    it: {
      title: 'Persone selezionate con un campo disattivato',
      message:
        "«{item}» ({kind}) seleziona le persone con il campo «{field}», che è disattivato: può includere chi non c'entra. Ripubblica il campo, oppure toglilo da filtri e condizioni.",
      why: 'Mautic salta senza avvisare un filtro su un campo disattivato: un segmento per pochi può comprendere tutti.',
      next: 'Aprilo in Mautic e controlla i filtri o le condizioni su quel campo; poi guarda chi nel frattempo ha ricevuto messaggi.',
    },
  },
  examples: {
    bad: { declarations: '', items: [{ ...plan, published: false }, gold], uses: [filter], finds: ['segment:gold-plan'] },
    good: { declarations: '', items: [{ ...plan, published: true }, gold], uses: [filter], finds: [] },
  },
  check: context =>
    switchedOffFields(context)
      .filter(({ user, field }) => context.kinds.has(user.kind) && context.kinds.has(field.kind))
      .map(({ user, field }) => {
        const reference = context.snapshot.reference(field);
        return {
          subject: context.snapshot.reference(user),
          key: reference,
          place: placeOf(context, user),
          data: { item: nameOf(user), kind: user.kind, field: { label: nameOf(field), alias: field.key } },
          related: [{ subject: reference, place: placeOf(context, field) }],
          ...(CONTENT.has(user.kind) ? { severity: 'warn' } : {}),
        };
      }),
});
