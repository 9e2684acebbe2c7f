import { rule } from '../../src/lint/rule.js';
import { identifyingInMautic, identifyingSends } from '../../src/lint/tracking/identifying.js';
import { trackingWebsite } from '../../src/lint/unstated.js';
import { siteFindings } from '../../src/lint/website/told.js';

const EMAIL = { kind: 'contact_field', id: 6, key: 'email', title: 'Email', published: true, unique: true, public: false } as const;
const MENU = { kind: 'email', id: 3, key: 'Menu', published: true } as const;
const LINK = { from: 'email:Menu', how: 'reads', to: 'contact_field:email', at: 'content', in: 'url', url: 'shop.example' } as const;

const ADDRESS = 'https://mautic.aurora.example/mtracking.gif?email={{ guest.email }}';
const SITE = [
  {
    path: 'site/thanks.html',
    text: `<img src="${ADDRESS}" alt="">`,
    sends: [
      { what: 'tracking', key: '', how: 'pixel', certainty: 'literal', gate: 'none', text: ADDRESS },
      { what: 'contact_field', key: 'email', how: 'pixel', certainty: 'literal', inUrl: true, text: 'email' },
    ],
  },
] as const;

export default rule({
  id: 'url-identify',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['contact_field', 'form', 'campaign', 'email', 'page', 'dynamic_content', 'focus_item', 'text_message', 'notification'],
  website: 'part',
  settings: known => trackingWebsite(known, 'track_by_tracking_url'),
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(f), 25, 32', kind: 'law' }],
  text: {
    en: {
      title: 'Web address that tells about a person',
      message:
        "[{detail}][Through '{item}' ({kind}), '{field}' of a person gets into a web address, which other systems record. Take it out of the link, or switch off that setting in Mautic.]",
      why: 'Web addresses end up in the history of browsers, in logs of servers, with companies that count visits, and in messages that people forward. Whoever sees one learns who somebody is, or something about them.',
      next: 'Send it with a form (`method="post"`) or among the data that a webhook posts, or put a token into the link that means nothing to others. Links to Mautic itself, such as the one to unsubscribe, carry such a token. The code of a website is looked at where `website` is configured.',
      words: {
        'tracked-links':
          'With `track_by_tracking_url`, Mautic takes whoever opens a link of an e-mail for the person that it was sent to, also when it was forwarded. Switch off that setting in Mautic.',
        'public-unique':
          "Whoever puts '{field}' of somebody into a web address of your site is taken for that person by Mautic. Switch off 'publicly updatable' for this field in Mautic.",
      },
    },
    it: {
      title: 'Indirizzo web che rivela qualcosa di una persona',
      message:
        "[{detail}][Con «{item}» ({kind}), «{field}» di una persona finisce in un indirizzo web, che altri sistemi registrano. Toglilo dal link, oppure disattiva quell'impostazione in Mautic.]",
      why: 'Gli indirizzi web finiscono nella cronologia dei browser, nei log dei server, presso chi conta le visite e nei messaggi che le persone inoltrano. Chi ne vede uno sa chi è la persona, o qualcosa di lei.',
      next: 'Invialo con un modulo (`method="post"`) o tra i dati che un webhook invia con POST, oppure metti nel link un codice che per gli altri non significhi nulla. I link verso Mautic stesso, come quello per annullare l’iscrizione, ne hanno uno. Il codice di un sito viene guardato se `website` è configurato.',
      words: {
        'tracked-links':
          "Con `track_by_tracking_url` Mautic scambia chi apre il link di un'e-mail per la persona a cui è stata inviata, anche quando è stata inoltrata. Disattiva questa impostazione in Mautic.",
        'public-unique':
          'Chi mette «{field}» di qualcuno in un indirizzo web del tuo sito viene scambiato da Mautic per quella persona. Disattiva «aggiornabile pubblicamente» per questo campo in Mautic.',
      },
    },
  },
  examples: {
    bad: {
      declarations: '',
      items: [EMAIL, MENU],
      uses: [LINK],
      site: SITE,
      finds: ['email:Menu', 'contact_field:email'],
    },
    good: { declarations: '', items: [EMAIL, MENU], finds: [] },
  },
  check: context => [...identifyingInMautic(context), ...siteFindings(identifyingSends(context))],
});
