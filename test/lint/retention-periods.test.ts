import { expect, it } from 'vitest';
import { retentionPeriodProblems } from '../../src/lint/retention/periods.js';
import { tell } from '../declarations/tell.js';
import { lintExample } from '../rules/examples.js';

it('tells lengths that are neither a period nor words without an end', () => {
  const { context } = lintExample({
    declarations: `purposes:
  p: {retention: {period: 24 months, from: collected}}
  q: {retention: until-withdrawal}
  r: {retention: P24M}
tags:
  a: {retention: two years}
  b: {retention: {period: forever}}
forms:
  F: {results_retention: P1.5M}
tracking:
  website: {retention: P6M, visitor_retention: {period: a while}}
`,
    finds: [],
  });
  const problems = retentionPeriodProblems(context);
  expect(tell(problems, context.declarations)).toEqual([
    '3:27 period purpose:p',
    '10:26 period form:F',
    '7:18 period tag:a',
    '12:57 period tracking:website',
  ]);
  expect(problems.map(({ data }) => data.value)).toEqual(['24 months', 'P1.5M', 'two years', 'a while']);
});
