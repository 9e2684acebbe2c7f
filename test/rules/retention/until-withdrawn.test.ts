import { expect, it } from 'vitest';
import rule from '../../../rules/retention/until-withdrawn.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

it('quotes what is no end date, and stands at it', () => {
  const declarations = 'purposes:\n  newsletter: {title: Monthly menu, retention: {period: until-withdrawal, from: last-action}}';
  expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
    {
      subject: 'purpose:newsletter',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'newsletter', 'retention', 'period'], at: 'value' },
      data: { value: 'until-withdrawal', purpose: 'Monthly menu' },
    },
  ]);
});

it('looks wherever a retention may stand, but at the list of those who said no', () => {
  const declarations = `
purposes: {newsletter: {retention: forever}}
contact_fields: {email: {purposes: [newsletter], retention: unlimited}}
forms: {Newsletter: {purposes: [newsletter], results_retention: {criteria: Until the person withdraws the consent}}}
tracking: {website: {purposes: [newsletter], retention: indefinitely, visitor_retention: never}}
rights: {suppression: {where: List at the relay, content: hashed-email, retention: forever}}`;
  expect(subjectsOf(rule, { declarations })).toEqual([
    'purpose:newsletter',
    'contact_field:email',
    'form:Newsletter',
    'tracking:website',
    'tracking:website',
  ]);
});

it.each([
  ['a period', '{period: P24M, from: last-action}'],
  ['a period beside the words', '{period: P24M, criteria: Until the person withdraws the consent, from: last-action}'],
  ['a limit within the words', '{criteria: Until they unsubscribe or two years after the last visit, from: last-action}'],
  ['an end that comes by itself', '{criteria: Until the end of the year in which they last ordered, from: last-action}'],
])('leaves %s alone', (_, retention) => {
  expect(subjectsOf(rule, { declarations: `purposes:\n  newsletter: {retention: ${retention}}` })).toEqual([]);
});
