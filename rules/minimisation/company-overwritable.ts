import { categoriesOf, liveParts, placeOf } from '../../src/lint/forms/questions.js';
import { nameOf } from '../../src/lint/policy.js';
import { type RuleContext, rule } from '../../src/lint/rule.js';
import { isSeenIn, TRACKING_KINDS } from '../../src/lint/tracking/surfaces.js';
import type { ItemOf } from '../../src/mautic/snapshot.js';

const CONTACT = { kind: 'company_field', id: 61, key: 'contact_person', title: 'Contact person', published: true } as const;
const TRACKED = 'tracking:\n  website: {purposes: [web-statistics]}';

export default rule({
  id: 'company-overwritable',
  family: 'minimisation',
  since: '1.0.0',
  evidence: 'certain',
  needs: ['company_field'],
  per: [...TRACKING_KINDS, 'form_field'],
  severity: { recommended: 'warn', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(d), (f)', kind: 'law' }],
  text: {
    en: {
      title: 'Company data that any visitor can overwrite',
      message:
        "Anyone who knows the company's name can overwrite '{field}' from your website. Keep people's data on the contact and delete this company field; if it is about no person, declare `personal: false` with a `reason`.",
      why: 'A page view or a form that names a company changes its fields from the second time on, whatever "publicly updatable" says. A stranger can put another name or number there.',
      next: 'Make the person a contact of the company in Mautic, move the data there, and delete the company field.',
    },
    it: {
      title: 'Dati di aziende che ogni visitatore può sovrascrivere',
      message:
        "Chi conosce il nome dell'azienda può sovrascrivere «{field}» dal tuo sito. Tieni i dati delle persone sul contatto ed elimina questo campo azienda; se non riguarda una persona, dichiara `personal: false` con `reason`.",
      why: "Una visita o un modulo che indica un'azienda ne cambia i campi dalla seconda volta in poi, qualunque cosa dica «aggiornabile pubblicamente». Un estraneo può metterci un altro nome o numero.",
      next: "In Mautic crea un contatto per la persona, collegalo all'azienda, sposta lì i dati ed elimina il campo azienda.",
    },
  },
  examples: {
    bad: {
      declarations: `${TRACKED}\ncompany_fields:\n  contact_person: {personal: true, purposes: [sales]}`,
      items: [CONTACT],
      finds: ['company_field:contact_person'],
    },
    good: {
      declarations: `${TRACKED}\ncompany_fields:\n  contact_person: {personal: false, reason: Name of the department that orders}`,
      items: [CONTACT],
      finds: [],
    },
  },
  check: context =>
    isOpen(context)
      ? context.snapshot
          .items('company_field')
          .filter(field => context.policy.isLive(field) && isAboutPerson(context, field))
          .map(field => ({
            subject: context.snapshot.reference(field),
            place: placeOf(context, field),
            data: { field: { label: nameOf(field), alias: field.key } },
          }))
      : [],
});

/** Is the website tracked, or does a form that people can fill in write to companies? */
function isOpen(context: RuleContext): boolean {
  const { declarations, indexes, kinds } = context;
  if (declarations.tracking.website !== undefined || indexes.traces.get('website')?.some(isSeenIn(kinds)) === true) return true;
  return kinds.has('form_field') && liveParts(context).some(({ target }) => target?.startsWith('company_field:') === true);
}

/** Marked as personal, or declared as a kind of datum that people have. A firm's own name and town have purposes, too. */
function isAboutPerson({ policy }: RuleContext, field: ItemOf<'company_field'>): boolean {
  const entry = policy.entryOf(field);
  const isMarked = entry !== undefined && 'personal' in entry.value && entry.value.personal === true;
  return isMarked || (categoriesOf(entry)?.some(category => /^user\b/u.test(category)) ?? false);
}
