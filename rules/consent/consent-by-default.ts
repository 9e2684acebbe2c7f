import { defaultedConsents } from '../../src/lint/consent/defaults.js';
import { severityBy } from '../../src/lint/consent/holders.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const DECLARED = 'purposes:\n  newsletter: {use: email-marketing, legal_basis: consent, consent: {field: newsletter_ok}}';
const FIELD = { kind: 'contact_field', id: 44, key: 'newsletter_ok', title: 'Newsletter', type: 'boolean', published: true } as const;
const ANSWERS = [{ value: 'no', label: 'No' } as const, { value: 'yes', label: 'Yes' } as const];

export default rule({
  id: 'consent-by-default',
  family: 'consent',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['contact_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: false,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(11), 5(1)(d), 7(1), recital 32', kind: 'law' },
    { cite: 'CJEU C-673/17 Planet49, 1 October 2019', kind: 'law' },
  ],
  text: {
    en: {
      title: 'A yes for everybody',
      message:
        "Mautic stores a yes in '{field}' for every new contact, even for people who answer no: the field has a default. Remove the default value in Mautic and don't rely on the answers stored so far.",
      why: 'People who said no, or were never asked, stand on the list as if they had agreed.',
      next: 'Open the field, remove its default value and save. Ask for the consent again: the stored answers prove nothing.',
    },
    it: {
      title: 'Un sì per tutti',
      message:
        'Mautic registra un sì in «{field}» per ogni nuovo contatto, anche per chi risponde no: il campo ha un valore predefinito. Toglilo in Mautic e non fidarti delle risposte già registrate.',
      why: 'Chi ha detto di no, o non è mai stato interpellato, risulta come se avesse acconsentito.',
      next: 'Apri il campo, togli il valore predefinito e salva. Chiedi di nuovo il consenso: le risposte registrate non provano nulla.',
    },
  },
  examples: {
    bad: {
      declarations: DECLARED,
      items: [{ ...FIELD, options: ANSWERS, default: 'option', default_option: 'yes' }],
      finds: ['contact_field:newsletter_ok'],
    },
    good: { declarations: DECLARED, items: [{ ...FIELD, options: ANSWERS, default: 'empty' }], finds: [] },
  },
  check: context =>
    defaultedConsents(context).map(({ field, certainty, clear }) => ({
      subject: context.snapshot.reference(field),
      place: placeOf(context, field),
      data: { field: { label: nameOf(field), alias: field.key } },
      ...severityBy({ certainty: clear ? certainty : 'words' }),
    })),
});
