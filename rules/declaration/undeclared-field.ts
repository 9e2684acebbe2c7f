import type { Severity } from '../../src/finding.js';
import { sectionOf } from '../../src/items.js';
import { type Field, fieldsOf, isBuiltInColumn } from '../../src/lint/declared/core-fields.js';
import { isSeen, peopleIn, undeclaredFinding } from '../../src/lint/declared/undeclared.js';
import { nameOf } from '../../src/lint/policy.js';
import { rule } from '../../src/lint/rule.js';
import type { Count } from '../../src/mautic/snapshot.js';

const film = {
  kind: 'contact_field',
  id: 44,
  key: 'favourite_film',
  title: 'Favourite film',
  published: true,
  added: '2026-03-02',
} as const;

export default rule({
  id: 'undeclared-field',
  family: 'declaration',
  since: '1.0.0',
  evidence: 'certain',
  per: ['contact_field', 'company_field'],
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'safe',
  law: [
    { cite: 'GDPR Art. 5(1)(b), (c)', kind: 'law' },
    { cite: 'GDPR Art. 5(2)', kind: 'law' },
    { cite: 'GDPR Art. 30(1)(c)', kind: 'law' },
    { cite: 'CJEU C-60/22', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Field without a declaration',
      message:
        "The field '{field}'[, filled in for {people},] is not declared: nobody can tell people what it is for. Add it under `{section}` with its `purposes`, or delete it in Mautic.",
      why: 'Somebody answered this question, or will. If nobody has written down what the answer is for, nobody can tell them, and nobody knows when to delete it.',
      next: 'Ask the team who uses the field. Write its purposes and a sentence why; if nobody uses it, delete it in Mautic.',
    },
    it: {
      title: 'Campo non dichiarato',
      message:
        'Il campo «{field}»[, compilato per {people},] non è nella dichiarazione: nessuno può spiegare alle persone a che cosa serve. Aggiungilo in `{section}` con le sue finalità (`purposes`), oppure eliminalo in Mautic.',
      why: 'Qualcuno ha risposto a questa domanda, o lo farà. Se nessuno ha scritto a che cosa serve la risposta, nessuno può spiegarlo né sa quando cancellarla.',
      next: 'Chiedi al team chi usa il campo. Scrivi le finalità e una frase sul perché; se non lo usa nessuno, eliminalo in Mautic.',
    },
  },
  examples: {
    bad: {
      declarations: 'contact_fields: {}',
      items: [film],
      counts: [{ of: 'contact_field:favourite_film', how: 'filled', n: 810 }],
      finds: ['contact_field:favourite_film'],
    },
    good: {
      declarations: 'contact_fields:\n  favourite_film: {purposes: [film-night], why: Which film to show at the next film night}',
      items: [film],
      counts: [{ of: 'contact_field:favourite_film', how: 'filled', n: 810 }],
      finds: [],
    },
  },
  check: context => {
    const untouched = context.indexes.untouchedCoreFields;
    return fieldsOf(context).flatMap(field => {
      if (!context.kinds.has(field.kind) || !isSeen(field) || untouched.has(field) || isBuiltInColumn(field)) return [];
      const filled = context.snapshot.count(context.snapshot.reference(field), 'filled');
      const exists = field.published !== false || field.pending === true || (filled ?? 0) !== 0;
      if (!exists || context.policy.entryOf(field) !== undefined) return [];
      const named = { field: { label: nameOf(field), alias: field.key }, section: sectionOf(field.kind) ?? '' };
      return [{ ...undeclaredFinding(context, field, { ...named, ...peopleIn(filled) }), ...severityOf(field, filled) }];
    });
  },
});

/** A field that Mautic ships and nobody can delete weighs less while it is empty, or while nobody has counted. */
function severityOf(field: Field, filled: Count['n'] | undefined): { severity?: Severity } {
  if (field.fixed !== true || (filled !== undefined && filled !== 0)) return {};
  return { severity: filled === undefined ? 'warn' : 'info' };
}
