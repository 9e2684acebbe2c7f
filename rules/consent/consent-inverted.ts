import { heldIn } from '../../src/lint/consent/holders.js';
import { isBelow6 } from '../../src/lint/consent/lost-sentences.js';
import { isChoice, labelOf, liveParts, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 2, key: 'Members', published: true } as const;
const BOX = {
  kind: 'form_field',
  id: 16,
  key: 'Members/profile',
  form: 'form:Members',
  type: 'checkboxgrp',
  title: 'Offers that fit me',
} as const;
const FIELD = { kind: 'contact_field', id: 47, key: 'profiling_ok', title: 'Profiling', type: 'boolean' } as const;
const COLLECTS = [{ from: 'form_field:Members/profile', how: 'collects', to: 'contact_field:profiling_ok', at: 'form.field' } as const];

export default rule({
  id: 'consent-inverted',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field', 'contact_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: false,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(d), 7(1)', kind: 'law' }],
  text: {
    en: {
      title: 'Answers stored the wrong way round',
      message:
        "'{label}' in the form '{form}' stores the opposite of what people choose: the answers of the field '{field}' are the wrong way round. Save the field again in Mautic and check the answers already stored.",
      why: 'Who says no gets the mail, and who says yes does not. Mautic before 6.0 goes by the order in which the two answers are stored.',
      next: 'Open the field in Mautic and save it: that stores "no" before "yes". Then check the answers that came in through the form.',
    },
    it: {
      title: 'Risposte registrate al contrario',
      message:
        '«{label}» nel modulo «{form}» registra il contrario di ciò che le persone scelgono: il campo «{field}» ha le risposte invertite. Salva di nuovo il campo in Mautic e controlla le risposte già registrate.',
      why: "Chi dice di no riceve i messaggi, chi dice di sì non li riceve. Mautic prima della 6.0 si basa sull'ordine in cui sono salvate le due risposte.",
      next: 'Apri il campo in Mautic e salvalo: così «no» viene prima di «sì». Poi controlla le risposte arrivate dal modulo.',
    },
  },
  examples: {
    bad: { declarations: '', items: [{ ...FIELD, yes_first: true }, FORM, BOX], uses: COLLECTS, finds: ['form_field:Members/profile'] },
    good: { declarations: '', items: [{ ...FIELD, yes_first: false }, FORM, BOX], uses: COLLECTS, finds: [] },
  },
  check: context => {
    if (!isBelow6(context.snapshot.made)) return [];
    const { consentHolders: holders } = context.indexes;
    const found = liveParts(context).flatMap(part => {
      const { field, fills, form, reference } = part;
      if (fills?.kind !== 'contact_field' || fills.type !== 'boolean' || fills.yes_first !== true || !isChoice(part)) return [];
      const data = { label: labelOf(field), form: nameOf(form), field: { label: nameOf(fills), alias: fills.key } };
      return [{ isConsent: heldIn(part, holders).length > 0, finding: { subject: reference, place: placeOf(context, field), data } }];
    });
    // Declared consents first.
    return [...found.filter(({ isConsent }) => isConsent), ...found.filter(({ isConsent }) => !isConsent)].map(({ finding }) => finding);
  },
});
