import { placeOf } from '../../src/lint/forms/questions.js';
import { resets } from '../../src/lint/paths/resets.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 1, key: 'Contact', published: true } as const;
const BOX = {
  kind: 'form_field',
  id: 2,
  key: 'Contact/again',
  form: 'form:Contact',
  type: 'checkboxgrp',
  title: 'I agree to receive offers again (optional)',
  required: false,
  default: 'empty',
} as const;
const LIFTS = {
  from: 'form:Contact',
  how: 'removes',
  to: 'record:dnc',
  at: 'form.action',
  id: 3,
  type: 'lead.remove_do_not_contact',
} as const;

export default rule({
  id: 'dnc-reset',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  per: ['form', 'campaign'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 7(3), 21(3)', kind: 'law' },
    { cite: 'ePrivacy Directive Art. 13(2)', kind: 'law' },
    { cite: 'Garante, Ediscom, 23 February 2023 (doc. web 9870014)', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'An unsubscribe that is lifted unasked',
      message:
        "'{item}' ({kind}) puts people who unsubscribed back on the list without asking them. Remove that action, or keep it only together with a new, optional consent box.",
      why: 'People said stop. Writing a question or ordering something does not take that back.',
      next: 'Delete the action that removes "do not contact". A form that is there for coming back, and for nothing else: declare `consent: submit`.',
    },
    it: {
      title: 'Cancellazione annullata senza chiedere',
      message:
        '«{item}» ({kind}) rimette in lista chi si era cancellato, senza chiederlo. Togli questa azione, oppure lasciala solo insieme a una nuova casella di consenso facoltativa.',
      why: 'Le persone hanno detto basta. Fare una domanda o ordinare qualcosa non lo annulla.',
      next: "Elimina l'azione che toglie il «non contattare». Se il modulo serve a tornare in lista, e a nient'altro, dichiara `consent: submit`.",
    },
  },
  examples: {
    bad: { declarations: '', items: [FORM], uses: [LIFTS], finds: ['form:Contact'] },
    good: { declarations: '', items: [FORM, BOX], uses: [LIFTS], finds: [] },
  },
  check: context =>
    resets(context)
      .filter(({ kind }) => context.kinds.has(kind))
      .map(item => ({
        subject: context.snapshot.reference(item),
        place: placeOf(context, item),
        data: { item: nameOf(item), kind: item.kind },
      })),
});
