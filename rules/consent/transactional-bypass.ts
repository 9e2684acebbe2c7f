import { placeOf } from '../../src/lint/forms/questions.js';
import { bypasses } from '../../src/lint/paths/bypasses.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = `purposes:
  newsletter: {use: email-marketing, legal_basis: consent}
emails:
  Pizza week: {purposes: [newsletter]}`;
const EMAIL = { kind: 'email', id: 1, key: 'Pizza week', published: true, type: 'template' } as const;
const STEP = { id: 5, name: 'Send', type: 'email.send', kind: 'action', parent: 0, path: '', delay: 'P0D' } as const;
const CAMPAIGN = { kind: 'campaign', id: 1, key: 'Autumn', published: true } as const;
const SENDS = { from: 'campaign:Autumn', how: 'sends', to: 'email:Pizza week', at: 'campaign.event', id: 5, type: 'email.send' } as const;

export default rule({
  id: 'transactional-bypass',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['email'],
  per: ['form', 'point_trigger', 'campaign'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'ePrivacy Directive Art. 13(1), 13(2), 13(4)', kind: 'law' },
    { cite: 'GDPR Art. 21(3)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Advertising sent as a service message',
      message:
        "The e-mail '{email}' is marketing, but '{item}' ({kind}) sends it as a service message: even people who unsubscribed get it. {detail}",
      why: 'Mautic sends service messages to everybody, also to those who said no, and without a link to unsubscribe. A step of a campaign that names no type counts as one; forms and point triggers know no other.',
      next: 'Open the step and choose "marketing" as type of the e-mail. If the e-mail is what people just asked for, declare it for that purpose and leave the advertising out.',
      words: {
        'set-type': 'Set the type of the e-mail to marketing there.',
        'by-campaign': 'Let a campaign send it instead, with the type marketing.',
      },
    },
    it: {
      title: 'Pubblicità inviata come messaggio di servizio',
      message:
        "L'e-mail «{email}» è marketing, ma «{item}» ({kind}) la invia come messaggio di servizio: la riceve anche chi si è cancellato. {detail}",
      why: 'Mautic invia i messaggi di servizio a tutti, anche a chi ha detto di no, e senza un link per cancellarsi. Un passo di campagna che non indica il tipo vale come tale; moduli e attivatori punti non ne conoscono altri.',
      next: "Apri il passo e scegli «marketing» come tipo di e-mail. Se l'e-mail è ciò che la persona ha appena chiesto, dichiarala per quella finalità e togli la pubblicità.",
      words: {
        'set-type': 'Imposta lì il tipo di e-mail «marketing».',
        'by-campaign': 'Inviala invece da una campagna, con il tipo «marketing».',
      },
    },
  },
  examples: {
    bad: {
      declarations: DECLARED,
      items: [{ ...CAMPAIGN, events: [{ ...STEP, email_mode: 'transactional' }] }, EMAIL],
      uses: [SENDS],
      finds: ['campaign:Autumn'],
    },
    good: {
      declarations: DECLARED,
      items: [{ ...CAMPAIGN, events: [{ ...STEP, email_mode: 'marketing' }] }, EMAIL],
      uses: [SENDS],
      finds: [],
    },
  },
  check: context =>
    bypasses(context)
      .filter(({ sender }) => context.kinds.has(sender.kind))
      .map(({ sender, sender: { kind }, email }) => ({
        subject: context.snapshot.reference(sender),
        place: placeOf(context, sender),
        data: { email: nameOf(email), item: nameOf(sender), kind, detail: kind === 'campaign' ? 'set-type' : 'by-campaign' },
        related: [{ subject: context.snapshot.reference(email), place: placeOf(context, email) }],
        key: context.snapshot.reference(email),
      })),
});
