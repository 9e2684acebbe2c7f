import { describe, expect, it } from 'vitest';
import rule from '../../../rules/profiling/profiling-no-basis.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

const NEWS = 'news: {title: The news, use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:Menu]}}';
const scores = (own: string, countries = '') => `${countries}purposes:\n  ${NEWS}\n  scores: {title: Scores, ${own}}`;
const consent = (held: string) => `legal_basis: consent, consent: {${held}, collected_by: [form:Menu]}`;
const pathsOf = (declarations: string) =>
  findingsOf(rule, { declarations }).map(({ subject, place }) => [subject, 'path' in place ? place.path.at(-1) : place]);

describe('a purpose that profiles', () => {
  it('needs a yes of its own', () => {
    expect(findingsOf(rule, { declarations: scores(`use: lead-scoring, ${consent('field: news_ok')}`), finds: [] })).toMatchObject([
      {
        subject: 'purpose:scores',
        severity: 'error',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'scores', 'consent'], at: 'value' },
        data: { purpose: 'Scores' },
      },
    ]);
  });

  it.each([
    [`use: lead-scoring, ${consent('field: contact_field:news_ok')}`, 'consent'],
    [`use: behavioural-profiling, ${consent('field: news_ok')}`, 'consent'],
    [`use: content-personalisation, profiling: extensive, ${consent('field: news_ok')}`, 'consent'],
    [`use: content-personalisation, profiling: simple, ${consent('field: news_ok')}`, undefined],
    [`use: lead-scoring, ${consent('field: scores_ok')}`, undefined],
    [`use: lead-scoring, ${consent('tag: scores')}`, undefined],
    ['use: lead-scoring, legal_basis: consent', undefined],
    ['use: lead-scoring', undefined],
    ['use: lead-scoring, legal_basis: legitimate-interests', undefined],
  ])('%s', (own, key) => {
    expect(pathsOf(scores(own))).toEqual(key === undefined ? [] : [['purpose:scores', key]]);
  });

  it.each([
    [consent('field: ads_ok'), true],
    ['legal_basis: soft-opt-in', true],
    ['legal_basis: legitimate-interests', false],
  ])('is no advertising at the same time: %s', (basis, isFound) => {
    const declarations = scores(`use: email-marketing, profiling: extensive, ${basis}`);
    expect(pathsOf(declarations)).toEqual(isFound ? [['purpose:scores', 'profiling']] : []);
    expect(pathsOf(declarations.replace('extensive', 'simple'))).toEqual([]);
  });

  it('may share its yes with other profiling', () => {
    const tastes = `${scores(`use: lead-scoring, ${consent('field: scores_ok')}`)}\n  tastes: {use: behavioural-profiling, ${consent('field: scores_ok')}}`;
    expect(pathsOf(tastes)).toEqual([]);
  });
});

describe('in Italy', () => {
  const LIA = 'lia: {interest: Whom to call first, document: docs/lia.md, date: 2026-01-10}';
  it.each([
    ['use: lead-scoring, legal_basis: legitimate-interests', 'legal_basis'],
    [`use: lead-scoring, legal_basis: legitimate-interests, ${LIA}`, 'legal_basis'],
    [`use: lead-scoring, profiling: simple, legal_basis: legitimate-interests, ${LIA}`, undefined],
    ['use: lead-scoring, profiling: simple, legal_basis: legitimate-interests', 'legal_basis'],
    ['use: loyalty-programme, profiling: extensive, legal_basis: contract', 'legal_basis'],
    ['use: behavioural-profiling, legal_basis: contract', undefined],
    [`use: lead-scoring, ${consent('field: scores_ok')}`, undefined],
    ['use: lead-scoring', undefined],
  ])('%s', (own, key) => {
    expect(pathsOf(scores(own, 'organisation: {countries: [DE, IT]}\n'))).toEqual(key === undefined ? [] : [['purpose:scores', key]]);
  });
});

describe('an item', () => {
  const item = (entry: string) => `${scores(`use: lead-scoring, ${consent('field: scores_ok')}`)}\nsegments:\n  fans: {${entry}}`;
  it.each([
    ['purposes: [news], profiling: extensive', ['segment:fans']],
    ['purposes: [news], profiling: simple', []],
    ['purposes: [news, scores], profiling: extensive', []],
    ['purposes: [news], profiling: extensive, legal_basis: consent', []],
    ['purposes: [gone], profiling: extensive', []],
  ])('with %s', (entry, expected) => {
    expect(subjectsOf(rule, { declarations: item(entry) })).toEqual(expected);
  });

  it('is shown where it says so, with the purpose whose yes it leans on', () => {
    expect(findingsOf(rule, { declarations: item('purposes: [news], profiling: extensive'), finds: [] })).toMatchObject([
      { place: { path: ['segments', 'fans', 'profiling'], at: 'value' }, data: { purpose: 'The news' } },
    ]);
  });
});
