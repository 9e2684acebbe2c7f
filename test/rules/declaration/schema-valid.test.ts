import { expect, it } from 'vitest';
import rule from '../../../rules/declaration/schema-valid.js';
import hygiene from '../../../rules/hygiene/exception-hygiene.js';
import { PROBLEM_SENTENCES } from '../../../src/declarations/problems.js';
import { LANGUAGES } from '../../../src/finding.js';
import type { Example } from '../../../src/lint/rule.js';
import type { Item } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample } from '../examples.js';

function details(declarations: string, more: Omit<Example, 'declarations' | 'finds'> = {}) {
  return findingsOf(rule, { declarations, ...more }).map(({ subject, data }) => [subject, data.detail]);
}

const twins = [
  { kind: 'form', id: 2, key: 'Newsletter', published: true },
  { kind: 'form', id: 9, key: 'Newsletter', published: true },
] as const;

it('tells a mistake at its place, with its sentence and what is near', () => {
  expect(findingsOf(rule, { declarations: 'contact_fields:\n  email: {purpose: newsleter}', finds: [] })).toMatchObject([
    {
      subject: 'contact_field:email',
      severity: 'error',
      key: 'unknown-key contact_fields/email/purpose',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'email', 'purpose'], at: 'key' },
      data: { detail: 'unknown-key', key: 'purpose', near: 'purposes' },
    },
  ]);
});

it('has every sentence of the table in both languages: how each reads is tested with the table', () => {
  for (const language of LANGUAGES) {
    expect(rule.text[language].words).toMatchObject(
      Object.fromEntries(Object.entries(PROBLEM_SENTENCES()).map(([code, text]) => [code, text[language]])),
    );
  }
});

it.each([
  ['a text where a list belongs', 'purposes: {p: {description: Fairs, recipients: none}}', ['purposes', 'p', 'recipients'], 'type'],
  ['one where sources belong', 'contact_fields: {zip: {purposes: [p], source: Newsletter}}', ['contact_fields', 'zip', 'source'], 'type'],
  ['what is no period', 'purposes: {p: {description: Fairs, retention: 24 Monate}}', ['purposes', 'p', 'retention'], 'period'],
  ['a word that is no truth', 'contact_fields: {city: {personal: no, reason: Only the town is kept}}', ['contact_fields', 'city'], 'type'],
])('%s is one mistake, whatever rules make of it', (_, declarations, path, detail) => {
  const ABOUT: ReadonlySet<string> = new Set(['schema-valid', 'no-retention', 'no-purpose', 'unknown-purpose']);
  const { findings } = lintExample({ declarations, finds: [] }, 'recommended', false);
  const found = findings.filter(
    ({ rule: id, place }) => ABOUT.has(id) && 'path' in place && path.every((step, at) => place.path[at] === step),
  );
  expect(found.map(({ rule: id, data }) => [id, data.detail])).toEqual([['schema-valid', detail]]);
});

it.each([
  [
    'a recipient that is nowhere',
    'purposes: {news: {description: Fairs, recipients: [crn]}}\nrecipients: {crm: {name: CRM, role: processor, country: DE}}',
    [['purpose:news', 'recipient']],
  ],
  [
    'a form that Mautic does not have',
    'contact_fields: {email: {purposes: [a], source: ["form:Sign up"]}}',
    [['contact_field:email', 'item']],
  ],
  [
    'a contact field that Mautic does not have',
    'purposes: {news: {description: Fairs, consent: {field: consent_news, collected_by: ["offline:fair"]}}}',
    [['purpose:news', 'contact-field']],
  ],
  [
    'the wrong kind',
    'purposes: {news: {description: Fairs, consent: {tag: ok, collected_by: ["tag:x"]}}}\ntags: {ok: {purposes: [news]}}',
    [['purpose:news', 'wrong-kind']],
  ],
  ['a period that is none', 'tags: {vip: {purposes: [a], retention: two years}}', [['tag:vip', 'period']]],
  ['a rule that does not exist', 'waivers:\n  - {rule: no-purpos, item: contact_field:x}', [['waiver:no-purpos/contact_field:x', 'rule']]],
  ['two globs that fit equally well', 'tags:\n  "evt-*a": {purposes: [a]}\n  "*evt-a": {purposes: [a]}', [['tag:*evt-a', 'glob-tie']]],
  [
    'both states',
    'contact_fields: {email: {purposes: [a], personal: false, reason: Number of the old shop system}}',
    [['contact_field:email', 'both-states']],
  ],
])('finds %s', (_, declarations, found) => {
  expect(details(declarations, { items: [{ kind: 'tag', id: 3, key: 'evt-a' }] })).toEqual(found);
});

