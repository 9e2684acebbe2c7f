import { addDays } from '../../src/declarations/days.js';
import { type Field, fieldsOf } from '../../src/lint/declared/core-fields.js';
import { peopleIn } from '../../src/lint/declared/undeclared.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';

/** So long after `retired_on` may values still be there, in days. */
const GRACE = 30;

const film = { kind: 'contact_field', id: 70, key: 'favourite_film', title: 'Favourite film', published: false } as const;
const filled = (n: number) => [{ of: 'contact_field:favourite_film', how: 'filled', n } as const];

export default rule({
  id: 'retired-but-stored',
  family: 'drift',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['contact_field', 'contact_field.counts', 'company_field', 'company_field.counts'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(e), 17(1)(a)', kind: 'law' }],
  text: {
    en: {
      title: 'Switched off, but still full of answers',
      message:
        "The field '{field}' is switched off, but Mautic still keeps [the answers of {people}][{detail}]. Delete the field or empty it; if you must keep them for now, declare `legal_hold`.",
      why: 'Hiding a column deletes nothing: what people once told you is still there, can leak, and belongs into every answer about their data.',
      next: 'Have the values removed, then delete the field in Mautic. If a dispute or a law makes you keep them, write `legal_hold` with its last day and the paper.',
      words: { companies: 'what companies have in it' },
    },
    it: {
      title: 'Disattivato, ma ancora pieno di risposte',
      message:
        'Il campo «{field}» è disattivato, ma Mautic conserva ancora [le risposte di {people}][{detail}]. Elimina il campo o svuotalo; se per ora devi tenerle, dichiara `legal_hold`.',
      why: 'Nascondere una colonna non cancella nulla: ciò che le persone ti hanno detto è ancora lì, può essere sottratto e va indicato a chi chiede i propri dati.',
      next: "Fai togliere i valori, poi elimina il campo in Mautic. Se una controversia o una legge ti obbliga a tenerli, scrivi `legal_hold` con l'ultimo giorno e il documento.",
      words: { companies: 'i dati delle aziende' },
    },
  },
  examples: {
    bad: { declarations: '', items: [film], counts: filled(812), finds: ['contact_field:favourite_film'] },
    good: { declarations: '', items: [film], counts: filled(0), finds: [] },
  },
  check: context =>
    fieldsOf(context).flatMap(field => {
      const subject = context.snapshot.reference(field);
      const { people } = peopleIn(context.snapshot.count(subject, 'filled'));
      if (people === undefined || !context.kinds.has(field.kind) || !isOff(context, field) || isHeld(context, field)) return [];
      // Of a company field, companies were counted.
      const kept = field.kind === 'contact_field' ? { people } : { detail: 'companies' };
      return [{ subject, place: placeOf(context, field), data: { field: { label: nameOf(field), alias: field.key }, ...kept } }];
    }),
});

/** Unpublished, or declared retired; not in the first days after that. What is declared of firms only need not go. */
function isOff({ policy, now }: RuleContext, field: Field): boolean {
  if (field.kind === 'company_field' && policy.standing(field).state === 'not-personal') return false;
  const { status, retired_on } = policy.entryOf(field)?.value ?? {};
  if (status === 'retired' && retired_on !== undefined) return retired_on < addDays(now, -GRACE);
  return status === 'retired' || field.published === false;
}

/** Must it, or what one of its purposes holds, still be kept? */
function isHeld({ policy, now }: RuleContext, field: Field): boolean {
  const holds = [policy.entryOf(field)?.value, ...policy.purposes(policy.purposesOf(field)).map(({ value }) => value)];
  return holds.some(value => value?.legal_hold !== undefined && (value.legal_hold.until ?? now) >= now);
}
