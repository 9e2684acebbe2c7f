import { rule } from '../../src/lint/rule.js';
import { systemFaults } from '../../src/lint/sharing/system-faults.js';

const POLICY =
  'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: consent_newsletter, collected_by: [form:Club]}}\ncontact_fields:\n  consent_newsletter: {purposes: [newsletter]}\n';

export default rule({
  id: 'systems-disagree',
  family: 'sharing',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(d), 7(3), 19, 24', kind: 'law' },
    { cite: 'CJEU C-129/21 Proximus, 27 October 2022', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Systems that disagree',
      message:
        "Mautic and '{system}' do not agree on '{field}': {reason}. What people told you may get lost in between. Settle it in `master_of`, `consent_master` or `propagates_within`.",
      why: 'Somebody takes back a yes in one place, and the other place goes on writing, or writes the old yes back. What the other system declares itself (`declaration`) is not read by this version.',
      next: 'For each field say which side is right; for consent, one side only. Have every withdrawal reach the other side within a day.',
      words: {
        'no-master': 'it is written into Mautic and never given back, and nobody is declared to be right when the two differ',
        'two-masters': "'{other_item}' is declared to be right about it, too",
        'consent-split': 'it holds a consent, and the one who is right about it is not the one in `consent_master`',
        'two-consent-masters': "'{other_item}' is declared to be right about the consent, too",
        'not-propagated': 'nothing says how fast a withdrawal reaches the other side',
        'too-slow': 'a withdrawal reaches the other side within {period}, and should within a day',
      },
    },
    it: {
      title: "Sistemi che non vanno d'accordo",
      message:
        "Mautic e «{system}» non sono d'accordo su «{field}»: {reason}. Ciò che le persone hanno scelto può andare perso. Chiariscilo in `master_of`, `consent_master` o `propagates_within`.",
      why: "Una persona ritira il suo sì in un posto, e l'altro continua a scriverle o riscrive il vecchio sì. Ciò che l'altro sistema dichiara di sé (`declaration`) questa versione non lo legge.",
      next: "Per ogni campo indica quale dei due ha ragione; per il consenso uno solo. Fai arrivare ogni revoca all'altro sistema entro un giorno.",
      words: {
        'no-master': 'viene scritto in Mautic e mai restituito, e non è dichiarato chi ha ragione quando i due dati sono diversi',
        'two-masters': 'anche «{other_item}» è dichiarato come quello che ha ragione',
        'consent-split': 'contiene un consenso, e chi ha ragione su questo campo non è chi è indicato in `consent_master`',
        'two-consent-masters': 'anche «{other_item}» è dichiarato come quello che ha ragione sul consenso',
        'not-propagated': "non è scritto in quanto tempo una revoca arriva all'altro sistema",
        'too-slow': "una revoca arriva all'altro sistema entro {period}, e dovrebbe arrivare entro un giorno",
      },
    },
  },
  examples: {
    bad: { declarations: `${POLICY}systems:\n  crm: {gets: [consent_newsletter]}`, finds: ['system:crm'] },
    good: {
      declarations: `${POLICY}systems:\n  crm: {gets: [consent_newsletter], consent_master: mautic, propagates_within: PT1H}`,
      finds: [],
    },
  },
  check: context =>
    systemFaults(context).map(({ subject, place, others, ...data }) => ({
      subject,
      place,
      key: `${data.reason} ${data.other_item ?? ''}`,
      data,
      related: others.map(other => ({ place: other })),
    })),
});
