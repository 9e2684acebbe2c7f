import type { Severity } from '../../src/finding.js';
import { isDeclared, undeclaredFinding } from '../../src/lint/declared/undeclared.js';
import { labelOf } from '../../src/lint/labels.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import { bringsAnswer } from '../../src/mautic/question-types.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

const form = { kind: 'form', id: 3, key: 'Newsletter', published: true } as const;
const inForm = { kind: 'form_field', form: 'form:Newsletter' } as const;
const email = { ...inForm, id: 1, key: 'Newsletter/email', title: 'E-mail', type: 'email' } as const;
const mobile = { ...inForm, id: 2, key: 'Newsletter/mobile', title: 'Mobile', type: 'tel' } as const;

export default rule({
  id: 'undeclared-form-field',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['form_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(1)(c)', kind: 'law' },
    { cite: 'GDPR Art. 13(2)(e)', kind: 'law' },
    { cite: 'GDPR Art. 25(2)', kind: 'law' },
    { cite: 'EDPB Guidelines 4/2019', kind: 'guidance' },
  ],
  text: {
    en: {
      title: 'Question that the form’s declaration does not list',
      message:
        "The form '{form}' asks for '{label}', and no declaration says what for. Add the question to `fields` of the form, or take it off the form.",
      why: 'Every question costs people something and is kept about them. A question that crept into a form has no reason anybody could give them.',
      next: 'If you need the answer, add the question to `fields` of the form with a sentence why; if not, take it off the form in Mautic.',
    },
    it: {
      title: 'Domanda che non è nella dichiarazione del modulo',
      message:
        "Il modulo «{form}» chiede «{label}» e nella dichiarazione non c'è scritto a che cosa serve. Aggiungi la domanda in `fields` del modulo, oppure toglila dal modulo.",
      why: 'Ogni domanda costa qualcosa alle persone e la risposta resta registrata. Di una domanda finita lì per caso nessuno sa dare il motivo.',
      next: 'Se la risposta ti serve, aggiungi la domanda in `fields` del modulo con una frase sul perché; altrimenti toglila dal modulo in Mautic.',
    },
  },
  examples: {
    bad: {
      declarations: 'forms:\n  Newsletter: {purposes: [newsletter], fields: {email: {required: true}}}',
      items: [form, email, mobile],
      finds: ['form_field:Newsletter/mobile'],
    },
    good: {
      declarations: 'forms:\n  Newsletter: {purposes: [newsletter], fields: {email: {}, mobile: {why: The door team phones at night}}}',
      items: [form, email, mobile],
      finds: [],
    },
  },
  check: context =>
    context.snapshot.items('form_field').flatMap(field => {
      const asking = askingForm(context, field);
      // The second look-up is for a form that is referred to with its id (masked name, two of one name) and declared without.
      const entry = context.policy.entryOf(field);
      if (asking === undefined || entry !== undefined) return [];
      return [{ ...undeclaredFinding(context, field, { form: asking.key, label: labelOf(field) }), ...severityOf(field) }];
    }),
});

/** The live form that a question belongs to, if it is declared: of others `undeclared-form` speaks, in one finding. */
function askingForm(context: RuleContext, field: ItemOf<'form_field'>): ItemOf<'form'> | undefined {
  const found = field.type !== undefined && bringsAnswer(field) ? context.snapshot.item(field.form ?? '') : undefined;
  const asks = found?.kind === 'form' && context.policy.isLive(found) && isDeclared(context, found);
  return asks ? found : undefined;
}

/** Asked, but kept nowhere. */
function severityOf({ saved, mapping }: ItemOf<'form_field'>): { severity?: Severity } {
  return saved === false && mapping === 'none' ? { severity: 'info' } : {};
}
