import { expect, it } from 'vitest';
import rule from '../../../rules/legal-basis/no-legal-basis.js';
import { EXAMPLE_FILE, findingsOf, subjectsOf } from '../examples.js';

it('names the purpose and stands at its key', () => {
  expect(
    findingsOf(rule, { declarations: 'purposes:\n  newsletter: {title: Monthly menu, use: email-marketing}', finds: [] }),
  ).toMatchObject([
    {
      subject: 'purpose:newsletter',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'newsletter'], at: 'key' },
      data: { purpose: 'Monthly menu' },
    },
  ]);
});

it('finds an empty list', () => {
  expect(findingsOf(rule, { declarations: 'purposes:\n  newsletter: {legal_basis: []}', finds: [] })).toMatchObject([
    { place: { path: ['purposes', 'newsletter', 'legal_basis'], at: 'value' } },
  ]);
});

it.each([
  ['one basis', 'purposes:\n  newsletter: {legal_basis: soft-opt-in}'],
  ['several', 'purposes:\n  newsletter: {legal_basis: [consent, legitimate-interests]}'],
  ['a word that is none, which is told once', 'purposes:\n  newsletter: {legal_basis: TODO}'],
  ['the built-in purposes', 'tags: {bot: {purposes: [security-antispam]}}'],
])('leaves %s alone', (_, declarations) => {
  expect(subjectsOf(rule, { declarations })).toEqual([]);
});
