/** The rule that `purposelint rules new` writes: one that works, to be changed into what the team wants. */

/** @param id of the rule, small letters, digits and hyphens */
export function ruleTemplate(id: string): string {
  return `// A rule of your own. Change the check, the texts and the examples, then run: purposelint rules test
// What a rule sees and returns: docs/own-rules.md of purposelint. It imports 'purposelint' and files of this repository, nothing else.
import { rule, valueAt } from 'purposelint';

export default rule({
  id: '${id}',
  family: 'hygiene',
  since: '1.0.0',
  // certain: read directly; needs-complete-snapshot: only where all of a kind was seen; hint: a guess
  evidence: 'certain',
  // error breaks the run, warn does not, info is for reports, off: only who asks for it
  severity: { recommended: 'warn', strict: 'error' },
  // Whether a waiver may excuse it: true, 'dpo' (only one with \`approved_by: dpo\`) or false
  waivable: true,
  fix: 'none',
  law: [],
  // Placeholders such as {item} are filled in from \`data\`; both languages have the same.
  text: {
    en: {
      title: 'Reason in small letters',
      message: "The \`why\` of '{item}' does not begin with a capital letter. Write it as a sentence.",
      why: 'The reasons are copied into what people read about their data.',
      next: 'Begin it with a capital letter.',
    },
    it: {
      title: 'Motivo in minuscolo',
      message: 'Il \`why\` di «{item}» non inizia con una maiuscola. Scrivilo come una frase.',
      why: 'I motivi vengono copiati in ciò che le persone leggono sui loro dati.',
      next: 'Fallo iniziare con una maiuscola.',
    },
  },
  // Each example is a test: \`finds\` is what the rule says about it. The good one finds nothing.
  examples: {
    bad: {
      declarations: 'contact_fields:\\n  email: {purposes: [newsletter], why: address to write to}\\n',
      finds: ['contact_field:email'],
    },
    good: {
      declarations: 'contact_fields:\\n  email: {purposes: [newsletter], why: Address to write to}\\n',
      finds: [],
    },
  },
  // Returns what it found: what it is about, where that stands, and what the message says of it. It only looks at its context.
  check: ({ declarations }) =>
    declarations.items.contact_field.flatMap(({ identity, key, value, place }) =>
      value.why === undefined || /^\\p{Lu}/u.test(value.why) ? [] : [{ subject: identity, place: valueAt(place, 'why'), data: { item: key } }],
    ),
});
`;
}
