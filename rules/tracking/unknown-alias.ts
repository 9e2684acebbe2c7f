import { rule } from '../../src/lint/rule.js';
import { lostSends } from '../../src/lint/website/lost.js';
import { siteFindings } from '../../src/lint/website/told.js';
import { LOSS_WORDS } from '../../src/lint/website/words.js';

const FILM = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true, public: true } as const;
const sending = (alias: string) => {
  const call = `mt('send', 'pageview', { ${alias}: film.value })`;
  const tracking = { what: 'tracking', key: '', how: 'mt', certainty: 'literal', gate: 'none', text: call } as const;
  const field = { what: 'contact_field', key: alias, how: 'mt', certainty: 'literal', text: alias } as const;
  return [{ path: 'site/newsletter.js', text: `${call};\n`, sends: [tracking, field] }];
};

export default rule({
  id: 'unknown-alias',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  per: ['contact_field', 'company_field', 'form_field'],
  website: 'whole',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), (e)', kind: 'law' }],
  text: {
    en: {
      title: 'Sent, but it gets nowhere',
      message: "Your website sends '{key}' to Mautic, and {reason}.[ Did you mean `{near}`?] Correct it in the code, or take it out.",
      why: 'People gave an answer, or were watched, for nothing: nobody can use the value, and what is kept with page views is shown to nobody and deleted by nobody.',
      next: "Write the alias as the field or the question has it in Mautic. A field takes values from page views only while it is published and 'publicly updatable'; then anyone can send some, so ask with a form instead. If a parameter is meant for the page view alone, name it in `tracking.website.parameters`.",
      words: LOSS_WORDS.en,
    },
    it: {
      title: 'Inviato, ma non arriva',
      message: 'Il tuo sito invia a Mautic «{key}», e {reason}.[ Intendevi `{near}`?] Correggilo nel codice, oppure toglilo.',
      why: 'Le persone hanno dato una risposta, o sono state osservate, per nulla: nessuno può usare il valore, e ciò che resta con le pagine viste nessuno lo vede né lo cancella.',
      next: "Scrivi l'alias come lo hanno in Mautic il campo o la domanda. Un campo prende valori dalle visite solo se è pubblicato e «aggiornabile pubblicamente»; ma allora chiunque può inviarne, quindi è meglio chiederlo con un modulo. Se un parametro riguarda solo la visita, indicalo in `tracking.website.parameters`.",
      words: LOSS_WORDS.it,
    },
  },
  examples: {
    bad: { declarations: '', items: [FILM], site: sending('favorite_film'), finds: ['contact_field:favorite_film'] },
    good: { declarations: '', items: [FILM], site: sending('favourite_film'), finds: [] },
  },
  check: context => siteFindings(lostSends(context)),
});
