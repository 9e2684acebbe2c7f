import { consentCertainty } from '../../src/lint/consent/defaults.js';
import { isBuiltInColumn } from '../../src/lint/declared/core-fields.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

const TOWN = { kind: 'contact_field', id: 51, key: 'town', title: 'Town', type: 'text', published: true } as const;

export default rule({
  id: 'invented-datum',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['contact_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), (d)', kind: 'law' }],
  text: {
    en: {
      title: 'A fact about people that nobody gave',
      message:
        "Every new contact who gives no answer gets a made-up one in '{field}', because the field has a default. Remove the default value in Mautic, and look at what it has filled in so far.",
      why: 'People are addressed, sorted and left out by something they never said, and nobody can tell it from a real answer.',
      next: 'Empty the default value of the field in Mautic. If it is a technical mark and says nothing about the person, declare `personal: false` with a `reason`.',
    },
    it: {
      title: 'Un dato che nessuno ha fornito',
      message:
        'Chi non risponde si ritrova in «{field}» un dato che non ha mai dato, perché il campo ha un valore predefinito. Toglilo in Mautic e controlla ciò che ha già riempito.',
      why: 'Le persone vengono contattate, classificate ed escluse per qualcosa che non hanno mai detto, e nessuno lo distingue da una risposta vera.',
      next: 'Svuota il valore predefinito del campo in Mautic. Se è un segno tecnico e non dice nulla sulla persona, dichiara `personal: false` con `reason`.',
    },
  },
  examples: {
    bad: { declarations: '', items: [{ ...TOWN, default: 'constant' }], finds: ['contact_field:town'] },
    good: { declarations: '', items: [{ ...TOWN, default: 'empty' }], finds: [] },
  },
  check: context => {
    const { snapshot, policy } = context;
    const consentIn = consentCertainty(context);
    return snapshot
      .items('contact_field')
      .filter(field => policy.isLive(field) && fillsIn(field) && !isBuiltInColumn(field) && consentIn(field) === undefined)
      .filter(field => policy.standing(field).state !== 'not-personal')
      .map(field => ({
        subject: snapshot.reference(field),
        place: placeOf(context, field),
        data: { field: { label: nameOf(field), alias: field.key } },
      }));
  },
});

/** A yes/no field that begins with no is left as people left it. */
function fillsIn({ type, default: initial, default_option }: ItemOf<'contact_field'>): boolean {
  if (initial === undefined || initial === 'empty') return false;
  return type !== 'boolean' || default_option === 'yes';
}
