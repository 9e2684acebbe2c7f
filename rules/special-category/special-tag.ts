import { placeOf } from '../../src/lint/forms/questions.js';
import { rule } from '../../src/lint/rule.js';
import { ALLOWED_BY, isAnswered, keyAllowing } from '../../src/lint/special/answers.js';
import { SPECIAL_OR_CRIMINAL } from '../../src/lint/special/categories.js';
import { sensitiveNames } from '../../src/lint/special/names.js';

const TAG = { kind: 'tag', id: 31, key: 'pregnant-maybe' } as const;
const PEOPLE = [{ of: 'tag:pregnant-maybe', how: 'people', n: 38 } as const];

export default rule({
  id: 'special-tag',
  family: 'special-category',
  since: '1.0.0',
  evidence: 'hint',
  per: ['tag', 'segment', 'stage', 'category', 'campaign'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: 'dpo',
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 4(4), 9(1)', kind: 'law' },
    { cite: 'CJEU C-184/20 OT, 1 August 2022', kind: 'law' },
    { cite: 'CJEU C-252/21 Meta v Bundeskartellamt', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Name that marks people with something sensitive',
      message:
        "The name '{item}' ({kind}) says something about {category}[ and marks {people} with it]. Delete or rename it, or {reason}; if it only sounds so, explain in `not_special`.",
      why: 'The name alone tells it to everyone who opens the contact, to every export and every connected program. People do not see it, and it may be wrong.',
      next: 'Take it off the people and delete it. If a page is for somebody, show it by what the page is about, not by what you guess about the visitor.',
      words: ALLOWED_BY.en,
    },
    it: {
      title: 'Nome che segna le persone con un dato sensibile',
      message:
        "Il nome «{item}» ({kind}) dice qualcosa in tema di {category}[ e riguarda {people}]. Elimina o cambia nome, oppure {reason}; se è solo un'impressione, spiegalo in `not_special`.",
      why: 'Il nome basta a dirlo a chiunque apra il contatto, a ogni esportazione e a ogni programma collegato. Le persone non lo vedono, e può essere sbagliato.',
      next: 'Togli il nome alle persone ed eliminalo. Se un contenuto serve a qualcuno, mostralo in base alla pagina, non in base a ciò che immagini di chi la visita.',
      words: ALLOWED_BY.it,
    },
  },
  examples: {
    bad: { declarations: 'tags:\n  "pregnant-*": {purposes: []}', items: [TAG], counts: PEOPLE, finds: ['tag:pregnant-maybe'] },
    good: { declarations: '', items: [{ ...TAG, key: 'evening-guest' }], finds: [] },
  },
  check: context =>
    sensitiveNames(context).flatMap(name => {
      const category = name.categories.find(one => SPECIAL_OR_CRIMINAL.has(one) && !isAnswered(name, one));
      if (category === undefined || !context.kinds.has(name.item.kind)) return [];
      return [
        {
          subject: name.reference,
          place: placeOf(context, name.item),
          data: { item: name.nameFor(category), kind: name.item.kind, category, reason: keyAllowing(category), ...name.people },
        },
      ];
    }),
});
