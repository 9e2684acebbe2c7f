import { rule } from '../../src/lint/rule.js';
import { insecureSends } from '../../src/lint/website/in-source.js';
import { siteFindings } from '../../src/lint/website/told.js';

const script = (scheme: 'http' | 'https') => {
  const address = `${scheme}://mautic.aurora.example/form/generate.js?id=4`;
  const send = { what: 'form', key: '4', how: 'form-embed', certainty: 'literal', text: address } as const;
  const sends = [scheme === 'http' ? { ...send, insecure: true as const } : send];
  return [{ path: 'site/newsletter.html', text: `<script src="${address}"></script>\n`, sends }];
};

export default rule({
  id: 'insecure-embed',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'certain',
  website: 'whole',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(f), 32', kind: 'law' }],
  text: {
    en: {
      title: 'Sent without encryption',
      message: 'The address here begins with `http://`: {reason}. Write `https://`, and let the server answer to that.',
      why: 'In a café, a hotel or an office, others on the same network can read along, and can put a script of their own in the place of yours.',
      next: 'Open the address with `https://` in a browser. If that works, change it in the code; if not, have a certificate set up for Mautic first.',
      words: {
        tracking: 'who looks at which page can be read by others on the way',
        form: 'what people write into the form can be read and changed on the way',
        script: 'what the page loads can be replaced on the way by something else',
        data: 'what it sends can be read and changed on the way',
      },
    },
    it: {
      title: 'Inviato senza cifratura',
      message: "L'indirizzo qui comincia con `http://`: {reason}. Scrivi `https://` e fa' in modo che il server risponda.",
      why: 'In un bar, in un albergo o in ufficio chi è sulla stessa rete può leggere, e può mettere un proprio script al posto del tuo.',
      next: "Apri l'indirizzo con `https://` in un browser. Se funziona, cambialo nel codice; altrimenti fai prima installare un certificato per Mautic.",
      words: {
        tracking: 'lungo la strada altri possono leggere chi guarda quale pagina',
        form: 'ciò che le persone scrivono nel modulo si può leggere e cambiare lungo la strada',
        script: 'ciò che la pagina carica si può sostituire lungo la strada con altro',
        data: 'ciò che invia si può leggere e cambiare lungo la strada',
      },
    },
  },
  examples: {
    bad: { declarations: '', site: script('http'), finds: ['form:#4'] },
    good: { declarations: '', site: script('https'), finds: [] },
  },
  check: context => siteFindings(insecureSends(context)),
});
