import { placeOf } from '../../src/lint/forms/questions.js';
import { openAudiences } from '../../src/lint/paths/audiences.js';
import { toldAs } from '../../src/lint/paths/told-audiences.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = `purposes:
  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok, collected_by: [form:Newsletter]}}
emails: {Christmas menu: {purposes: [newsletter]}}`;
const ITEMS = [
  { kind: 'contact_field', id: 6, key: 'email', title: 'Email' },
  { kind: 'contact_field', id: 44, key: 'newsletter_ok', title: 'Newsletter', type: 'boolean' },
  { kind: 'segment', id: 1, key: 'guests', title: 'Guests', published: true, filter_rows: 1 },
  { kind: 'email', id: 1, key: 'Christmas menu', published: true, type: 'list' },
] as const;
const TARGETS = { from: 'email:Christmas menu', how: 'targets', to: 'segment:guests', at: 'email.audience' } as const;
const FILTER = { from: 'segment:guests', how: 'filters', at: 'segment.filter', n: 1, group: 1 } as const;
const BY_ADDRESS = { ...FILTER, to: 'contact_field:email', op: 'set' } as const;
const BY_YES = { ...FILTER, to: 'contact_field:newsletter_ok', op: 'is', value: 'yes' } as const;

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
        "[{detail}][The e-mail '{email}' can also reach {people} in the segment '{segment}' without a recorded yes. Filter the segment by the consent[; {reason}].]",
      words: {
        'by-hand': 'if you fill it by hand with consents only, declare `membership: consent-only`',
        customers:
          "'{item}' ({kind}) is for customers, and can also reach others in '{other_item}'. Send it to the segment that `soft_opt_in` names, or filter by that one; others have to say yes first.",
        text: "'{item}' ({kind}) can also reach people without a recorded yes: those in '{other_item}'. Put a condition on the consent before the step that sends it.",
        unclear:
          "Whether only people who said yes get '{item}' ({kind}) does not show here: it depends on a value of the consent, in '{other_item}' or behind it, that the snapshot does not hold. Look it up in Mautic.",
        form: "The e-mail '{email}' also reaches people who fill in the form '{form}' and leave its box empty: the campaign '{item}' does not look at their answer. Put a condition on the consent before that step.",
      },
      why: 'Advertising lands with people who never agreed, and nobody could show that they did. Segments that an e-mail leaves out are seen through API v2 of Mautic 7 only.',
      next: 'Add the consent to every group of filters ("or" starts a new one). Mautic keeps whomever a form, a campaign or a trigger puts into a segment, whatever its filters say: take such an action away, or let only people past it who said yes.',
    },
    it: {
      title: 'Inviata a chi non ha detto sì',
      message:
        "[{detail}][L'e-mail «{email}» può arrivare anche a {people} del segmento «{segment}» senza un sì registrato. Filtra il segmento in base al consenso[; {reason}].]",
      words: {
        'by-hand': 'se lo riempi a mano solo con chi ha detto sì, dichiara `membership: consent-only`',
        customers:
          '«{item}» ({kind}) è per i clienti, ma può arrivare anche ad altri che sono in «{other_item}». Invialo al segmento indicato in `soft_opt_in`, oppure filtra in base a quello; gli altri devono prima dire di sì.',
        text: '«{item}» ({kind}) può arrivare anche a chi non ha un sì registrato: chi è in «{other_item}». Metti una condizione sul consenso prima del passaggio che lo invia.',
        unclear:
          'Qui non si vede se «{item}» ({kind}) arriva solo a chi ha detto sì: dipende da un valore del consenso, in «{other_item}» o nei passaggi successivi, che lo snapshot non contiene. Controlla in Mautic.',
        form: "L'e-mail «{email}» arriva anche a chi compila il modulo «{form}» e lascia vuota la casella: la campagna «{item}» non guarda la risposta. Metti una condizione sul consenso prima di quel passaggio.",
      },
      why: "La pubblicità arriva a chi non l'ha mai accettata, e nessuno potrebbe dimostrare il contrario. I segmenti che un'e-mail esclude si vedono solo con l'API v2 di Mautic 7.",
      next: 'Aggiungi il consenso a ogni gruppo di filtri («oppure» ne apre uno nuovo). Mautic tiene in un segmento chiunque ci sia stato messo da un modulo, una campagna o un attivatore, qualunque cosa dicano i filtri: togli quell’azione, oppure falla scattare solo per chi ha detto sì.',
    },
  },
  examples: {
    bad: { declarations: DECLARED, items: ITEMS, uses: [BY_ADDRESS, TARGETS], finds: ['email:Christmas menu'] },
    good: { declarations: DECLARED, items: ITEMS, uses: [BY_YES, TARGETS], finds: [] },
  },
  check: context =>
    openAudiences(context).map(open => ({
      subject: context.snapshot.reference(open.message),
      place: placeOf(context, open.message),
      data: toldAs(open, context.policy),
      related: [open.audience, ...open.by].map(item => ({ subject: context.snapshot.reference(item), place: placeOf(context, item) })),
      key: context.snapshot.reference(open.audience),
      ...(open.isUnclear ? { severity: 'warn' as const } : {}),
    })),
});
