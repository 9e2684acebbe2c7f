import { expect, it } from 'vitest';
import rule from '../../../rules/retention/retention-over-purpose.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

const PURPOSES = `purposes:
  events: {retention: {period: P6M, from: event-date}}
  orders: {retention: {period: P2Y, from: contract-end}}
  fairs: {retention: {criteria: Two years after the last stand they rented, from: contract-end}}
  legal-claims: {retention: {period: P10Y, from: contract-end}}
`;

it('says how long it is kept and how long it is needed', () => {
  const declarations = `${PURPOSES}contact_fields:\n  seat: {purposes: [events], retention: {period: P5Y, from: event-date}}`;
  expect(
    findingsOf(rule, { declarations, items: [{ kind: 'contact_field', id: 4, key: 'seat', title: 'Seat' }], finds: [] }),
  ).toMatchObject([
    {
      subject: 'contact_field:seat',
      place: { file: EXAMPLE_FILE, path: ['contact_fields', 'seat', 'retention', 'period'], at: 'value' },
      data: { item: 'Seat', kind: 'contact_field', period: 'P5Y', limit: 'P6M' },
    },
  ]);
  expect(
    findingsOf(rule, { declarations: declarations.replace('{period: P5Y, from: event-date}', 'P5Y'), finds: [] })[0]?.place,
  ).toMatchObject({
    path: ['contact_fields', 'seat', 'retention'],
  });
});

it.each([
  ['P6M', '[events]', false],
  ['P7M', '[events]', true],
  ['P183D', '[events]', true],
  ['P182D', '[events]', false],
  ['P24M', '[events, orders]', false],
  ['P25M', '[events, orders]', true],
  ['P5Y', '[events, fairs]', false],
  ['P5Y', '[events, legal-claims]', false],
  ['P5Y', '[events, site-operation]', true],
  ['P5Y', '[site-operation]', false],
  ['P5Y', '[evnts]', false],
  ['forever', '[events]', false],
])('%s for %s', (period, purposes, isFound) => {
  const declarations = `${PURPOSES}tags:\n  "evt-*": {purposes: ${purposes}, retention: ${period}}`;
  expect(subjectsOf(rule, { declarations })).toEqual(isFound ? ['tag:evt-*'] : []);
});

it('takes the purposes that a question has from its form', () => {
  const declarations = `${PURPOSES}forms:\n  Booking: {purposes: [events], results_retention: P5Y, fields: {seat: {retention: P5Y}}}`;
  expect(subjectsOf(rule, { declarations })).toEqual(['form_field:Booking/seat']);
});
