import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { besides } from '../../src/lint/sharing/besides.js';
import { declareRecipient, leaks } from '../../src/lint/sharing/undeclared.js';

const WEBHOOK = { kind: 'webhook', id: 1, key: 'New contacts', published: true } as const;
const SHARES = [{ from: 'webhook:New contacts', how: 'shares', to: 'recipient:hooks.zap.example', at: 'webhook' } as const];

export default rule({
  id: 'undeclared-recipient',
  family: 'sharing',
  since: '1.0.0',
  evidence: 'certain',
  per: [
    'form',
    'form_field',
    'point_trigger',
    'campaign',
    'email',
    'page',
    'dynamic_content',
    'focus_item',
    'text_message',
    'webhook',
    'notification',
    'report',
  ],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'unsafe',
  law: [
    { cite: 'GDPR Art. 13(1)(e), 28, 30(1)(d)', kind: 'law' },
    { cite: 'Garante, decision of 23 February 2023 on Ediscom, doc. web 9870014', kind: 'decision' },
  ],
  text: {
    en: {
      title: 'Data for somebody whom nobody declared',
      message:
        "'{item}' ({kind}) sends people's data to {host}, which belongs to no declared recipient. Add it to `hosts` of a recipient, or to `own_domains` if it is yours; if nobody knows it, stop it.",
      why: 'People have a right to know who gets their data, and you can only tell them, or make an agreement, if you know it yourself.',
      next: 'Find out who runs it. A host or a mail domain goes into `hosts` (`*.` in front for all below it), an integration or a tracking service into `integrations`; where the address holds a token, name the recipient in `recipients` of the item.',
    },
    it: {
      title: 'Dati a qualcuno che nessuno ha dichiarato',
      message:
        "«{item}» ({kind}) invia dati delle persone a {host}, che non appartiene a nessun destinatario dichiarato. Aggiungilo agli `hosts` di un destinatario, o a `own_domains` se è tuo; se nessuno lo conosce, ferma l'invio.",
      why: 'Le persone hanno il diritto di sapere chi riceve i loro dati: puoi dirlo, e fare un accordo, solo se lo sai tu.',
      next: "Scopri chi lo gestisce. Un host o un dominio di posta va in `hosts` (con `*.` davanti per tutto ciò che sta sotto), un'integrazione o un servizio di tracciamento in `integrations`; se l'indirizzo contiene un token, indica il destinatario in `recipients` dell'elemento.",
    },
  },
  examples: {
    bad: { declarations: 'recipients: {}', items: [WEBHOOK], uses: SHARES, finds: ['webhook:New contacts'] },
    good: {
      declarations: 'recipients:\n  zap: {name: Zap Example Inc., role: processor, country: US, hosts: ["*.zap.example"]}',
      items: [WEBHOOK],
      uses: SHARES,
      finds: [],
    },
  },
  check: context =>
    leaks(context).map(({ subject, recipient, name, item, others }) => ({
      subject,
      place: placeOf(context, item),
      key: recipient,
      data: { item: nameOf(item), kind: item.kind, host: name },
      related: besides(context, others),
      fixes: declareRecipient({ recipient, name }),
    })),
});
