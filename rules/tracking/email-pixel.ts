import { relatedOn } from '../../src/lint/paths/related.js';
import { rule } from '../../src/lint/rule.js';
import { unaskedPixel } from '../../src/lint/tracking/open-pixel.js';

const openers = { kind: 'point_action', id: 3, key: 'Opened the menu', published: true, type: 'email.open', delta: 5 } as const;
const decides = { from: 'point_action:Opened the menu', how: 'decides', to: 'tracking:email_open', at: 'point.action' } as const;

/** Most places that are shown beside the finding. */
const SHOWN = 5;

export default rule({
  id: 'email-pixel',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['segment', 'point_action', 'campaign', 'email', 'dynamic_content', 'webhook'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'ePrivacy Directive Art. 5(3)', kind: 'law' },
    { cite: 'EDPB Guidelines 2/2023', kind: 'guidance' },
    { cite: 'CNIL, recommendation 2026-042 of 12 March 2026', kind: 'guidance' },
    { cite: 'Garante, decision 284 of 17 April 2026', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Opens recorded without a yes',
      message:
        'Mautic records who opens which e-mail, and people were not asked for that separately. Switch off the tracking pixel and declare `mode: off`, or ask with a box of its own and name its field in `consent`.',
      why: 'Who said yes to your e-mails did not agree to be watched while reading them. A total needs no names; points, segments and decisions by opens do, whatever `mode` says.',
      next: "Mautic's API does not show whether the pixel is on, and a new Mautic has it on: look in the configuration and state `mailer_append_tracking_pixel` under `instance.settings`. It is on or off for everybody.",
    },
    it: {
      title: 'Aperture registrate senza un sì',
      message:
        'Mautic registra chi apre quale e-mail e le persone non hanno dato un consenso separato. Disattiva il pixel di tracciamento e dichiara `mode: off`, oppure chiedilo con una casella a parte e indica il campo in `consent`.',
      why: 'Chi ha detto sì alle tue e-mail non ha accettato di essere osservato mentre le legge. Per un totale non servono nomi; per punti, segmenti e decisioni in base alle aperture sì, qualunque sia `mode`.',
      next: "L'API di Mautic non mostra se il pixel è attivo, e in un Mautic nuovo lo è: guarda nella configurazione e scrivi `mailer_append_tracking_pixel` in `instance.settings`. Vale per tutti o per nessuno.",
    },
  },
  examples: {
    bad: {
      declarations: 'tracking:\n  email_opens: {mode: deliverability, purposes: [newsletter]}',
      items: [openers],
      uses: [decides],
      finds: ['tracking:email_opens'],
    },
    good: { declarations: 'tracking:\n  email_opens: {mode: off}\ninstance: {settings: {mailer_append_tracking_pixel: false}}', finds: [] },
  },
  check: context => {
    const found = unaskedPixel(context);
    if (found === undefined) return [];
    const { place, traces, severity } = found;
    const items = traces.flatMap(({ item }) => (item === undefined ? [] : [item])).slice(0, SHOWN);
    return [
      {
        subject: 'tracking:email_opens',
        place,
        data: {},
        related: relatedOn(items, context),
        ...(severity === undefined ? {} : { severity }),
      },
    ];
  },
});
