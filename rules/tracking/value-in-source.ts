import { rule } from '../../src/lint/rule.js';
import { valuesInSource } from '../../src/lint/website/in-source.js';
import { siteFindings } from '../../src/lint/website/told.js';

const FORM = { kind: 'form', id: 4, key: 'Contest', published: true } as const;
const QUESTION = { kind: 'form_field', id: 9, key: 'Contest/email', form: 'form:Contest', type: 'hidden', title: 'E-mail' } as const;
const page = (value: string) => {
  const send = { what: 'form_field', key: 'email', form: '4', how: 'form-post', certainty: 'literal', text: 'email' } as const;
  const address = 'https://mautic.aurora.example/form/submit?formId=4';
  const text = `<form method="post" action="${address}">\n  <input type="hidden" name="mauticform[email]" value="${value}">\n</form>\n`;
  const form = { what: 'form', key: '4', how: 'form-post', certainty: 'literal', text: address } as const;
  return [{ path: 'site/contest.html', text, sends: [form, value === '' ? send : { ...send, value: 'email' as const }] }];
};

export default rule({
  id: 'value-in-source',
  family: 'tracking',
  since: '1.0.0',
  evidence: 'certain',
  website: 'whole',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(c), (f), 32', kind: 'law' }],
  text: {
    en: {
      title: "A person's data in the code",
      message:
        "[For '{label}', ]{reason} stands in the code of your website. Take it out, and let people enter it or the server fill it in.",
      why: 'Everybody who looks at the page or the repository can read it, and the history of the repository keeps it. And everybody who sends the form is taken for that one person.',
      next: 'Replace it by what the person enters. Do not forget the history of the repository. The value itself is printed nowhere.',
      words: { email: 'an e-mail address', phone: 'a phone number' },
    },
    it: {
      title: 'Dati di una persona nel codice',
      message:
        '[Per «{label}», ]nel codice del tuo sito è scritto {reason}. Toglilo, e lascia che lo inserisca la persona o lo compili il server.',
      why: 'Chiunque guardi la pagina o il repository può leggerlo, e la cronologia del repository lo conserva. E chiunque invii il modulo viene scambiato per quella persona.',
      next: 'Sostituiscilo con ciò che inserisce la persona. Non dimenticare la cronologia del repository. Il valore non viene stampato da nessuna parte.',
      words: { email: 'un indirizzo e-mail', phone: 'un numero di telefono' },
    },
  },
  examples: {
    bad: { declarations: '', items: [FORM, QUESTION], site: page('kim@guest.example'), finds: ['form_field:Contest/email'] },
    good: { declarations: '', items: [FORM, QUESTION], site: page(''), finds: [] },
  },
  check: context => siteFindings(valuesInSource(context)),
});
