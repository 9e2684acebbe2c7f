import { nameOfEntry, toldBy } from '../../src/lint/places.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'indirect-source',
  family: 'sharing',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 14(1)-(3), 14(2)(f), 15(1)(g)', kind: 'law' }],
  text: {
    en: {
      title: 'Data that people did not give themselves',
      message:
        "People did not give you '{item}' ({kind}) themselves. Tell them where you got it within a month, at the latest in your first message, and describe how in `informed`.",
      why: 'Who never met you cannot know that you hold something about them, let alone correct it or object.',
      next: 'Write when people are told and with which text: `informed: {when: first e-mail, text: docs/origin.md}`. If they know already, `when: already known` is enough.',
    },
    it: {
      title: 'Dati non forniti dalle persone stesse',
      message:
        '«{item}» ({kind}) non arriva dalle persone stesse. Spiega loro da dove arriva entro un mese, al più tardi nel primo messaggio, e descrivi come in `informed`.',
      why: 'Chi non ti ha mai incontrato non può sapere che conservi qualcosa che lo riguarda, né correggerlo, né opporsi.',
      next: 'Scrivi quando lo spieghi e con quale testo: `informed: {when: prima e-mail, text: docs/origine.md}`. Se le persone lo sanno già, basta `when: already known`.',
    },
  },
  examples: {
    bad: {
      declarations: 'contact_fields:\n  visit_reason: {purposes: [scoring], source: ["system:crm"]}',
      finds: ['contact_field:visit_reason'],
    },
    good: {
      declarations:
        'contact_fields:\n  visit_reason:\n    purposes: [scoring]\n    source: ["system:crm"]\n    informed: {when: first e-mail, text: docs/origin.md}',
      finds: [],
    },
  },
  check: ({ declarations, policy, indexes }) => {
    const told = toldBy(declarations);
    return [...indexes.indirectSources].flatMap(([entry, [first]]) => {
      // What is begun and not whole is told by schema-valid.
      if (first === undefined || entry.value.informed !== undefined || told.has(entry.place, 'informed')) return [];
      return [{ subject: entry.identity, place: first.place, data: { item: nameOfEntry(entry, policy), kind: entry.kind } }];
    });
  },
});
