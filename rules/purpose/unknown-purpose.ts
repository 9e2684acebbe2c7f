import type { Purpose } from '../../src/generated/declaration.js';
import { comparableKey } from '../../src/items.js';
import { nearFix } from '../../src/lint/declared/file-fixes.js';
import { toldBy, valueAt } from '../../src/lint/places.js';
import { undefinedPurposes } from '../../src/lint/purposes/references.js';
import { rule } from '../../src/lint/rule.js';
import { nearOf } from '../../src/text/near.js';

/** Shortest description of a purpose outside the vocabulary, in characters. */
const DESCRIPTION_LENGTH = 40;

export default rule({
  id: 'unknown-purpose',
  family: 'purpose',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [{ cite: 'GDPR Art. 5(1)(b)', kind: 'law' }],
  text: {
    en: {
      title: 'Purpose that is not defined',
      message:
        "The purpose '{purpose}' is not defined, or its `use` is not on the list.[ Did you mean '{near}'?] If it is new, add it under `purposes` with its `use` and `description`.",
      why: 'Purposes must be specified and explicit. A name without a definition tells people nothing, and nothing can be checked against it.',
      next: 'Correct the name, or define the purpose once under `purposes`. What fits no `use` of the list takes `use: other`, a `dpv` or `fideslang` term and a description of 40 characters or more.',
    },
    it: {
      title: 'Finalità non definita',
      message:
        "La finalità «{purpose}» non è definita, oppure il suo `use` non è nell'elenco.[ Intendevi «{near}»?] Se è nuova, aggiungila in `purposes` con `use` e `description`.",
      why: 'Le finalità devono essere determinate ed esplicite. Un nome senza definizione non dice nulla alle persone, e non permette alcuna verifica.',
      next: "Correggi il nome, oppure definisci la finalità una volta in `purposes`. Se nessun `use` dell'elenco va bene: `use: other`, un termine `dpv` o `fideslang` e una descrizione di almeno 40 caratteri.",
    },
  },
  examples: {
    bad: {
      declarations: 'purposes:\n  newsletter: {use: email-marketing}\ncontact_fields:\n  email: {purposes: [newsleter]}',
      finds: ['contact_field:email'],
    },
    good: {
      declarations:
        'purposes:\n  newsletter: {use: email-marketing}\n  visitors: {use: other, dpv: "dpv:RecordManagement", description: Keep the list of visitors that fire safety law asks of the hall}\ncontact_fields:\n  email: {purposes: [newsletter, site-operation]}',
      finds: [],
    },
  },
  check: ({ declarations }) => {
    const told = toldBy(declarations);
    const find = nearOf(declarations.purposes.keys());
    const undefinedOnes = undefinedPurposes(declarations).map(({ text, subject, place }) => {
      const key = comparableKey(text);
      const bare = key.replace(/^purpose:/u, '');
      const near = declarations.purposes.has(bare) ? { name: bare, isOnly: true } : find(bare);
      if (near === undefined) return { subject, place, key, data: { purpose: text } };
      return { subject, place, key, data: { purpose: text, near: near.name }, fixes: [nearFix(place, near.name, near.isOnly)] };
    });
    const unclear = [...declarations.purposes.values()].flatMap(({ key, value, place }) => {
      if (place === null || !lacksUse(value) || told.has(place, 'use')) return [];
      return [
        {
          subject: `purpose:${key}`,
          place: value.use === undefined ? place : valueAt(place, 'use'),
          data: { purpose: value.title ?? key },
        },
      ];
    });
    return [...undefinedOnes, ...unclear];
  },
});

/** No `use`; or one of its own without a term that others know, or with a description too short to stand for one. */
function lacksUse({ use, dpv, fideslang, description }: Purpose): boolean {
  if (use !== 'other') return use === undefined;
  return (dpv === undefined && fideslang === undefined) || (description !== undefined && description.trim().length < DESCRIPTION_LENGTH);
}
