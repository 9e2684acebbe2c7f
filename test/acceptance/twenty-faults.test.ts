/** One file with twenty faults of twenty kinds: twenty findings, each at its line and column, none twice. */
import { expect, it } from 'vitest';
import { workspace } from '../cli/workspace.js';

/** What is at fault stands in « », which are no part of the file. */
const MARKED = `version: 1
organisation:
  name: Pizzeria Aurora srl
  contact: privacy@aurora.example
  countries: [«Italy»]
  security_measures: {access: Two people have a login}
notices:
  site: {url: "https://aurora.example/privacy", date: «2026-02-30», covers: {purposes: [newsletter, bookings, survey, contest, press], retention: true, rights: true}}
recipients:
  mailhost: {name: Mail relay, role: processor, country: DE, contract: {document: "https://docs.aurora.example/relay.pdf", date: 2026-01-10}}
purposes:
  newsletter:
    use: email-marketing
    description: Send the monthly menu by e-mail to people who asked for it
    subjects: [customer]
    legal_basis: «contract»
    retention: {period: P24M, from: last-action}
    recipients: [«mailhots»]
  «bookings»:
    use: service-delivery
    description: Keep a table for the people who have booked one by telephone
    subjects: [customer]
    retention: {period: P12M, from: event-date}
    recipients: []
  survey:
    use: survey-feedback
    description: Ask guests once a year how they liked the food and the service
    subjects: [customer]
    legal_basis: consent
    consent: {segment: readers, collected_by: ["offline:desk"], proof: [timestamp, wording, source]}
    retention: {period: «until-withdrawal»}
    recipients: []
  «contest»:
    use: service-delivery
    description: Draw the winner of a dinner for two among those who took part
    subjects: [customer]
    legal_basis: contract
    recipients: []
  «press»:
    use: press-relations
    description: Send press releases to journalists who write about restaurants
    legal_basis: consent
    consent: {segment: readers, collected_by: ["offline:desk"], proof: [timestamp, wording, source]}
    retention: {period: P24M, from: last-action}
    recipients: []
contact_fields:
  favourite_film: {purposes: «[]»}
  city: {purposes: [«newslettr»], why: Which of our two restaurants to invite to, when: Sign-up, source: ["offline:desk"]}
  seat: {purposes: [bookings], why: Which table they like, when: Booking, source: ["offline:desk"], retention: «P5Y»}
  «mobile»: {purposes: [bookings], when: Booking, source: ["offline:desk"]}
  fax: {purposes: [bookings], «purpos»: x, why: Number for the faxes of the booking office, when: Booking, source: ["offline:desk"]}
  «diet»: {purposes: [bookings], personal: false, reason: Not about a person at all}
  email: {purposes: «bookings», why: Address that the menu is sent to, when: Sign-up, source: ["offline:desk"]}
  «email»: {purposes: [bookings], why: Address that the menu is sent to, when: Sign-up, source: ["offline:desk"]}
tags:
  «"a*"»: {purposes: [bookings], why: Which evening they came, retention: P6M}
  vip: {purposes: [bookings], why: Guests of the house, retention: «six months»}
waivers:
  - {rule: «undeclared-tagg», item: "tag:vip", reason: Old label of the shop, until: 2027-03-01}
  - {rule: undeclared-tag, item: "tag:vip", reason: «ok», until: 2027-03-01}
`;

/** In the order of the file: the rule, and what it says of this fault and of no other. */
const FAULTS: readonly (readonly [rule: string, words: string])[] = [
  ['schema-valid', "'Italy' is not a country. Write two capital letters"],
  ['schema-valid', "'2026-02-30' is not a date"],
  ['basis-mismatch', "The legal basis 'contract' does not fit the purpose 'newsletter'"],
  ['schema-valid', "There is no recipient 'mailhots'. Did you mean 'mailhost'?"],
  ['no-legal-basis', "The purpose 'bookings' has no legal basis"],
  ['until-withdrawn', "'until-withdrawal' is no end date for 'survey'"],
  ['no-retention', "For 'contest' (purpose) nothing says when the data will be deleted"],
  ['ropa-complete', "for 'press' (purpose) it lacks: subjects"],
  ['no-purpose', "'favourite_film' (contact field) has no purpose"],
  ['unknown-purpose', "The purpose 'newslettr' is not defined, or its use is not on the list. Did you mean 'newsletter'?"],
  ['retention-over-purpose', "'seat' (contact field) is kept for 5 years, but no purpose needs it after 12 months"],
  ['why-when-missing', "'mobile' has a purpose, but this is missing or too short: why"],
  ['schema-valid', "'purpos' is not a key of contact_fields.fax. Did you mean 'purposes'?"],
  ['schema-valid', "'diet' has purposes and personal: false"],
  ['schema-valid', "'purposes' must be a list, and this is text"],
  ['schema-valid', "'email' stands here twice: the first is in line 53"],
  ['schema-valid', "'a*' would match almost anything"],
  ['schema-valid', "'six months' is not a period. Write P24M"],
  ['schema-valid', "There is no rule 'undeclared-tagg'. Did you mean 'undeclared-tag'?"],
  ['exception-hygiene', 'its reason is shorter than 15 characters'],
];

interface Span {
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
}

/** Where the marks stand, once they are taken out; lines and columns from 1. */
function marksIn(text: string): readonly Span[] {
  return text.split('\n').flatMap((marked, index) =>
    [...marked.matchAll(/«(.*?)»/gu)].map((found, before) => {
      const column = found.index - 2 * before + 1;
      return { line: index + 1, column, end_line: index + 1, end_column: column + (found[1] ?? '').length };
    }),
  );
}

interface Printed {
  readonly findings: readonly { readonly rule: string; readonly message: string; readonly place?: Span }[];
}

const repository = () => workspace({ 'privacy/policy.yaml': MARKED.replace(/[«»]/gu, '') });

it('twenty faults of twenty kinds are twenty findings in their places, none twice', async () => {
  const { exit, stdout } = await repository().run('check', '--no-snapshot', '--format', 'json');
  const { findings }: Printed = JSON.parse(stdout);
  const marks = marksIn(MARKED);
  expect(exit).toBe(1);
  expect([FAULTS.length, marks.length]).toEqual([20, 20]);
  // That there is no snapshot is no fault of the file.
  const told = findings.filter(({ rule }) => rule !== 'snapshot-partial');
  expect(told.map(({ rule, message, place: at }) => ({ rule, message, at }))).toEqual(
    FAULTS.map(([rule, words], index) => ({ rule, message: expect.stringContaining(words), at: expect.objectContaining(marks[index]) })),
  );
});

it('a terminal shows them at the same places', async () => {
  const { stdout } = await repository().run('check', '--no-snapshot', '--format', 'stylish');
  for (const [index, { line, column }] of marksIn(MARKED).entries()) {
    expect(stdout).toMatch(new RegExp(`^ *${line}:${column} +\\w+ +${FAULTS[index]?.[0]}$`, 'mu'));
  }
});
