import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.js';
import rule from '../../../rules/purpose/vague-purpose.js';
import { EXAMPLE_FILE, findingsOf, lintExample, subjectsOf } from '../examples.js';

const GOOD = 'Send the monthly menu by e-mail to people who asked for it';
const found = (description: string) =>
  subjectsOf(rule, { declarations: `purposes: {news: {use: email-marketing, description: "${description}"}}` });
const purposes = (keys: readonly string[]) =>
  `purposes:\n${keys.map(key => `  ${key}: {use: email-marketing, description: ${GOOD}}`).join('\n')}\n`;
const fields = (lists: readonly string[]) =>
  `contact_fields:\n${lists.map((list, index) => `  f${index}: {purposes: [${list}]}`).join('\n')}\n`;

describe('vague-purpose', () => {
  it('finds a description that is too short, at the description', () => {
    const declarations = 'purposes: {news: {use: email-marketing, title: Letter, description: Letters to our readers}}';
    expect(findingsOf(rule, { declarations, finds: [] })).toMatchObject([
      {
        subject: 'purpose:news',
        severity: 'warn',
        place: { file: EXAMPLE_FILE, path: ['purposes', 'news', 'description'], at: 'value' },
        data: { purpose: 'Letter' },
      },
    ]);
    expect(findingsOf(rule, { declarations, finds: [] }, 'strict')).toMatchObject([{ severity: 'error' }]);
    expect(found('1234567890 1234567890 abcdefghi')).toEqual([]);
    expect(found('  Letters to our readers           ')).toEqual(['purpose:news']);
  });

  it('asks for a missing description at the purpose, and is the only one to do so', () => {
    const { findings } = lintExample({ declarations: 'purposes: {news: {use: email-marketing}}', finds: [] }, 'recommended', false);
    const told = findings.filter(({ data }) => data.key === 'description' || data.missing?.includes('description') === true);
    expect(told).toEqual([]);
    expect(findings.filter(finding => finding.rule === rule.id)).toMatchObject([{ place: { path: ['purposes', 'news'], at: 'key' } }]);
  });

  it.each([
    'Marketing purposes and the improvement of our services',
    'Internal use, statistics, analytics and future purposes',
    'Migliorare i nostri servizi e altre finalità aziendali',
    'Analisi statistiche, marketing e attività varie dell’azienda',
    'Verbesserung der Dienste und sonstige Zwecke für unsere Kunden',
    'Amélioration de nos services et finalités commerciales',
  ])('finds a long description without content: %s', description => {
    expect(found(description)).toEqual(['purpose:news']);
  });

  it.each([
    GOOD,
    'Inviare ogni mese il menù a chi lo ha chiesto',
    'Marketing purposes: the monthly menu and the wine list',
    'Statistics of our customers by region, to plan new shops',
  ])('is silent where one word says something: %s', description => {
    expect(found(description)).toEqual([]);
  });

  it('leaves the short description of a purpose outside the vocabulary to the rule that asks for a longer one', () => {
    const other = (more: string) => `purposes: {hall: {use: other, dpv: "dpv:RecordManagement"${more}}}`;
    const rulesTold = (more: string) =>
      lintExample({ declarations: other(more) }, 'recommended', false)
        .findings.filter(finding => finding.rule === rule.id || finding.rule === 'unknown-purpose')
        .map(finding => finding.rule);
    expect(rulesTold(', description: List of visitors')).toEqual(['unknown-purpose']);
    expect(rulesTold('')).toEqual([rule.id]);
  });

  describe('a purpose that most fields are for', () => {
    const four = ['news', 'shop', 'events', 'press'];
    const six = ['news', 'news', 'news', 'shop', 'shop', 'events'];

    it('is found from four purposes and ten fields on, when it has more than four in ten', () => {
      const ten = ['news, shop', ...six, 'press', 'events', 'news'];
      expect(findingsOf(rule, { declarations: purposes(four) + fields(ten), finds: [] })).toMatchObject([
        { subject: 'purpose:news', place: { path: ['purposes', 'news'], at: 'key' } },
      ]);
      expect(subjectsOf(rule, { declarations: purposes(four) + fields(ten.slice(0, 9)) })).toEqual([]);
      expect(subjectsOf(rule, { declarations: purposes(four.slice(0, 3)) + fields(ten) })).toEqual([]);
      expect(subjectsOf(rule, { declarations: purposes(four) + fields([...ten.slice(0, 9), 'press']) })).toEqual([]);
    });

    it('may be for what people ask for', () => {
      const ten = ['news', ...six, 'press', 'events', 'news'];
      const booking = purposes(four).replace('news: {use: email-marketing', 'news: {use: service-delivery');
      expect(subjectsOf(rule, { declarations: purposes(four) + fields(ten) })).toEqual(['purpose:news']);
      expect(subjectsOf(rule, { declarations: booking + fields(ten) })).toEqual([]);
    });

    it('does not count fields without a purpose, nor built-in purposes', () => {
      const nine = ['news', ...six, 'news', 'press'];
      expect(subjectsOf(rule, { declarations: `${purposes(four)}${fields([...nine, ''])}` })).toEqual([]);
      expect(subjectsOf(rule, { declarations: purposes(four) + fields(Array.from({ length: 12 }, () => 'site-operation')) })).toEqual([]);
    });
  });

  it('says nothing of what is no text: that is told as a mistake', () => {
    const { findings } = lintExample(
      { declarations: 'purposes: {news: {use: email-marketing, description: [a, b]}}', finds: [] },
      'recommended',
      false,
      rules,
    );
    expect(findings.filter(finding => finding.rule === rule.id)).toEqual([]);
  });
});
