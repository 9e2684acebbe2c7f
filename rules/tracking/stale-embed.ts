import { rule } from '../../src/lint/rule.js';
import { staleEmbeds } from '../../src/lint/website/stale.js';
import { siteFindings } from '../../src/lint/website/told.js';

const FORM = { kind: 'form', id: 4, key: 'Newsletter', published: true } as const;
const showing = (id: string) => {
  const address = `https://mautic.aurora.example/form/generate.js?id=${id}`;
  const sends = [{ what: 'form', key: id, how: 'form-embed', certainty: 'literal', text: address } as const];
  return [{ path: 'site/newsletter.html', text: `<script src="${address}"></script>\n`, sends }];
};

export default rule({
  id: 'stale-embed',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['form', 'focus_item', 'dynamic_content', 'campaign'],
  website: 'whole',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(f)', kind: 'law' }],
  text: {
    en: {
      title: 'Embedded, but gone from Mautic',
      message: "Your website embeds '{item}' ({kind}), and {reason}. Take it out of the page, or embed the one that is meant.",
      why: 'People fill in a form and nobody gets it, or a page goes on asking Mautic, for each visitor, for something that is not there.',
      next: 'Look up the number or the name in Mautic: each form shows the code to embed it. What is switched off for a while comes back when it is published.',
      words: {
        gone: 'Mautic has none such any more',
        'switched-off': 'Mautic does not show it: it is not published',
        elsewhere: "the snapshot shows none that is published: either '{host}' is another Mautic, or there is none",
      },
    },
    it: {
      title: 'Incorporato, ma non più in Mautic',
      message: 'Il tuo sito incorpora «{item}» ({kind}), e {reason}. Toglilo dalla pagina, oppure incorpora quello giusto.',
      why: 'Le persone compilano un modulo che nessuno riceve, oppure una pagina continua a chiedere a Mautic, per ogni visitatore, qualcosa che non esiste.',
      next: 'Cerca il numero o il nome in Mautic: ogni modulo mostra il codice per incorporarlo. Ciò che è disattivato per un periodo torna quando viene pubblicato.',
      words: {
        gone: 'in Mautic non esiste più',
        'switched-off': 'Mautic non lo mostra: non è pubblicato',
        elsewhere: 'lo snapshot non ne mostra nessuno pubblicato: o «{host}» è un altro Mautic, o non esiste',
      },
    },
  },
  examples: {
    bad: { declarations: '', items: [FORM], site: showing('14'), finds: ['form:#14'] },
    good: { declarations: '', items: [FORM], site: showing('4'), finds: [] },
  },
  check: context => siteFindings(staleEmbeds(context)),
});
