import { HARMLESS_FIELDS } from '../../src/lint/declared/core-fields.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const EMAIL = { kind: 'contact_field', id: 6, key: 'email', title: 'Email', published: true, unique: true } as const;

export default rule({
  id: 'public-writable',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['contact_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(d), (f), 25(2), 32', kind: 'law' }],
  text: {
    en: {
      title: 'Field that anyone can overwrite',
      message:
        "Anyone who edits a web address can change '{field}' of a contact, and the person would not notice. Switch off 'publicly updatable' for this field in Mautic.[ {detail}]",
      why: 'The tracking call takes values from the address of a page. A friend, a rival or a robot can put anything there.',
      next: 'Open the field in Mautic and switch off "publicly updatable". Let people change their data on a page that knows them.',
      words: { unique: 'Since it also tells contacts apart, a stranger can even be taken for somebody else.' },
    },
    it: {
      title: 'Campo che chiunque può sovrascrivere',
      message:
        'Chi modifica un indirizzo web può cambiare «{field}» di un contatto senza che la persona se ne accorga. Disattiva «aggiornabile pubblicamente» per questo campo in Mautic.[ {detail}]',
      why: "La chiamata di tracciamento prende i valori dall'indirizzo di una pagina. Un amico, un concorrente o un robot può metterci qualsiasi cosa.",
      next: 'Apri il campo in Mautic e disattiva «aggiornabile pubblicamente». Fai modificare i dati in una pagina che riconosce la persona.',
      words: { unique: 'Poiché distingue anche i contatti, un estraneo può persino essere scambiato per qualcun altro.' },
    },
  },
  examples: {
    bad: { declarations: '', items: [{ ...EMAIL, public: true }], finds: ['contact_field:email'] },
    good: { declarations: '', items: [{ ...EMAIL, public: false }], finds: [] },
  },
  check: ({ snapshot, policy }) =>
    snapshot
      .items('contact_field')
      .filter(
        field =>
          field.public === true &&
          policy.isLive(field) &&
          !HARMLESS_FIELDS.has(field.key) &&
          policy.standing(field).state !== 'not-personal',
      )
      .map(field => ({
        subject: snapshot.reference(field),
        place: placeOf({ policy, snapshot }, field),
        data: { field: { label: nameOf(field), alias: field.key }, ...(field.unique === true ? { detail: 'unique' } : {}) },
      })),
});
