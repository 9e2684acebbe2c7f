import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { withoutExit } from '../../src/lint/rights/exits.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = 'purposes:\n  menu: {use: email-marketing, legal_basis: consent}\nemails:\n  Monthly menu: {purposes: [menu]}';
const EMAIL = { kind: 'email', id: 7, key: 'Monthly menu', published: true, has_html: true, has_text: false } as const;

export default rule({
  id: 'no-unsubscribe',
  family: 'rights',
  since: '1.0.0',
  evidence: 'certain',
  per: ['email', 'text_message'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'ePrivacy Directive Art. 13(2), (4)', kind: 'law' },
    { cite: 'GDPR Art. 7(3), 21(2)-(4)', kind: 'law' },
    { cite: 'RFC 8058: one-click unsubscribe', kind: 'practice' },
  ],
  text: {
    en: {
      title: 'No way to unsubscribe',
      message:
        "'{item}' ({kind}) gives people no way to unsubscribe. Add {token} to it[; if its theme already has a link, declare `has: [unsubscribe]` for the theme in `{section}`].",
      why: 'Saying no to advertising must be as easy as reading it. Who finds no link marks the message as spam, or complains.',
      next: 'Put the link at the end of every message, in words people know. In a text message, say which word to answer.',
    },
    it: {
      title: "Nessun modo per annullare l'iscrizione",
      message:
        "«{item}» ({kind}) non permette di annullare l'iscrizione. Aggiungi {token}[; se il tema contiene già un link, dichiara `has: [unsubscribe]` per il tema in `{section}`].",
      why: 'Dire di no alla pubblicità deve essere facile quanto leggerla. Chi non trova il link segnala il messaggio come spam, o fa un reclamo.',
      next: 'Metti il link in fondo a ogni messaggio, con parole che tutti conoscono. In un SMS, scrivi con quale parola rispondere.',
    },
  },
  examples: {
    bad: { declarations: DECLARED, items: [{ ...EMAIL, exits: [] }], finds: ['email:Monthly menu'] },
    good: { declarations: DECLARED, items: [{ ...EMAIL, exits: ['html.unsubscribe_text'] }], finds: [] },
  },
  check: context =>
    withoutExit(context).map(({ item, token }) => ({
      subject: context.snapshot.reference(item),
      place: placeOf(context, item),
      // Only an e-mail has a theme.
      data: { item: nameOf(item), kind: item.kind, token, ...(item.kind === 'email' ? { section: 'instance.themes' } : {}) },
    })),
});
