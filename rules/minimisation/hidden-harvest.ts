import { unexplainedInputs } from '../../src/lint/forms/hidden-inputs.js';
import { placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';

const FORM = { kind: 'form', id: 1, key: 'Offer', published: true } as const;
const CLICK = { kind: 'form_field', id: 4, key: 'Offer/gclid', form: 'form:Offer', type: 'hidden', title: 'gclid' } as const;
const ADDRESS = { kind: 'form_field', id: 5, key: 'Offer/user_ip', form: 'form:Offer', type: 'hidden', title: 'user_ip' } as const;
const SOURCE = { kind: 'form_field', id: 6, key: 'Offer/source', form: 'form:Offer', type: 'hidden', title: 'Source' } as const;

export default rule({
  id: 'hidden-harvest',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(a), (c), 13', kind: 'law' },
    { cite: 'ePrivacy Directive 2002/58/EC Art. 5(3)', kind: 'law' },
    { cite: 'EDPB Guidelines 2/2023 v2.0 on the technical scope of Art. 5(3)', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Data taken without people seeing it',
      message:
        "The form '{form}' records {what} without people seeing it. Say so in the notice and explain it in `hidden_reason`, or remove it from the form.",
      why: 'People see the questions and answer them. What goes along unseen they can neither leave out nor correct.',
      next: 'Remove the hidden field or the action; a fixed value such as the name of a flyer may stay (`constant: true`).',
      words: {
        ip: 'the IP address',
        device: 'details of the device',
        location: 'the location',
        email_hash: 'a fingerprint of the e-mail address',
        utm: 'campaign parameters (UTM)',
        click_id: 'the click id of an advertisement',
        client_id: 'an id of the visitor',
        referrer: 'the page people came from',
        page: 'the page people were on',
      },
    },
    it: {
      title: 'Dati presi di nascosto',
      message:
        "Il modulo «{form}» registra {what} senza che le persone lo vedano. Dillo nell'informativa e spiegalo in `hidden_reason`, oppure toglilo dal modulo.",
      why: 'Le persone vedono le domande e rispondono. Ciò che parte di nascosto non possono né ometterlo né correggerlo.',
      next: "Togli il campo nascosto o l'azione; un valore fisso, come il nome di un volantino, può restare (`constant: true`).",
      words: {
        ip: "l'indirizzo IP",
        device: 'dettagli del dispositivo',
        location: 'la posizione',
        email_hash: "un'impronta dell'indirizzo e-mail",
        utm: 'i parametri di campagna (UTM)',
        click_id: "l'identificativo del clic su un annuncio",
        client_id: 'un identificativo del visitatore',
        referrer: 'la pagina di provenienza',
        page: 'la pagina visitata',
      },
    },
  },
  examples: {
    bad: {
      declarations: '',
      items: [FORM, { ...CLICK, default: 'empty' }, { ...ADDRESS, default: 'empty' }],
      finds: ['form_field:Offer/gclid', 'form_field:Offer/user_ip'],
    },
    good: { declarations: '', items: [FORM, { ...SOURCE, default: 'constant' }], finds: [] },
  },
  check: context =>
    unexplainedInputs(context).map(({ item, form, what, intrusive }) => ({
      subject: context.snapshot.reference(item),
      place: placeOf(context, item),
      data: { form: nameOf(form), what: [what] },
      ...(intrusive ? { severity: 'error' } : {}),
    })),
});
