import { changedWordings } from '../../src/lint/consent/wordings.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOfPurpose } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const declared = (hash: string) =>
  `purposes:\n  news:\n    use: email-marketing\n    legal_basis: consent\n    consent: {field: news_ok, collected_by: [form:Menu], wording: {version: v3, hash: ${hash}}}`;
const FIELD = { kind: 'contact_field', id: 44, key: 'news_ok', title: 'Newsletter', type: 'boolean' } as const;
const FORM = { kind: 'form', id: 1, key: 'Menu', published: true } as const;
const BOX = {
  kind: 'form_field',
  id: 1,
  key: 'Menu/news',
  form: 'form:Menu',
  type: 'checkboxgrp',
  title: 'Send me offers of you and your partners',
  wording: '458b36567a0e',
} as const;
const COLLECTS = [{ from: 'form_field:Menu/news', how: 'collects', to: 'contact_field:news_ok', at: 'form.field' } as const];

export default rule({
  id: 'consent-text-drift',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'unsafe',
  law: [
    { cite: 'GDPR Art. 7(1), recital 42', kind: 'law' },
    { cite: 'EDPB Guidelines 05/2020', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Consent text that has changed',
      message:
        "The consent text for '{purpose}' has changed since version {version}; earlier consents cover only the old text. Give `wording` a new `version` and `hash: {live}`; if you only corrected a typo, add `material: false`.",
      why: 'People agreed to a sentence, not to a box. What was added later they never read.',
      next: 'Read the text as it is now. If it asks for more, treat those who agreed before as people who agreed to less. Then write the new version and the new `hash`.',
    },
    it: {
      title: 'Testo del consenso cambiato',
      message:
        'Il testo del consenso per «{purpose}» è cambiato dopo la versione {version}: i consensi precedenti valgono solo per il vecchio testo. Indica in `wording` una nuova `version` e `hash: {live}`; per un semplice refuso aggiungi `material: false`.',
      why: 'Le persone hanno detto sì a una frase, non a una casella. Ciò che è stato aggiunto dopo non lo hanno mai letto.',
      next: 'Rileggi il testo attuale. Se chiede di più, chi ha detto sì prima ha detto sì a meno. Poi scrivi la nuova versione e il nuovo `hash`.',
    },
  },
  examples: {
    bad: { declarations: declared('9f2c11aa04be'), items: [FIELD, FORM, BOX], uses: COLLECTS, finds: ['purpose:news'] },
    good: { declarations: declared('458b36567a0e'), items: [FIELD, FORM, BOX], uses: COLLECTS, finds: [] },
  },
  check: context =>
    changedWordings(context).map(({ purpose, version, place, boxes, mark }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose), version, live: mark },
      related: boxes.map(({ field, reference }) => ({ subject: reference, place: placeOf(context, field) })),
      fixes: [{ id: 'write-hash', safe: false, changes: [{ do: 'replace', place, by: mark }] }],
    })),
});
