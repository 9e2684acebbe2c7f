import { newAnswers } from '../../src/lint/declared/options.js';
import { labelOf } from '../../src/lint/labels.js';
import { valueAt } from '../../src/lint/places.js';
import { rule } from '../../src/lint/rule.js';
import { itemLine } from '../../src/text/scalars.js';

const diet = {
  kind: 'contact_field',
  id: 45,
  key: 'diet',
  title: 'Diet',
  type: 'select',
  published: true,
  options: ['none', 'vegetarian', 'coeliac', 'halal'].map(value => ({ value, label: value })),
} as const;

export default rule({
  id: 'option-drift',
  family: 'drift',
  since: '1.0.0',
  evidence: 'certain',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'unsafe',
  law: [{ cite: 'GDPR Art. 5(1)(c)', kind: 'law' }],
  text: {
    en: {
      title: 'Answers that nobody has reviewed',
      message:
        "'{label}' offers answers nobody has reviewed: {options}. An answer can reveal more than you want to know. Add them to `options`, or remove them in Mautic.",
      why: 'One new answer can turn a harmless question into one about health or faith, and people answer it in good faith.',
      next: 'Look at each new answer: do you need to know it? Add it to `options`, or take it out in Mautic. A long list such as countries gets `options: open` with a `note`.',
    },
    it: {
      title: 'Risposte che nessuno ha valutato',
      message:
        '«{label}» propone risposte che nessuno ha valutato: {options}. Una risposta può rivelare più di quanto vuoi sapere. Aggiungile a `options`, oppure toglile in Mautic.',
      why: 'Una sola risposta nuova può trasformare una domanda innocua in una sulla salute o sulla fede, e le persone rispondono in buona fede.',
      next: 'Valuta ogni nuova risposta: ti serve saperlo? Aggiungila a `options`, oppure toglila in Mautic. Per un elenco lungo, come i paesi, scrivi `options: open` con una `note`.',
    },
  },
  examples: {
    bad: {
      declarations: 'contact_fields:\n  diet: {purposes: [events], options: [none, vegetarian]}',
      items: [diet],
      finds: ['contact_field:diet'],
    },
    good: {
      declarations:
        'contact_fields:\n  diet:\n    purposes: [events]\n    options: [none, vegetarian, coeliac, halal]\n    special: {categories: [health, religion], condition: explicit-consent}',
      items: [diet],
      finds: [],
    },
  },
  check: context =>
    newAnswers(context)
      .filter(({ item }) => context.kinds.has(item.kind))
      .map(({ item, entry, answers, values }) => {
        const place = valueAt(entry.place, 'options');
        return {
          subject: context.snapshot.reference(item),
          place,
          data: { label: labelOf(item), options: answers },
          fixes: [{ id: 'accept-options', safe: false, changes: [{ do: 'append', place, items: values.map(itemLine) }] }],
        };
      }),
});
