import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import rule from '../../../rules/consent/consent-text-drift.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';
import { absent, box, collects, contactField, form, unseen } from '../form-items.js';

const purpose = (wording: string) =>
  `purposes: {news: {title: Monthly letter, use: email-marketing, legal_basis: consent, consent: {field: news_ok, collected_by: [form:Club], wording: {${wording}}}}}\n`;
const NOW = purpose('version: v3, hash: 458b36567a0e');
const field = contactField('news_ok', { type: 'boolean' });
const one = box('Club/news', 'Letters', { wording: '458b36567a0e' });
const club = form('Club');
const items = [field, club, one];
const uses = [collects('Club/news', 'news_ok')];

it('finds a mark that is not that of the box, and says what it is now', () => {
  const declarations = `${purpose('version: v2, hash: 9f2c11aa04be')}forms: {Club: {fields: {news: {role: consent}}}}`;
  expect(findingsOf(rule, { declarations, items, uses, finds: [] })).toMatchObject([
    {
      subject: 'purpose:news',
      severity: 'error',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'consent', 'wording', 'hash'], at: 'value' },
      data: { purpose: 'Monthly letter', version: 'v2', live: '458b36567a0e' },
      related: [{ subject: 'form_field:Club/news', place: { path: ['forms', 'Club', 'fields', 'news'] } }],
    },
  ]);
});

it.each([
  ['the same mark', NOW],
  ['the same mark in capitals', purpose('version: v3, hash: 458B36567A0E')],
  ['no mark yet', purpose('version: v3')],
  ['a mark without a version: that is told elsewhere', purpose('hash: 9f2c11aa04be')],
  ['no wording', 'purposes: {news: {use: email-marketing, legal_basis: consent, consent: {field: news_ok}}}'],
])('is silent about %s', (_, declarations) => {
  expect(subjectsOf(rule, { declarations, items, uses })).toEqual([]);
});

it('is not content with the promise that only a typo was mended: the mark has to be that of the new text', () => {
  const declarations = purpose('version: v4, hash: 9f2c11aa04be, material: false');
  expect(subjectsOf(rule, { declarations, items, uses })).toEqual(['purpose:news']);
});

it('does not compare what was not seen, nor the box of a form that is off', () => {
  const declarations = purpose('version: v2, hash: 9f2c11aa04be');
  expect(subjectsOf(rule, { declarations, items: [field, club, unseen(one, 'wording')], uses })).toEqual([]);
  expect(subjectsOf(rule, { declarations, items: [field, { ...club, published: false }, one], uses })).toEqual([]);
  expect(subjectsOf(rule, { declarations, items: [field, club], uses: [] })).toEqual([]);
});

it('takes several boxes of one text for one, and of several texts all together', () => {
  const other = (wording: string) => [...items, form('Verein'), box('Verein/news', 'Briefe', { wording })];
  const both = [...uses, collects('Verein/news', 'news_ok')];
  expect(subjectsOf(rule, { declarations: NOW, items: other('458b36567a0e'), uses: both })).toEqual([]);
  const mark = createHash('sha256').update('00e97139fd6c\n458b36567a0e').digest('hex').slice(0, 12);
  expect(findingsOf(rule, { declarations: NOW, items: other('00e97139fd6c'), uses: both, finds: [] })).toMatchObject([
    { data: { live: mark } },
  ]);
  const declarations = purpose(`version: v3, hash: ${mark}`);
  expect(subjectsOf(rule, { declarations, items: other('00e97139fd6c'), uses: both })).toEqual([]);
  expect(subjectsOf(rule, { declarations, items: other('bbebef87674a'), uses: both })).toEqual(['purpose:news']);
});

it('looks at no box whose words alone sound like a consent', () => {
  const items = [field, club, one, box('Club/other', 'I agree to receive letters', { wording: '00e97139fd6c' })];
  expect(subjectsOf(rule, { declarations: NOW, items, uses })).toEqual([]);
});

it('is not run without the questions of forms', () => {
  const { findings, notRun } = lintExample({ ...rule.examples.bad, coverage: [absent('form_field')] });
  expect(findings.filter(({ rule: id }) => id === rule.id)).toEqual([]);
  expect(notRun.filter(({ rule: id }) => id === rule.id)).toEqual([{ rule: rule.id, of: 'form_field', why: ['refused'] }]);
});
