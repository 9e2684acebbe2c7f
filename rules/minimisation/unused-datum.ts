import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { USE_COVERAGE } from '../../src/lint/usage/data-uses.js';
import { unusedData } from '../../src/lint/usage/unused-data.js';

const DECLARED = 'purposes:\n  members: {use: service-delivery, legal_basis: contract}\ncontact_fields:\n  hobby: {purposes: [members]';
const HOBBY = { kind: 'contact_field', id: 44, key: 'hobby', title: 'Hobby', published: true } as const;
const COUNTS = [{ of: 'contact_field:hobby', how: 'filled', n: 2100 }] as const;

export default rule({
  id: 'unused-datum',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: USE_COVERAGE,
  per: ['contact_field', 'company_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), 25(2)', kind: 'law' }],
  text: {
    en: {
      title: 'Datum that nothing uses',
      message:
        "You hold '{field}' of {people}, but nothing uses it: people's data lies there for nothing. Delete it, or name in `used_by` who needs it.",
      why: 'What lies there can be stolen, leaked or misused one day, and nobody would miss it. That a form asks for it, or that everything is copied to another system, is no use.',
      next: 'Ask the team. Uses that Mautic does not show (an integration, somebody who looks at the screen) go into `used_by`: `people:` and a role (with an `owner`), `system:` and a name; what a system gets may also stand in its `gets`.',
    },
    it: {
      title: 'Dato che nulla usa',
      message:
        'Conservi «{field}» di {people}, ma nulla lo usa: sono dati tenuti per niente. Eliminalo, oppure indica in `used_by` chi ne ha bisogno.',
      why: 'Ciò che resta lì un giorno può essere rubato, diffuso o usato male, e non mancherebbe a nessuno. Che un modulo lo chieda, o che tutto venga copiato in un altro sistema, non è un uso.',
      next: 'Chiedi al team. Gli usi che Mautic non mostra (integrazioni, chi guarda lo schermo) vanno in `used_by`: `people:` e un ruolo (con un `owner`), `system:` e un nome; ciò che un sistema riceve può stare anche nel suo `gets`.',
    },
  },
  examples: {
    bad: { declarations: `${DECLARED}}`, items: [HOBBY], counts: COUNTS, finds: ['contact_field:hobby'] },
    good: { declarations: `${DECLARED}, used_by: [people:club desk], owner: club desk}`, items: [HOBBY], counts: COUNTS, finds: [] },
  },
  check: context =>
    unusedData(context).map(({ field, place, people }) => ({
      subject: context.snapshot.reference(field),
      place,
      data: { field: { label: nameOf(field), alias: field.key }, people },
    })),
});
