import { budgetFaults } from '../../src/lint/changes/budgets.js';
import { rule } from '../../src/lint/rule.js';

const FIELDS = [
  { kind: 'contact_field', id: 44, key: 'favourite_film', title: 'Favourite film', published: true },
  { kind: 'contact_field', id: 45, key: 'shoe_size', title: 'Shoe size', published: true },
] as const;

export default rule({
  id: 'data-budget',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  per: ['contact_field', 'company_field', 'tag', 'segment', 'form_field'],
  base: 'part',
  severity: { recommended: 'off', strict: 'warn' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 25(1)', kind: 'law' },
    { cite: 'Good practice: a limit that only goes up when somebody agrees', kind: 'practice' },
  ],
  text: {
    en: {
      title: 'More data than the team allows itself',
      message:
        'You allow yourself {limit} `{key}`; now there are {count}[, and this change allows {value}]. Each one more is one more to explain to people. Give one up, or raise the limit in `budget` and name in `approved_by` who agreed.',
      why: 'Data pile up one by one, each with a good reason, and nobody decides on the pile. A number in the repository makes every addition a decision.',
      next: 'Look for what nobody uses any more (`purposelint where --unused`) and delete it. If all of it is needed, raise the number in the same pull request, and let the person who agrees to it be named.',
    },
    it: {
      title: 'Più dati di quanti la squadra si permette',
      message:
        'Il massimo che ti sei dato per `{key}` è {limit}; ora sono {count}[, e questa modifica ne permette {value}]. Ogni dato in più va spiegato alle persone. Rinuncia a qualcosa, oppure alza il limite in `budget` e indica in `approved_by` chi ha approvato.',
      why: "I dati si accumulano uno alla volta, ciascuno con una buona ragione, e nessuno decide sull'insieme. Un numero nel repository fa di ogni aggiunta una decisione.",
      next: "Cerca ciò che nessuno usa più (`purposelint where --unused`) ed eliminalo. Se serve tutto, alza il numero nella stessa pull request e indica chi è d'accordo.",
    },
  },
  examples: {
    bad: { declarations: 'budget: {contact_fields: 1}', items: FIELDS, finds: ['budget'] },
    good: {
      declarations: 'budget: {contact_fields: 2, approved_by: dpo}',
      base: { declarations: 'budget: {contact_fields: 1}' },
      items: FIELDS,
      finds: [],
    },
  },
  check: context =>
    budgetFaults(context).map(({ subject, place, key, limit, count, raisedTo, limitPlace }) => ({
      subject,
      place,
      key,
      data: { key, limit, count, ...(raisedTo === undefined ? {} : { value: String(raisedTo) }) },
      ...(limitPlace === undefined ? {} : { related: [{ place: limitPlace }] }),
    })),
});
