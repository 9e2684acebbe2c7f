import { rule } from '../../src/lint/rule.js';
import { besides } from '../../src/lint/sharing/besides.js';
import { pixels, sitePixels } from '../../src/lint/tracking/pixels.js';
import { PIXEL_WORDS } from '../../src/lint/tracking/words.js';
import { trackingWebsite } from '../../src/lint/unstated.js';
import { siteFindings } from '../../src/lint/website/told.js';

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
  website: 'part',
  settings: known => trackingWebsite(known, 'facebook_pixel', 'google_analytics'),
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
        "[{detail}][Mautic passes {what} of known visitors to '{recipient}'[; this is missing: {missing}]. Switch it off in Mautic's configuration, or ask people first and complete the entry under `recipients`.]",
      why: 'The company learns who these people are and what they look at, and uses it for itself. Not looked at: pages that `website` does not name or that have no trace of Mautic, scripts in head and footer of landing pages where Mautic does not show them, and settings that are not stated.',
      next: 'State `facebook_pixel` and `google_analytics` in `instance.settings`. For each that stays on: an entry with the arrangement in `contract` and with `transfer`, and a purpose with consent that names it in `recipients`.',
      words: PIXEL_WORDS.en,
    },
    it: {
      title: "Tracciamento di un'altra azienda",
      message:
        "[{detail}][Mautic passa a «{recipient}» {what} dei visitatori riconosciuti[; manca: {missing}]. Disattiva l'invio nella configurazione di Mautic, oppure chiedi prima il consenso e completa la voce in `recipients`.]",
      why: "L'azienda viene a sapere chi sono queste persone e che cosa guardano, e lo usa per sé. Non sono stati guardati: le pagine che `website` non indica o che non hanno traccia di Mautic, gli script in testa e in fondo alle landing page dove Mautic non li mostra, e le impostazioni non indicate.",
      next: "Indica `facebook_pixel` e `google_analytics` in `instance.settings`. Per ciò che resta attivo servono una voce con l'accordo in `contract` e con `transfer`, e una finalità con consenso che la nomina in `recipients`.",
      words: PIXEL_WORDS.it,
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
  check: context => [
    ...pixels(context).map(({ subject, tracker, recipient, what, missing, place, others }) => ({
      subject,
      place,
      key: tracker.name,
      data: { what, recipient: recipient?.value.name ?? tracker.name, ...(missing.length === 0 ? {} : { missing }) },
      related: besides(context, others),
      ...(missing.length === 0 ? { severity: 'info' as const } : {}),
    })),
    ...siteFindings(sitePixels(context)),
  ],
});
