import { type Creep, creepsBetween } from '../../src/lint/changes/creeps.js';
import { rule } from '../../src/lint/rule.js';

const PURPOSES = `notices:
  site: {url: "https://aurora.example/privacy", version: "2026-03", date: 2026-03-01}
purposes:
  newsletter: {use: email-marketing, title: Monthly menu, legal_basis: consent, retention: {period: P24M, from: last-action}}
`;
const BEFORE = `${PURPOSES}contact_fields:\n  email: {purposes: [newsletter]}`;
const AFTER = `${PURPOSES}  ad-audiences: {use: ad-audiences, title: Ads on other sites, legal_basis: consent, retention: {period: P24M, from: last-action}}
contact_fields:
  email: {purposes: [newsletter, ad-audiences]}`;
const EMAIL = { kind: 'contact_field', id: 6, key: 'email', title: 'E-mail', published: true } as const;

export default rule({
  id: 'purpose-creep',
  family: 'purpose',
  since: '1.0.0',
  evidence: 'certain',
  base: 'whole',
  severity: { recommended: 'error', strict: 'error' },
  waivable: true,
  fix: 'none',
  law: [{ cite: 'GDPR Art. 5(1)(b), 6(4), 13(3), 14(4)', kind: 'law' }],
  text: {
    en: {
      title: 'Old data, new use',
      message:
        'This change lets you use {what} in a new way: {changes}. People have to be told first. Give the notice a new `version`, or explain in `compatibility` why it fits the first purpose.',
      why: 'People gave their data for what they were told then. Whoever wants more of them has to say so before it starts, and this change is the last moment at which somebody can still say no.',
      next: 'Ask whether it is needed. If so, change the notice, tell the people concerned, and raise its `version` in the same pull request; or write down in `compatibility` of the purpose why the people would expect it.',
      words: {
        item: "'{field}'",
        purpose: "the data for '{purpose}'",
        tracking: 'what `{key}` records',
        purposes: 'for {new_purposes}',
        recipients: 'handing it to {labels}',
        retention: 'keeping it for {period} instead of {limit}',
        endless: 'keeping it without a fixed end',
        basis: 'on another legal basis ({basis})',
      },
    },
    it: {
      title: 'Dati vecchi, uso nuovo',
      message:
        "Questa modifica ti permette di usare {what} in un modo nuovo: {changes}. Prima vanno informate le persone. Indica una nuova `version` dell'informativa, oppure spiega in `compatibility` perché è compatibile con quella iniziale.",
      why: "Le persone hanno dato i loro dati per ciò che è stato detto loro allora. Chi ne vuole fare altro deve dirlo prima di cominciare, e questa modifica è l'ultimo momento in cui qualcuno può ancora dire di no.",
      next: "Chiedi se serve davvero. Se sì, aggiorna l'informativa, avvisa le persone interessate e aumenta la sua `version` nella stessa pull request; oppure scrivi in `compatibility` della finalità perché le persone se lo aspettano.",
      words: {
        item: '«{field}»',
        purpose: 'i dati per «{purpose}»',
        tracking: 'ciò che registra `{key}`',
        purposes: 'per {new_purposes}',
        recipients: 'con una comunicazione a {labels}',
        retention: 'con una conservazione di {period} invece di {limit}',
        endless: 'con una conservazione senza un termine fisso',
        basis: "su un'altra base giuridica ({basis})",
      },
    },
  },
  examples: {
    bad: { base: { declarations: BEFORE }, declarations: AFTER, items: [EMAIL], finds: ['contact_field:email'] },
    good: { base: { declarations: BEFORE }, declarations: AFTER.replace('2026-03"', '2026-11"'), items: [EMAIL], finds: [] },
  },
  check: context => (context.base === null ? [] : creepsBetween(context.base, context).map(findingOf)),
});

function findingOf({ subject, of, field, place, ways, key, purposes, recipients, length, basis }: Creep) {
  const data = { what: [of], field, changes: ways, key, purpose: field.label, new_purposes: purposes, labels: recipients, basis };
  return { subject, place, data: length === undefined ? data : { ...data, period: length.after, limit: length.before } };
}
