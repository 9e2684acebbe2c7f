import type { FilePlace, RuleFinding } from '../../src/finding.js';
import { isUndecided, lacksReason, namesPurpose } from '../../src/lint/declared/undecided.js';
import { nameOfEntry, type Told, toldBy, valueAt } from '../../src/lint/places.js';
import { rule } from '../../src/lint/rule.js';

export default rule({
  id: 'no-purpose',
  family: 'purpose',
  since: '1.0.0',
  evidence: 'certain',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [
    { cite: 'GDPR Art. 5(1)(b)', kind: 'law' },
    { cite: 'GDPR Art. 13(1)(c)', kind: 'law' },
    { cite: 'GDPR Art. 30(1)(b)', kind: 'law' },
  ],
  text: {
    en: {
      title: 'Declared, but without a purpose',
      message:
        "'{item}' ({kind}) has no purpose, so nobody can tell people why you have it. Write its `purposes`; if it says nothing about a person, `personal: false` with a `reason`; else give it up.",
      why: 'A datum without a purpose is kept just in case. People can be told neither what it is for nor when it will be deleted.',
      next: 'Ask who uses it and for what, and name that purpose. If nobody can say, delete it in Mautic.',
    },
    it: {
      title: 'Dichiarato, ma senza finalità',
      message:
        '«{item}» ({kind}) non ha una finalità: nessuno può spiegare alle persone a che cosa serve. Indica `purposes`; se non dice nulla sulle persone, `personal: false` con `reason`; altrimenti meglio farne a meno.',
      why: 'Un dato senza finalità si conserva «nel dubbio». Alle persone non si può dire né a che cosa serve né quando sarà cancellato.',
      next: 'Chiedi chi lo usa e per che cosa, e indica quella finalità. Se nessuno lo sa, eliminalo in Mautic.',
    },
  },
  examples: {
    bad: {
      declarations: 'contact_fields:\n  position: {purposes: []}\ntracking:\n  website: {gate: consent-tool}',
      finds: ['contact_field:position', 'tracking:website'],
    },
    good: {
      declarations:
        'contact_fields:\n  position: {purposes: [b2b-outreach]}\n  old_ref: {personal: false, reason: Number of the old shop system}\ntracking:\n  email_opens: {mode: off}',
      finds: [],
    },
  },
  check: context => {
    const { declarations, policy } = context;
    const told = toldBy(declarations);
    const items = policy.entries.flatMap(entry => {
      const { purposes } = entry.value;
      const key = lacksReason(entry.value) ? 'personal' : isUndecided(entry, context) ? 'purposes' : undefined;
      if (key === undefined || [key, 'personal', 'reason'].some(part => told.has(entry.place, part))) return [];
      const place = key === 'personal' || purposes !== undefined ? valueAt(entry.place, key) : entry.place;
      return [{ subject: entry.identity, place, data: { item: nameOfEntry(entry, policy), kind: entry.kind } }];
    });
    const surfaces = Object.values(declarations.tracking).flatMap(({ key, value, place }) =>
      place === null || ('mode' in value && value.mode === 'off') || namesPurpose(value.purposes)
        ? []
        : surfaceFinding(key, place, told, value),
    );
    return [...items, ...surfaces];
  },
});

function surfaceFinding(key: string, place: FilePlace, told: Told, value: { purposes?: readonly string[] }): RuleFinding[] {
  if (told.has(place, 'purposes') || told.has(place, 'mode')) return [];
  const at = value.purposes === undefined ? place : valueAt(place, 'purposes');
  return [{ subject: `tracking:${key}`, place: at, data: { item: key, kind: 'tracking' } }];
}
