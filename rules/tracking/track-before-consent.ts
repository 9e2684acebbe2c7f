import { rule } from '../../src/lint/rule.js';
import { declaredUngated, ungatedBodies, ungatedCode } from '../../src/lint/tracking/gates.js';
import { siteFindings } from '../../src/lint/website/told.js';

const website = (gate: string) =>
  `purposes:\n  visits: {use: web-tracking, legal_basis: consent, consent: {field: visits_ok, collected_by: ["page:home"]}}\ntracking:\n  website: {purposes: [visits]${gate}}`;

export default rule({
  id: 'track-before-consent',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['page', 'dynamic_content', 'focus_item'],
  website: 'part',
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'ePrivacy Directive Art. 5(3)', kind: 'law' },
    { cite: 'CJEU C-673/17 Planet49', kind: 'law' },
    { cite: 'Codice privacy art. 122', kind: 'law' },
    { cite: 'TDDDG § 25', kind: 'law' },
    { cite: 'EDPB Guidelines 2/2023', kind: 'guidance' },
    { cite: 'Garante, guidelines of 10 June 2021 (doc. web 9677876)', kind: 'guidance' },
    { cite: 'CNIL, deliberations 2020-091 and 2020-092', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Tracking before the yes',
      message:
        "Mautic's tracking can start before people have agreed: {reason}. Let your consent tool start it after the yes, and declare `gate: consent-tool` and the basis under `tracking.website`.",
      why: 'Whoever opens a page has agreed to nothing yet. The script reads and stores on their device at once, and every visit stays with the person for years.',
      next: "Mark the script in your pages so that the consent tool starts it. This rule sees the declaration, the bodies in Mautic and, with `website` configured, what starts as a page of your site loads. It does not see whether a consent tool stops that from outside, nor whether code that decides by itself really waits. Mautic's own landing pages track by themselves, without any script. For a script that loads only after login to a service, declare `gate: login` and ask your data protection officer for a waiver.",
      words: {
        'other-basis': 'it rests on {basis}, and only a yes lets you read or store something on a device',
        'other-basis-for-profiles':
          'it rests on {basis}, as plain counting may in some countries, but in Mautic every visit belongs to a person and profiles are made of it',
        'no-gate': 'no `gate` says what holds it back',
        'gate-none': '`gate: none` says that nothing holds it back',
        'no-yes': 'nothing says where the yes is kept',
        'in-body': "the body of '{item}' ({kind}) loads it by itself",
        'in-code': 'here the code of your site starts it as the page loads',
        'called-in-code': 'here the code of your site calls it as the page loads, and what loads the script was not seen',
      },
    },
    it: {
      title: 'Tracciamento prima del sì',
      message:
        'Il tracciamento di Mautic può partire prima che le persone abbiano accettato: {reason}. Fallo avviare dallo strumento per il consenso solo dopo il sì e dichiara `gate: consent-tool` e la base in `tracking.website`.',
      why: 'Chi apre una pagina non ha ancora accettato nulla. Lo script legge e salva subito sul suo dispositivo, e ogni visita resta legata alla persona per anni.',
      next: "Marca lo script nelle tue pagine in modo che sia lo strumento per il consenso ad avviarlo. Questa regola vede la dichiarazione, i contenuti in Mautic e, se `website` è configurato, che cosa parte quando si carica una pagina del sito. Non vede se uno strumento per il consenso lo blocca dall'esterno, né se il codice che decide da solo aspetta davvero. Le landing page di Mautic tracciano da sole, senza alcuno script. Per uno script caricato solo dopo l'accesso a un servizio dichiara `gate: login` e chiedi un'eccezione al responsabile della protezione dei dati.",
      words: {
        'other-basis': 'si basa su {basis}, ma solo un sì permette di leggere o salvare qualcosa su un dispositivo',
        'other-basis-for-profiles':
          'si basa su {basis}, come in alcuni paesi può fare il semplice conteggio, ma in Mautic ogni visita appartiene a una persona e se ne ricavano profili',
        'no-gate': 'nessun `gate` dice che cosa lo trattiene',
        'gate-none': 'con `gate: none` nulla lo trattiene',
        'no-yes': 'nulla dice dove si conserva il sì',
        'in-body': 'il contenuto di «{item}» ({kind}) lo carica da solo',
        'in-code': 'qui il codice del tuo sito lo avvia mentre la pagina si carica',
        'called-in-code': 'qui il codice del tuo sito lo chiama mentre la pagina si carica, e non si è visto che cosa carica lo script',
      },
    },
  },
  examples: {
    bad: { declarations: website(''), finds: ['tracking:website'] },
    good: { declarations: website(', gate: consent-tool'), finds: [] },
  },
  check: context => [...declaredUngated(context), ...ungatedBodies(context), ...siteFindings(ungatedCode(context))],
});
