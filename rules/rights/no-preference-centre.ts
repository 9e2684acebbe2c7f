import { relatedOn } from '../../src/lint/paths/related.js';
import { missingCentre } from '../../src/lint/rights/preference-centre.js';
import { rule } from '../../src/lint/rule.js';

const PURPOSES = `purposes:
  menu: {use: email-marketing, legal_basis: consent}
  offers: {use: email-marketing, legal_basis: consent}`;
const PAGE = { kind: 'page', id: 5, key: 'preferences', title: 'Your choices', published: true, preference_centre: true } as const;

export default rule({
  id: 'no-preference-centre',
  family: 'rights',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['segment', 'campaign', 'email', 'page'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 7(3), 12(2), 21', kind: 'law' },
    { cite: 'Good practice: a page to choose on, rather than only a way out', kind: 'practice' },
  ],
  text: {
    en: {
      title: 'All or nothing',
      message:
        'People can only take all or nothing: no page lets them choose topics and channels. Make a preference centre page with {token} in Mautic and declare it in `rights.preference_centre`.',
      why: 'Who wants fewer messages, or others, can only leave altogether. A page to choose on serves both sides.',
      next: 'Offer topics (`{segmentlist}`, `{categorylist}`) and channels on one page, with the button that saves the choice. If the page is on your own website, declare its address.',
    },
    it: {
      title: 'Tutto o niente',
      message:
        'Le persone possono solo prendere tutto o niente: nessuna pagina permette di scegliere argomenti e canali. Crea in Mautic una pagina centro preferenze con {token} e dichiarala in `rights.preference_centre`.',
      why: 'Chi vuole meno messaggi, o altri, può solo andarsene del tutto. Una pagina per scegliere conviene a entrambi.',
      next: "Offri argomenti (`{segmentlist}`, `{categorylist}`) e canali su una pagina, con il pulsante che salva la scelta. Se la pagina è sul tuo sito, dichiarane l'indirizzo.",
    },
  },
  examples: {
    bad: { declarations: PURPOSES, items: [{ ...PAGE, controls: ['segmentlist'] }], finds: ['rights'] },
    good: { declarations: PURPOSES, items: [{ ...PAGE, controls: ['saveprefsbutton', 'segmentlist'] }], finds: [] },
  },
  check: context => {
    const missing = missingCentre(context);
    if (missing === undefined) return [];
    const related = relatedOn(missing.pages.map(context.snapshot.reference), context);
    return [{ subject: 'rights', place: missing.place, data: { token: '{saveprefsbutton}' }, related }];
  },
});
