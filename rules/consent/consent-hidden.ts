import { consentWriters } from '../../src/lint/consent/writers.js';
import { labelOf, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const CONSENT =
  'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok, collected_by: [form:Newsletter]';
const CAMPAIGN = { kind: 'campaign', id: 1, key: 'Welcome', published: true } as const;
const FIELD = { kind: 'contact_field', id: 44, key: 'newsletter_ok', title: 'Newsletter', type: 'boolean' } as const;
const AT = { at: 'campaign.event', id: 5, value: 'yes' } as const;
const WRITES = { from: 'campaign:Welcome', how: 'writes', to: 'contact_field:newsletter_ok', ...AT } as const;

export default rule({
  id: 'consent-hidden',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  per: ['form', 'form_field', 'point_trigger', 'campaign'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(11), 7(1)', kind: 'law' },
    { cite: 'CJEU C-61/19 Orange Romania', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Consent given by a machine',
      message:
        "[{detail}]['{item}' ({kind}) gives the consent to '{purpose}' in people's place. Remove that step; if it is the confirmation by e-mail, name it in `confirmed_by`.]",
      words: {
        unconfirmed:
          '\'{item}\' ({kind}) is to confirm the consent to {purposes}, and gives it to people who did not confirm: the step stands on the "no" branch. Move it to the branch of those who did.',
        unseen:
          "'{item}' ({kind}) writes the consent to {purposes}; whether it is a yes does not show here. Look it up in Mautic: a yes must not come from that step, unless it is the confirmation by e-mail. Then name it in `confirmed_by`.",
      },
      why: 'People are on the list as if they had said yes, and never did. Imports and programs that write through the API can do the same; Mautic does not show them.',
      next: 'Let only a box that people tick write the consent. Ask those who got it from this step.',
    },
    it: {
      title: 'Consenso dato da una macchina',
      message:
        '[{detail}][«{item}» ({kind}) dà il consenso a «{purpose}» al posto delle persone. Togli questo passaggio; se è la conferma via e-mail, indicalo in `confirmed_by`.]',
      words: {
        unconfirmed:
          '«{item}» ({kind}) deve confermare il consenso a {purposes}, ma lo dà a chi non ha confermato: il passaggio è sul ramo «no». Spostalo sul ramo di chi ha confermato.',
        unseen:
          '«{item}» ({kind}) scrive il consenso a {purposes}; se sia un sì, qui non si vede. Controlla in Mautic: un sì non può venire da quel passaggio, a meno che sia la conferma via e-mail. In quel caso indicalo in `confirmed_by`.',
      },
      why: "Le persone risultano in elenco come se avessero detto sì, senza averlo mai fatto. Importazioni e programmi che scrivono con l'API possono fare lo stesso; Mautic non li mostra.",
      next: "Lascia scrivere il consenso solo a una casella che le persone spuntano. Chiedilo a chi l'ha avuto da questo passaggio.",
    },
  },
  examples: {
    bad: { declarations: `${CONSENT}}}`, items: [FIELD, CAMPAIGN], uses: [WRITES], finds: ['campaign:Welcome'] },
    good: { declarations: `${CONSENT}, confirmed_by: campaign:Welcome}}`, items: [FIELD, CAMPAIGN], uses: [WRITES], finds: [] },
  },
  check: context =>
    consentWriters(context)
      .filter(({ item }) => context.kinds.has(item.kind))
      .map(({ item, held, holder, doubt }) => ({
        subject: context.snapshot.reference(item),
        place: placeOf(context, item),
        data: {
          item: item.kind === 'form_field' ? labelOf(item) : nameOf(item),
          kind: item.kind,
          ...(doubt === undefined ? { purpose: held.name } : { detail: doubt, purposes: [held.name] }),
        },
        related: [{ subject: holder, place: held.place }],
        key: holder,
        ...(doubt === 'unseen' ? { severity: 'warn' as const } : {}),
      })),
});
