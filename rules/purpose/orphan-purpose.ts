import { nameOf, nameOfPurpose } from '../../src/lint/policy.js';
import { orphans, SERVING } from '../../src/lint/purposes/orphans.js';
import { rule } from '../../src/lint/rule.js';

const PURPOSE = 'purposes:\n  film-night: {use: email-marketing, legal_basis: consent, title: Film night';
const FIELDS = 'contact_fields:\n  favourite_film: {purposes: [film-night]}';
const FILM = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true } as const;

export default rule({
  id: 'orphan-purpose',
  family: 'purpose',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['contact_field', 'category', ...SERVING],
  severity: { recommended: 'warn', strict: 'warn' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(e), 17(1)(a)', kind: 'law' }],
  text: {
    en: {
      title: 'Purpose that nothing serves',
      message:
        "Nothing in Mautic serves the purpose '{purpose}' any more[, yet these fields are kept for it: {fields}]. Delete the purpose and what only it needs, or declare its season in `active`.",
      why: 'When the reason is gone, people can expect that their data go with it.',
      next: 'Ask whether it will come back. If not, empty its fields and take both out; what somebody outside Mautic still needs goes into `used_by` of the field.',
    },
    it: {
      title: 'Finalità a cui nulla serve',
      message:
        'In Mautic più nulla serve alla finalità «{purpose}»[, eppure conservi ancora questi campi: {fields}]. Elimina la finalità e ciò che serve solo a lei, oppure indica la sua stagione in `active`.',
      why: "Quando il motivo non c'è più, le persone possono aspettarsi che se ne vadano anche i loro dati.",
      next: 'Chiedi se tornerà. Se no, svuota i suoi campi e togli entrambi; ciò che serve ancora a qualcuno fuori da Mautic va indicato in `used_by` del campo.',
    },
  },
  examples: {
    bad: { declarations: `${PURPOSE}}\n${FIELDS}`, items: [FILM], finds: ['purpose:film-night'] },
    good: { declarations: `${PURPOSE}, active: ["12-01/01-31"]}\n${FIELDS}`, items: [FILM], finds: [] },
  },
  check: context =>
    orphans(context).map(({ purpose, place, fields }) => ({
      subject: `purpose:${purpose.key}`,
      place,
      data: { purpose: nameOfPurpose(purpose), fields: fields.map(nameOf) },
    })),
});
