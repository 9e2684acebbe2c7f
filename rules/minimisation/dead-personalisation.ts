import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { unusedForMessages } from '../../src/lint/usage/unused-data.js';

const DECLARED = `purposes:
  film-night: {use: content-personalisation, legal_basis: consent}
contact_fields:
  favourite_film: {purposes: [film-night]}`;
const FILM = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true } as const;
const EMAIL = { kind: 'email', id: 7, key: 'Film night', published: true } as const;
const READS = {
  from: 'email:Film night',
  how: 'reads',
  to: 'contact_field:favourite_film',
  at: 'content',
  part: 'html',
  in: 'text',
} as const;

export default rule({
  id: 'dead-personalisation',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['form', 'segment', 'campaign', 'email', 'page', 'dynamic_content', 'focus_item', 'text_message', 'notification'],
  per: ['contact_field', 'company_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(c), (e)', kind: 'law' },
    { cite: 'CJEU C-394/23 Mousse', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Personalisation that nobody sees',
      message:
        "You keep '{field}' to make messages more personal, but no message uses it: people get nothing for it. Use it or delete it; if something outside Mautic needs it, name that in `used_by`.",
      why: 'People gave an answer because something was to come of it. Nothing does, and the answer stays.',
      next: 'Put the field into a message soon, or take the question off the forms and delete the field.',
    },
    it: {
      title: 'Personalizzazione che nessuno vede',
      message:
        'Conservi «{field}» per rendere più personali i messaggi, ma nessun messaggio lo usa: alle persone non torna nulla. Usalo o eliminalo; se serve fuori da Mautic, indica dove in `used_by`.',
      why: 'Le persone hanno risposto perché ne venisse qualcosa. Non ne viene nulla, e la risposta resta lì.',
      next: 'Usa presto il campo in un messaggio, oppure togli la domanda dai moduli ed elimina il campo.',
    },
  },
  examples: {
    bad: { declarations: DECLARED, items: [FILM, EMAIL], finds: ['contact_field:favourite_film'] },
    good: { declarations: DECLARED, items: [FILM, EMAIL], uses: [READS], finds: [] },
  },
  check: context =>
    unusedForMessages(context).map(({ field, place }) => ({
      subject: context.snapshot.reference(field),
      place,
      data: { field: { label: nameOf(field), alias: field.key } },
    })),
});
