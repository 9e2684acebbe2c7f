import type { FindingData } from '../../src/finding.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { type OpenAudience, openAudiences } from '../../src/lint/paths/audiences.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import type { Item } from '../../src/mautic/snapshot.js';

const DECLARED = `purposes:
  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok, collected_by: [form:Newsletter]}}
emails:
  Christmas menu: {purposes: [newsletter]}`;
const FIELD = { kind: 'contact_field', id: 44, key: 'newsletter_ok', title: 'Newsletter', type: 'boolean' } as const;
const SEGMENT = { kind: 'segment', id: 1, key: 'guests', title: 'Guests', published: true, filter_rows: 1 } as const;
const EMAIL = { kind: 'email', id: 1, key: 'Christmas menu', published: true, type: 'list' } as const;
const TARGETS = { from: 'email:Christmas menu', how: 'targets', to: 'segment:guests', at: 'email.audience' } as const;
const FILTER = { from: 'segment:guests', how: 'filters', at: 'segment.filter', n: 1, group: 1 } as const;

export default rule({
  id: 'send-beyond-consent',
  family: 'consent',
  since: '1.0.0',
  evidence: 'needs-complete-snapshot',
  needs: ['form', 'form_field', 'segment', 'campaign', 'email'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(2), 6(1)(a), 7(1)', kind: 'law' },
    { cite: 'ePrivacy Directive Art. 13(1)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Sent to people who did not say yes',
      message:
        "[{detail}][The e-mail '{email}' can also reach {people} in the segment '{segment}' without a recorded yes. Filter the segment by the consent; if you fill it by hand with consents only, declare `membership: consent-only`.]",
      words: {
        form: "The e-mail '{email}' also reaches people who fill in the form '{form}' and leave its box empty: the campaign '{item}' does not look at their answer. Put a condition on the consent before that step.",
      },
      why: 'Advertising lands with people who never agreed, and nobody could show that they did. Segments that an e-mail leaves out are seen through API v2 of Mautic 7 only.',
      next: 'Add the consent to every group of filters ("or" starts a new one). Mautic keeps whomever a form, a campaign or a trigger puts into a segment, whatever its filters say: take such an action away, or let only people past it who said yes.',
    },
    it: {
      title: 'Inviata a chi non ha detto sì',
      message:
        "[{detail}][L'e-mail «{email}» può arrivare anche a {people} del segmento «{segment}» senza un sì registrato. Filtra il segmento in base al consenso; se lo riempi a mano solo con chi ha detto sì, dichiara `membership: consent-only`.]",
      words: {
        form: "L'e-mail «{email}» arriva anche a chi compila il modulo «{form}» e lascia vuota la casella: la campagna «{item}» non guarda la risposta. Metti una condizione sul consenso prima di quel passaggio.",
      },
      why: "La pubblicità arriva a chi non l'ha mai accettata, e nessuno potrebbe dimostrare il contrario. I segmenti che un'e-mail esclude si vedono solo con l'API v2 di Mautic 7.",
      next: 'Aggiungi il consenso a ogni gruppo di filtri («oppure» ne apre uno nuovo). Mautic tiene in un segmento chiunque ci sia stato messo da un modulo, una campagna o un attivatore, qualunque cosa dicano i filtri: togli quell’azione, oppure falla scattare solo per chi ha detto sì.',
    },
  },
  examples: {
    bad: {
      declarations: DECLARED,
      items: [{ kind: 'contact_field', id: 6, key: 'email', title: 'Email' }, SEGMENT, EMAIL],
      uses: [{ ...FILTER, to: 'contact_field:email', op: 'set' }, TARGETS],
      finds: ['email:Christmas menu'],
    },
    good: {
      declarations: DECLARED,
      items: [FIELD, SEGMENT, EMAIL],
      uses: [{ ...FILTER, to: 'contact_field:newsletter_ok', op: 'is', value: 'yes' }, TARGETS],
      finds: [],
    },
  },
  check: context =>
    openAudiences(context).map(({ email, audience, by }) => ({
      subject: context.snapshot.reference(email),
      place: placeOf(context, email),
      data: { email: nameOf(email), ...dataOf(audience, by) },
      related: [audience, ...by].map(item => ({ subject: context.snapshot.reference(item), place: placeOf(context, item) })),
      key: context.snapshot.reference(audience),
    })),
});

function dataOf(audience: OpenAudience['audience'], [campaign]: readonly Item[]): FindingData {
  if (audience.kind === 'segment') return { segment: nameOf(audience), people: 'unknown' };
  return { detail: 'form', form: nameOf(audience), ...(campaign === undefined ? {} : { item: nameOf(campaign) }) };
}
