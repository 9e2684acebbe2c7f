import { placeOf } from '../../src/lint/forms/questions.js';
import { relatedOn } from '../../src/lint/paths/related.js';
import { unconfirmedForms } from '../../src/lint/paths/unconfirmed.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const CONSENT = 'use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok, collected_by: [form:Newsletter]';
const FORMS = 'forms:\n  Newsletter: {purposes: [newsletter], consent: submit}';
const FORM = { kind: 'form', id: 1, key: 'Newsletter', published: true } as const;
const ADDRESS = { kind: 'form_field', id: 2, key: 'Newsletter/email', form: 'form:Newsletter', type: 'email' } as const;
/** Where a confirmation is a minimum safeguard, or what courts and authorities ask for. */
const ASKED_FOR: ReadonlySet<string> = new Set(['IT', 'DE', 'AT']);

export default rule({
  id: 'double-opt-in',
  family: 'consent',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['form', 'form_field', 'segment', 'campaign', 'email'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'BGH, 10 February 2011, I ZR 164/09', kind: 'law' },
    { cite: 'Austrian VwGH, 26 June 2013, 2012/03/0089', kind: 'law' },
    { cite: 'Garante, decision 330 of 4 June 2025 (doc. web 10143278)', kind: 'decision' },
    { cite: 'Austrian DSB, 9 October 2019, D130.073/0008-DSB/2019', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'An address that nobody confirms',
      message:
        "In the form '{form}' anyone can enter someone else's address. Send a confirmation e-mail without offers and sign people up after the click; then name in `confirmed_by` what does it.",
      why: 'Whoever gets mail that somebody else ordered never agreed to it, and you could not show otherwise.',
      next: 'Let a campaign take its people from the form, send one neutral e-mail, wait for the click or the page, and only then add the tag, the segment or the field. An address that is known from a login: `confirmed_by: account`; a plugin or another system: `plugin:` or `system:` with its name.',
    },
    it: {
      title: 'Un indirizzo che nessuno conferma',
      message:
        "Nel modulo «{form}» chiunque può scrivere l'indirizzo di un'altra persona. Usa la doppia conferma: un'e-mail senza offerte e l'iscrizione solo dopo il clic; poi indica in `confirmed_by` che cosa la gestisce.",
      why: 'Chi riceve e-mail chieste da qualcun altro non le ha mai accettate, e non potresti dimostrare il contrario.',
      next: "Fai prendere le persone dal modulo a una campagna che invia un'e-mail neutra, aspetta il clic o la visita alla pagina e solo dopo aggiunge il tag, il segmento o il campo. Se l'indirizzo è noto da un accesso: `confirmed_by: account`; se ci pensa un plugin o un altro sistema: `plugin:` o `system:` con il suo nome.",
    },
  },
  examples: {
    bad: { declarations: `purposes:\n  newsletter: {${CONSENT}}}\n${FORMS}`, items: [FORM, ADDRESS], finds: ['form:Newsletter'] },
    good: {
      declarations: `purposes:\n  newsletter: {${CONSENT}, confirmed_by: plugin:Confirm}}\n${FORMS}`,
      items: [FORM, ADDRESS],
      finds: [],
    },
  },
  check: context => {
    const isAskedFor = (context.declarations.organisation.value.countries ?? []).some(country => ASKED_FOR.has(country));
    return unconfirmedForms(context).map(({ form, because }) => ({
      subject: context.snapshot.reference(form),
      place: placeOf(context, form),
      data: { form: nameOf(form) },
      related: relatedOn(because, context),
      ...(isAskedFor ? { severity: 'error' as const } : {}),
    }));
  },
});
