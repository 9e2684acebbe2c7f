import { rule } from '../../src/lint/rule.js';
import { besides } from '../../src/lint/sharing/besides.js';
import { pixels } from '../../src/lint/tracking/pixels.js';

const PAGE = { kind: 'page', id: 1, key: 'spring', title: 'Spring menu', published: true } as const;
const TAG = [
  { from: 'page:spring', how: 'shares', to: 'recipient:service/google-analytics', at: 'content', part: 'html', as: 'inline' } as const,
];

export default rule({
  id: 'third-party-pixel',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['campaign', 'page', 'dynamic_content', 'focus_item'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'ePrivacy Directive Art. 5(3)', kind: 'law' },
    { cite: 'GDPR Art. 26, 44-49', kind: 'law' },
    { cite: 'CJEU C-40/17 Fashion ID, 29 July 2019', kind: 'law' },
    { cite: 'CJEU C-446/21 Schrems', kind: 'law' },
    { cite: 'EDPB Guidelines 8/2020', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Tracking by another company',
      message:
        "Mautic passes {what} of known visitors to '{recipient}'[; this is missing: {missing}]. Switch it off in Mautic's configuration, or ask people first and complete the entry under `recipients`.",
      why: 'The company learns who these people are and what they look at, and uses it for itself. Not looked at: your website outside Mautic, scripts in head and footer of landing pages where Mautic does not show them, and settings that are not stated.',
      next: 'State `facebook_pixel` and `google_analytics` in `instance.settings`. For each that stays on: an entry with the arrangement in `contract` and with `transfer`, and a purpose with consent that names it in `recipients`.',
      words: {
        profile: 'first name, last name, e-mail, phone, city, region and postcode',
        contact_id: 'the number of the contact',
        visits: 'the page visits',
        events: 'the actions',
        recipient: 'an entry under `recipients`',
        consent: 'a purpose with consent that names it',
      },
    },
    it: {
      title: "Tracciamento di un'altra azienda",
      message:
        "Mautic passa a «{recipient}» {what} dei visitatori riconosciuti[; manca: {missing}]. Disattiva l'invio nella configurazione di Mautic, oppure chiedi prima il consenso e completa la voce in `recipients`.",
      why: "L'azienda viene a sapere chi sono queste persone e che cosa guardano, e lo usa per sé. Non è stato guardato: il sito fuori da Mautic, gli script in testa e in fondo alle landing page dove Mautic non li mostra, e le impostazioni non indicate.",
      next: "Indica `facebook_pixel` e `google_analytics` in `instance.settings`. Per ciò che resta attivo servono una voce con l'accordo in `contract` e con `transfer`, e una finalità con consenso che la nomina in `recipients`.",
      words: {
        profile: 'nome, cognome, e-mail, telefono, città, regione e CAP',
        contact_id: 'il numero del contatto',
        visits: 'le visite alle pagine',
        events: 'le azioni',
        recipient: 'una voce in `recipients`',
        consent: 'una finalità con consenso che lo nomina',
      },
    },
  },
  examples: {
    bad: {
      declarations: 'instance:\n  settings: {facebook_pixel: on}',
      items: [PAGE],
      uses: TAG,
      finds: ['recipient:service/meta-pixel', 'recipient:service/google-analytics'],
    },
    good: { declarations: 'instance:\n  settings: {facebook_pixel: off, google_analytics: off}', items: [PAGE], finds: [] },
  },
  check: context =>
    pixels(context).map(({ subject, tracker, recipient, what, missing, place, others }) => ({
      subject,
      place,
      key: tracker.name,
      data: { what, recipient: recipient?.value.name ?? tracker.name, ...(missing.length === 0 ? {} : { missing }) },
      related: besides(context, others),
      ...(missing.length === 0 ? { severity: 'info' as const } : {}),
    })),
});
