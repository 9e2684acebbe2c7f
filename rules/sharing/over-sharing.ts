import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import { tooMuchHandedOver } from '../../src/lint/sharing/handed-over.js';

const CRM = 'recipients:\n  crm: {name: CRM Example, role: processor, country: NL, hosts: [hooks.crm.example], gets: [email]';
const ITEMS = [
  { kind: 'contact_field', id: 1, key: 'email', title: 'Email', published: true },
  { kind: 'contact_field', id: 2, key: 'mobile', title: 'Mobile', published: true },
  { kind: 'webhook', id: 1, key: 'New contacts', published: true },
] as const;
const USES = [
  { from: 'webhook:New contacts', how: 'shares', to: 'recipient:hooks.crm.example', at: 'webhook' },
  { from: 'webhook:New contacts', how: 'reads', to: 'record:contact', at: 'webhook.trigger', type: 'mautic.lead_post_save_new' },
] as const;

export default rule({
  id: 'over-sharing',
  family: 'sharing',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['contact_field'],
  per: ['form', 'campaign', 'email', 'page', 'dynamic_content', 'focus_item', 'text_message', 'notification', 'webhook', 'report'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), 25(2)', kind: 'law' }],
  text: {
    en: {
      title: 'More handed over than needed',
      message:
        "Fields that '{item}' ({kind}) sends to '{recipient}': {count}[, of which it needs {limit}]. Send only the fields in `gets`; if a relay holds back the others, name it in `filtered_by`.",
      why: 'What somebody else has can be lost, sold or read there as well. A webhook or a form post of Mautic always carries the whole contact. What a plugin pushes is set inside Mautic and cannot be seen from outside.',
      next: 'Write in `gets` what the recipient needs, then send no more: a campaign step can name single fields, and a small relay can drop the rest.',
    },
    it: {
      title: 'Più dati del necessario',
      message:
        'Campi che «{item}» ({kind}) invia a «{recipient}»: {count}[, di cui necessari {limit}]. Invia solo i campi indicati in `gets`; se un sistema intermedio trattiene gli altri, indicalo in `filtered_by`.',
      why: "Ciò che ha qualcun altro si può perdere, vendere o leggere anche lì. Un webhook o l'inoltro di un modulo porta sempre con sé tutto il contatto. Ciò che invia un plugin si imposta dentro Mautic e da fuori non si vede.",
      next: 'Scrivi in `gets` che cosa serve al destinatario e non inviare altro: un passo di campagna può indicare singoli campi, un piccolo sistema intermedio può scartare il resto.',
    },
  },
  examples: {
    bad: { declarations: `${CRM}}`, items: ITEMS, uses: USES, finds: ['webhook:New contacts'] },
    good: { declarations: `${CRM}, filtered_by: relay}\n  relay: {name: Our relay, role: internal}`, items: ITEMS, uses: USES, finds: [] },
  },
  check: context =>
    tooMuchHandedOver(context).map(({ subject, item, recipient, count, limit }) => ({
      subject,
      place: placeOf(context, item),
      key: recipient.key,
      data: { item: nameOf(item), kind: item.kind, recipient: recipient.value.name, count, ...(limit === undefined ? {} : { limit }) },
      // Nobody has said that it is too much.
      ...(limit === undefined ? { severity: 'warn' as const } : {}),
    })),
});
