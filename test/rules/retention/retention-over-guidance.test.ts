import { expect, it } from 'vitest';
import rule from '../../../rules/retention/retention-over-guidance.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

const news = (retention: string, countries = '[IT]', use = 'email-marketing') =>
  `organisation: {countries: ${countries}}\npurposes:\n  news: {title: The news, use: ${use}, retention: ${retention}}`;

it('says how long data are kept, and what whose yardstick is', () => {
  expect(findingsOf(rule, { declarations: news('{period: P3Y, from: last-action}'), finds: [] })).toMatchObject([
    {
      subject: 'purpose:news',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'retention', 'period'], at: 'value' },
      data: { purpose: 'The news', period: 'P3Y', authority: 'Garante', limit: 'P24M', key: 'retention' },
    },
  ]);
  expect(findingsOf(rule, { declarations: news('P3Y'), finds: [] }, 'strict')).toMatchObject([
    { severity: 'warn', place: { path: ['purposes', 'news', 'retention'] } },
  ]);
});

it.each([
  ['email-marketing', '[IT]', 'P24M', undefined],
  ['message-marketing', '[IT]', 'P25M', 'Garante P24M'],
  ['call-post-marketing', '[FR]', 'P36M', undefined],
  ['call-post-marketing', '[FR]', 'P37M', 'CNIL P36M'],
  ['email-marketing', '[FR, IT]', 'P30M', 'Garante P24M'],
  ['behavioural-profiling', '[IT]', 'P13M', 'Garante P12M'],
  ['behavioural-profiling', '[FR]', 'P5Y', undefined],
  ['web-tracking', '[FR]', 'P26M', 'CNIL P25M'],
  ['web-tracking', '[IT]', 'P26M', undefined],
  ['email-marketing', '[DE]', 'P9Y', undefined],
  ['email-marketing', '[]', 'P9Y', undefined],
  ['loyalty-programme', '[IT]', 'P9Y', undefined],
  ['email-marketing', '[IT]', 'forever', undefined],
])('%s in %s for %s', (use, countries, period, expected) => {
  const [found] = findingsOf(rule, { declarations: news(period, countries, use), finds: [] });
  expect(found === undefined ? undefined : `${found.data.authority} ${found.data.limit}`).toBe(expected);
});

it('is answered by a note; how long it must be is the matter of another rule', () => {
  expect(subjectsOf(rule, { declarations: news('{period: P7Y, note: People buy a sofa every seven years or so}') })).toEqual([]);
});

it('looks at form results and tracking, with the longest yardstick of their purposes, and not at what the purpose limits already', () => {
  const declarations = `${news('P24M')}
  visits: {title: Visits, use: web-tracking}
  desk: {title: Desk, use: enquiry-handling}
contact_fields:
  email: {purposes: [news], retention: P9Y}
forms:
  Newsletter: {purposes: [news], results_retention: P3Y}
  Contact: {purposes: [news, desk], results_retention: P3Y}
tracking:
  website: {purposes: [news], retention: P3Y, visitor_retention: P9Y}
`;
  const found = findingsOf(rule, { declarations, finds: [] });
  expect(found.map(({ subject, data }) => [subject, data.purpose, data.limit, data.item, data.key])).toEqual([
    ['form:Newsletter', 'The news', 'P24M', 'Newsletter', 'results_retention'],
    ['tracking:website', 'The news', 'P24M', 'website', 'retention'],
  ]);
  const visits = declarations.replace('website: {purposes: [news]', 'website: {purposes: [news, visits]');
  expect(subjectsOf(rule, { declarations: visits })).toEqual(['form:Newsletter']);
  expect(
    findingsOf(rule, { declarations: visits.replace('[IT]', '[IT, FR]'), finds: [] }).map(({ data }) => [data.purpose, data.limit]),
  ).toEqual([
    ['The news', 'P24M'],
    ['Visits', 'P25M'],
  ]);
});
