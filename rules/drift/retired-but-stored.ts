import { addDays } from '../../src/declarations/days.js';
import { peopleIn } from '../../src/lint/declared/undeclared.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

/** So long after `retired_on` may values still be there, in days. */
const GRACE = 30;

const film = { kind: 'contact_field', id: 70, key: 'favourite_film', title: 'Favourite film', published: false } as const;
const filled = (n: number) => [{ of: 'contact_field:favourite_film', how: 'filled', n } as const];

export default rule({
  id: 'retired-but-stored',
  family: 'drift',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['contact_field', 'contact_field.counts'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(e), 17(1)(a)', kind: 'law' }],
  text: {
    en: {
      title: 'Switched off, but still full of answers',
      message:
        "The field '{field}' is switched off, but Mautic still keeps the answers of {people}. Delete the field or empty it; if you must keep them for now, declare `legal_hold`.",
      why: 'Hiding a column deletes nothing: what people once told you is still there, can leak, and belongs into every answer about their data.',
      next: 'Have the values removed, then delete the field in Mautic. If a dispute or a law makes you keep them, write `legal_hold` with its last day and the paper.',
    },
    it: {
      title: 'Disattivato, ma ancora pieno di risposte',
      message:
        'Il campo «{field}» è disattivato, ma Mautic conserva ancora le risposte di {people}. Elimina il campo o svuotalo; se per ora devi tenerle, dichiara `legal_hold`.',
      why: 'Nascondere una colonna non cancella nulla: ciò che le persone ti hanno detto è ancora lì, può essere sottratto e va indicato a chi chiede i propri dati.',
      next: "Fai togliere i valori, poi elimina il campo in Mautic. Se una controversia o una legge ti obbliga a tenerli, scrivi `legal_hold` con l'ultimo giorno e il documento.",
    },
  },
  examples: {
    bad: { declarations: '', items: [film], counts: filled(812), finds: ['contact_field:favourite_film'] },
    good: { declarations: '', items: [film], counts: filled(0), finds: [] },
  },
  check: context =>
    context.snapshot.items('contact_field').flatMap(field => {
      const subject = context.snapshot.reference(field);
      const people = peopleIn(context.snapshot.count(subject, 'filled'));
      if (people.people === undefined || !isOff(context, field) || isHeld(context, field)) return [];
      return [{ subject, place: placeOf(context, field), data: { field: { label: nameOf(field), alias: field.key }, ...people } }];
    }),
});

/** Unpublished, or declared retired; not in the first days after that. */
function isOff({ policy, now }: RuleContext, field: ItemOf<'contact_field'>): boolean {
  const { status, retired_on } = policy.entryOf(field)?.value ?? {};
  if (status === 'retired' && retired_on !== undefined) return retired_on < addDays(now, -GRACE);
  return status === 'retired' || field.published === false;
}

/** Must it, or what one of its purposes holds, still be kept? */
function isHeld({ policy, now }: RuleContext, field: ItemOf<'contact_field'>): boolean {
  const holds = [policy.entryOf(field)?.value, ...policy.purposes(policy.purposesOf(field)).map(({ value }) => value)];
  return holds.some(value => value?.legal_hold !== undefined && (value.legal_hold.until ?? now) >= now);
}
