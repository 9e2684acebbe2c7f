import { expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-age.js';
import type { Count } from '../../../src/mautic/snapshot.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { contactField } from '../form-items.js';

const PROOF = 'proof: {timestamp: contact_field:news_at, wording: form-results, source: form-results}';
const purpose = (consent: string, more = '') =>
  `purposes: {news: {title: Monthly letter, use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:Club], ${consent}}${more}}}`;
const REFRESHED = purpose(`${PROOF}, refresh: P24M`);
const items = [contactField('news_at', { type: 'datetime' })];
const older = (before: string, n: Count['n'], of = 'contact_field:news_at'): Count => ({ of, how: 'older', n, before });
const found = (declarations: string, counts: readonly Count[]) => findingsOf(rule, { declarations, items, counts });

it('tells how many are certainly older than the limit', () => {
  const counts = [older('2026-01-01', 900), older('2025-01-01', 400), older('2024-01-01', 120), older('2023-01-01', 7)];
  expect(found(REFRESHED, counts)).toMatchObject([
    {
      subject: 'purpose:news',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'consent', 'refresh'], at: 'value' },
      data: { purpose: 'Monthly letter', period: 'P24M', people: 120 },
    },
  ]);
});

it('takes an earlier year when the nearest was not counted', () => {
  expect(found(REFRESHED, [older('2025-01-01', 400), older('2023-01-01', 7)])[0]?.data.people).toBe(7);
  expect(found(REFRESHED, [older('2024-01-01', '<5')])[0]?.data.people).toBe('<5');
});

it('takes the retention where nothing is said of asking again', () => {
  const declarations = purpose(PROOF, ', retention: {period: P36M, from: last-action}');
  expect(found(declarations, [older('2024-01-01', 120), older('2023-01-01', 7)])).toMatchObject([
    { place: { path: ['purposes', 'news', 'retention'] }, data: { period: 'P36M', people: 7 } },
  ]);
  expect(found(purpose(PROOF), [older('2016-01-01', 7)])).toEqual([]);
});

it.each([
  ['nobody', REFRESHED, [older('2024-01-01', 0), older('2023-01-01', 0)]],
  ['only younger ones', REFRESHED, [older('2025-01-01', 400)]],
  ['the age of another field', REFRESHED, [older('2024-01-01', 120, 'contact_field:last_active')]],
  ['a clock that the last action starts', purpose(`${PROOF}, refresh: P24M, refresh_from: last-action`), [older('2024-01-01', 120)]],
  ['a moment that stands in the results of forms', purpose('proof: [timestamp, wording, source], refresh: P24M'), [older('2024-01-01', 9)]],
  ['a moment that another system keeps', purpose('proof: system:cmp, refresh: P24M'), [older('2024-01-01', 9)]],
  ['another legal basis', REFRESHED.replace('legal_basis: consent', 'legal_basis: contract'), [older('2024-01-01', 120)]],
] as const)('is silent: %s', (_, declarations, counts) => {
  expect(found(declarations, counts)).toEqual([]);
});

it('is not run when nobody counted', () => {
  const example = { declarations: REFRESHED, items, finds: [] };
  expect(subjectsOf(rule, example)).toEqual([]);
  expect(lintExample(example).notRun.filter(({ rule: id }) => id === rule.id)).toEqual([
    { rule: rule.id, of: 'contact_field.counts', why: ['not-asked'] },
  ]);
});
