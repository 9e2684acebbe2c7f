import type { RuleFinding } from '../../src/finding.js';
import type { Kind } from '../../src/items.js';
import { differences, followMautic } from '../../src/lint/declared/attributes.js';
import { labelOf } from '../../src/lint/labels.js';
import { valueAt } from '../../src/lint/places.js';
import { rule } from '../../src/lint/rule.js';

const PER: readonly Kind[] = ['contact_field', 'company_field', 'form', 'form_field', 'segment', 'page'];

const form = { kind: 'form', id: 3, key: 'Events', published: true } as const;
const mobile = { kind: 'form_field', id: 2, key: 'Events/mobile', title: 'Mobile', form: 'form:Events', type: 'tel' } as const;

export default rule({
  id: 'attribute-drift',
  family: 'drift',
  since: '1.0.0',
  evidence: 'certain',
  per: PER,
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 25(2)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Mautic differs from what was declared',
      message:
        "In Mautic `{key}` of '{item}' ({kind}) is now {live}; the declaration says {declared}. If you want the change, correct the declaration; if not, undo it in Mautic.",
      why: 'Somebody decided how this is asked, and people were told so. A change in Mautic that nobody reviewed can ask them for more.',
      next: 'Find out who changed it and why. Keep one of the two: correct the declaration in a pull request, or set Mautic back.',
    },
    it: {
      title: 'Mautic non corrisponde alla dichiarazione',
      message:
        "In Mautic `{key}` di «{item}» ({kind}) ora vale {live}; nella dichiarazione c'è {declared}. Se il cambiamento è voluto, correggi la dichiarazione; altrimenti annullalo in Mautic.",
      why: 'Qualcuno ha deciso come si chiede questo dato, e così è stato detto alle persone. Una modifica in Mautic che nessuno ha valutato può chiedere loro di più.',
      next: 'Scopri chi ha fatto la modifica e perché. Tieni una sola versione: correggi la dichiarazione con una pull request, oppure ripristina Mautic.',
    },
  },
  examples: {
    bad: {
      declarations: 'forms:\n  Events: {purposes: [events], fields: {mobile: {required: false}}}',
      items: [form, { ...mobile, required: true }],
      finds: ['form_field:Events/mobile'],
    },
    good: {
      declarations: 'forms:\n  Events: {purposes: [events], fields: {mobile: {required: false}}}',
      items: [form, { ...mobile, required: false }],
      finds: [],
    },
  },
  check: context =>
    PER.filter(kind => context.kinds.has(kind)).flatMap(kind =>
      context.snapshot.items(kind).flatMap(item => {
        const entry = context.policy.entryOf(item);
        if (entry === undefined) return [];
        return differences(context, entry, item).map((difference): RuleFinding => {
          const { key, live, declared, isMore } = difference;
          return {
            subject: context.snapshot.reference(item),
            key,
            place: valueAt(entry.place, key),
            data: { key, item: labelOf(item), kind, live, declared },
            ...(isMore ? { severity: 'error' } : {}),
            fixes: followMautic(context, entry, difference),
          };
        });
      }),
    ),
});
