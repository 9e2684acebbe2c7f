import { severityBy } from '../../src/lint/consent/holders.js';
import { lostSentences } from '../../src/lint/consent/lost-sentences.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

const FORM = { kind: 'form', id: 11, key: 'Sign-up', published: true } as const;
const FIELD: ItemOf<'contact_field'> = {
  kind: 'contact_field',
  id: 90,
  key: 'newsletter_ok',
  title: 'Newsletter',
  type: 'boolean',
  options: [
    { value: 'no', label: 'No' },
    { value: 'yes', label: 'Yes' },
  ],
};
const BOX: ItemOf<'form_field'> = {
  kind: 'form_field',
  id: 1,
  key: 'Sign-up/news',
  form: 'form:Sign-up',
  type: 'checkboxgrp',
  title: 'Newsletter',
  options: [{ value: '1', label: 'Yes, send me the programme by e-mail' }],
};
const COLLECTS = [{ from: 'form_field:Sign-up/news', how: 'collects', to: 'contact_field:newsletter_ok', at: 'form.field' } as const];
const HELD = 'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok}}';

export default rule({
  id: 'consent-wording-lost',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field', 'contact_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 4(11), 7(2)', kind: 'law' }],
  text: {
    en: {
      title: 'Consent sentence that nobody sees',
      message:
        "In the form '{form}' people never see '{text}': the box fills a yes/no field, so Mautic shows {options} instead. Put the sentence into the label of the question.",
      why: 'Who ticks a bare "Yes" has agreed to nothing in particular. Mautic before 6.0 replaces the answers of a box by those of the field.',
      next: 'Write the sentence into the label of the question, save the form, and look at it on the page. What was ticked before proves little: ask again.',
    },
    it: {
      title: 'Frase di consenso che nessuno legge',
      message:
        "Nel modulo «{form}» nessuno legge «{text}»: la casella compila un campo sì/no e Mautic mostra invece {options}. Metti la frase nell'etichetta della domanda.",
      why: 'Chi spunta un semplice «Sì» non ha accettato nulla di preciso. Mautic prima della 6.0 sostituisce le risposte di una casella con quelle del campo.',
      next: "Scrivi la frase nell'etichetta della domanda, salva il modulo e guardalo sulla pagina. Ciò che è stato spuntato prima prova poco: chiedi di nuovo.",
    },
  },
  examples: {
    bad: { declarations: HELD, items: [FIELD, FORM, BOX], uses: COLLECTS, finds: ['form_field:Sign-up/news'] },
    good: {
      declarations: HELD,
      items: [FIELD, FORM, { ...BOX, title: 'I want the programme by e-mail' }],
      uses: COLLECTS,
      finds: [],
    },
  },
  check: context =>
    lostSentences(context).map(({ box, text, shown }) => ({
      subject: box.reference,
      place: placeOf(context, box.field),
      data: { form: nameOf(box.form), text, options: shown },
      ...severityBy(box),
    })),
});
