import { type RuleContext, rule } from '../../src/lint/rule.js';
import { says } from '../../src/lint/special/answers.js';
import { datumFinding, ends, type IsAnswered, openTellings, severityBy } from '../../src/lint/special/open-data.js';
import { holdsNumber } from '../../src/mautic/question-types.js';

const CONTEST = `organisation: {countries: [IT]}
purposes:
  contest: {use: survey-feedback, legal_basis: consent, retention: {period: P3M, from: event-date}}
`;
const FIELD = { kind: 'contact_field', id: 61, key: 'codice_fiscale', title: 'Codice fiscale', type: 'text', published: true } as const;

export default rule({
  id: 'national-id',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['contact_field', 'company_field', 'form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c), 32, 87', kind: 'law' },
    { cite: 'UAVG (Netherlands) art. 46', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Official number of a person',
      message:
        "'{label}' looks like an official number (tax code, identity card). If it leaks, someone can pose as that person. Remove it from Mautic, or declare `law` and `retention`.",
      why: 'Nobody can change such a number after a leak. With a name and a date of birth it is enough to sign a contract on behalf of somebody else.',
      next: 'Ask for it only where a law wants it, at that moment, and in the system that writes the invoice. Delete what Mautic has of it.',
    },
    it: {
      title: 'Numero ufficiale di una persona',
      message:
        '«{label}» sembra un numero ufficiale (codice fiscale, documento). Se trapela, qualcuno può spacciarsi per quella persona. Toglilo da Mautic, oppure dichiara `law` e `retention`.',
      why: 'Dopo una fuga di dati nessuno può cambiare un numero così. Con nome e data di nascita basta a firmare un contratto al posto di un altro.',
      next: 'Chiedilo solo dove lo vuole una legge, in quel momento e nel sistema che fa le fatture. Cancella ciò che ne resta in Mautic.',
    },
  },
  examples: {
    bad: {
      declarations: `${CONTEST}contact_fields:\n  codice_fiscale: {purposes: [contest]}`,
      items: [FIELD],
      finds: ['contact_field:codice_fiscale'],
    },
    good: {
      declarations: `${CONTEST}contact_fields:\n  codice_fiscale: {purposes: [contest], law: Example Prize Tax Act art. 5, retention: P3M}`,
      items: [FIELD],
      finds: [],
    },
  },
  check: context =>
    openTellings(context, new Set(['national-id']), isAnswered(context)).map(({ datum, tellings: [telling] }) => ({
      ...datumFinding(context, datum, telling),
      // The number of a firm is public; that of a sole trader is the person's.
      ...(datum.ofFirm ? { severity: 'info' } : severityBy(telling, context.preset)),
    })),
});

/** "Driving licence: yes" is no number; and a number may stand where a law asks for it, for a time. */
function isAnswered(context: RuleContext): IsAnswered {
  return (telling, datum) => !holdsNumber(telling.item) || (says(telling, 'law') && ends(context, telling, datum));
}
