import { severityBy } from '../../src/lint/consent/holders.js';
import { labelOf, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED =
  'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok}}\nforms:\n  Kiosk: {purposes: [contest]}';
const FORM = { kind: 'form', id: 6, key: 'Kiosk', published: true } as const;
const HELD = { kind: 'contact_field', id: 44, key: 'newsletter_ok', title: 'Newsletter', type: 'boolean' } as const;
const BOX = { kind: 'form_field', id: 56, key: 'Kiosk/nl', form: 'form:Kiosk', type: 'checkboxgrp', title: 'Newsletter' } as const;
const COLLECTS = [{ from: 'form_field:Kiosk/nl', how: 'collects', to: 'contact_field:newsletter_ok', at: 'form.field' } as const];

export default rule({
  id: 'consent-not-refusable',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: false,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(11), 7(3), recital 42', kind: 'law' },
    { cite: 'CJEU C-673/17 Planet49, 1 October 2019', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Consent box that cannot be refused',
      message:
        "People can't refuse '{label}' in the form '{form}': Mautic stores '{value}' even when they untick it, because it has a default value. Remove the default value in Mautic.",
      why: 'A group of tick boxes with a default value also posts that value unseen. Who unticks the box believes to have said no.',
      next: 'Open the question in the form, empty its default value and save. Do not rely on the answers stored so far.',
    },
    it: {
      title: 'Consenso che non si può rifiutare',
      message:
        "Nel modulo «{form}» non si può rifiutare «{label}»: Mautic registra «{value}» anche se la persona toglie la spunta, perché c'è un valore predefinito. Toglilo in Mautic.",
      why: 'Un gruppo di caselle con un valore predefinito invia quel valore anche di nascosto. Chi toglie la spunta crede di aver detto di no.',
      next: 'Apri la domanda nel modulo, svuota il valore predefinito e salva. Non fidarti delle risposte registrate finora.',
    },
  },
  examples: {
    bad: {
      declarations: DECLARED,
      items: [HELD, FORM, { ...BOX, options: [{ value: '1', label: 'Yes' }], default: 'option', default_option: '1' }],
      uses: COLLECTS,
      finds: ['form_field:Kiosk/nl'],
    },
    good: {
      declarations: DECLARED,
      items: [HELD, FORM, { ...BOX, options: [{ value: '1', label: 'Yes' }], default: 'empty' }],
      uses: COLLECTS,
      finds: [],
    },
  },
  // Any default counts: Mautic puts it into a hidden input beside the boxes (seen live, 5.1.0, 6.0.8, 7.0.2). A default that is no answer is not kept.
  check: context =>
    context.indexes.consentBoxes
      .filter(({ field }) => field.type === 'checkboxgrp' && field.default !== undefined && field.default !== 'empty')
      .map(box => ({
        subject: box.reference,
        place: placeOf(context, box.field),
        data: { label: labelOf(box.field), form: nameOf(box.form), value: box.field.default_option ?? '…' },
        ...severityBy(box),
      })),
});
