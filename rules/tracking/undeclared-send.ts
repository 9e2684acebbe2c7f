import { rule } from '../../src/lint/rule.js';
import { siteFindings } from '../../src/lint/website/told.js';
import { undeclaredSends } from '../../src/lint/website/undeclared.js';
import { SEND_WORDS } from '../../src/lint/website/words.js';

const FILM = { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true, public: true } as const;
const CALL = "mt('send', 'pageview', { favourite_film: film.value })";
const SITE = [
  {
    path: 'site/newsletter.js',
    text: `${CALL};\n`,
    sends: [
      { what: 'tracking', key: '', how: 'mt', certainty: 'literal', gate: 'none', text: CALL },
      { what: 'contact_field', key: 'favourite_film', how: 'mt', certainty: 'literal', text: 'favourite_film' },
    ],
  },
] as const;

export default rule({
  id: 'undeclared-send',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'certain',
  per: ['contact_field', 'company_field', 'tag', 'form', 'form_field'],
  website: 'whole',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(b), (c)', kind: 'law' },
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 30(1)(c)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Sent by the website, not declared',
      message:
        "[{detail}][Your website sends '{item}' ({kind}) to Mautic, and {reason}. Declare it under `{section}` with a purpose of the website, or take it out of the code.]",
      why: 'What the code of a page sends, people never see. They can only be told of it, and it can only be deleted in time, if somebody has written down what it is for.',
      next: 'Ask who wrote the code what it is for. What page views and pixels send is covered by a purpose that it shares with `tracking.website` or with a form that fills it, or by `source: [observed]` or a `page:` there; what a server pushes, by any purpose. What no field takes can be named in `tracking.website.parameters`. If it is fine as it is: a comment `purposelint-ignore undeclared-send: why` beside it.',
      words: SEND_WORDS.en,
    },
    it: {
      title: 'Inviato dal sito, non dichiarato',
      message:
        '[{detail}][Il tuo sito invia a Mautic «{item}» ({kind}), e {reason}. Dichiaralo in `{section}` con una finalità del sito, oppure toglilo dal codice.]',
      why: 'Ciò che il codice di una pagina invia, le persone non lo vedono. Si può spiegarlo loro, e cancellarlo in tempo, solo se qualcuno ha scritto a che cosa serve.',
      next: "Chiedi a chi ha scritto il codice a che cosa serve. Ciò che inviano le visite e i pixel è coperto da una finalità in comune con `tracking.website` o con un modulo che lo compila, oppure da `source: [observed]` o da una `page:`; ciò che invia un server, da qualsiasi finalità. Ciò che nessun campo usa si può indicare in `tracking.website.parameters`. Se va bene così com'è: un commento `purposelint-ignore undeclared-send: perché` accanto.",
      words: SEND_WORDS.it,
    },
  },
  examples: {
    bad: { declarations: 'contact_fields: {}', items: [FILM], site: SITE, finds: ['contact_field:favourite_film'] },
    good: {
      declarations:
        'contact_fields:\n  favourite_film: {purposes: [visits], why: Which film night the page announces}\ntracking:\n  website: {purposes: [visits], gate: consent-tool}',
      items: [FILM],
      site: SITE,
      finds: [],
    },
  },
  check: context => siteFindings(undeclaredSends(context)),
});
