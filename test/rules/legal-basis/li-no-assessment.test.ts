import { expect, it } from 'vitest';
import rule from '../../../rules/legal-basis/li-no-assessment.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const purpose = (more: string, basis = 'legitimate-interests') =>
  `purposes: {press: {title: Local press, use: press-relations, description: Tell local papers about our plays, legal_basis: ${basis}${more}}}`;
const LIA = 'lia: {interest: Tell the press about our plays, document: docs/lia.md, date: 2025-06-30}';
const OBJECTION = 'objection: Link in each e-mail';
const found = (more: string) => findingsOf(rule, { declarations: purpose(`, ${more}`) });

it('names everything that is missing, at the basis that asks for it', () => {
  expect(findingsOf(rule, { declarations: purpose(''), finds: [] })).toMatchObject([
    {
      subject: 'purpose:press',
      severity: 'warn',
      place: { file: EXAMPLE_FILE, path: ['purposes', 'press', 'legal_basis'], at: 'value' },
      data: { purpose: 'Local press', missing: ['lia', 'objection'] },
    },
  ]);
  expect(findingsOf(rule, { declarations: purpose(''), finds: [] }, 'strict')[0]?.severity).toBe('error');
});

it('names one half when the other is there, and is silent when both are', () => {
  expect(found(LIA)[0]?.data.missing).toEqual(['objection']);
  expect(found(OBJECTION)[0]?.data.missing).toEqual(['lia']);
  expect(found(`${LIA}, ${OBJECTION}`)).toEqual([]);
  expect(found(`${LIA}, objection: {field: no_press, where: Link in each e-mail}`)).toEqual([]);
});

it('lets an assessment hold for 24 months, to the day', () => {
  const of = (date: string) => found(`${LIA.replace('2025-06-30', date)}, ${OBJECTION}`);
  expect(of('2024-11-25')).toEqual([]);
  expect(of('2024-11-24')).toMatchObject([
    { data: { missing: ['old'], date: '2024-11-24' }, place: { path: ['purposes', 'press', 'lia'], at: 'value' } },
  ]);
});

it('does not take a blank for an answer', () => {
  expect(found('lia: {interest: " ", document: TODO, date: 2025-06-30}, objection: "?"')[0]?.data.missing).toEqual([
    'interest',
    'document',
    'objection',
  ]);
});

it('leaves a key that the block lacks, or that is wrong, to schema-valid', () => {
  const rulesIn = (more: string) =>
    lintExample({ declarations: purpose(`, ${OBJECTION}, ${more}`) })
      .findings.filter(({ rule: id }) => [rule.id, 'schema-valid'].includes(id))
      .map(finding => finding.rule);
  expect(rulesIn('lia: {interest: Tell the press, document: docs/lia.md}')).toEqual(['schema-valid']);
  expect(rulesIn('lia: docs/lia.md')).toEqual(['schema-valid']);
});

it('looks at a basis in a list, and at no other basis', () => {
  expect(subjectsOf(rule, { declarations: purpose('', '[consent, legitimate-interests]') })).toEqual(['purpose:press']);
  expect(subjectsOf(rule, { declarations: purpose('', 'consent') })).toEqual([]);
});

it('asks nothing of the built-in purposes', () => {
  expect(subjectsOf(rule, { declarations: 'forms: {Contact: {purposes: [security-antispam, legal-claims]}}' })).toEqual([]);
});
