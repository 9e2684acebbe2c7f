/** One file with twenty faults of twenty kinds: twenty findings, each at its line and column, none twice. */
import { expect, it } from 'vitest';
import { workspace } from '../cli/workspace.js';

const FILE = `version: 1
organisation:
  name: Pizzeria Aurora srl
  contact: privacy@aurora.example
  countries: [Italy]
  security_measures: {access: Two people have a login}
notices:
  site: {url: "https://aurora.example/privacy", date: 2026-02-30}
recipients:
  mailhost: {name: Mail relay, role: processor, country: DE}
purposes:
  newsletter:
    use: email-marketing
    description: Send the monthly menu by e-mail to people who asked for it
    subjects: [customer]
    legal_basis: contract
    retention: {period: P24M, from: last-action}
    recipients: [mailhots]
  bookings:
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
    retention: {period: until-withdrawal}
    recipients: []
  contest:
    use: service-delivery
    description: Draw the winner of a dinner for two among those who took part
    subjects: [customer]
    legal_basis: contract
    recipients: []
  press:
    use: press-relations
    description: Send press releases to journalists who write about restaurants
    legal_basis: consent
    consent: {segment: readers, collected_by: ["offline:desk"], proof: [timestamp, wording, source]}
    retention: {period: P24M, from: last-action}
    recipients: []
contact_fields:
  favourite_film: {purposes: []}
  city: {purposes: [newslettr], why: Which of our two restaurants to invite to, when: Sign-up, source: ["offline:desk"]}
  seat: {purposes: [bookings], why: Which table they like, when: Booking, source: ["offline:desk"], retention: P5Y}
  mobile: {purposes: [bookings], when: Booking, source: ["offline:desk"]}
  fax: {purposes: [bookings], purpos: x, why: Number for the faxes of the booking office, when: Booking, source: ["offline:desk"]}
  diet: {purposes: [bookings], personal: false, reason: Not about a person at all}
  email: {purposes: bookings, why: Address that the menu is sent to, when: Sign-up, source: ["offline:desk"]}
  email: {purposes: [bookings], why: Address that the menu is sent to, when: Sign-up, source: ["offline:desk"]}
tags:
  "a*": {purposes: [bookings], why: Which evening they came, retention: P6M}
  vip: {purposes: [bookings], why: Guests of the house, retention: six months}
waivers:
  - {rule: undeclared-tagg, item: "tag:vip", reason: Old label of the shop, until: 2027-03-01}
  - {rule: undeclared-tag, item: "tag:vip", reason: ok, until: 2027-03-01}
`;

/** In the order of the file. */
const EXPECTED: readonly string[] = [
  '5:15 schema-valid',
  '8:55 schema-valid',
  '16:18 basis-mismatch',
  '18:18 schema-valid',
  '19:3 no-legal-basis',
  '31:25 until-withdrawn',
  '33:3 no-retention',
  '39:3 ropa-complete',
  '47:30 no-purpose',
  '48:21 unknown-purpose',
  '49:112 retention-over-purpose',
  '50:3 why-when-missing',
  '51:31 schema-valid',
  '52:3 schema-valid',
  '53:21 schema-valid',
  '54:3 schema-valid',
  '56:3 schema-valid',
  '57:68 schema-valid',
  '59:12 schema-valid',
  '60:53 exception-hygiene',
];

it('twenty faults of twenty kinds are twenty findings in their places', async () => {
  const place = workspace({ 'privacy/policy.yaml': FILE });
  const { exit, stdout } = await place.run('check', '--no-snapshot', '--format', 'json');
  const { findings }: { findings: { rule: string; message: string; place?: { line: number; column: number } }[] } = JSON.parse(stdout);
  const placed = findings
    .filter(({ rule }) => rule !== 'snapshot-partial')
    .map(({ rule, place: at }) => `${at?.line}:${at?.column} ${rule}`);
  expect(exit).toBe(1);
  expect(placed).toEqual(EXPECTED);
  expect(new Set(findings.map(({ message, place: at }) => `${at?.line} ${message}`)).size).toBe(findings.length);
});