it('lists both of two items that share a key', () => {
  const declarations = 'forms:\n  Newsletter: {purposes: [a]}';
  expect(findingsOf(rule, { declarations, items: twins, finds: [] })).toMatchObject([
    {
      subject: 'form:Newsletter',
      data: { detail: 'two-of-one-key', key: 'Newsletter', first: 'Newsletter#2', second: 'Newsletter#9' },
      related: [{ place: { item: 'form:Newsletter#2' } }, { place: { item: 'form:Newsletter#9' } }],
    },
  ]);
  expect(details('forms:\n  "Newsletter#2": {purposes: [a]}\n  "Newsletter#9": {purposes: [a]}', { items: twins })).toEqual([]);
});

it('lists both of two items that a waiver may mean, which is not told to cover nothing', () => {
  const questions = twins.map(({ id }): Item => ({ kind: 'form_field', id, key: 'Newsletter/iban', form: `form:Newsletter#${id}` }));
  const waiving = (item: string) => ({
    declarations: `waivers:\n  - {rule: payment-data, item: "${item}", reason: Paid at the desk until the spring, until: 2027-03-01, approved_by: dpo}`,
    items: [...twins, ...questions],
    finds: [],
  });
  expect(findingsOf(rule, waiving('form_field:Newsletter/iban'))).toMatchObject([
    {
      subject: 'waiver:payment-data/form_field:Newsletter/iban',
      place: { path: ['waivers', 0, 'item'] },
      data: { detail: 'two-of-one-key', key: 'Newsletter/iban', first: 'Newsletter#2/iban', second: 'Newsletter#9/iban' },
    },
  ]);
  expect(findingsOf(hygiene, waiving('form_field:Newsletter/iban'))).toEqual([]);
  expect(findingsOf(rule, waiving('form_field:Newsletter#2/iban'))).toEqual([]);
  expect(findingsOf(rule, waiving('form_field:Newsletter*/iban'))).toEqual([]);
  expect(findingsOf(hygiene, waiving('form_field:Newsletter/bic'))).toMatchObject([{ data: { reason: 'unused' } }]);
});

it('reads a question of one of two forms by the id of its form', () => {
  const question = { kind: 'form_field', id: 31, key: 'Newsletter/no_ads', form: 'form:Newsletter#2' } as const;
  const declarations = 'purposes: {a: {soft_opt_in: {opt_out_at_collection: ["form_field:Newsletter#2/no_ads"]}}}';
  const references = details(declarations, { items: [...twins, question] }).filter(([, detail]) => detail === 'item');
  expect(references).toEqual([]);
});

it('does not say that Mautic lacks what was not seen', () => {
  const declarations = 'contact_fields: {email: {purposes: [a], source: ["form:Sign up"]}}';
  expect(details(declarations, { coverage: [{ of: 'form', state: 'partial', rows: 3, why: ['own-only'] }] })).toEqual([]);
  const without = lintExample({ declarations, finds: [] }, 'recommended', false);
  expect(without.findings.filter(finding => finding.rule === rule.id)).toEqual([]);
});

it('tells a required key for which there is no rule yet, once', () => {
  expect(findingsOf(rule, { declarations: 'tracking: {email_clicks: {purposes: []}}', finds: [] })).toMatchObject([
    { subject: 'tracking:email_clicks', data: { detail: 'missing-key', key: 'mode', place: 'tracking.email_clicks' } },
  ]);
  expect(details('tracking: {email_clicks: {moed: aggregate}}')).toEqual([['tracking:email_clicks', 'unknown-key']]);
});

it('leaves the ground of sensitive data to basis-mismatch where that explains it', () => {
  const diet = (basis: string) =>
    `purposes: {dinner: {use: service-delivery, description: Dinner, legal_basis: ${basis}, consent: {tag: x, collected_by: ["offline:x"]}}}\ntags: {x: {purposes: [dinner]}}\ncontact_fields: {diet: {purposes: [dinner], special: {categories: [health]}}}`;
  expect(details(diet('contract'))).toEqual([]);
  expect(details(diet('consent'))).toEqual([['contact_field:diet', 'missing-key']]);
});

it('knows the rules that are still to come, and leaves purposes to unknown-purpose', () => {
  expect(details('waivers:\n  - {rule: click-tracking, item: tracking:email_clicks}')).toEqual([]);
  expect(details('tags: {vip: {purposes: [newsleter]}}')).toEqual([]);
});
